import { alumnusStint } from './alumnus.ts';
import {
  closeQuestions,
  type Decision,
  type Entry,
  entry,
  type Given,
  type PersonFile,
  start,
  today,
  unlisted,
  type Write,
} from './decision.ts';
import { isRunning, newestStint, type Person, type Stint, withoutStatus, withStint } from './person.ts';
import { consentedStint } from './preferences.ts';
import { needsConfirmation } from './profile.ts';
import { answered, closed, type Question } from './question.ts';
import { dateBefore, type PlainDate } from './time.ts';

/**
 * Notes another personal address. One that differs from an address in use is confirmed by its owner first.
 * @returns nothing for somebody who neither leaves nor is an alumnus
 */
export function withAddress(file: PersonFile, address: string, by: Entry['by'], given: Given): Write | undefined {
  const { person, profile } = file;
  const stint = stintToConfirm(person);
  if (!stint || !profile) return undefined;
  const changed: Stint = { ...stint, revision: stint.revision + 1 };
  // An alumnus has no execution under way: a new one sees to the confirmation.
  const restarts = stint.status === 'enrolled';
  const next: Stint = restarts
    ? { ...withoutStatus(stint), revision: changed.revision, generation: stint.generation + 1, status: 'reported' }
    : changed;
  if (!restarts && !isRunning(stint)) return undefined;
  const { questions, consequences } = closeQuestions(
    file.questions,
    (question) => question.stint === stint.number && question.kind !== 'reason',
    closed('changed', given.now),
  );
  const worksAfterAll = address === profile.address;
  return {
    person: { ...withStint(person, next), bounced: person.bounced && !worksAfterAll },
    profile: { ...profile, reportedAddress: address },
    questions,
    consequences: [
      ...consequences,
      ...(restarts ? [start(next)] : []),
      ...(worksAfterAll && person.bounced ? unlisted(address) : []),
    ],
    entries: [entry('address recorded', stint, by, given)],
  };
}

/** The stint whose execution sees to a confirmation: an alumnus does not wait for a departure that came to nothing or is far ahead. */
function stintToConfirm(person: Person): Stint | undefined {
  const newest = newestStint(person);
  const isNear = newest && isRunning(newest) && !('startsOn' in newest);
  return isNear ? newest : (alumnusStint(person) ?? newest);
}

/** So many addresses may be given within 30 days: each gets a mail, and its owner may be a stranger. */
const mostChanges = 3;

function confirmationsSince({ questions }: PersonFile, date: PlainDate): number {
  return questions.filter(({ kind, askedAt }) => kind === 'confirmation' && askedAt >= date).length;
}

/** An alumnus gives another address; it comes into use once its owner has confirmed it there. */
export function changeAddress(
  file: PersonFile,
  address: string,
  given: Given,
): Decision<'asked' | 'same' | 'too often' | 'over'> {
  if (!consentedStint(file) || !file.profile) return { outcome: 'over' };
  if (address === file.profile.address) return { outcome: 'same' };
  // Sent again, it is asked again only once the question before is settled.
  if (address === file.profile.reportedAddress && isAsked(file)) return { outcome: 'asked' };
  if (confirmationsSince(file, dateBefore(today(given), 'P30D')) >= mostChanges) return { outcome: 'too often' };
  const write = withAddress(file, address, 'leaver', given);
  return write ? { outcome: 'asked', write } : { outcome: 'over' };
}

function isAsked({ questions, person }: PersonFile): boolean {
  // A departure far ahead has no execution that would ask.
  const isStarting = person.stints.some((stint) => stint.status === 'reported' && !('startsOn' in stint));
  return isStarting || questions.some(({ kind, status }) => kind === 'confirmation' && status === 'open');
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
      questions: [...questions, ...file.questions.flatMap(answeredElsewhere)],
      consequences: [...consequences, ...unlisted(file.profile?.address)],
    },
  };
}

/** Consent that was given from the old mailbox is not to be changed from there any more. */
function answeredElsewhere(question: Question): Question[] {
  return question.kind === 'consent' && question.outcome === 'given'
    ? [{ ...question, outcome: 'given at an earlier address' }]
    : [];
}
