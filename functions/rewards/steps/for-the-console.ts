import { kindNames } from '../../domain/contribution-wording.ts';
import type { Given } from '../../domain/decision.ts';
import { moneyInWords } from '../../domain/money.ts';
import { approvalEnds } from '../../domain/reward-approval.ts';
import type { Rewarded } from '../../domain/reward-screening.ts';

/** What an execution that waits shows in the console, without personal data: all that an approver needs. */
export type Waiting = {
  kind: string;
  amount: string;
  currency: string;
  rules: string[];
  budgetLeft: string;
  approvalsNeeded: number;
  approvedBy: string[];
  due: string;
  /** The input with which an approver starts decide-reward. */
  decideReward: { reward: string; decision: string; code: string; note: string };
};

export function forTheConsole({ number, kind, reward }: Rewarded, given: Given): Waiting {
  const { amount, currency, budgetLeft, rules, needed, said } = reward;
  return {
    kind: kindNames[kind].en,
    amount: moneyInWords(amount, currency, 'en'),
    currency,
    rules: [`policy ${given.policy.version}`, ...rules.map(({ rule, says }) => `${rule}: ${says}`)],
    budgetLeft: moneyInWords(budgetLeft, currency, 'en'),
    approvalsNeeded: needed,
    approvedBy: said.map(({ approver }) => approver),
    due: approvalEnds(reward, given),
    decideReward: { reward: String(number), decision: 'approve', code: 'the code in your mail', note: '' },
  };
}
