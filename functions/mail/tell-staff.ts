import { identify } from '../adapters/identity.ts';
import { type Mail, sendOnce } from '../adapters/mail.ts';
import { programme } from '../adapters/table.ts';
import type { Given } from '../domain/decision.ts';
import type { Letter, ProgrammePurpose } from '../domain/dispatch.ts';

/** A mail about the programme itself, to who looks after it, once. */
export async function tellStaff(
  purpose: ProgrammePurpose,
  occasion: string,
  to: string,
  letter: Letter,
  { now }: Given,
  more: Pick<Mail, 'calendar' | 'disclosed'> = {},
): Promise<void> {
  const addressHash = (await identify()).address(to);
  await sendOnce({ about: programme, purpose, occasion, to, addressHash, letter, now, ...more });
}
