import type { Decision, Given, PersonFile } from './decision.ts';
import { closeQuestions } from './decision.ts';
import { erase } from './erasure.ts';
import { type Person, isTombstone, withStint } from './person.ts';
import { answered } from './question.ts';
import type { PlainDate } from './time.ts';

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
  if (person.expires && person.expires <= date) {
    if (!file.profile && person.stints.every((stint) => isTombstone(stint) || stint.status === 'cancelled')) {
      return { outcome: 'forgotten' };
    }
    return { outcome: 'erased', write: erase(file, { ending: 'erased' }, given) };
  }
  const early = person.stints.find((stint) => 'startsOn' in stint && stint.startsOn !== undefined && stint.startsOn <= date);
  if (early?.status !== 'reported') return { outcome: 'nothing due' };
  const { startsOn: _, ...begun } = early;
  return {
    outcome: 'begun',
    write: {
      person: withStint(person, begun),
      consequences: [{ kind: 'start', machine: 'offboarding', stint: early.number, generation: early.generation }],
      entries: [{ at: given.now, what: 'departure near', stint: early.number, by: 'calendar', policyVersion: given.policy.version }],
    },
  };
}

/** The calendar answers: the last day is over. */
export function lastDayReached(file: PersonFile, questionId: string, date: PlainDate, given: Given): Decision<'answered' | 'settled'> {
  const question = file.questions.find(({ id }) => id === questionId);
  if (question?.status !== 'open' || question.due === undefined || question.due > date) return { outcome: 'settled' };
  return {
    outcome: 'answered',
    write: {
      person: file.person,
      ...closeQuestions(
        file.questions,
        ({ id }) => id === questionId,
        (open) => answered(open, 'reached', given.now),
      ),
    },
  };
}

