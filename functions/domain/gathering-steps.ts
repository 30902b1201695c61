import type { Given } from './decision.ts';
import { type Announced, dateOfGathering, type Gathering, type GatheringDecision } from './gathering.ts';
import { datesOf, type Plan, startOf } from './gathering-plan.ts';
import { closePlanReview, planReviewBy } from './plan-review.ts';
import type { Policy } from './policy.ts';
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

/** The reviewer was asked, for the first time or again. */
export function reviewAsked(gathering: Gathering, given: Given): GatheringDecision<'noted'> {
  const { draft } = gathering;
  if (!draft) return { outcome: 'noted' };
  const asked = [...draft.asked, dateOfGathering(gathering, given)];
  return { outcome: 'noted', write: { gathering: { ...gathering, draft: { ...draft, asked } } } };
}

/** The admin was told what came of a review. */
export function decisionTold(gathering: Gathering): GatheringDecision<'noted'> {
  const { decided } = gathering;
  if (!decided) return { outcome: 'noted' };
  return { outcome: 'noted', write: { gathering: { ...gathering, decided: { ...decided, told: true } } } };
}

/** Nobody can be written to any more today. */
export function restedUntilTomorrow(gathering: Gathering, given: Given): GatheringDecision<'noted'> {
  const restUntil = dateAfter(dateOfGathering(gathering, given), 'P1D');
  return { outcome: 'noted', write: { gathering: { ...gathering, restUntil } } };
}

/** Whether places are given away still: it has not begun. */
export function takesPlaces({ status, done, plan }: Announced, { now }: Given): boolean {
  return status === 'announced' && !done.thanked && Date.parse(now) < Date.parse(startOf(plan));
}

/** The last day on which an offered place is kept: for the policy's time, but not beyond the day before. */
export function offeredUntil(gathering: Announced, given: Given): PlainDate {
  const { details, start } = datesOf(gathering.plan, given.policy);
  const date = dateOfGathering(gathering, given);
  const until = dateAfter(date, given.policy.gatherings.acceptWithin);
  if (until <= details) return until;
  return details > date ? details : start;
}

/** The last day on which what guests said they need is kept. */
export function needsUntil({ plan, draft }: Gathering, policy: Policy): PlainDate | undefined {
  const known = plan ?? draft?.plan;
  return known && dateAfter(datesOf(known, policy).end, policy.retention.needs);
}
