import * as z from 'zod/mini';
import { RuleResult } from './reward-rules.ts';

/** What a contribution earns, from the rules to the payout. It goes by the number of its contribution. */

/** A listed person who is asked, and the code that proves it is them. */
const Asked = z.strictObject({
  /** Their id in the policy. */
  approver: z.string(),
  /** Counts their codes: any attempt spends one. */
  round: z.int(),
  isSpent: z.boolean(),
  /** They stand in for somebody who has not answered. */
  deputyOf: z.optional(z.string()),
});
export type Asked = z.infer<typeof Asked>;

/** How an approver's word came. */
export const SaidBy = z.enum(['console', 'link', 'cli']);
export type SaidBy = z.infer<typeof SaidBy>;

const Said = z.strictObject({
  approver: z.string(),
  decision: z.enum(['approve', 'reject']),
  at: z.string(),
  by: SaidBy,
  /** Of which execution: what is tried again after its answer was lost is the same word. */
  attempt: z.optional(z.string()),
  note: z.optional(z.string()),
});
export type Said = z.infer<typeof Said>;

/** What is mailed to approvers next: the question, reminders, the question to deputies, a new code for a spent one. */
export const AskingMail = z.enum(['ask', 'remind', 'escalate', 'new code']);
export type AskingMail = z.infer<typeof AskingMail>;

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
  /** How many people must agree. */
  needed: z.int(),
  askedAt: z.optional(z.string()),
  asked: z.array(Asked),
  /** Approvers who are the alumnus themselves: nobody asks them. */
  barred: z.array(z.string()),
  said: z.array(Said),
  reminders: z.int(),
  isEscalated: z.boolean(),
  /** What is to be mailed to those who were asked. */
  mail: z.optional(AskingMail),
  /** Attempts with a code that is none. */
  refused: z.int(),
  payout: z.optional(Payout),
  clawedBackOn: z.optional(z.iso.date()),
});
export type Reward = z.infer<typeof Reward>;

/** What a code and a link for an approver are about: `7-1-2-saito`. */
export function approvalMatter(
  number: number,
  { generation }: Pick<Reward, 'generation'>,
  { approver, round }: Pick<Asked, 'approver' | 'round'>,
): string {
  return `${number}-${generation}-${round}-${approver}`;
}

/** What an approver's link is about. */
export function readApprovalMatter(matter: string): {
  number: number;
  generation: number;
  round: number;
  approver: string;
} {
  const [number = 0, generation = 0, round = 0] = matter.split('-', 3).map(Number);
  return { number, generation, round, approver: matter.split('-').slice(3).join('-') };
}

/** What an approver's code is about. */
export function approvalCode(matter: string): string {
  return `reward-${matter}`;
}

/** By which the payout system knows a reward. */
export function payoutId(number: number): string {
  return `payout-${number}`;
}

/** Those who were asked and have not answered. */
export function undecided({ asked, said }: Reward): Asked[] {
  return asked.filter(({ approver }) => !said.some((word) => word.approver === approver));
}
