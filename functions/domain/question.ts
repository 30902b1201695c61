import { Temporal } from 'temporal-polyfill';
import * as z from 'zod/mini';
import type { Stint } from './person.ts';
import type { Policy } from './policy.ts';
import { dateAfter, dateOf, endOf, type Instant, instantAfter, later, type PlainDate } from './time.ts';

/** Whatever a human, or the calendar, must decide: asked of somebody, answered once, or closed. */
export const questionKinds = ['reason', 'address', 'confirmation', 'consent', 'last day'] as const;
export const QuestionKind = z.enum(questionKinds);
export type QuestionKind = z.infer<typeof QuestionKind>;

export const Question = z.strictObject({
  /** Stint, generation, revision and kind: asking again after a change is a new question. */
  id: z.string(),
  kind: QuestionKind,
  stint: z.int(),
  generation: z.int(),
  askedAt: z.string(),
  reminders: z.int(),
  status: z.enum(['open', 'answered', 'closed']),
  /** What the answer was, or why it was closed. */
  outcome: z.optional(z.string()),
  settledAt: z.optional(z.string()),
  /** The execution has gone on. */
  taken: z.optional(z.boolean()),
  /** The calendar looks at it from this date on. */
  due: z.optional(z.iso.date()),
  /** Written by the state machine when it parks. */
  taskToken: z.optional(z.string()),
  parkedRound: z.optional(z.int()),
});
export type Question = z.infer<typeof Question>;

/** The permanent identity of a question: letters, digits and dashes, since mails and executions are named after it. */
export function questionId(stint: Stint, kind: QuestionKind): string {
  return `${stint.number}-${stint.generation}-${stint.revision}-${kind.replace(' ', '-')}`;
}

/**
 * When a question may be closed without an answer.
 * A request made before the last day stays open for its window after that day; one made later counts from itself.
 */
export function windowEnd(question: Question, stint: Stint, policy: Policy): Instant {
  const { timeZone } = policy.company;
  const fromLastDay = (window: string) =>
    instantAfter(later(endOf(stint.lastDay, timeZone), question.askedAt), window, timeZone);
  switch (question.kind) {
    case 'reason':
      return fromLastDay(policy.hold.window);
    case 'address':
    case 'consent':
      return fromLastDay(policy.consent.window);
    case 'confirmation':
      return instantAfter(question.askedAt, policy.address.confirmWithin, timeZone);
    case 'last day':
      return endOf(stint.lastDay, timeZone);
  }
}

/** The last date on which an answer counts: a window that ends at midnight ends with the day before. */
export function answerBy(question: Question, stint: Stint, policy: Policy): PlainDate {
  const end = Temporal.Instant.from(windowEnd(question, stint, policy)).subtract({ nanoseconds: 1 });
  return dateOf(end.toString(), policy.company.timeZone);
}

/** From this date on an execution that has not closed a question by itself never will: reminders come weeks apart at most. */
export function overdueFrom(question: Question, stint: Stint, policy: Policy): PlainDate {
  return dateAfter(answerBy(question, stint, policy), 'P14D');
}

/** How many reminders a question gets at most; the calendar needs none. */
export function mostReminders(kind: QuestionKind, policy: Policy): number {
  switch (kind) {
    case 'reason':
    case 'address':
      return Number.POSITIVE_INFINITY;
    case 'confirmation':
    case 'consent':
      return policy.consent.mostReminders;
    case 'last day':
      return 0;
  }
}

/** Gives a question its answer. */
export const answered =
  (outcome: string, now: Instant) =>
  (question: Question): Question => ({ ...question, status: 'answered', outcome, settledAt: now });

/** Closes a question that nobody needs to answer any more. */
export const closed =
  (outcome: string, now: Instant) =>
  (question: Question): Question => ({ ...question, status: 'closed', outcome, settledAt: now });
