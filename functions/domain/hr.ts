import { withAddress } from './address-change.ts';
import type { Proof } from './consent.ts';
import { closeQuestions, type Decision, entry, type Given, ofStint, type PersonFile, start } from './decision.ts';
import type { Reason } from './employment.ts';
import { erase } from './erasure.ts';
import { endDeparture } from './ineligible.ts';
import { isRunning, isTombstone, newestStint, type Stint, withoutStatus, withStint } from './person.ts';
import { stopMail } from './preferences.ts';
import { answered, closed } from './question.ts';

/** What HR decides about a departure. */
export type HrOutcome = 'done' | 'already so' | 'unknown person' | 'not possible';

/** Puts a running departure on hold: nobody is asked anything until HR releases it. */
export function hold(file: PersonFile, given: Given): Decision<HrOutcome> {
  const stint = newestStint(file.person);
  if (!stint) return { outcome: 'unknown person' };
  if (!isRunning(stint)) return { outcome: 'not possible' };
  if (stint.status === 'on hold' && stint.by === 'hr') return { outcome: 'already so' };
  const held: Stint = { ...withoutStatus(stint), revision: stint.revision + 1, status: 'on hold', by: 'hr' };
  const { questions, consequences } = closeQuestions(file.questions, ofStint(stint), closed('changed', given.now));
  // A departure far ahead has no execution yet, and without one nobody would ask HR, nor go on after the release.
  return {
    outcome: 'done',
    write: {
      person: withStint(file.person, held),
      entries: [entry('put on hold', stint, 'hr', given)],
      questions,
      consequences: 'startsOn' in stint ? [...consequences, start(held)] : consequences,
    },
  };
}

/**
 * Releases a departure that waits for HR.
 * @param reason the reason that HR now knows; without one, an unknown reason is a departure like any other
 */
export function release(file: PersonFile, reason: Reason | undefined, given: Given): Decision<HrOutcome> {
  const stint = newestStint(file.person);
  if (!stint) return { outcome: 'unknown person' };
  const isUndecided = stint.status === 'not eligible' && stint.rule === 'no-word-from-hr';
  if (isUndecided && !file.profile) return { outcome: 'not possible' };
  if (stint.status !== 'on hold' && !isUndecided) {
    return { outcome: isRunning(stint) ? 'already so' : 'not possible' };
  }
  const generation = stint.generation + (isUndecided ? 1 : 0);
  const released: Stint = {
    ...withoutStatus(stint),
    generation,
    revision: stint.revision + 1,
    facts: { ...stint.facts, ...(reason && { reason }) },
    released: true,
    status: 'reported',
  };
  const { questions, consequences } = closeQuestions(file.questions, ofStint(stint), answered('released', given.now));
  return {
    outcome: 'done',
    write: {
      person: { ...withStint(file.person, released), expires: undefined },
      questions,
      consequences: isUndecided ? [...consequences, start(released)] : consequences,
      entries: [entry(reason ? `released: ${reason}` : 'released', stint, 'hr', given)],
    },
  };
}

/** Says of a running departure that nobody is to be asked: it ends as not eligible, by HR's word. */
export function exclude(file: PersonFile, given: Given): Decision<HrOutcome> {
  const stint = newestStint(file.person);
  if (!stint) return { outcome: 'unknown person' };
  if (stint.status === 'not eligible') return { outcome: 'already so' };
  if (!isRunning(stint)) return { outcome: 'not possible' };
  const { questions, consequences } = closeQuestions(file.questions, ofStint(stint), closed('excluded', given.now));
  const ended = endDeparture(file.person, stint, { rule: 'excluded-by-hr', by: 'hr' }, given);
  return { outcome: 'done', write: { ...ended, questions, consequences } };
}

/** Records a personal address that HR found out. One that differs from an address in use is confirmed by its owner first. */
export function giveAddress(file: PersonFile, address: string, given: Given): Decision<HrOutcome> {
  const { person, profile } = file;
  if (!newestStint(person) || !profile) return { outcome: 'unknown person' };
  // HR may say of an address that bounced that it works after all.
  if (profile.reportedAddress === address && !person.bounced) return { outcome: 'already so' };
  const write = withAddress(file, address, 'hr', given);
  return write ? { outcome: 'done', write } : { outcome: 'not possible' };
}

/** Stops all programme mail, as somebody asked by reply, telephone or letter. */
export function optOut(file: PersonFile, proof: Proof, given: Given): Decision<HrOutcome> {
  if (!newestStint(file.person)) return { outcome: 'unknown person' };
  const { outcome, write } = stopMail(file, proof, given, 'hr');
  if (outcome === 'over') return { outcome: 'not possible' };
  return write ? { outcome: 'done', write } : { outcome: 'already so' };
}

/** Erases everything about somebody, as they asked. */
export function erasePerson(file: PersonFile, given: Given): Decision<HrOutcome> {
  const { stints } = file.person;
  if (stints.length === 0) return { outcome: 'unknown person' };
  // Said again, it is done again: what relay could not delete then, it deletes now.
  if (!file.profile && stints.every(isTombstone)) {
    const { person } = file;
    return { outcome: 'already so', write: { person, consequences: [{ kind: 'erase', at: given.now }] } };
  }
  return { outcome: 'done', write: erase(file, { ending: 'erased' }, given) };
}
