import type { Given } from './decision.ts';
import type { Finding } from './edition-content.ts';
import {
  type Announced,
  type Draft,
  dateOfGathering,
  type Gathering,
  type GatheringDecision,
  isGoingOn,
  takesAnswers,
} from './gathering.ts';
import { doneBy, woken } from './gathering-notes.ts';
import { changesOf, datesOf, type Host, type Plan, wordsOf } from './gathering-plan.ts';
import { scan } from './leak-scan.ts';
import { DecidedBy, type Obstacle, obstacle, type ReviewAnswer } from './review.ts';
import { dateAfter, type PlainDate } from './time.ts';
import { titlesOf } from './variants.ts';

/** The review of a gathering's plan, the first one and every changed one. */

/** What a reviewer's code and link are about: the gathering and the submission. */
export function planMatter({ number, submissions }: Pick<Gathering, 'number' | 'submissions'>): string {
  return `${number}-${submissions}`;
}

/** The gathering and the submission that a reviewer's link is about. */
export function readPlanMatter(matter: string): { number: number; submission: number } {
  const [number = 0, submission = 0] = matter.split('-').map(Number);
  return { number, submission };
}

/** What a reviewer's code is about. */
export function planCode(gathering: Gathering): string {
  return `gathering-${planMatter(gathering)}`;
}

export type PlanReviewOutcome = 'approved' | 'refused' | 'already so' | Obstacle | 'over';

/**
 * The reviewer's decision on one submission.
 * @param submission the one that the reviewer saw; a later one has a review of its own
 */
export function reviewPlan(
  gathering: Gathering,
  submission: number,
  { decision, by, note }: ReviewAnswer,
  given: Given,
): GatheringDecision<PlanReviewOutcome> {
  const { draft, decided } = gathering;
  const outcome = decision === 'approve' ? 'approved' : 'refused';
  const isLate = dateOfGathering(gathering, given) > (planReviewBy(gathering, given) ?? '');
  if (!draft || gathering.submissions !== submission || !isGoingOn(gathering) || isLate) {
    return { outcome: decided?.submission === submission && decided.outcome === outcome ? 'already so' : 'over' };
  }
  const { refused } = judge(draft.plan, given);
  if (outcome === 'approved' && refused) return { outcome: refused };
  const settled = settleReview(gathering, outcome, { by, ...(note && { note }) }, given);
  if (outcome === 'refused') return { outcome, write: woken(settled, given) };
  return { outcome, write: woken(inForce(settled, draft, given), given) };
}

/** A review is over. @returns the gathering without the draft, with how it was decided */
function settleReview(
  gathering: Gathering,
  outcome: 'approved' | 'refused' | 'not reviewed',
  how: { by: DecidedBy; note?: string },
  { now, policy }: Given,
): Gathering {
  const { draft: _, ...rest } = gathering;
  const decided = { submission: gathering.submissions, ...about(gathering), outcome, at: now, told: false, ...how };
  // A change that is not approved leaves the plan as it was.
  const status = gathering.plan || outcome === 'approved' ? gathering.status : outcome;
  return { ...rest, status, decided, policyVersion: policy.version };
}

/** What the admin is told of a review, besides its outcome. */
function about({ draft, plan }: Gathering): Pick<NonNullable<Gathering['decided']>, 'change' | 'titles'> {
  return { change: plan !== undefined, titles: titlesOf(draft?.plan.variants ?? {}) };
}

/** A plan comes into force. */
function inForce(gathering: Gathering, { plan, digest }: Draft, given: Given): Gathering {
  const { done, submissions, revision, changed = [] } = gathering;
  const news = gathering.plan && [
    // What an earlier change brought and nobody has been told of yet is news too.
    ...new Set([...(done.told === revision ? [] : changed), ...changesOf(gathering.plan, plan)]),
  ];
  const { restUntil: _, ...rest } = gathering;
  return {
    ...rest,
    status: 'announced',
    plan,
    digest,
    revision: submissions,
    // Before the first plan nobody had been told of anything; and of some changes there is nothing to tell.
    done: { ...doneBy(plan, gathering, given), ...(!news?.length && { told: submissions }) },
    ...(news && { changed: news }),
    formerHosts: formerHosts(gathering, plan),
  };
}

/** Hosts who are not expected any more. */
function formerHosts({ plan, formerHosts: before = [] }: Gathering, after: Plan): Host[] {
  const known = new Map([...before, ...(plan?.hosts ?? [])].map((host) => [host.email, host]));
  for (const { email } of after.hosts) known.delete(email);
  return [...known.values()];
}

/** Closes a review that nobody answered. */
export function closePlanReview(gathering: Gathering, given: Given): Gathering {
  return settleReview(gathering, 'not reviewed', { by: 'calendar' }, given);
}

/**
 * The last date on which the reviewer's word counts: nobody is invited after the last day to answer, or told of a change
 * after the start; and what is over does not change any more.
 */
export function planReviewBy({ draft, plan }: Gathering, given: Given): PlainDate | undefined {
  if (!draft) return undefined;
  const dates = datesOf(draft.plan, given.policy);
  const lasts = plan ? [dates.start, datesOf(plan, given.policy).end] : [dates.deadline];
  return [dateAfter(draft.submittedOn, given.policy.review.window), ...lasts].sort()[0];
}

/** What the disclosure guard says of a plan, by the rules of today. */
export function judge(plan: Plan, given: Given): { findings: Finding[]; refused?: Obstacle | undefined } {
  const words = wordsOf(plan);
  const findings = scan(words, given.policy);
  return { findings, refused: obstacle(words, findings, given) };
}

/** An announced gathering that takes answers, by the rules of today. */
export function isUpcoming(gathering: Gathering, given: Given): gathering is Announced {
  return takesAnswers(gathering, given) && judge(gathering.plan, given).refused === undefined;
}
