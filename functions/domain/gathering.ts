import * as z from 'zod/mini';
import { type Consequence, type Given, today } from './decision.ts';
import { datesOf, Host, Plan, PlanChange, startOf } from './gathering-plan.ts';
import { DecidedBy } from './review.ts';
import { dateAfter, type PlainDate } from './time.ts';

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

/** What is done; a step that is called again finds it here. */
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

/** Whether its day is over, by the plan in force. */
export function isPast(gathering: Gathering, given: Given): boolean {
  const { plan } = gathering;
  return plan !== undefined && datesOf(plan, given.policy).end < dateOfGathering(gathering, given);
}

/** Whether anything may still become of it. */
export function isGoingOn({ status }: Gathering): boolean {
  return status === 'in review' || status === 'announced';
}

/** Whether a gathering takes new answers. */
export function takesAnswers(gathering: Gathering, given: Given): gathering is Announced {
  const { status, done, plan } = gathering;
  return (
    status === 'announced' && !done.closed && plan !== undefined && plan.deadline >= dateOfGathering(gathering, given)
  );
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
