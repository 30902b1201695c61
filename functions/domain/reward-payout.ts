import { type Budget, givenBack } from './budget.ts';
import {
  awaited,
  type Contribution,
  type ContributionDecision,
  type ContributionWrite,
  telling,
  woken,
} from './contribution.ts';
import { type Given, today } from './decision.ts';
import type { LedgerEntry } from './ledger.ts';
import { payoutId, type Reward } from './reward.ts';
import { isRewarded, type Rewarded } from './reward-screening.ts';
import { dateOf, hasPassed, later, type PlainDate, timesPassed } from './time.ts';

/** The payout: one instruction for each approved reward, confirmed by whoever pays; then it is booked, and final. */

type Payout = NonNullable<Reward['payout']>;

/**
 * Instructs the payout, once: from now on the alumnus cannot decline any more.
 * @param by how the payout system is told
 */
export function instructPayout(
  contribution: Contribution,
  by: Payout['by'],
  given: Given,
): ContributionDecision<'instructed' | Reward['status'] | 'no reward'> {
  if (!isRewarded(contribution)) return { outcome: 'no reward' };
  const { reward, number } = contribution;
  if (reward.status !== 'approved') return { outcome: reward.status };
  const payout: Payout = { id: payoutId(number), at: given.now, by, isSent: false, reminders: 0, isToRemind: false };
  return { outcome: 'instructed', write: { contribution: withPayout(contribution, payout, { status: 'instructed' }) } };
}

/** The payout system took the instruction, or it stands in a file. */
export function payoutSent(contribution: Contribution, file?: number): ContributionDecision<'sent' | 'already so'> {
  const payout = isRewarded(contribution) ? contribution.reward.payout : undefined;
  if (!isRewarded(contribution) || !payout || payout.isSent) return { outcome: 'already so' };
  const sent: Payout = { ...payout, isSent: true, ...(file !== undefined && { file }) };
  return { outcome: 'sent', write: { contribution: withPayout(contribution, sent) } };
}

export type PayoutStock = 'remind' | 'wait' | 'over' | Reward['status'] | 'no reward';

/** Where a payout stands; waiting is written, so that whoever wakes it knows. `over`: nobody confirmed for too long. */
export function takeStockOfPayout(contribution: Contribution, given: Given): ContributionDecision<PayoutStock> {
  if (!isRewarded(contribution)) return { outcome: 'no reward' };
  const { payout, status } = contribution.reward;
  if (status !== 'instructed' || !payout) return { outcome: status };
  if (payout.isToRemind) return { outcome: 'remind' };
  const { policy, now } = given;
  const { remindEvery, window } = policy.rewards.payout;
  const { timeZone } = policy.company;
  if (hasPassed(payout.at, window, now, timeZone)) return { outcome: 'over' };
  // Whoever looks late reminds once, not once for each time that was missed.
  const reminders = timesPassed(payout.at, remindEvery, now, timeZone);
  if (reminders > payout.reminders) {
    const reminding = { ...payout, reminders, isToRemind: true };
    return { outcome: 'remind', write: { contribution: withPayout(contribution, reminding) } };
  }
  return { outcome: 'wait', write: awaited(contribution) };
}

/** Whoever runs the programme was told that a payout is not confirmed. */
export function payoutReminded(contribution: Contribution): ContributionDecision<'noted'> {
  const payout = isRewarded(contribution) ? contribution.reward.payout : undefined;
  if (!isRewarded(contribution) || !payout?.isToRemind) return { outcome: 'noted' };
  return { outcome: 'noted', write: { contribution: withPayout(contribution, { ...payout, isToRemind: false }) } };
}

export type ConfirmOutcome = 'paid' | 'already so' | 'not instructed';

/** The payout system confirms: it is booked, together with being paid, and final. */
export function confirmPayout(
  contribution: Contribution,
  on: PlainDate,
  given: Given,
): ContributionDecision<ConfirmOutcome> {
  if (!isRewarded(contribution)) return { outcome: 'not instructed' };
  const { status, payout } = contribution.reward;
  if (status === 'paid') return { outcome: 'already so' };
  if (status !== 'instructed' || !payout) return { outcome: 'not instructed' };
  // Nothing is paid before it is instructed, whatever a report says.
  const paidOn = later(on, dateOf(payout.at, given.policy.company.timeZone));
  const paid = withPayout(contribution, { ...payout, isSent: true, paidOn }, { status: 'paid' });
  // Told by an execution of its own: the reward's may be over by now.
  const write = { ...telling(paid, ['payment'], given), entries: [entryOf(paid, paidOn, 'reward')] };
  return { outcome: 'paid', write: woken(write, given) };
}

/** A reward that was paid is claimed back, whole: what was booked stays, and is balanced by a new entry. */
export function clawBack(
  contribution: Contribution,
  given: Given,
): ContributionDecision<'clawed back' | 'already so' | 'not paid'> {
  if (!isRewarded(contribution) || contribution.reward.status !== 'paid') return { outcome: 'not paid' };
  const { reward } = contribution;
  if (reward.clawedBackOn) return { outcome: 'already so' };
  const on = today(given);
  return {
    outcome: 'clawed back',
    write: {
      contribution: { ...contribution, reward: { ...reward, clawedBackOn: on } },
      entries: [entryOf(contribution, on, 'reward clawback')],
    },
  };
}

function entryOf(
  { number, cohort, reward: { amount, currency } }: Rewarded,
  on: PlainDate,
  kind: 'reward' | 'reward clawback',
): LedgerEntry {
  const id = kind === 'reward' ? `reward-${number}` : `reward-${number}-clawback`;
  return {
    id,
    on,
    kind,
    amount: kind === 'reward' ? 0 - amount : amount,
    currency,
    about: { contribution: number },
    cohort,
  };
}

function withPayout(contribution: Rewarded, payout: Payout, changed: Partial<Reward> = {}): Rewarded {
  return { ...contribution, reward: { ...contribution.reward, ...changed, payout } };
}

export type DeclineOutcome = 'declined' | 'already so' | 'over';

/** The alumnus wants no reward, which they may say until its payout is instructed. What was taken from the budget goes back. */
export function declineReward(
  contribution: Contribution,
  budget: Budget,
  given: Given,
): ContributionDecision<DeclineOutcome> {
  const { reward, wantsReward } = contribution;
  if (!wantsReward) return { outcome: 'already so' };
  const unwanted: Contribution = { ...contribution, wantsReward: false };
  if (!reward) return { outcome: 'declined', write: { contribution: unwanted } };
  const isOpen = ['to be screened', 'put off', 'asking', 'approved'].includes(reward.status);
  if (!isOpen) return { outcome: 'over' };
  const { due: _, ...rest } = unwanted;
  const { mail: __, ...declined } = reward;
  const write: ContributionWrite = {
    contribution: { ...rest, reward: { ...declined, status: 'declined' } },
    ...(reward.status === 'approved' && { budget: givenBack(budget, reward.amount) }),
  };
  return { outcome: 'declined', write: woken(write, given) };
}
