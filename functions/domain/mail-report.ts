import { mailPurposes } from './consent.ts';
import {
  closeQuestions,
  type Decision,
  entry,
  type Given,
  ofStint,
  type PersonFile,
  today,
  unlisted,
} from './decision.ts';
import { newestStint, withStint } from './person.ts';
import { needsConfirmation, withoutReported } from './profile.ts';
import { closed } from './question.ts';
import { dateBefore } from './time.ts';

/** What SES reports of a mail, and what follows for the person. */

/**
 * A mail came back for good.
 * @param wasConfirmation the mail was the one to a new address, so that this is the address to drop
 */
export function mailBounced(
  file: PersonFile,
  { wasConfirmation }: { wasConfirmation: boolean },
  given: Given,
): Decision<'noted' | 'known'> {
  const stint = newestStint(file.person);
  if (!stint || !file.profile) return { outcome: 'known' };
  if (wasConfirmation ? !needsConfirmation(file.profile) : file.person.bounced) return { outcome: 'known' };
  const belongs = ofStint(stint);
  const asked = wasConfirmation ? 'confirmation' : 'consent';
  const person = withStint(file.person, { ...stint, revision: stint.revision + 1 });
  const { questions, consequences } = closeQuestions(
    file.questions,
    (question) => belongs(question) && question.kind === asked,
    closed('bounced', given.now),
  );
  return {
    outcome: 'noted',
    write: {
      person: wasConfirmation ? person : { ...person, bounced: true },
      ...(wasConfirmation && { profile: withoutReported(file.profile) }),
      entries: [entry(wasConfirmation ? 'new address bounced, dropped' : 'address bounced', stint, 'ses', given)],
      questions,
      consequences: [...consequences, ...(wasConfirmation ? unlisted(file.profile.reportedAddress) : [])],
    },
  };
}

/**
 * A mail came back for now: a full mailbox, a server that is down. Often enough within a while, it came back for good.
 * @param dispatch the mail's identity, by which a repeated report is known
 */
export function mailDelayed(file: PersonFile, dispatch: string, given: Given): Decision<'noted' | 'known'> {
  const { person } = file;
  const { mostSoft, within } = given.policy.bounces;
  const start = dateBefore(today(given), within);
  const before = (person.softBounces ?? []).filter(({ on }) => on > start);
  if (!file.profile || person.bounced || before.some((bounce) => bounce.dispatch === dispatch))
    return { outcome: 'known' };
  const softBounces = [...before, { dispatch, on: today(given) }];
  if (softBounces.length < mostSoft) return { outcome: 'noted', write: { person: { ...person, softBounces } } };
  return mailBounced({ ...file, person: { ...person, softBounces: undefined } }, { wasConfirmation: false }, given);
}

/**
 * Somebody called a mail spam: no more mail, whatever was consented to, until they ask for it again by a link.
 * Of a new address that nobody confirmed it says only that it is the wrong one.
 */
export function mailComplained(
  file: PersonFile,
  { wasConfirmation }: { wasConfirmation: boolean },
  given: Given,
): Decision<'noted' | 'known'> {
  if (wasConfirmation) return mailBounced(file, { wasConfirmation }, given);
  const { person, profile } = file;
  const stint = newestStint(person);
  if (!stint || !profile || person.stopped) return { outcome: 'known' };
  const consents = person.consents.filter((purpose) => !mailPurposes.has(purpose));
  return {
    outcome: 'noted',
    write: {
      person: { ...person, consents, stopped: true, nextOutreach: undefined },
      entries: [entry('complaint, mail stopped', stint, 'ses', given)],
    },
  };
}
