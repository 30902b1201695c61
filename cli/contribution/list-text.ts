import type { Contribution } from '../../functions/domain/contribution.ts';
import { moneyInWords } from '../../functions/domain/money.ts';
import type { Policy } from '../../functions/domain/policy.ts';
import type { Reward } from '../../functions/domain/reward.ts';
import { rewardStanding } from '../reward/standing.ts';

/** How contributions are listed. */

type ListedReward = Pick<Reward, 'status' | 'amount' | 'currency' | 'clawedBackOn'>;

/** One contribution in the list. */
export type ListedContribution = Pick<
  Contribution,
  'number' | 'kind' | 'submittedOn' | 'status' | 'because' | 'settledOn' | 'due'
> & { reward?: ListedReward };

/** What of a contribution is listed; whose it is and the key of its execution stay where they are. */
export function listedContribution(contribution: Contribution): ListedContribution {
  const { number, kind, submittedOn, status, because, settledOn, due, reward } = contribution;
  return {
    number,
    kind,
    submittedOn,
    status,
    ...(because && { because }),
    ...(settledOn && { settledOn }),
    ...(due && { due }),
    ...(reward && { reward: listedReward(reward) }),
  };
}

function listedReward({ status, amount, currency, clawedBackOn }: Reward): ListedReward {
  return { status, amount, currency, ...(clawedBackOn && { clawedBackOn }) };
}

/** The contributions for people, in the order given. */
export function contributionsText(contributions: readonly Contribution[], policy: Policy): string {
  if (contributions.length === 0) {
    return 'There is no contribution yet; alumni send them by the link in any mail to them.';
  }
  return contributions.flatMap((contribution) => linesOf(contribution, policy)).join('\n');
}

function linesOf(contribution: Contribution, policy: Policy): string[] {
  const { number, kind, submittedOn, reward } = contribution;
  return [
    `${number}  ${kind} of ${submittedOn}: ${statusInWords(contribution)}`,
    ...(reward
      ? [`   reward ${moneyInWords(reward.amount, reward.currency, 'en')}: ${rewardStanding(contribution, policy)}`]
      : []),
  ];
}

/** Where a contribution stands. */
export function statusInWords({ status, because, settledOn }: Contribution): string {
  return `${status}${settledOn ? ` since ${settledOn}` : ''}${because ? ` (${because})` : ''}`;
}
