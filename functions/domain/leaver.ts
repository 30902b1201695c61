import { withAddress } from './address-change.ts';
import { purposes as allPurposes, mailPurposes, type Proof, type Purpose, type Wish } from './consent.ts';
import {
  type Consequence,
  closeQuestions,
  type Decision,
  entry,
  type Given,
  ofStint,
  type PersonFile,
  today,
  unlisted,
} from './decision.ts';
import { erase } from './erasure.ts';
import { scheduledOutreach } from './outreach.ts';
import { isLive, isTombstone, newestStint, type Person, type Stint, withStint } from './person.ts';
import { needsConfirmation } from './profile.ts';
import { answered } from './question.ts';
import { dateAfter } from './time.ts';

/** What a leaver or alumnus decides through a link: consent, its change and its end. */

/** `over`: the window has closed, or the data is gone. */
export type ConsentOutcome = 'given' | 'changed' | 'declined' | 'over';

/**
 * A link answers the question it was mailed for: one asked anew, at another address or after a reopening, has a link of
 * its own, and an old mailbox gives no consent.
 */
export function canAnswer({ questions }: PersonFile, questionId: string): boolean {
  const question = questions.find(({ id }) => id === questionId);
  return question?.kind === 'consent' && (question.status === 'open' || question.outcome === 'given');
}

/** Gives consent for the purposes chosen, at least one. A second yes changes the first. */
export function giveConsent(
  file: PersonFile,
  answer: { stint: number; purposes: readonly Purpose[]; wish?: Wish | undefined; proof: Proof },
  given: Given,
): Decision<ConsentOutcome> {
  const stint = stintOf(file, answer.stint);
  if (!stint || !isLive(stint)) return { outcome: 'over' };
  if (stint.consentedAt) return changeConsent(file, answer, given);
  const agreed: Stint = {
    ...stint,
    ...(stint.status === 'asking' && { status: 'consented' as const }),
    consentedAt: given.now,
    ...(answer.wish && { wish: answer.wish }),
  };
  const belongs = ofStint(stint);
  const person = withPurposes(withStint(file.person, agreed), answer.purposes, given);
  const { questions, consequences } = closeQuestions(
    file.questions,
    (question) => belongs(question) && (question.kind === 'consent' || question.kind === 'address'),
    answered('given', given.now),
  );
  return {
    outcome: 'given',
    write: {
      person,
      entries: [entry(`consent given: ${answer.purposes.join(', ')}`, stint, 'leaver', given)],
      evidence: [{ at: given.now, purposes: inOrder(answer.purposes), ...answer.proof }],
      questions,
      consequences: [...consequences, ...reachableAgain(file, person)],
    },
  };
}

/** Says no: personal data is deleted at once, and nobody asks again. */
export function declineConsent(
  file: PersonFile,
  answer: { stint: number; wish?: Wish | undefined },
  given: Given,
): Decision<ConsentOutcome> {
  const stint = stintOf(file, answer.stint);
  if (stint?.status === 'declined') return { outcome: 'declined' };
  if (!stint || !isLive(stint)) return { outcome: 'over' };
  // After a yes, leaving is asked once more, on a page of its own.
  if (stint.consentedAt) return { outcome: 'changed' };
  return { outcome: 'declined', write: erase(file, { ...answer, ending: 'declined' }, given) };
}

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

/** An alumnus gives another address; it comes into use once its owner has confirmed it there. */
export function changeAddress(file: PersonFile, address: string, given: Given): Decision<'asked' | 'same' | 'over'> {
  if (!consentedStint(file) || !file.profile) return { outcome: 'over' };
  if (address === file.profile.address) return { outcome: 'same' };
  // Sent again, it is asked again only once the question before is settled.
  if (address === file.profile.reportedAddress && isAsked(file)) return { outcome: 'asked' };
  const write = withAddress(file, address, 'leaver', given);
  return write ? { outcome: 'asked', write } : { outcome: 'over' };
}

function isAsked({ questions, person }: PersonFile): boolean {
  // A departure far ahead has no execution that would ask.
  const isStarting = person.stints.some((stint) => stint.status === 'reported' && !('startsOn' in stint));
  return isStarting || questions.some(({ kind, status }) => kind === 'confirmation' && status === 'open');
}

/** Withdraws everything: the alumnus leaves the programme and the data is deleted. */
export function leaveProgramme(file: PersonFile, given: Given): Decision<'left' | 'over'> {
  const stint = newestStint(file.person);
  if (!stint || isTombstone(stint)) return { outcome: 'left' };
  if (!consentedStint(file)) return { outcome: 'over' };
  return { outcome: 'left', write: erase(file, { stint: stint.number, ending: 'declined' }, given) };
}

/** The owner of a new address confirms it. Only the question that was mailed to that very address counts. */
export function confirmAddress(file: PersonFile, questionId: string, given: Given): Decision<'confirmed' | 'over'> {
  const question = file.questions.find(({ id }) => id === questionId);
  if (question?.outcome === 'confirmed') return { outcome: 'confirmed' };
  const stint = file.person.stints.find(({ number }) => number === question?.stint);
  if (question?.status !== 'open' || !stint || !file.profile || !needsConfirmation(file.profile))
    return { outcome: 'over' };
  const { questions, consequences } = closeQuestions(
    file.questions,
    ({ id }) => id === questionId,
    answered('confirmed', given.now),
  );
  return {
    outcome: 'confirmed',
    write: {
      person: { ...file.person, bounced: false, softBounces: undefined },
      profile: { ...file.profile, address: file.profile.reportedAddress },
      entries: [entry('new address confirmed', stint, 'leaver', given)],
      questions,
      consequences: [...consequences, ...(file.person.bounced ? unlisted(file.profile.address) : [])],
    },
  };
}

function stintOf({ person }: PersonFile, number: number): Stint | undefined {
  return person.stints.find((stint) => stint.number === number);
}

/** The stint for which somebody consented, whatever its execution is doing. */
export function consentedStint({ person }: PersonFile): Stint | undefined {
  return person.stints.find((stint) => 'consentedAt' in stint && stint.consentedAt !== undefined);
}

/** Each purpose once, in the order of the page. */
function inOrder(purposes: readonly Purpose[]): Purpose[] {
  return allPurposes.filter((purpose) => purposes.includes(purpose));
}

/** Choosing a mail purpose again ends an earlier stop. */
function withPurposes(person: Person, purposes: readonly Purpose[], given: Given): Person {
  const chosen = inOrder(purposes);
  const stopped = person.stopped && !chosen.some((purpose) => mailPurposes.has(purpose));
  const after = { ...person, consents: chosen, stopped };
  return { ...after, nextOutreach: scheduledOutreach(after, given) };
}

/** SES lists who called a mail spam; who asks for mail again must be reached by it. */
function reachableAgain({ person, profile }: PersonFile, after: Person): Consequence[] {
  return person.stopped && !after.stopped && !person.bounced ? unlisted(profile?.address) : [];
}
