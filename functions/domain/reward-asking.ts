import { awaited, type Contribution, type ContributionDecision } from './contribution.ts';
import type { Given } from './decision.ts';
import { type Asked, type AskingMail, type Reward, undecided } from './reward.ts';
import { expired, isExpired } from './reward-approval.ts';
import { isRewarded } from './reward-screening.ts';
import { hasPassed, timesPassed } from './time.ts';

/** Who is asked for an approval, and when: reminders, deputies, another code for one that was spent; and its end. */

export type ApprovalStock = AskingMail | 'wait' | Reward['status'] | 'no reward';

/** Where an approval stands, and what is to be mailed next; waiting is written, so that whoever wakes it knows. */
export function takeStockOfApproval(contribution: Contribution, given: Given): ContributionDecision<ApprovalStock> {
  if (!isRewarded(contribution)) return { outcome: 'no reward' };
  const { reward } = contribution;
  if (reward.status !== 'asking') return { outcome: reward.status };
  if (reward.mail) return { outcome: reward.mail };
  if (isExpired(reward, given)) return { outcome: 'expired', write: expired(contribution, given) };
  const next = nextAsking(reward, given);
  if (next?.mail) return { outcome: next.mail, write: { contribution: { ...contribution, reward: next } } };
  return { outcome: 'wait', write: awaited(contribution) };
}

/** What is asked next, if anything. */
function nextAsking(reward: Reward, { now, policy }: Given): Reward | undefined {
  const { remindEvery, escalateAfter, approvers } = policy.rewards.approval;
  const { askedAt = now } = reward;
  const { timeZone } = policy.company;
  const unlisted = undecided(reward).filter(({ approver }) => !approvers.some(({ id }) => id === approver));
  if (unlisted.length > 0) return { ...reward, asked: withoutUnlisted(reward, unlisted, approvers), mail: 'ask' };
  const spent = undecided(reward).filter(({ isSpent }) => isSpent);
  if (spent.length > 0) {
    const asked = reward.asked.map((each) =>
      spent.includes(each) ? { ...each, round: each.round + 1, isSpent: false } : each,
    );
    return { ...reward, asked, mail: 'new code' };
  }
  if (!reward.isEscalated && hasPassed(askedAt, escalateAfter, now, timeZone)) {
    return { ...reward, asked: withDeputies(reward, approvers), isEscalated: true, mail: 'escalate' };
  }
  // Whoever looks late reminds once, not once for each time that was missed.
  const reminders = timesPassed(askedAt, remindEvery, now, timeZone);
  return reminders > reward.reminders ? { ...reward, reminders, mail: 'remind' } : undefined;
}

/** In the place of people whom the policy has taken off its list, the next ones of it are asked. */
function withoutUnlisted(reward: Reward, unlisted: readonly Asked[], approvers: readonly { id: string }[]): Asked[] {
  const asked = reward.asked.filter((each) => !unlisted.includes(each));
  const next = approvers.filter(
    ({ id }) => !reward.barred.includes(id) && !asked.some(({ approver }) => approver === id),
  );
  const taken = next.slice(0, unlisted.length);
  return [...asked, ...taken.map(({ id }): Asked => ({ approver: id, round: 1, isSpent: false }))];
}

/**
 * Asks the deputies of those who have not answered, each person once; for a deputy who was asked before, or whose own
 * reward it is, their own.
 */
function withDeputies(reward: Reward, approvers: readonly { id: string; deputy?: string | undefined }[]): Asked[] {
  const asked = [...reward.asked];
  const deputyOf = (approver: string) => approvers.find(({ id }) => id === approver)?.deputy;
  const mayAsk = (approver: string) =>
    !reward.barred.includes(approver) && !asked.some((each) => each.approver === approver);
  for (const { approver } of undecided(reward)) {
    let deputy = deputyOf(approver);
    // Deputies may be each other's, so this goes on no longer than there are people.
    for (let step = 0; step < approvers.length && deputy && !mayAsk(deputy); step += 1) deputy = deputyOf(deputy);
    if (deputy && mayAsk(deputy)) asked.push({ approver: deputy, round: 1, isSpent: false, deputyOf: approver });
  }
  return asked;
}

/** The mails to those who were asked went out. */
export function approvalMailed(contribution: Contribution, mail: AskingMail): ContributionDecision<'noted'> {
  if (!isRewarded(contribution) || contribution.reward.mail !== mail) return { outcome: 'noted' };
  const { mail: _, ...reward } = contribution.reward;
  return { outcome: 'noted', write: { contribution: { ...contribution, reward } } };
}
