import type { Contribution } from '../../functions/domain/contribution.ts';
import { approverName } from '../../functions/domain/contribution-wording.ts';
import type { Policy } from '../../functions/domain/policy.ts';
import type { Reward } from '../../functions/domain/reward.ts';
import { approvalEnds } from '../../functions/domain/reward-approval.ts';
import { decidingRule } from '../../functions/domain/reward-rules.ts';
import { isRewarded } from '../../functions/domain/reward-screening.ts';
import { instantAfter } from '../../functions/domain/time.ts';
import { localTime } from '../time.ts';

/** Where a reward stands, and where its execution waits. */

/** Where a reward stands, in words for a line. */
export function rewardStanding(contribution: Contribution, policy: Policy): string {
  const { number, due } = contribution;
  if (!isRewarded(contribution)) return 'none';
  const { reward } = contribution;
  switch (reward.status) {
    case 'to be screened':
      return 'the rules are asked next';
    case 'put off':
      return `the budget does not cover it; screened again ${due ? `on ${due}` : 'in the next period'}`;
    case 'blocked': {
      const rule = decidingRule(reward.rules)?.rule;
      return `blocked${rule ? ` by the rule ${rule}` : ''}`;
    }
    case 'asking':
      return `waits for approval${progressOf(reward)} until ${localTime(approvalEndsAt(reward, policy), policy.company.timeZone)}`;
    case 'approved':
      return 'approved, the payout is instructed next';
    case 'rejected':
      return `rejected by ${deciderNames(reward, 'reject', policy)}`;
    case 'expired':
      return `nobody decided in time; "reward reopen ${number}" asks again`;
    case 'declined':
      return 'declined by the alumnus';
    case 'instructed':
      return `waits for its payout, ${payoutInWords(reward)}`;
    case 'paid': {
      const { payout, clawedBackOn } = reward;
      const paid = payout?.paidOn ? `paid on ${payout.paidOn}` : 'paid';
      return clawedBackOn ? `${paid}, claimed back on ${clawedBackOn}` : paid;
    }
  }
}

function progressOf({ needed, said }: Reward): string {
  return needed > 1 ? ` (${said.length} of ${needed})` : '';
}

/** When the approval expires that is asked for now. */
export function approvalEndsAt(reward: Reward, policy: Policy): string {
  // Nobody was asked yet where there is no time, and then nothing runs out.
  return approvalEnds(reward, { now: reward.askedAt ?? new Date(0).toISOString(), policy });
}

function deciderNames({ said }: Reward, decision: 'approve' | 'reject', policy: Policy): string {
  const names = said.filter((word) => word.decision === decision).map(({ approver }) => approverName(approver, policy));
  return names.join(' and ') || 'an approver';
}

/** How a payout goes to whoever pays. */
export function payoutInWords({ payout }: Reward): string {
  if (!payout) return 'not instructed';
  const { id, by, isSent, file } = payout;
  if (by === 'webhook') return `${id}, ${isSent ? 'sent to' : 'on its way to'} the payout system`;
  if (!isSent) return `${id}, for the next "payout file"`;
  return file === undefined ? id : `${id}, in payout file ${file}`;
}

/** Where the execution of a reward waits, if it does: whatever it waits for takes effect without it too. */
export function executionOf(
  { number, reward, isAwaited }: Contribution,
  { now, policy }: { now: string; policy: Policy },
): string | undefined {
  if (!reward) return undefined;
  const name = `reward-${number}-${reward.generation} of okaeri-reward`;
  switch (reward.status) {
    case 'to be screened':
    case 'approved':
      return `${name} is at work`;
    case 'asking':
      return isAwaited ? `${name} waits at “Await approval”` : `${name} writes to the approvers`;
    case 'instructed': {
      const { payout } = reward;
      const { window } = policy.rewards.payout;
      const ends = payout && instantAfter(payout.at, window, policy.company.timeZone);
      const isOver = ends !== undefined && Date.parse(ends) <= Date.parse(now);
      if (isOver) return `${name} has ended, since nobody confirmed in time; "reward confirm ${number}" still counts`;
      return isAwaited ? `${name} waits at “Await confirmation”` : `${name} instructs the payout`;
    }
    default:
      return undefined;
  }
}
