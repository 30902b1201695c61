import * as z from 'zod/mini';
import { countryCode } from './employment.ts';
import { approvalRules } from './policy-approval.ts';
import { amount, areDifferent, bilingual, cap, days, duration, id } from './policy-fields.ts';

/** The policy's part on contributions and what they earn. */

export const contributions = z.strictObject({
  /** An alumnus contributes no more often. */
  cap,
  /** So long a contribution waits for what comes of it, and what was written is kept. */
  keep: days,
  /** Whoever owns a topic is reminded of feedback so often. */
  remindEvery: days,
  /** What feedback may be about, and who answers it. */
  topics: z.array(z.strictObject({ id, name: bilingual, owner: z.email() })).check(
    z.minLength(1),
    z.refine((topics) => areDifferent(topics.map(({ id }) => id)), 'has a topic twice'),
  ),
  leads: z.strictObject({ owner: z.email() }),
  referrals: z.strictObject({
    /** Somebody hired must stay so long. */
    holding: days,
    /** What an agency would have cost for a hire, where no other amount is reported. */
    agencyFee: amount,
  }),
});

/** What a kind of contribution earns. */
const earned = z.strictObject({
  /** 0: thanks alone. */
  amount,
  /** As the payout system names it. */
  taxCategory: z.string().check(z.minLength(1)),
  /** Countries in which it earns nothing. */
  notIn: z.array(countryCode),
});

export const rewards = z
  .strictObject({
    table: z.strictObject({ referral: earned, lead: earned, feedback: earned }),
    /** For all rewards of a period of the calendar. */
    budget: z.strictObject({ every: z.enum(['month', 'quarter', 'half-year', 'year']), amount }),
    /**
     * By what a reward for introducing a hire in Japan is lawful (職業安定法30条・36条・40条): a licence (有料職業紹介), approved
     * commissioned recruiting (委託募集), or wages to a current employee. Without one, or after its end, there is none.
     */
    hiringBasisInJapan: z.optional(
      z.strictObject({
        basis: z.enum(['licence', 'commissioned recruiting', 'wages']),
        reference: z.string().check(z.minLength(1)),
        until: z.iso.date(),
      }),
    ),
    approval: z.strictObject({
      ...approvalRules,
      /** Above this amount two different people must agree. */
      twoAbove: amount,
    }),
    /** The payout system confirms; whoever runs the programme is reminded so often, and for so long. */
    payout: z.strictObject({ remindEvery: duration, window: duration }),
  })
  .check(
    z.refine(({ table, budget }) => Object.values(table).every(({ amount }) => amount <= budget.amount), {
      error: 'must cover the largest amount of the table, or that could never be paid',
      path: ['budget', 'amount'],
    }),
    z.refine(
      ({ table, approval }) =>
        approval.approvers.length > 1 || Object.values(table).every((earned) => earned.amount <= approval.twoAbove),
      { error: 'needs two approvers at least, since an amount is above twoAbove', path: ['approval', 'approvers'] },
    ),
  );
