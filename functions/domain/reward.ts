import * as z from 'zod/mini';
import { approvalFields } from './approval.ts';
import { RuleResult } from './reward-rules.ts';

/** What a contribution earns, from the rules to the payout. It goes by the number of its contribution. */

const Payout = z.strictObject({
  /** By which the payout system knows it, for ever: under it nothing is paid twice. */
  id: z.string(),
  at: z.string(),
  by: z.enum(['webhook', 'file']),
  /** The payout system has taken it, or it stands in a file: the number of that. */
  isSent: z.boolean(),
  file: z.optional(z.int()),
  /** How often whoever runs the programme was told that nothing is confirmed. */
  reminders: z.int(),
  /** Such a mail is to be sent. */
  isToRemind: z.boolean(),
  paidOn: z.optional(z.iso.date()),
});

/**
 *   to be screened → asking → approved → instructed → paid
 * Before the approval: `blocked` by a rule, `put off` until the next budget, `rejected`, `expired`. `declined` by the
 * alumnus, until the payout is instructed. Paid is final; what is claimed back is noted beside it.
 */
export const Reward = z.strictObject({
  /** Counts its executions: approval may be asked for again. */
  generation: z.int(),
  status: z.enum([
    'to be screened',
    'put off',
    'blocked',
    'asking',
    'approved',
    'rejected',
    'expired',
    'declined',
    'instructed',
    'paid',
  ]),
  /** What each rule said, in their order. */
  rules: z.array(RuleResult),
  amount: z.int(),
  currency: z.string(),
  taxCategory: z.string(),
  /** What was left of the budget when the approvers were asked. */
  budgetLeft: z.int(),
  /** The period whose budget it was taken from. */
  period: z.optional(z.string()),
  ...approvalFields,
  payout: z.optional(Payout),
  clawedBackOn: z.optional(z.iso.date()),
});
export type Reward = z.infer<typeof Reward>;

/** By which the payout system knows a reward. */
export function payoutId(number: number): string {
  return `payout-${number}`;
}
