import * as z from 'zod/mini';
import { leavingReasons, protectedReasons } from './employment.ts';
import { approvalRules } from './policy-approval.ts';
import { amount, bilingual, cap, days, duration } from './policy-fields.ts';

/** The policy's part on coming back: its conditions, who decides, and what is done until somebody has settled in. */

export const unprotected = z
  .array(z.enum(leavingReasons))
  .check(
    z.refine(
      (reasons) => !reasons.some((reason) => protectedReasons.has(reason)),
      'leaving for pregnancy, childbirth, child care or family care is never excluded (育児・介護休業法27条)',
    ),
  );

const limits = { leastTimeAway: duration, longestTimeAway: duration, leastTenure: duration };
/** A kind of contract that may come back has rules of its own in the place of the general ones, or none. */
const ownLimits = z.optional(
  z.strictObject({
    leastTimeAway: z.optional(duration),
    longestTimeAway: z.optional(duration),
    leastTenure: z.optional(duration),
  }),
);

/** What must hold for somebody to come back; told to everybody in words. */
export const returnConditions = z
  .strictObject({
    ...limits,
    excludedReasons: unprotected,
    /** How often somebody may come back. */
    mostReturns: z.int().check(z.minimum(1)),
    /** On which kinds of contract. */
    contracts: z.strictObject({
      permanent: ownLimits,
      'fixed-term': ownLimits,
      'part-time': ownLimits,
      freelance: ownLimits,
    }),
  })
  .check(
    z.refine(({ contracts }) => Object.values(contracts).some((own) => own !== undefined), {
      error: 'must name a kind of contract at least, or nobody could come back',
      path: ['contracts'],
    }),
  );

const task = z.strictObject({
  /** An address, or the receiving manager, whom the offer names. */
  owner: z.union([z.literal('manager'), z.email()]),
  /** Done so long before the first day. */
  before: days,
});

export const rehire = z
  .strictObject({
    /** Somebody's return is opened no more often. */
    cap,
    /** Whether somebody may come back although a condition does not hold: two people of HR agree, with a reason. */
    override: z.strictObject(approvalRules),
    /** Whether an offer is made. */
    decision: z.strictObject(approvalRules),
    /** Whoever something is waited for is reminded so often. */
    remindEvery: days,
    /** Then the decision is asked for without a talk. */
    talkWithin: days,
    /** Then the case expires. */
    offerWithin: days,
    /** Then the offer lapses. */
    answerWithin: days,
    tasks: z.strictObject({
      /** The return in the HR system; where that is connected it is told, and confirms. */
      hris: task,
      /** Account and devices. */
      account: task,
      /** What somebody knows already, and what has changed since. */
      orientation: task,
      /** Confidentiality and compliance. */
      refresh: task,
      buddy: task,
      /** The note to the receiving manager and their team. */
      culture: task,
    }),
    /** A task that is overdue for so long is told to HR. */
    escalateAfter: days,
    /** What was introduced or changed here, and when: who left before it has not seen it. */
    changes: z.array(z.strictObject({ on: z.iso.date(), what: bilingual })),
    /** After the first day, in order. */
    checkIns: z.array(days).check(z.minLength(1)),
    /** What an agency would have cost, by the kind of contract; 0 where none is used for it. */
    agencyFee: z.strictObject({ permanent: amount, 'fixed-term': amount, 'part-time': amount, freelance: amount }),
  })
  .check(
    z.refine(({ override }) => override.approvers.length > 1, {
      error: 'needs two approvers at least, since two people must agree',
      path: ['override', 'approvers'],
    }),
  );
