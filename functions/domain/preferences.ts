import { purposes as allPurposes, mailPurposes, type Proof, type Purpose } from './consent.ts';
import { type Consequence, type Decision, entry, type Given, type PersonFile, today, unlisted } from './decision.ts';
import { erase } from './erasure.ts';
import { scheduledOutreach } from './outreach.ts';
import { isTombstone, newestStint, type Person, rehiredStint, type Stint } from './person.ts';
import { dateAfter } from './time.ts';

/** What an alumnus changes at any time: what they are written to about, a pause, a stop, the end of it all. */

/** `over`: the window has closed, or the data is gone. */
export type ConsentOutcome = 'given' | 'changed' | 'declined' | 'over';

/** Changes the purposes of an alumnus. Choosing none is leaving, which is a decision of its own. */
export function changeConsent(
  file: PersonFile,
  { purposes, proof }: { purposes: readonly Purpose[]; proof: Proof },
  given: Given,
): Decision<ConsentOutcome> {
  const stint = consentedStint(file);
  if (!stint) return { outcome: 'over' };
  const chosen = inOrder(purposes);
  if (chosen.join() === inOrder(file.person.consents).join()) {
    return { outcome: 'changed' };
  }
  const person = withPurposes(file.person, chosen, given);
  return {
    outcome: 'changed',
    write: {
      person,
      consequences: reachableAgain(file, person),
      entries: [entry(`consent changed: ${chosen.join(', ') || 'none'}`, stint, 'leaver', given)],
      evidence: [{ at: given.now, purposes: chosen, ...proof }],
    },
  };
}

/**
 * Stops all programme mail at once. What is not mail, the directory, stays as it is.
 * @param by who says so: HR does where it reached the company by reply, telephone or letter
 */
export function stopMail(
  file: PersonFile,
  proof: Proof,
  given: Given,
  by: 'leaver' | 'hr' = 'leaver',
): Decision<ConsentOutcome> {
  const kept = file.person.consents.filter((purpose) => !mailPurposes.has(purpose));
  const stint = consentedStint(file);
  if (!stint) return { outcome: 'over' };
  if (file.person.stopped && kept.length === file.person.consents.length) return { outcome: 'changed' };
  return {
    outcome: 'changed',
    write: {
      person: { ...file.person, consents: kept, stopped: true, nextOutreach: undefined },
      entries: [entry('mail stopped', stint, by, given)],
      evidence: [{ at: given.now, purposes: kept, ...proof }],
    },
  };
}

/** Months for which somebody may ask not to be written to. */
export const pauses = [3, 6, 12] as const;

/**
 * Pauses programme mail for some months, or ends the pause.
 * @param months nothing ends the pause
 */
export function pauseMail(
  file: PersonFile,
  months: (typeof pauses)[number] | undefined,
  given: Given,
): Decision<'paused' | 'resumed' | 'over'> {
  const stint = consentedStint(file);
  if (!stint) return { outcome: 'over' };
  const outcome = months ? 'paused' : 'resumed';
  const pausedUntil = months && dateAfter(today(given), `P${months}M`);
  if (file.person.pausedUntil === pausedUntil) return { outcome };
  const what = pausedUntil ? `mail paused until ${pausedUntil}` : 'pause ended';
  return {
    outcome,
    write: { person: { ...file.person, pausedUntil }, entries: [entry(what, stint, 'leaver', given)] },
  };
}

/** Withdraws everything: the alumnus leaves the programme and the data is deleted. */
export function leaveProgramme(file: PersonFile, given: Given): Decision<'left' | 'over'> {
  const stint = newestStint(file.person);
  if (!stint || isTombstone(stint)) return { outcome: 'left' };
  if (!consentedStint(file)) return { outcome: 'over' };
  return { outcome: 'left', write: erase(file, { stint: stint.number, ending: 'declined' }, given) };
}

/** The stint for which somebody consented, whatever its execution is doing; also of somebody who came back. */
export function consentedStint({ person }: PersonFile): Stint | undefined {
  const agreed = person.stints.find(
    (stint) => stint.status !== 'rehired' && 'consentedAt' in stint && stint.consentedAt !== undefined,
  );
  return agreed ?? rehiredStint(person);
}

/** Each purpose once, in the order of the page. */
export function inOrder(purposes: readonly Purpose[]): Purpose[] {
  return allPurposes.filter((purpose) => purposes.includes(purpose));
}

/** Choosing a mail purpose again ends an earlier stop. */
export function withPurposes(person: Person, purposes: readonly Purpose[], given: Given): Person {
  const chosen = inOrder(purposes);
  const stopped = person.stopped && !chosen.some((purpose) => mailPurposes.has(purpose));
  const after = { ...person, consents: chosen, stopped };
  return { ...after, nextOutreach: scheduledOutreach(after, given) };
}

/** SES lists who called a mail spam; who asks for mail again must be reached by it. */
export function reachableAgain({ person, profile }: PersonFile, after: Person): Consequence[] {
  return person.stopped && !after.stopped && !person.bounced ? unlisted(profile?.address) : [];
}
