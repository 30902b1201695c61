import { type Given, resume } from './decision.ts';
import { dateOfGathering, type Gathering, type GatheringDecision, type GatheringWrite } from './gathering.ts';
import { datesOf, type Plan } from './gathering-plan.ts';
import { dateAfter, type PlainDate } from './time.ts';

/** What is noted of a gathering as it goes on: dates that come, steps that are done, what it cost. */

/** Writes down what a gathering cost in truth; before it is booked, it needs no correction. */
export function noteCost(gathering: Gathering, cost: number): GatheringDecision<'noted' | 'already so' | 'no plan'> {
  if (!gathering.plan) return { outcome: 'no plan' };
  if (gathering.cost === cost) return { outcome: 'already so' };
  return { outcome: 'noted', write: { gathering: { ...gathering, cost } } };
}

/** The sweep brings a date. */
export function gatheringDue(
  gathering: Gathering,
  date: PlainDate,
  given: Given,
): GatheringDecision<'woken' | 'nothing due'> {
  if (!gathering.due || gathering.due > date) return { outcome: 'nothing due' };
  const reached = gathering.reached && gathering.reached > date ? gathering.reached : date;
  return { outcome: 'woken', write: woken({ ...gathering, reached }, given) };
}

/** Something happened: whoever waits goes on. */
export function woken(gathering: Gathering, { policy }: Given): GatheringWrite {
  const { due: _, taskToken, ...rest } = gathering;
  return {
    gathering: { ...rest, policyVersion: policy.version },
    consequences: resume({ id: `gathering-${gathering.number}`, taskToken }),
  };
}

/** What is done by a plan: what it moves to a later date is done again then. */
export function doneBy(plan: Plan, gathering: Gathering, given: Given): Gathering['done'] {
  const { done } = gathering;
  const date = dateOfGathering(gathering, given);
  const { deadline, details } = datesOf(plan, given.policy);
  return { ...done, closed: done.closed && deadline < date, details: done.details && details <= date };
}

/** A step is done. */
export function stepDone(gathering: Gathering, done: Gathering['done'], given: Given): GatheringDecision<'noted'> {
  const isNews = done.told !== undefined || (done.invited !== undefined && gathering.done.invited === undefined);
  const after = {
    ...gathering,
    done: {
      ...gathering.done,
      // Nobody is reminded of what they have only just been told.
      ...(isNews && { reminded: dateOfGathering(gathering, given) }),
      ...done,
    },
    policyVersion: given.policy.version,
  };
  const { plan } = gathering;
  // The plan may have changed while the step went on.
  return { outcome: 'noted', write: { gathering: plan ? { ...after, done: doneBy(plan, after, given) } : after } };
}

/**
 * Its cost is booked: it was held.
 * @param booked the cost that was known then; another one that came meanwhile is booked first
 */
export function costBooked(gathering: Gathering, booked: number | undefined, given: Given): GatheringDecision<'noted'> {
  if (gathering.cost !== booked) return { outcome: 'noted' };
  return stepDone({ ...gathering, status: 'over' }, { booked: true }, given);
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
