import * as z from 'zod/mini';
import type { Given } from './decision.ts';
import type { ApprovalRules } from './policy-approval.ts';
import { type Instant, instantAfter } from './time.ts';

/** An approval: listed people decide in time, each with a code of their own. A reward carries one, and a rehire two. */

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

export const approvalFields = {
  /** How many people must agree. */
  needed: z.int(),
  askedAt: z.optional(z.string()),
  asked: z.array(Asked),
  /** Approvers whose own matter it is: nobody asks them. */
  barred: z.array(z.string()),
  said: z.array(Said),
  reminders: z.int(),
  isEscalated: z.boolean(),
  /** What is to be mailed to those who were asked. */
  mail: z.optional(AskingMail),
  /** Attempts with a code that is none. */
  refused: z.int(),
};

/** What of a record its approval is. */
const Approval = z.strictObject(approvalFields);
export type Approval = z.infer<typeof Approval>;

/** Whose code it is, of which generation of the matter, and which of their codes. */
export type Holder = Pick<Asked, 'approver' | 'round'> & { generation: number };

/** What an approver's link is about, and within their code: `7-1-2-saito`. */
export function approvalMatter(number: number, { generation, round, approver }: Holder): string {
  return `${number}-${generation}-${round}-${approver}`;
}

/** Reads what an approver's link is about. */
export function readApprovalMatter(matter: string): Holder & { number: number } {
  const [number = 0, generation = 0, round = 0] = matter.split('-', 3).map(Number);
  return { number, generation, round, approver: matter.split('-').slice(3).join('-') };
}

/** Those who were asked and have not answered. */
export function undecided({ asked, said }: Pick<Approval, 'asked' | 'said'>): Asked[] {
  return asked.filter(({ approver }) => !said.some((word) => word.approver === approver));
}

/**
 * The approval as it begins: so many of the policy's list are asked as must agree, in its order.
 * @param barred approvers whose own matter it is
 */
export function firstAsked(
  { approvers }: ApprovalRules,
  { needed, barred }: { needed: number; barred: readonly string[] },
  now: Instant,
): Approval {
  const free = approvers.filter(({ id }) => !barred.includes(id));
  return {
    needed,
    askedAt: now,
    asked: free.slice(0, needed).map(({ id }) => ({ approver: id, round: 1, isSpent: false })),
    barred: [...barred],
    said: [],
    reminders: 0,
    isEscalated: false,
    mail: 'ask',
    refused: 0,
  };
}

/** When an approval expires. */
export function approvalEnds({ askedAt }: Approval, { window }: ApprovalRules, { policy, now }: Given): Instant {
  return instantAfter(askedAt ?? now, window, policy.company.timeZone);
}

/** Whether the time to decide is over. */
export function isExpired(approval: Approval, rules: ApprovalRules, given: Given): boolean {
  return Date.parse(approvalEnds(approval, rules, given)) <= Date.parse(given.now);
}
