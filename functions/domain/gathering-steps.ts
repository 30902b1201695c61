import type { Given } from './decision.ts';
import { dateOfGathering, type Gathering, type GatheringDecision } from './gathering.ts';
import { datesOf, type Plan } from './gathering-plan.ts';
import { closePlanReview, planReviewBy } from './plan-review.ts';
import { dateAfter, type PlainDate } from './time.ts';

/** What comes next for a gathering: its execution takes stock at its start and after every step. */

/** What its execution does next, or how it ended. */
export type NextStep =
  | 'ask for the review'
  | 'tell the admin'
  | 'tell the hosts'
  | 'tell of the change'
  | 'invite'
  | 'remind'
  | 'close the answers'
  | 'send the details'
  | 'thank'
  | 'book the cost'
  | 'tell of the cancellation'
  | 'wait'
  | 'over'
  | 'cancelled'
  | 'refused'
  | 'not reviewed'
  | 'withdrawn';

/** Takes stock; waiting is written, so that whoever wakes it knows that it waits. */
export function takeStockOfGathering(found: Gathering, given: Given): GatheringDecision<NextStep> {
  const date = dateOfGathering(found, given);
  const isUnreviewed = date > (planReviewBy(found, given) ?? date);
  const gathering = isUnreviewed ? closePlanReview(found, given) : found;
  const next = nextStep(gathering, date, given);
  if (next !== 'wait') return { outcome: next, ...(isUnreviewed && { write: { gathering } }) };
  const due = nextDate(gathering, date, given) ?? dateAfter(date, 'P1D');
  return { outcome: 'wait', write: { gathering: { ...gathering, due, waits: gathering.waits + 1 } } };
}

function nextStep(gathering: Gathering, date: PlainDate, given: Given): NextStep {
  const { status, decided, draft, plan, done, restUntil } = gathering;
  const isResting = restUntil !== undefined && restUntil > date;
  if (draft && askAgainOn(gathering, given) <= date) return isResting ? 'wait' : 'ask for the review';
  if (decided && !decided.told) return isResting ? 'wait' : 'tell the admin';
  switch (status) {
    case 'in review':
      return 'wait';
    case 'cancelled':
      if (done.cancellation || (plan && datesOf(plan, given.policy).end < date)) return 'cancelled';
      return isResting ? 'wait' : 'tell of the cancellation';
    case 'announced':
      return (plan && !isResting && stageOn(gathering, plan, date, given)) || 'wait';
    default:
      return status;
  }
}

/** The stage that is due on a date, in the order of a gathering's life. */
function stageOn({ done, revision }: Gathering, plan: Plan, date: PlainDate, { policy }: Given): NextStep | undefined {
  const dates = datesOf(plan, policy);
  const isBefore = date <= dates.end;
  // First, for mail may take days, and nobody answers meanwhile.
  if (date > dates.deadline && !done.closed) return 'close the answers';
  if (isBefore && (done.hosts ?? 0) < revision) return 'tell the hosts';
  if (isBefore && (done.told ?? 0) < revision) return 'tell of the change';
  if (date <= dates.deadline && (done.invited ?? 0) < revision) return 'invite';
  if (date <= dates.deadline && dates.reminders.some((on) => on <= date && on > (done.reminded ?? ''))) return 'remind';
  if (isBefore && date >= dates.details && !done.details) return 'send the details';
  if (!isBefore && !done.thanked) return 'thank';
  if (date > dates.survey) return 'book the cost';
  return undefined;
}

/** When the reviewer is asked for the first time, and then again and again. */
function askAgainOn({ draft }: Gathering, given: Given): PlainDate {
  const last = draft?.asked.at(-1);
  if (!last) return '0000-01-01';
  const again = dateAfter(last, given.policy.review.remindEvery);
  // The demo's waits are seconds, and a sweep comes once a day.
  const tomorrow = dateAfter(last, 'P1D');
  return again > tomorrow ? again : tomorrow;
}

/** The next date on which something is due. */
function nextDate(gathering: Gathering, date: PlainDate, given: Given): PlainDate | undefined {
  const { draft, plan, restUntil } = gathering;
  const reviewEnds = planReviewBy(gathering, given);
  const dayAfter = (day: PlainDate) => dateAfter(day, 'P1D');
  const dates = plan && datesOf(plan, given.policy);
  const candidates = [
    ...(restUntil ? [restUntil] : []),
    ...(draft ? [askAgainOn(gathering, given)] : []),
    ...(reviewEnds ? [dayAfter(reviewEnds)] : []),
    ...(dates
      ? [...dates.reminders, dayAfter(dates.deadline), dates.details, dayAfter(dates.end), dayAfter(dates.survey)]
      : []),
  ];
  return candidates.filter((candidate) => candidate > date).sort()[0];
}
