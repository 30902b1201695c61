import type { Contribution } from '../../functions/domain/contribution.ts';
import { moneyInWords } from '../../functions/domain/money.ts';
import type { Policy } from '../../functions/domain/policy.ts';
import type { Reward } from '../../functions/domain/reward.ts';
import { isRewarded, type Rewarded } from '../../functions/domain/reward-screening.ts';
import { approvalEndsAt, rewardStanding } from './standing.ts';

/** How rewards are listed. */

/** They wait for people, in this order. */
const waiting: readonly Reward['status'][] = ['asking', 'approved', 'instructed'];

/** The rewards among contributions: those that wait for approval, then for their payout, then the others, newest first. */
export function rewardsAmong(contributions: readonly Contribution[]): Rewarded[] {
  const rank = ({ reward }: Rewarded) => {
    const place = waiting.indexOf(reward.status);
    return place < 0 ? waiting.length : place;
  };
  return contributions.filter(isRewarded).toSorted((a, b) => rank(a) - rank(b) || b.number - a.number);
}

/** One reward in the list. */
export type ListedReward = Pick<Contribution, 'number' | 'kind'> &
  Pick<Reward, 'status' | 'amount' | 'currency' | 'needed' | 'clawedBackOn'> & {
    approvals: number;
    approveUntil?: string;
    payout?: Pick<NonNullable<Reward['payout']>, 'id' | 'by' | 'isSent' | 'file' | 'paidOn'>;
  };

/** What of a reward is listed. */
export function listedReward({ number, kind, reward }: Rewarded, policy: Policy): ListedReward {
  const { status, amount, currency, needed, said, payout, clawedBackOn } = reward;
  return {
    number,
    kind,
    status,
    amount,
    currency,
    needed,
    approvals: said.filter(({ decision }) => decision === 'approve').length,
    ...(status === 'asking' && { approveUntil: approvalEndsAt(reward, policy) }),
    ...(payout && { payout: listedPayout(payout) }),
    ...(clawedBackOn && { clawedBackOn }),
  };
}

function listedPayout({ id, by, isSent, file, paidOn }: NonNullable<Reward['payout']>): ListedReward['payout'] {
  return { id, by, isSent, ...(file !== undefined && { file }), ...(paidOn && { paidOn }) };
}

/** The rewards for people, in the order given. */
export function rewardsText(rewards: readonly Rewarded[], policy: Policy): string {
  if (rewards.length === 0) {
    return 'There is no reward yet: one is screened once something came of a contribution; see "contribution list".';
  }
  const amounts = rewards.map(({ reward }) => moneyInWords(reward.amount, reward.currency, 'en'));
  const widths = {
    number: Math.max(...rewards.map(({ number }) => String(number).length)),
    kind: Math.max(...rewards.map(({ kind }) => kind.length)),
    amount: Math.max(...amounts.map((amount) => amount.length)),
  };
  return rewards
    .map((contribution, index) => {
      const number = String(contribution.number).padStart(widths.number);
      const amount = (amounts[index] ?? '').padEnd(widths.amount);
      return `${number}  ${contribution.kind.padEnd(widths.kind)}  ${amount}  ${rewardStanding(contribution, policy)}`;
    })
    .join('\n');
}
