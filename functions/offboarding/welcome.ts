import { identify } from '../adapters/identity.ts';
import { linkUrl } from '../adapters/links.ts';
import { sendOnce } from '../adapters/mail.ts';
import { loadPerson } from '../adapters/people.ts';
import { policy } from '../adapters/policy.ts';
import { mayWelcome } from '../domain/enrolment.ts';
import { welcome } from './mails/welcome.tsx';
import { Step } from './step.ts';

/** Sends the welcome mail, read consistently to be still wanted. */
export async function handler(event: unknown): Promise<{ outcome: string }> {
  const step = Step.parse(event);
  const { person, profile } = await loadPerson(step.person);
  const address = mayWelcome(person) ? profile?.address : undefined;
  if (!profile || !address) return { outcome: 'not wanted' };
  const now = Date.parse(step.now);
  const addressHash = (await identify()).address(address);
  const preferencesUrl = await linkUrl('preferences', { person: person.id, matter: addressHash }, now);
  const stopUrl = await linkUrl('stop', { person: person.id, matter: 'all' }, now);
  const { language, name } = profile;
  const outcome = await sendOnce({
    about: person.id,
    version: person.version,
    purpose: 'welcome',
    occasion: String(step.stint),
    to: address,
    addressHash,
    letter: welcome({
      language,
      policy,
      name,
      purposes: person.consents,
      preferencesUrl,
      stopUrl,
      firstOutreach: person.nextOutreach,
    }),
    unsubscribe: stopUrl,
    now: step.now,
  });
  return { outcome };
}
