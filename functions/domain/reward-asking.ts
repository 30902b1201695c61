import { type AskingMail, isExpired } from './approval.ts';
import { nextAsking } from './approval-asking.ts';
import { awaited, type Contribution, type ContributionDecision } from './contribution.ts';
import type { Given } from './decision.ts';
import type { Reward } from './reward.ts';
import { expired } from './reward-approval.ts';
import { isRewarded } from './reward-screening.ts';

/** Where the approval of a reward stands, and its end. */

export type ApprovalStock = AskingMail | 'wait' | Reward['status'] | 'no reward';

/** Where an approval stands, and what is to be mailed next; waiting is written, so that whoever wakes it knows. */
export function takeStockOfApproval(contribution: Contribution, given: Given): ContributionDecision<ApprovalStock> {
  if (!isRewarded(contribution)) return { outcome: 'no reward' };
  const { reward } = contribution;
  if (reward.status !== 'asking') return { outcome: reward.status };
  if (reward.mail) return { outcome: reward.mail };
  const rules = given.policy.rewards.approval;
  if (isExpired(reward, rules, given)) return { outcome: 'expired', write: expired(contribution, given) };
  const next = nextAsking(reward, rules, given);
  if (next?.mail) {
    return { outcome: next.mail, write: { contribution: { ...contribution, reward: { ...reward, ...next } } } };
  }
  return { outcome: 'wait', write: awaited(contribution) };
}

/** The mails to those who were asked went out. */
export function approvalMailed(contribution: Contribution, mail: AskingMail): ContributionDecision<'noted'> {
  if (!isRewarded(contribution) || contribution.reward.mail !== mail) return { outcome: 'noted' };
  const { mail: _, ...reward } = contribution.reward;
  return { outcome: 'noted', write: { contribution: { ...contribution, reward } } };
}
