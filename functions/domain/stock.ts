import { type Decision, type Entry, entry, type Given, isOver, type PersonFile } from './decision.ts';
import { screen } from './eligibility.ts';
import { endedBy, expiring } from './ineligible.ts';
import { isRunning, type Running, type Stint, withoutStatus, withStint } from './person.ts';
import { needsConfirmation } from './profile.ts';
import type { Question } from './question.ts';
import { dateAfter } from './time.ts';

/** Which stint an execution is about. */
export type StintRef = { stint: number; generation: number };

/** Where a departure stands: what its execution does next, or how it ended. */
export type Stock =
  | 'on hold'
  | 'address needed'
  | 'address unconfirmed'
  | 'consent needed'
  | 'waiting for the last day'
  | 'left'
  | 'not eligible'
  | 'no departure'
  | 'cancelled'
  | 'expired'
  | 'declined'
  | 'silent'
  | 'erased'
  | 'superseded';

/**
 * Takes stock of a departure: applies the rules to what is known now.
 * An execution asks this at its start and after every question, so that the table alone says where it goes.
 */
export function takeStock(file: PersonFile, ref: StintRef, given: Given): Decision<Stock> {
  const known = currentStint(file, ref);
  const taken = file.questions
    .filter((question) => isUntaken(question, ref))
    .map((question) => ({ ...question, taken: true }));
  if (!known) {
    const outcome = file.person.stints.length === 0 ? 'erased' : 'superseded';
    return taken.length === 0 ? { outcome } : { outcome, write: { person: file.person, questions: taken } };
  }
  const stint = isRunning(known) ? screened(known, given) : known;
  const outcome = standing(file, stint, given);
  if (stint === known && taken.length === 0) return { outcome };
  const person = withStint(file.person, stint);
  return {
    outcome,
    write: {
      person: stint.status === 'not eligible' || stint.status === 'no departure' ? expiring(person, given) : person,
      questions: taken,
      entries: stint.status === known.status ? [] : [screeningEntry(stint, given)],
    },
  };
}

/** The stint an execution is about, unless a newer generation has taken over. */
export function currentStint({ person }: PersonFile, ref: StintRef): Stint | undefined {
  return person.stints.find((stint) => stint.number === ref.stint && stint.generation === ref.generation);
}

function isUntaken(question: Question, ref: StintRef): boolean {
  return (
    question.status !== 'open' &&
    !question.taken &&
    question.stint === ref.stint &&
    question.generation === ref.generation
  );
}

function screened(stint: Running, given: Given): Stint {
  if (stint.status === 'on hold' && stint.by === 'hr') return stint;
  const base = withoutStatus(stint);
  // An alumnus stays one: the rules are for who leaves.
  if (stint.enrolledAt) return stint.status === 'consented' ? stint : { ...base, status: 'consented' };
  const verdict = screen(stint, given.policy);
  switch (verdict.outcome) {
    case 'eligible': {
      const status = stint.consentedAt ? 'consented' : 'asking';
      return stint.status === status ? stint : { ...base, status };
    }
    case 'on hold':
      return stint.status === 'on hold' ? stint : { ...base, status: 'on hold', by: 'rule' };
    case 'not eligible':
    case 'no departure':
      return endedBy(stint, verdict, given);
  }
}

/** What is next for a stint that has been screened. */
export function standing({ person, profile, questions }: PersonFile, stint: Stint, given: Given): Stock {
  switch (stint.status) {
    case 'asking':
    case 'consented': {
      if (!profile) return 'erased';
      if (needsConfirmation(profile)) return 'address unconfirmed';
      if (stint.status === 'asking') {
        const reachable = !person.bounced && (profile.address ?? profile.reportedAddress) !== undefined;
        return reachable ? 'consent needed' : 'address needed';
      }
      return isOver(stint.lastDay, given) || calendarSaidSo(questions, stint) ? 'left' : 'waiting for the last day';
    }
    case 'reported':
    case 'on hold':
      return 'on hold';
    case 'enrolled':
      return 'left';
    case 'rehired':
      return 'superseded';
    default:
      return stint.status;
  }
}

/** The sweep of a date answers for that date, whatever the clock says. */
function calendarSaidSo(questions: readonly Question[], stint: Stint): boolean {
  return questions.some(
    ({ kind, outcome, ...question }) =>
      kind === 'last day' &&
      outcome === 'reached' &&
      question.stint === stint.number &&
      question.due === dateAfter(stint.lastDay, 'P1D'),
  );
}

function screeningEntry(stint: Stint, given: Given): Entry {
  const what = stint.status === 'asking' || stint.status === 'consented' ? 'eligible' : stint.status;
  return { ...entry(what, stint, 'rule', given), ...('rule' in stint && { rule: stint.rule }) };
}
