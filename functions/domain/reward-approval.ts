import { type Budget, takenFrom } from './budget.ts';
import { type Contribution, type ContributionDecision, type ContributionWrite, woken } from './contribution.ts';
import { isOneOf } from './contribution-submission.ts';
import type { Given } from './decision.ts';
import { type Asked, type AskingMail, type Reward, type Said, undecided } from './reward.ts';
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
  | 'not understood'
  | 'no reward';

/** What somebody with a genuine code or link says; nothing where it could not be understood. */
export type ApprovalWord = Pick<Said, 'by' | 'note'> & { decision: Said['decision'] | undefined };

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
  const over = overOf(reward, holder);
  if (over) return { outcome: over };
  if (!slot || holder.round < slot.round || slot.isSpent) {
    const outcome = reward.said.some(({ approver }) => approver === holder.approver) ? 'said before' : 'spent';
    return { outcome, write: refused(contribution) };
  }
  if (isExpired(reward, given)) return { outcome: 'expired', write: expired(contribution, given) };
  const spent: Rewarded = {
    ...contribution,
    reward: { ...reward, asked: reward.asked.map((each) => (each === slot ? { ...slot, isSpent: true } : each)) },
  };
  // Whoever asked wakes, and sends another code.
  const nothing = (outcome: ApprovalOutcome) => ({ outcome, write: woken({ contribution: spent }, given) });
  const { decision, by, note } = word;
  const listed = given.policy.rewards.approval.approvers.find(({ id }) => id === slot.approver);
  if (!listed || isOneOf(listed.email, addresses)) return nothing('own reward');
  if (!decision) return nothing('not understood');
  const said = [...reward.said, { approver: slot.approver, decision, at: given.now, by, ...(note && { note }) }];
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
  const after = takenFrom(budget, reward.amount, given.policy);
  if (!after) return nothing('over budget');
  const approved = withWord({ status: 'approved', period: budget.period });
  return { outcome: 'approved', write: woken({ contribution: approved, budget: after }, given) };
}

/** Why a word comes too late, where it does. */
function overOf({ status, generation }: Reward, holder: Holder): ApprovalOutcome | undefined {
  if (holder.generation !== generation) return 'expired';
  switch (status) {
    case 'asking':
      return undefined;
    case 'expired':
      return 'expired';
    case 'declined':
      return 'declined';
    default:
      return 'decided';
  }
}

/** An attempt with a code that is none, or not of this reward: like one with a spent code it is counted, and an alarm hears of it. */
export function refuseCode(contribution: Contribution): ContributionDecision<'wrong code' | 'no reward'> {
  if (!isRewarded(contribution)) return { outcome: 'no reward' };
  return { outcome: 'wrong code', write: refused(contribution) };
}

function refused(contribution: Rewarded): ContributionWrite {
  const { reward } = contribution;
  return {
    contribution: { ...contribution, reward: { ...reward, refused: reward.refused + 1 } },
    consequences: [{ kind: 'count', what: 'RefusedCodes' }],
  };
}

/** When an approval expires. */
export function approvalEnds({ askedAt }: Reward, { policy, now }: Given): Instant {
  return instantAfter(askedAt ?? now, policy.rewards.approval.window, policy.company.timeZone);
}

function isExpired(reward: Reward, given: Given): boolean {
  return Date.parse(approvalEnds(reward, given)) <= Date.parse(given.now);
}

function expired(contribution: Rewarded, given: Given): ContributionWrite {
  return woken({ contribution: { ...contribution, reward: { ...contribution.reward, status: 'expired' } } }, given);
}

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
  return {
    outcome: 'wait',
    write: { contribution: { ...contribution, waits: contribution.waits + 1, isAwaited: true } },
  };
}

/** What is asked next, if anything. */
function nextAsking(reward: Reward, { now, policy }: Given): Reward | undefined {
  const { approval } = policy.rewards;
  const isPast = (duration: string, times = 1) => {
    let at = reward.askedAt ?? now;
    for (let time = 0; time < times; time += 1) at = instantAfter(at, duration, policy.company.timeZone);
    return Date.parse(at) <= Date.parse(now);
  };
  const spent = undecided(reward).filter(({ isSpent }) => isSpent);
  if (spent.length > 0) {
    const asked = reward.asked.map((each) =>
      spent.includes(each) ? { ...each, round: each.round + 1, isSpent: false } : each,
    );
    return { ...reward, asked, mail: 'new code' };
  }
  if (!reward.isEscalated && isPast(approval.escalateAfter)) {
    return { ...reward, asked: withDeputies(reward, approval.approvers), isEscalated: true, mail: 'escalate' };
  }
  let reminders = reward.reminders;
  // Whoever looks late reminds once, not once for each time that was missed.
  while (isPast(approval.remindEvery, reminders + 1)) reminders += 1;
  return reminders > reward.reminders ? { ...reward, reminders, mail: 'remind' } : undefined;
}

/** Asks the deputies of those who have not answered, each person once; for a deputy who was asked before, their own. */
function withDeputies(reward: Reward, approvers: readonly { id: string; deputy?: string | undefined }[]): Asked[] {
  const asked = [...reward.asked];
  const deputyOf = (approver: string) => approvers.find(({ id }) => id === approver)?.deputy;
  const isAsked = (approver: string) => asked.some((each) => each.approver === approver);
  for (const { approver } of undecided(reward)) {
    let deputy = deputyOf(approver);
    for (let step = 0; step < asked.length && deputy && isAsked(deputy); step += 1) deputy = deputyOf(deputy);
    if (deputy && !isAsked(deputy)) asked.push({ approver: deputy, round: 1, isSpent: false, deputyOf: approver });
  }
  return asked;
}

/** The mails to those who were asked went out. */
export function approvalMailed(contribution: Contribution, mail: AskingMail): ContributionDecision<'noted'> {
  if (!isRewarded(contribution) || contribution.reward.mail !== mail) return { outcome: 'noted' };
  const { mail: _, ...reward } = contribution.reward;
  return { outcome: 'noted', write: { contribution: { ...contribution, reward } } };
}
