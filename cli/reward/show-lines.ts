import type { Contribution } from '../../functions/domain/contribution.ts';
import { approverName, ruleInWords } from '../../functions/domain/contribution-wording.ts';
import { moneyInWords } from '../../functions/domain/money.ts';
import type { Policy } from '../../functions/domain/policy.ts';
import type { Reward } from '../../functions/domain/reward.ts';
import type { RuleResult } from '../../functions/domain/reward-rules.ts';
import { isRewarded } from '../../functions/domain/reward-screening.ts';
import { askedInWords, timesReminded, wordInWords } from '../approval-lines.ts';
import { payoutInWords, rewardStanding } from './standing.ts';

/** A reward as `contribution show` tells it: the rules, who decided and how it is paid. */

export type Line = readonly [term: string, text: string];

/** The reward of a contribution; nothing where it has none. */
export function rewardLines(contribution: Contribution, policy: Policy): Line[] {
  if (!isRewarded(contribution)) return [];
  const { reward } = contribution;
  const { amount, currency, rules, needed, asked, said, refused, payout, taxCategory } = reward;
  return [
    ['Reward', `${moneyInWords(amount, currency, 'en')}, ${rewardStanding(contribution, policy)}`],
    ...rules.map((result): Line => [`Rule ${result.rule}`, `${result.says}${whyInWords(result)}`]),
    ...(asked.length > 0 ? askingLines(reward, policy) : []),
    ...(needed > 1 ? [['Approvals needed', `${needed}, of different people`] as const] : []),
    ...said.map((word): Line => ['Decided', wordInWords(word, nameIn(policy), policy)]),
    ...(refused > 0 ? [['Refused attempts', String(refused)] as const] : []),
    ...(payout ? [['Payout', payoutLine(reward)] as const] : []),
    ...(payout ? [['Tax category', taxCategory] as const] : []),
  ];
}

/** What stands against the reward, or is to be looked at. */
function whyInWords(result: RuleResult): string {
  return result.says === 'passes' ? '' : `: ${ruleInWords(result, 'en').text}`;
}

function askingLines(reward: Reward, policy: Policy): Line[] {
  const { budgetLeft, currency } = reward;
  return [
    ['Budget left', `${moneyInWords(budgetLeft, currency, 'en')}, when the approvers were asked`],
    ['Asked', askedInWords(reward, nameIn(policy))],
  ];
}

function nameIn(policy: Policy): (approver: string) => string {
  return (approver) => approverName(approver, policy);
}

function payoutLine(reward: Reward): string {
  const reminders = reward.payout?.reminders ?? 0;
  return `${payoutInWords(reward)}${reminders > 0 ? `; the admin was ${timesReminded(reminders)}` : ''}`;
}
