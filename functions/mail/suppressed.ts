import { decideAndWrite } from '../adapters/people.ts';
import { suppressionOf } from '../adapters/suppression.ts';
import type { Given } from '../domain/decision.ts';
import { mailBounced, mailComplained } from '../domain/mail-report.ts';

/**
 * Whether SES delivers to an address no more: it knows what its report did not bring here, and the person is told of it now.
 * @param address of the person, with its keyed hash
 */
export async function isSuppressed(
  person: string,
  { to, addressHash }: { to: string; addressHash: string },
  given: Given,
): Promise<boolean> {
  const suppression = await suppressionOf(addressHash);
  if (!suppression) return false;
  const decide = suppression === 'bounce' ? mailBounced : mailComplained;
  await decideAndWrite(person, (now) =>
    now.profile?.address === to ? decide(now, { wasConfirmation: false }, given) : { outcome: 'known' },
  );
  return true;
}
