import { close } from './asking.ts';
import {
  closeQuestions,
  type Decision,
  entry,
  type Given,
  type PersonFile,
  start,
  unlisted,
  type Write,
} from './decision.ts';
import { bare, expireEvidence } from './erasure.ts';
import { identityOf, isEnded, isNeeded, type Person, rememberedUntil, type Stint, withStint } from './person.ts';
import { answered, closed, overdueFrom } from './question.ts';
import { dateAfter, later, type PlainDate } from './time.ts';

/** What the daily sweep does with somebody on a date; the calendar's part in the lifecycle. */

/** The date on which a person's item comes up: data expires, or a departure announced long ago begins. */
export function dueDate(person: Person): PlainDate | undefined {
  const dates = [person.expires, ...person.stints.map((stint) => ('startsOn' in stint ? stint.startsOn : undefined))];
  return dates.filter((date) => date !== undefined).sort()[0];
}

/** `forgotten`: not even the tombstone is needed any more, the item can go. */
export type DueOutcome = 'begun' | 'erased' | 'forgotten' | 'nothing due';

/** Acts on what is due for a person on or before a date. */
export function personDue(file: PersonFile, date: PlainDate, given: Given): Decision<DueOutcome> {
  const { person } = file;
  if (person.expires && person.expires <= date && !isNeeded(person)) {
    if (!file.profile && person.stints.every(isEnded)) return { outcome: 'forgotten' };
    return { outcome: 'erased', write: expire(file, date, given) };
  }
  const early = person.stints.find(
    (stint) => 'startsOn' in stint && stint.startsOn !== undefined && stint.startsOn <= date,
  );
  if (early?.status !== 'reported') return { outcome: 'nothing due' };
  const { startsOn: _, ...begun } = early;
  return {
    outcome: 'begun',
    write: {
      person: withStint(person, begun),
      consequences: [start(begun)],
      entries: [entry('departure near', begun, 'calendar', given)],
    },
  };
}

/**
 * Deletes what is held of a departure that came to nothing. Nobody refused, so a later report begins anew; only the
 * stint's identity stays, since the names of its executions are taken.
 */
function expire(file: PersonFile, date: PlainDate, given: Given): Write {
  const { now, policy } = given;
  const stints = file.person.stints.map(
    (stint): Stint => (isEnded(stint) ? stint : { ...identityOf(stint), status: 'expired', endedAt: now }),
  );
  const { questions, consequences } = closeQuestions(file.questions, () => true, closed('expired', now));
  const until = rememberedUntil(stints) ?? date;
  return {
    person: bare(file.person, stints, later(until, dateAfter(date, policy.retention.tombstone))),
    profile: 'delete',
    questions,
    consequences: [
      ...consequences,
      ...unlisted(file.profile?.address),
      { kind: 'erase', at: now },
      expireEvidence(given),
    ],
  };
}

/**
 * What the calendar does with a question that is due: it answers that the last day is over, and closes any other whose
 * window ended a while ago, because its execution should have done so and cannot have.
 */
export function questionDue(
  file: PersonFile,
  questionId: string,
  date: PlainDate,
  given: Given,
): Decision<'answered' | 'closed' | 'settled'> {
  const question = file.questions.find(({ id }) => id === questionId);
  const stint = file.person.stints.find(({ number }) => number === question?.stint);
  if (question?.status !== 'open' || !stint || question.due === undefined || question.due > date) {
    return { outcome: 'settled' };
  }
  if (question.kind !== 'last day') {
    return overdueFrom(question, stint, given.policy) <= date ? close(file, questionId, given) : { outcome: 'settled' };
  }
  const { questions, consequences } = closeQuestions(
    file.questions,
    ({ id }) => id === questionId,
    answered('reached', given.now),
  );
  return { outcome: 'answered', write: { person: file.person, questions, consequences } };
}
