import { type Budget, takenFrom } from './budget.ts';
import { type Contribution, type ContributionDecision, type ContributionWrite, woken } from './contribution.ts';
import { isOneOf } from './contribution-submission.ts';
import { type Given, today } from './decision.ts';
import type { Asked, Reward, Said } from './reward.ts';
import { decidingRule, rulesByNow } from './reward-rules.ts';
import { isRewarded, type Rewarded } from './reward-screening.ts';
import { type Instant, instantAfter } from './time.ts';

/** The approval of a reward: listed people decide in time, with a code of their own each, or nothing is paid. */

export type ApprovalOutcome =
  /** Everybody who must agree has. */
  | 'approved'
  /** One has agreed, and another must. */
  | 'one of two'
  | 'rejected'
  /** The code was used before. */
  | 'spent'
  /** This person has decided before. */
  | 'said before'
  /** It is over: who decided, and when, is on record. */
  | 'decided'
  | 'expired'
  | 'declined'
  | 'own reward'
  | 'over budget'
  /** The law or the policy allows none by now. */
  | 'blocked'
  | 'not understood'
  | 'no reward';

/** What somebody with a genuine code or link says; nothing where it could not be understood. */
export type ApprovalWord = Pick<Said, 'by' | 'note' | 'attempt'> & { decision: Said['decision'] | undefined };

/** Whose code it is, of which generation and round. */
export type Holder = Pick<Asked, 'approver' | 'round'> & { generation: number };

/**
 * Takes the word of who holds a genuine code. Whatever comes of it, the code is spent.
 * @param addresses of the alumnus whose reward it is
 */
export function decideReward(
  contribution: Contribution,
  holder: Holder,
  word: ApprovalWord,
  { budget, addresses }: { budget: Budget; addresses: readonly (string | undefined)[] },
  given: Given,
): ContributionDecision<ApprovalOutcome> {
  if (!isRewarded(contribution)) return { outcome: 'no reward' };
  const { reward } = contribution;
  const slot = reward.asked.find(({ approver }) => approver === holder.approver);
  const before = reward.said.find(({ approver }) => approver === holder.approver);
  // Said, and only the answer was lost.
  if (before && word.attempt !== undefined && before.attempt === word.attempt)
    return { outcome: outcomeOf(before, reward) };
  const over = whyOver(reward, holder);
  if (over && over !== 'decided') return { outcome: over };
  if (!slot || holder.round !== slot.round || slot.isSpent) {
    return { outcome: over ?? (before ? 'said before' : 'spent'), write: refused(contribution, !before) };
  }
  if (over) return { outcome: over };
  if (isExpired(reward, given)) return { outcome: 'expired', write: expired(contribution, given) };
  const spent: Rewarded = {
    ...contribution,
    reward: { ...reward, asked: reward.asked.map((each) => (each === slot ? { ...slot, isSpent: true } : each)) },
  };
  // Whoever asked wakes, and sends another code.
  const nothing = (outcome: ApprovalOutcome) => ({ outcome, write: woken({ contribution: spent }, given) });
  const { decision, by, note, attempt } = word;
  const listed = given.policy.rewards.approval.approvers.find(({ id }) => id === slot.approver);
  if (!listed || isOneOf(listed.email, addresses)) return nothing('own reward');
  if (!decision) return nothing('not understood');
  const mine: Said = {
    approver: slot.approver,
    decision,
    at: given.now,
    by,
    ...(attempt && { attempt }),
    ...(note && { note }),
  };
  const said = [...reward.said, mine];
  const withWord = (changed: Partial<Reward>): Rewarded => ({
    ...spent,
    reward: { ...spent.reward, said, ...changed },
  });
  if (decision === 'reject') {
    return { outcome: 'rejected', write: woken({ contribution: withWord({ status: 'rejected' }) }, given) };
  }
  if (said.length < reward.needed) {
    return { outcome: 'one of two', write: woken({ contribution: withWord({}) }, given) };
  }
  const rules = rulesByNow(reward.rules, contribution, today(given), given.policy);
  if (decidingRule(rules)?.says === 'blocks') {
    return { outcome: 'blocked', write: woken({ contribution: withWord({ status: 'blocked', rules }) }, given) };
  }
  const after = takenFrom(budget, reward.amount, given.policy);
  if (!after) return nothing('over budget');
  const approved = withWord({ status: 'approved', period: budget.period });
  return { outcome: 'approved', write: woken({ contribution: approved, budget: after }, given) };
}

/** What came of a word when it was said, whatever came since. */
function outcomeOf(word: Said, { status, said, needed }: Reward): ApprovalOutcome {
  if (word.decision === 'reject') return 'rejected';
  if (said.indexOf(word) + 1 < needed) return 'one of two';
  return status === 'blocked' ? 'blocked' : 'approved';
}

/** Why a word comes too late, where it does. */
function whyOver({ status, generation }: Reward, holder: Holder): ApprovalOutcome | undefined {
  if (holder.generation !== generation) return 'expired';
  switch (status) {
    case 'asking':
      return undefined;
    case 'expired':
      return 'expired';
    case 'declined':
      return 'declined';
    case 'blocked':
      return 'blocked';
    default:
      return 'decided';
  }
}

/** An attempt with a code that is none, or not of this reward: like one with a spent code it is counted, and an alarm hears of it. */
export function refuseCode(contribution: Contribution): ContributionDecision<'wrong code' | 'no reward'> {
  if (!isRewarded(contribution)) return { outcome: 'no reward' };
  return { outcome: 'wrong code', write: refused(contribution) };
}

/** @param alarms whether an alarm hears of it: not of somebody who only says again what they said */
function refused(contribution: Rewarded, alarms = true): ContributionWrite {
  const { reward } = contribution;
  return {
    contribution: { ...contribution, reward: { ...reward, refused: reward.refused + 1 } },
    ...(alarms && { consequences: [{ kind: 'count', what: 'RefusedCodes' }] }),
  };
}

/** When an approval expires. */
export function approvalEnds({ askedAt }: Reward, { policy, now }: Given): Instant {
  return instantAfter(askedAt ?? now, policy.rewards.approval.window, policy.company.timeZone);
}

/** Whether the time to decide is over. */
export function isExpired(reward: Reward, given: Given): boolean {
  return Date.parse(approvalEnds(reward, given)) <= Date.parse(given.now);
}

/** Nobody decided in time. */
export function expired(contribution: Rewarded, given: Given): ContributionWrite {
  return woken({ contribution: { ...contribution, reward: { ...contribution.reward, status: 'expired' } } }, given);
}
