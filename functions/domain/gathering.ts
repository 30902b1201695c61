import * as z from 'zod/mini';
import { type Consequence, type Given, resume, today } from './decision.ts';
import type { Finding } from './edition-content.ts';
import { datesOf, Host, Plan, PlanChange, wordsOf } from './gathering-plan.ts';
import { scan } from './leak-scan.ts';
import { DecidedBy, type Obstacle, obstacle } from './review.ts';
import type { PlainDate } from './time.ts';

/** A gathering: its plan, reviewed before anybody hears of it and after every change, and how far it has come. */

/** A plan that waits for its reviewer. */
const Draft = z.strictObject({
  plan: Plan,
  /** Of the file: submitted again, it is the same. */
  digest: z.string(),
  /** By the gathering's calendar. */
  submittedOn: z.iso.date(),
  /** Dates on which the reviewer was asked. */
  asked: z.array(z.iso.date()),
});
export type Draft = z.infer<typeof Draft>;

/** What is behind; a step that is called again finds it here. */
const Done = z.strictObject({
  /** The revision of the plan to which everybody has been invited. */
  invited: z.optional(z.int()),
  /** The newest revision that everybody who had been invited was told of. */
  told: z.optional(z.int()),
  /** The newest revision that the organiser and the hosts were told of. */
  hosts: z.optional(z.int()),
  /** The newest date of a reminder. */
  reminded: z.optional(z.iso.date()),
  closed: z.optional(z.boolean()),
  details: z.optional(z.boolean()),
  thanked: z.optional(z.boolean()),
  booked: z.optional(z.boolean()),
  cancellation: z.optional(z.boolean()),
});
type Done = z.infer<typeof Done>;

export const Gathering = z.strictObject({
  number: z.int(),
  /** Rises with every decision. */
  version: z.int(),
  /** `not reviewed`: nobody decided in time; `over`: it was held, and its cost is booked. */
  status: z.enum(['in review', 'refused', 'not reviewed', 'withdrawn', 'announced', 'cancelled', 'over']),
  /** The one in force. */
  plan: z.optional(Plan),
  digest: z.optional(z.string()),
  /** Of the plan in force: the submission by which it came. */
  revision: z.int(),
  /** What it changed, for those who knew another one. */
  changed: z.optional(z.array(PlanChange)),
  /** Hosts of an earlier plan who are not expected any more. */
  formerHosts: z.optional(z.array(Host)),
  /** Counts what was submitted for review. */
  submissions: z.int(),
  draft: z.optional(Draft),
  /** The newest review that is over. */
  decided: z.optional(
    z.strictObject({
      submission: z.int(),
      /** Another plan was in force. */
      change: z.boolean(),
      /** Of the plan, in its languages. */
      titles: z.partial(z.strictObject({ ja: z.string(), en: z.string() })),
      outcome: z.enum(['approved', 'refused', 'not reviewed']),
      at: z.string(),
      by: DecidedBy,
      note: z.optional(z.string()),
      /** The admin was told. */
      told: z.boolean(),
    }),
  ),
  done: Done,
  /** The newest date that the sweep brought, which may be ahead of the clock. */
  reached: z.optional(z.iso.date()),
  /** SES took no more, or outreach is stopped: it goes on with this date. */
  restUntil: z.optional(z.iso.date()),
  /** What it cost in truth, in the currency's smallest unit. */
  cost: z.optional(z.int()),
  /** Waits for what comes next, up to this date. */
  due: z.optional(z.iso.date()),
  /** Counts the waits. */
  waits: z.int(),
  policyVersion: z.string(),
  /** Written by the state machine when it parks. */
  taskToken: z.optional(z.string()),
});
export type Gathering = z.infer<typeof Gathering>;
export type GatheringStatus = Gathering['status'];

/** One whose plan was approved: it goes on, was held, or was called off. */
export type Announced = Gathering & { plan: Plan };

export function isAnnounced(gathering: Gathering): gathering is Announced {
  return gathering.plan !== undefined;
}

/** What a decision about a gathering writes. */
export type GatheringWrite = { gathering: Gathering; consequences?: readonly Consequence[] };
export type GatheringDecision<Outcome extends string> = { outcome: Outcome; write?: GatheringWrite };

/** What a reviewer's code and link are about: the gathering and the submission. */
export function planMatter({ number, submissions }: Pick<Gathering, 'number' | 'submissions'>): string {
  return `${number}-${submissions}`;
}

/** A gathering and the revision of its plan, as a disclosure names it: `3-1`. */
export function toldOf({ number, revision }: Pick<Gathering, 'number' | 'revision'>): string {
  return `${number}-${revision}`;
}

/** The gathering and the revision that a disclosure names. */
export function readTold(told: string): { number: number; revision: number } {
  const [number = 0, revision = 0] = told.split('-').map(Number);
  return { number, revision };
}

/**
 * What the organiser's link is about: the gathering, and whose link it is.
 * @param organiser keyed hash of the address, so that a link ends with its owner's part in it
 */
export function doorMatter(number: number, organiser: string): string {
  return `${number}-${organiser}`;
}

/** The date by which a gathering's rules go: the sweep's, where it is ahead of the clock. */
export function dateOfGathering({ reached }: Gathering, given: Given): PlainDate {
  const date = today(given);
  return reached && reached > date ? reached : date;
}

export type PublishOutcome = 'submitted' | 'already so' | Obstacle;
type Submitted = { plan: Plan; digest: string };

/**
 * Submits the plan of a new gathering for review.
 * @param gatherings those there are, newest first
 */
export function publishGathering(
  gatherings: readonly Gathering[],
  submitted: Submitted,
  given: Given,
): GatheringDecision<PublishOutcome> & { findings: Finding[]; same?: Gathering } {
  const { findings, refused } = judge(submitted.plan, given);
  if (refused) return { outcome: refused, findings };
  const same = gatherings.find(
    ({ status, digest, draft }) =>
      (status === 'in review' && draft?.digest === submitted.digest) ||
      (status === 'announced' && digest === submitted.digest),
  );
  if (same) return { outcome: 'already so', findings, same };
  const gathering: Gathering = {
    number: (gatherings[0]?.number ?? 0) + 1,
    version: 0,
    status: 'in review',
    revision: 0,
    submissions: 1,
    draft: draftOf(submitted, today(given)),
    done: {},
    waits: 0,
    policyVersion: given.policy.version,
  };
  return {
    outcome: 'submitted',
    findings,
    write: { gathering, consequences: [{ kind: 'start gathering', gathering: gathering.number }] },
  };
}

/**
 * Submits another plan for a gathering; the one in force stays so until this one is approved.
 * `over`: it was cancelled, refused or held.
 */
export function changeGathering(
  gathering: Gathering,
  submitted: Submitted,
  given: Given,
): GatheringDecision<PublishOutcome | 'over'> & { findings: Finding[] } {
  const { findings, refused } = judge(submitted.plan, given);
  if (!isGoingOn(gathering) || isPast(gathering, given)) return { outcome: 'over', findings };
  if (refused) return { outcome: refused, findings };
  const current = gathering.draft?.digest ?? gathering.digest;
  if (current === submitted.digest) return { outcome: 'already so', findings };
  const draft = draftOf(submitted, dateOfGathering(gathering, given));
  return {
    outcome: 'submitted',
    findings,
    write: woken({ ...gathering, draft, submissions: gathering.submissions + 1 }, given),
  };
}

export function judge(plan: Plan, given: Given): { findings: Finding[]; refused?: Obstacle | undefined } {
  const words = wordsOf(plan);
  const findings = scan(words, given.policy);
  return { findings, refused: obstacle(words, findings, given) };
}

function draftOf({ plan, digest }: Submitted, submittedOn: PlainDate): Draft {
  return { plan, digest, submittedOn, asked: [] };
}

/** Whether it is behind, by the plan in force. */
function isPast(gathering: Gathering, given: Given): boolean {
  const { plan } = gathering;
  return plan !== undefined && datesOf(plan, given.policy).end < dateOfGathering(gathering, given);
}

/** Whether anything may still become of it. */
export function isGoingOn({ status }: Gathering): boolean {
  return status === 'in review' || status === 'announced';
}

/** Calls a gathering off; before its plan is approved, nobody has heard of it. */
export function cancelGathering(
  gathering: Gathering,
  given: Given,
): GatheringDecision<'cancelled' | 'withdrawn' | 'already so' | 'over'> {
  const { status, plan } = gathering;
  if (status === 'cancelled' || status === 'withdrawn') return { outcome: 'already so' };
  if (!isGoingOn(gathering) || isPast(gathering, given)) return { outcome: 'over' };
  // A mail that was put off until tomorrow does not keep this one waiting.
  const { draft: _, restUntil: __, ...rest } = gathering;
  const outcome = plan ? 'cancelled' : 'withdrawn';
  return { outcome, write: woken({ ...rest, status: outcome }, given) };
}

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

/** What is behind by a plan: what it moves to a later date is done again then. */
export function doneBy(plan: Plan, gathering: Gathering, given: Given): Done {
  const { done } = gathering;
  const date = dateOfGathering(gathering, given);
  const { deadline, details } = datesOf(plan, given.policy);
  return { ...done, closed: done.closed && deadline < date, details: done.details && details <= date };
}

/** A step that is behind. */
export function stepDone(gathering: Gathering, done: Partial<Done>, given: Given): GatheringDecision<'noted'> {
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

/** Whether a gathering takes new answers. */
export function takesAnswers(gathering: Gathering, given: Given): gathering is Announced {
  const { status, done, plan } = gathering;
  return (
    status === 'announced' && !done.closed && plan !== undefined && plan.deadline >= dateOfGathering(gathering, given)
  );
}

/** An announced gathering that takes answers, by the rules of today. */
export function isUpcoming(gathering: Gathering, given: Given): gathering is Announced {
  return takesAnswers(gathering, given) && judge(gathering.plan, given).refused === undefined;
}
