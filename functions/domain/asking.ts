import {
  closeQuestions,
  type Decision,
  entry,
  type Given,
  ofStint,
  type PersonFile,
  resume,
  type Write,
} from './decision.ts';
import { erase } from './erasure.ts';
import { endDeparture } from './ineligible.ts';
import { isLive, type Stint, withStint } from './person.ts';
import { inUse, withoutReported } from './profile.ts';
import {
  closed,
  mostReminders,
  overdueFrom,
  type Question,
  type QuestionKind,
  questionId,
  windowEnd,
} from './question.ts';
import { currentStint, type StintRef, type Stock, standing } from './stock.ts';
import { dateAfter } from './time.ts';

/** What the state machine does with a question: ask it, remind of it, and in the end close it. */

const needFor: Record<QuestionKind, Stock> = {
  reason: 'on hold',
  address: 'address needed',
  confirmation: 'address unconfirmed',
  consent: 'consent needed',
  'last day': 'waiting for the last day',
};

/** `needless` when the departure went another way since its execution took stock. */
export type AskOutcome = 'asked' | 'needless';

/**
 * Asks a question, unless it was asked before: the same matter has the same id.
 * @param kind what to ask; it must be what the departure needs now
 */
export function ask(file: PersonFile, ref: StintRef, kind: QuestionKind, given: Given): Decision<AskOutcome> {
  const stint = currentStint(file, ref);
  // A report that came since leaves the departure to be screened again.
  if (!stint || stint.status === 'reported' || standing(file, stint, given) !== needFor[kind])
    return { outcome: 'needless' };
  const before = file.questions.find(({ id }) => id === questionId(stint, kind));
  if (before?.status === 'open') return { outcome: 'asked' };
  // Settled, and needed again all the same, as when another stint's report brought a new address: a new matter.
  const about = before ? { ...stint, revision: stint.revision + 1 } : stint;
  const asked: Question = {
    id: questionId(about, kind),
    kind,
    stint: ref.stint,
    generation: ref.generation,
    askedAt: given.now,
    reminders: 0,
    status: 'open',
  };
  const due = kind === 'last day' ? dateAfter(stint.lastDay, 'P1D') : overdueFrom(asked, stint, given.policy);
  const question: Question = { ...asked, due };
  // Asked by an attempt that a report overtook: nobody has parked on it.
  const stale = closeQuestions(file.questions, ofStint(stint), closed('changed', given.now));
  return {
    outcome: 'asked',
    write: {
      person: about === stint ? file.person : withStint(file.person, about),
      questions: [...stale.questions, question],
      consequences: stale.consequences,
      entries: [entry(`asked: ${kind}`, stint, 'rule', given)],
      ...(kind === 'consent' && file.profile && { profile: inUse(file.profile) }),
    },
  };
}

export type RemindOutcome = 'reminded' | 'quiet' | 'window over' | 'settled';

/**
 * Reads a question again after its time-out, and says whether to remind.
 * @param round which wait ended, from 1: the reminder of a round is sent once, however often this runs
 */
export function remind(file: PersonFile, questionId: string, round: number, given: Given): Decision<RemindOutcome> {
  const found = openQuestion(file, questionId);
  if (!found) return { outcome: 'settled' };
  const { question, stint } = found;
  if (Date.parse(windowEnd(question, stint, given.policy)) <= Date.parse(given.now)) return { outcome: 'window over' };
  if (round > mostReminders(question.kind, given.policy)) return { outcome: 'quiet' };
  if (question.reminders >= round) return { outcome: 'reminded' };
  return {
    outcome: 'reminded',
    write: {
      person: file.person,
      questions: [{ ...question, reminders: round }],
      entries: [entry(`reminded: ${question.kind}`, stint, 'rule', given)],
    },
  };
}

/**
 * Closes a question that nobody answered. An answer that came first wins, and an earlier close of ours is success.
 * Silence about consent ends with erasure; an unconfirmed address is dropped; a hold without word from HR ends the departure.
 */
export function close(file: PersonFile, questionId: string, given: Given): Decision<'closed' | 'settled'> {
  const found = openQuestion(file, questionId);
  if (!found) return { outcome: 'settled' };
  return { outcome: 'closed', write: closing(file, found, given) };
}

function closing(file: PersonFile, { question, stint }: Found, given: Given): Write {
  const done = { questions: [closed('no answer', given.now)(question)], consequences: resume(question) };
  switch (question.kind) {
    case 'consent':
    case 'address':
      return erase(file, { stint: stint.number, ending: 'silent' }, given);
    case 'confirmation':
      return {
        ...done,
        person: withStint(file.person, { ...stint, revision: stint.revision + 1 }),
        ...(file.profile && { profile: withoutReported(file.profile) }),
        entries: [entry('new address not confirmed, dropped', stint, 'calendar', given)],
      };
    case 'reason':
      return isLive(stint)
        ? { ...done, ...endDeparture(file.person, stint, { rule: 'no-word-from-hr', by: 'calendar' }, given) }
        : { ...done, person: file.person };
    case 'last day':
      return { ...done, person: file.person };
  }
}

type Found = { question: Question; stint: Stint };

function openQuestion(file: PersonFile, questionId: string): Found | undefined {
  const question = file.questions.find(({ id }) => id === questionId);
  if (question?.status !== 'open') return undefined;
  const stint = file.person.stints.find(({ number }) => number === question.stint);
  return stint && { question, stint };
}
