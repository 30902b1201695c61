import { describe, expect, it } from 'vitest';
import type { Contribution } from '../../functions/domain/contribution.ts';
import type { Given } from '../../functions/domain/decision.ts';
import { decideReward } from '../../functions/domain/reward-approval.ts';
import { approvalMailed, takeStockOfApproval } from '../../functions/domain/reward-asking.ts';
import { declineReward, instructPayout } from '../../functions/domain/reward-payout.ts';
import { isRewarded, screenReward } from '../../functions/domain/reward-screening.ts';
import { standingInWords } from '../../functions/domain/standing-wording.ts';
import {
  addresses,
  after,
  alumnus,
  asking,
  done,
  from,
  fullBudget,
  given,
  holderOf,
  onWith,
  parked,
  policyWith,
  qualified,
  rewarded,
  says,
} from './contribution-samples.ts';
import { on, policy } from './samples.ts';

const { table } = policy.rewards;
const licence = { basis: 'licence', reference: '13-ユ-000000', until: '2027-02-10' } as const;
const lawful = (date: string): Given => onWith(date, { hiringBasisInJapan: licence });
const resumed = { kind: 'resume', question: 'contribution-7', taskToken: 'token-7' };

/** A referral in Japan, screened while the company’s licence was in force. */
function askingInJapan() {
  return rewarded(
    done(
      from('JP', qualified('referral')),
      (now) => screenReward(now, { person: alumnus, budget: fullBudget, addresses }, lawful('2027-02-01')),
      (now) => approvalMailed(now, 'ask'),
    ),
  );
}
/** Everybody who was asked approves, as of a day. */
function agreed(contribution: Contribution, at: Given) {
  let outcome = '';
  let now = contribution;
  for (const { approver } of contribution.reward?.asked ?? []) {
    const said = says(now, 'approve', { approver, at });
    outcome = said.outcome;
    now = after(now, said.write);
  }
  return { outcome, now };
}

describe('the law is asked again at the approval', () => {
  it('and allows what it allows still', () => {
    expect(agreed(askingInJapan(), lawful('2027-02-10')).outcome).toBe('approved');
  });

  it.each([
    ['ended meanwhile', lawful('2027-02-11')],
    ['was taken off the policy', on('2027-02-05')],
  ])('where the basis in Japan %s, nothing is paid, and the alumnus reads of the law', (_, at) => {
    const { outcome, now } = agreed(askingInJapan(), at);
    expect(outcome).toBe('blocked');
    expect(now.reward?.status).toBe('blocked');
    expect(now.reward?.rules).toContainEqual({ rule: 'hiring-reward-in-japan', says: 'blocks' });
    expect(now.reward?.rules.map(({ rule }) => rule)).toEqual(askingInJapan().reward.rules.map(({ rule }) => rule));
    expect(standingInWords(now, policy, 'ja').join()).toContain('職業安定法');
    expect(standingInWords(now, policy, 'en').join()).toContain('Employment Security Act');
  });

  it('where the policy gives none in the country any more, the budget keeps it, and whoever waits goes on', () => {
    const rules = policyWith({ table: { ...table, feedback: { ...table.feedback, notIn: ['JP'] } } });
    const { outcome, write } = says(parked(), 'approve', { at: { ...given, policy: rules } });
    expect(outcome).toBe('blocked');
    expect(write?.budget).toBeUndefined();
    expect(write?.consequences).toEqual([resumed]);
    expect(write?.contribution.reward).not.toHaveProperty('period');
    // A rejection is one all the same.
    expect(says(parked(), 'reject', { at: { ...given, policy: rules } }).outcome).toBe('rejected');
  });

  it('and blocked it stays: no word, wish or payout comes after it', () => {
    const { now } = agreed(askingInJapan(), on('2027-02-05'));
    expect(takeStockOfApproval(now, on('2027-02-05'))).toEqual({ outcome: 'blocked' });
    expect(says(now, 'reject', { at: on('2027-02-06') }).outcome).toBe('blocked');
    expect(instructPayout(now, 'webhook', given)).toEqual({ outcome: 'blocked' });
    expect(declineReward(now, fullBudget, given)).toEqual({ outcome: 'over' });
  });
});

describe('a word tried again after its answer was lost', () => {
  const word = (attempt: string, decision: 'approve' | 'reject' = 'approve') => ({
    decision,
    by: 'console' as const,
    attempt,
  });
  const decide = (contribution: Contribution, said: ReturnType<typeof word>, at: Given = given) => {
    if (!isRewarded(contribution)) throw new Error('no reward');
    return decideReward(contribution, holderOf(asking(contribution.kind)), said, { budget: fullBudget, addresses }, at);
  };

  it.each([
    ['feedback', 'approve', 'approved'],
    ['feedback', 'reject', 'rejected'],
    ['lead', 'approve', 'one of two'],
    ['lead', 'reject', 'rejected'],
  ] as const)('of a %s to %s is answered the same: %s; and changes nothing', (kind, decision, outcome) => {
    const first = decide(asking(kind), word('x', decision));
    expect(first.outcome).toBe(outcome);
    expect(decide(after(asking(kind), first.write), word('x', decision))).toEqual({ outcome });
  });

  it('is answered as it was, whatever came of the reward since', () => {
    const one = after(asking('lead'), decide(asking('lead'), word('x')).write);
    const since = [
      done(one, (now) => says(now, 'approve', { approver: 'kato' })),
      done(one, (now) => says(now, 'reject', { approver: 'kato' })),
      done(one, (now) => declineReward(now, fullBudget, given)),
      done(one, (now) => takeStockOfApproval(now, on('2027-02-22'))),
    ];
    for (const now of since) expect(decide(now, word('x'))).toEqual({ outcome: 'one of two' });
    const all = after(asking(), decide(asking(), word('x')).write);
    const declined = done(all, (now) => declineReward(now, fullBudget, given));
    expect(decide(declined, word('x'))).toEqual({ outcome: 'approved' });
  });

  it('is never told that a blocked reward was approved', () => {
    const rules = policyWith({ table: { ...table, feedback: { ...table.feedback, notIn: ['JP'] } } });
    const first = decide(asking(), word('x'), { ...given, policy: rules });
    expect(first.outcome).toBe('blocked');
    expect(decide(after(asking(), first.write), word('x'))).toEqual({ outcome: 'blocked' });
  });

  it('by another attempt is another word', () => {
    const one = after(asking('lead'), decide(asking('lead'), word('x')).write);
    expect(decide(one, word('y')).outcome).toBe('said before');
    expect(says(one).outcome).toBe('said before');
  });
});
