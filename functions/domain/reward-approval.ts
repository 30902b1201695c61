import { type Approval, approvalEnds as endsBy, type Holder, type Said } from './approval.ts';
import { type ApprovalWord, saidBefore, takeWord } from './approval-word.ts';
import { type Budget, takenFrom } from './budget.ts';
import { type Contribution, type ContributionDecision, type ContributionWrite, woken } from './contribution.ts';
import { type Given, today } from './decision.ts';
import type { Reward } from './reward.ts';
import { decidingRule, rulesByNow } from './reward-rules.ts';
import { isRewarded, type Rewarded } from './reward-screening.ts';
import type { Instant } from './time.ts';

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
  // Said, and only the answer was lost.
  const before = saidBefore(reward, holder, word);
  if (before) return { outcome: outcomeOf(before, reward) };
  const over = whyOver(reward, holder);
  if (over && over !== 'decided') return { outcome: over };
  const about = { rules: given.policy.rewards.approval, addresses, isOver: over === 'decided' };
  const taken = takeWord(reward, holder, word, about, given);
  if (!taken) return { outcome: 'decided' };
  // Whoever asked wakes; they send another code for one that was spent and did not count.
  const wakes = (approval: Approval, changed: Partial<Reward> = {}) =>
    woken({ contribution: { ...contribution, reward: { ...reward, ...approval, ...changed } } }, given);
  switch (taken.outcome) {
    case 'spent':
    case 'said before':
      return { outcome: over ?? taken.outcome, write: refused(contribution, taken.alarms) };
    case 'expired':
      return { outcome: 'expired', write: expired(contribution, given) };
    case 'own':
      return { outcome: 'own reward', write: wakes(taken.approval) };
    case 'not understood':
    case 'one of two':
      return { outcome: taken.outcome, write: wakes(taken.approval) };
    case 'rejected':
      return { outcome: 'rejected', write: wakes(taken.approval, { status: 'rejected' }) };
    case 'agreed': {
      const rules = rulesByNow(reward.rules, contribution, today(given), given.policy);
      if (decidingRule(rules)?.says === 'blocks') {
        return { outcome: 'blocked', write: wakes(taken.approval, { status: 'blocked', rules }) };
      }
      const after = takenFrom(budget, reward.amount, given.policy);
      if (!after) return { outcome: 'over budget', write: wakes(taken.spent) };
      const approved = wakes(taken.approval, { status: 'approved', period: budget.period });
      return { outcome: 'approved', write: { ...approved, budget: after } };
    }
  }
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

/** When the approval of a reward expires. */
export function approvalEnds(reward: Reward, given: Given): Instant {
  return endsBy(reward, given.policy.rewards.approval, given);
}

/** Nobody decided in time. */
export function expired(contribution: Rewarded, given: Given): ContributionWrite {
  return woken({ contribution: { ...contribution, reward: { ...contribution.reward, status: 'expired' } } }, given);
}
