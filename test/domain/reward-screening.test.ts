import { describe, expect, it } from 'vitest';
import { RuleResult, rewardRules } from '../../functions/domain/reward-rules.ts';
import { isRewarded, reopenReward, screenReward } from '../../functions/domain/reward-screening.ts';
import {
  addresses,
  after,
  alumnus,
  approved,
  asking,
  blocked,
  declined,
  done,
  expired,
  from,
  fullBudget,
  given,
  instructed,
  onWith,
  paid,
  putOff,
  qualified,
  rejected,
  screened,
  submitted,
} from './contribution-samples.ts';
import { on, policy } from './samples.ts';

const { approval, table } = policy.rewards;
const about = { person: alumnus, budget: fullBudget, addresses };

describe('screening', () => {
  it('asks as many as must agree, in the policy’s order', () => {
    const { outcome, write } = screenReward(qualified('feedback'), about, given);
    expect(outcome).toBe('asking');
    expect(write?.contribution.reward).toMatchObject({
      status: 'asking',
      generation: 1,
      amount: 5_000,
      currency: 'JPY',
      taxCategory: 'feedback-reward',
      budgetLeft: 1_500_000,
      needed: 1,
      askedAt: given.now,
      asked: [{ approver: 'saito', round: 1, isSpent: false }],
      said: [],
      mail: 'ask',
    });
    expect(write?.budget).toBeUndefined();
    expect(write?.contribution.policyVersion).toBe('2026-11');
    expect(screened(qualified('lead')).reward.asked.map(({ approver }) => approver)).toEqual(['saito', 'kato']);
  });

  it('needs two people above the threshold, and one at it', () => {
    const needed = (amount: number) => {
      const rules = { table: { ...table, lead: { ...table.lead, amount } } };
      const { reward } = screened(qualified('lead'), fullBudget, onWith('2027-02-01', rules));
      return [reward.needed, reward.asked.length];
    };
    expect(needed(100_000)).toEqual([1, 1]);
    expect(needed(100_001)).toEqual([2, 2]);
  });

  it('follows the amount, tax category and currency of today', () => {
    const rules = { table: { ...table, lead: { amount: 70_000, taxCategory: 'gift', notIn: [] } } };
    const at = onWith('2027-02-01', rules);
    const dollars = { ...at, policy: { ...at.policy, company: { ...policy.company, currency: 'USD' } } };
    expect(screened(qualified('lead'), fullBudget, dollars).reward).toMatchObject({
      amount: 70_000,
      taxCategory: 'gift',
      currency: 'USD',
    });
  });

  it('asks nobody about a reward of their own', () => {
    const [saito] = approval.approvers;
    const own = [undefined, saito?.email.toUpperCase()];
    const { write } = screenReward(qualified('lead'), { ...about, addresses: own }, given);
    expect(write?.contribution.reward?.asked.map(({ approver }) => approver)).toEqual(['kato', 'yamada']);
  });

  it('says that it is blocked, with what each rule said, and asks nobody', () => {
    const { reward, due } = blocked();
    expect(reward).toMatchObject({ status: 'blocked', asked: [], said: [] });
    expect(reward.mail).toBeUndefined();
    // Nothing could be promised, so nobody was asked for their wish.
    expect(reward.rules.map(({ rule }) => rule)).toEqual(rewardRules.filter((rule) => rule !== 'wish'));
    expect(reward.rules.find(({ says }) => says === 'blocks')?.rule).toBe('hiring-reward-in-japan');
    for (const rule of reward.rules) expect(RuleResult.parse(rule)).toEqual(rule);
    expect(due).toBeUndefined();
  });

  it('takes a wish for none as declined; whoever is an alumnus no more is blocked', () => {
    expect(screened({ ...qualified('lead'), wantsReward: false }).reward.status).toBe('declined');
    expect(screened({ ...qualified('referral'), country: 'JP', wantsReward: false }).reward.status).toBe('blocked');
    const erased = { ...about, person: { ...alumnus, stints: [] } };
    expect(screenReward(qualified('lead'), erased, given).outcome).toBe('blocked');
  });

  it('puts off what the budget does not cover, until the next period', () => {
    expect(putOff()).toMatchObject({ due: '2028-01-01', reward: { status: 'put off', budgetLeft: 0, asked: [] } });
    const monthly = onWith('2027-02-01', { budget: { every: 'month', amount: 4_999 } });
    const small = screened(qualified('feedback'), { period: '2027-02', used: 0, version: 0 }, monthly);
    expect(small).toMatchObject({ due: '2027-03-01', reward: { status: 'put off', budgetLeft: 4_999 } });
  });

  it('flags a self-referral, and asks all the same', () => {
    const { reward } = screened({ ...from('SG', qualified('referral')), isSelfReferral: true });
    expect(reward.status).toBe('asking');
    expect(reward.rules).toContainEqual({ rule: 'self-referral', says: 'flags' });
  });

  it('happens once', () => {
    for (const state of [asking(), approved(), rejected(), expired(), declined(), blocked(), putOff(), paid()]) {
      expect(screenReward(state, about, on('2029-02-01'))).toEqual({ outcome: state.reward.status });
    }
    expect(screenReward(submitted('lead'), about, given)).toEqual({ outcome: 'no reward' });
    expect(isRewarded(submitted('lead'))).toBe(false);
  });
});

describe('asking once more', () => {
  it('begins anew after nobody decided in time, and remembers refused attempts', () => {
    const lapsed = expired();
    const tried = { ...lapsed, reward: { ...lapsed.reward, refused: 3 } };
    const { outcome, write } = reopenReward(tried, on('2027-03-01'));
    expect(outcome).toBe('reopened');
    expect(write?.contribution.reward).toMatchObject({
      status: 'to be screened',
      generation: 2,
      asked: [],
      refused: 3,
    });
    expect(write?.consequences).toEqual([{ kind: 'start reward', reward: 7, generation: 2 }]);
    const again = after(tried, write);
    expect(reopenReward(again, on('2027-03-01'))).toEqual({ outcome: 'over' });
    const asked = done(again, (now) => screenReward(now, about, on('2027-03-01')));
    expect(asked.reward).toMatchObject({ status: 'asking', generation: 2, said: [], refused: 3 });
  });

  it('is for nothing else', () => {
    for (const state of [asking(), approved(), rejected(), declined(), blocked(), putOff(), instructed(), paid()]) {
      expect(reopenReward(state, given)).toEqual({ outcome: 'over' });
    }
    expect(reopenReward(submitted('lead'), given)).toEqual({ outcome: 'no reward' });
  });
});
