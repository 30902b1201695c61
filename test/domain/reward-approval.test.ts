import { describe, expect, it } from 'vitest';
import { approverCode } from '../../functions/approvals/holder.ts';
import { approvalMatter, readApprovalMatter, undecided } from '../../functions/domain/approval.ts';
import type { Contribution } from '../../functions/domain/contribution.ts';
import type { Given } from '../../functions/domain/decision.ts';
import { approvalEnds, decideReward, refuseCode } from '../../functions/domain/reward-approval.ts';
import { takeStockOfApproval } from '../../functions/domain/reward-asking.ts';
import { declineReward } from '../../functions/domain/reward-payout.ts';
import { reopenReward, screenReward } from '../../functions/domain/reward-screening.ts';
import {
  addresses,
  after,
  alumnus,
  approved,
  asking,
  clawedBack,
  declined,
  done,
  expired,
  fullBudget,
  given,
  holderOf,
  instructed,
  onWith,
  paid,
  parked,
  rejected,
  says,
  submitted,
} from './contribution-samples.ts';
import { on, policy } from './samples.ts';

const { approval } = policy.rewards;
const at = (now: string): Given => ({ now, policy });
const resumed = { kind: 'resume', question: 'contribution-7', taskToken: 'token-7' };
const refusedOnce = (one: Contribution) => refuseCode(one).write?.contribution;

describe('an approver', () => {
  it('approves: the budget is taken with it, and whoever waits goes on', () => {
    const { outcome, write } = says(parked(), 'approve');
    expect(outcome).toBe('approved');
    expect(write?.budget).toEqual({ ...fullBudget, used: 5_000 });
    expect(write?.consequences).toEqual([resumed]);
    expect(write?.contribution).not.toHaveProperty('taskToken');
    expect(write?.contribution).not.toHaveProperty('isAwaited');
    const said = [{ approver: 'saito', decision: 'approve', at: given.now, by: 'console' }];
    const asked = [{ approver: 'saito', round: 1, isSpent: true }];
    expect(write?.contribution.reward).toMatchObject({ status: 'approved', period: '2027', said, asked });
  });

  it('rejects: nothing is taken, and it is over', () => {
    const { outcome, write } = says(parked(), 'reject');
    expect(outcome).toBe('rejected');
    expect(write?.budget).toBeUndefined();
    expect(write?.consequences).toEqual([resumed]);
    expect(write?.contribution.reward?.status).toBe('rejected');
    expect(write?.contribution.reward?.said).toMatchObject([{ approver: 'saito', decision: 'reject' }]);
  });

  it('says why, where they like to', () => {
    const decide = (note?: string) =>
      decideReward(
        asking(),
        holderOf(asking()),
        { decision: 'approve', by: 'link', note },
        { budget: fullBudget, addresses },
        given,
      );
    expect(decide('thanks').write?.contribution.reward?.said[0]).toMatchObject({ by: 'link', note: 'thanks' });
    expect(decide('').write?.contribution.reward?.said[0]).not.toHaveProperty('note');
  });

  it('is one of two above the threshold; the same one twice is refused, the other decides', () => {
    const first = says(parked(asking('lead')), 'approve');
    expect(first.outcome).toBe('one of two');
    expect(first.write?.budget).toBeUndefined();
    expect(first.write?.contribution.reward?.status).toBe('asking');
    expect(first.write?.consequences).toEqual([resumed]);
    const once = after(asking('lead'), first.write);
    for (const decision of ['approve', 'reject'] as const) {
      const again = says(once, decision, { at: at('2027-02-01T03:11:00Z') });
      // Counted, but no alarm hears of somebody who says again what they said.
      expect(again).toEqual({ outcome: 'said before', write: { contribution: refusedOnce(once) } });
    }
    expect(says(once, 'reject', { approver: 'kato' }).outcome).toBe('rejected');
    const both = says(once, 'approve', { approver: 'kato' });
    expect(both.outcome).toBe('approved');
    expect(both.write?.budget?.used).toBe(200_000);
    expect(both.write?.contribution.reward?.said.map(({ approver }) => approver)).toEqual(['saito', 'kato']);
  });

  it('spends a code with any attempt, and gets another', () => {
    const confused = decideReward(
      parked(),
      holderOf(parked()),
      { decision: undefined, by: 'cli' },
      { budget: fullBudget, addresses },
      given,
    );
    expect(confused.outcome).toBe('not understood');
    expect(confused.write?.consequences).toEqual([resumed]);
    const spent = after(asking(), confused.write);
    expect(spent.reward?.said).toEqual([]);
    expect(says(spent, 'approve')).toEqual({ outcome: 'spent', write: refuseCode(spent).write });
    const { outcome, write } = takeStockOfApproval(spent, given);
    expect(outcome).toBe('new code');
    expect(write?.contribution.reward).toMatchObject({
      asked: [{ approver: 'saito', round: 2, isSpent: false }],
      mail: 'new code',
    });
    const renewed = after(spent, write);
    const old = { approver: 'saito', round: 1, generation: 1 };
    const word = { decision: 'approve', by: 'cli' } as const;
    expect(decideReward(renewed, old, word, { budget: fullBudget, addresses }, given)).toEqual({
      outcome: 'spent',
      write: refuseCode(renewed).write,
    });
    expect(says(renewed, 'approve').outcome).toBe('approved');
  });

  it('who was not asked has no say', () => {
    const { outcome, write } = says(asking(), 'approve', { approver: 'yamada' });
    expect([outcome, write]).toEqual(['spent', refuseCode(asking()).write]);
  });

  it('who is the alumnus, or listed no more, does not decide', () => {
    const [saito, ...rest] = approval.approvers;
    const word = { decision: 'approve', by: 'console' } as const;
    const own = { budget: fullBudget, addresses: [undefined, saito?.email.toUpperCase()] };
    const unlisted = onWith('2027-02-01', { approval: { ...approval, approvers: rest } });
    for (const { outcome, write } of [
      decideReward(parked(), holderOf(asking()), word, own, given),
      decideReward(parked(), holderOf(asking()), word, { budget: fullBudget, addresses }, unlisted),
    ]) {
      expect(outcome).toBe('own reward');
      expect(write?.budget).toBeUndefined();
      expect(write?.contribution.reward).toMatchObject({ status: 'asking', said: [], asked: [{ isSpent: true }] });
    }
  });

  it('does not overdraw the budget: what does not fit is not approved, and the code is spent', () => {
    const { outcome, write } = says(parked(), 'approve', { budget: { ...fullBudget, used: 1_495_001 } });
    expect(outcome).toBe('over budget');
    expect(write?.budget).toBeUndefined();
    expect(write?.consequences).toEqual([resumed]);
    expect(write?.contribution.reward).toMatchObject({ status: 'asking', said: [], asked: [{ isSpent: true }] });
    expect(says(parked(), 'approve', { budget: { ...fullBudget, used: 1_495_000 } }).outcome).toBe('approved');
  });

  it('is in time until the last moment of the window', () => {
    expect(approvalEnds(asking().reward, given)).toBe('2027-02-22T03:00:00Z');
    expect(says(asking(), 'approve', { at: at('2027-02-22T02:59:59Z') }).outcome).toBe('approved');
    const late = says(parked(), 'approve', { at: at('2027-02-22T03:00:00Z') });
    expect(late.outcome).toBe('expired');
    expect(late.write?.contribution.reward).toMatchObject({ status: 'expired', said: [] });
    expect(late.write?.consequences).toEqual([resumed]);
    expect(late.write?.budget).toBeUndefined();
  });

  it('whose word comes again, or too late, decides nothing, after whatever time', () => {
    const [agreed, no] = [says(asking('lead')).write, says(asking('lead'), 'reject').write];
    const over = [approved(), rejected(), after(asking('lead'), no), instructed(), paid(), clawedBack()];
    const early = [
      expired(),
      declined(),
      done(after(asking('lead'), agreed), (now) => declineReward(now, fullBudget, given)),
    ];
    for (const now of [
      '2027-02-01T03:11:00Z',
      '2027-02-01T05:00:00Z',
      '2027-02-04T07:00:00Z',
      '2029-02-01T03:00:00Z',
    ]) {
      for (const decision of ['approve', 'reject'] as const) {
        for (const one of over) {
          // Their code was spent with their word: another attempt is counted.
          expect(says(one, decision, { at: at(now) })).toEqual({
            outcome: 'decided',
            write: { contribution: refusedOnce(one) },
          });
        }
        expect(early.map((one) => says(one, decision, { at: at(now) }))).toEqual(
          ['expired', 'declined', 'declined'].map((outcome) => ({ outcome })),
        );
      }
    }
    // A code that nobody used is no attempt, when somebody else has decided.
    expect(says(after(asking('lead'), no), 'approve', { approver: 'kato' })).toEqual({ outcome: 'decided' });
    expect(
      decideReward(
        submitted('lead'),
        holderOf(asking()),
        { decision: 'approve', by: 'cli' },
        { budget: fullBudget, addresses },
        given,
      ),
    ).toEqual({ outcome: 'no reward' });
  });

  it('with a code from before it was asked again is too late', () => {
    const again = done(
      expired(),
      (now) => reopenReward(now, on('2027-03-01')),
      (now) => screenReward(now, { person: alumnus, budget: fullBudget, addresses }, on('2027-03-01')),
    );
    const word = { decision: 'approve', by: 'cli' } as const;
    const old = holderOf(expired());
    expect(decideReward(again, old, word, { budget: fullBudget, addresses }, on('2027-03-01'))).toEqual({
      outcome: 'expired',
    });
    expect(says(again, 'approve', { at: on('2027-03-01') }).outcome).toBe('approved');
  });
});

it('a code that is none is counted, an alarm hears of it, and nothing else changes', () => {
  const before = parked();
  const { outcome, write } = refuseCode(before);
  expect(outcome).toBe('wrong code');
  expect(write).toEqual({
    contribution: { ...before, reward: { ...before.reward, refused: 1 } },
    consequences: [{ kind: 'count', what: 'RefusedCodes' }],
  });
  expect(refuseCode(after(before, write)).write?.contribution.reward?.refused).toBe(2);
  expect(refuseCode(submitted('lead'))).toEqual({ outcome: 'no reward' });
});

it('codes and links name the reward, how often it was asked, the round and the person', () => {
  const matter = approvalMatter(17, { generation: 2, approver: 'van-den-berg', round: 3 });
  expect(matter).toBe('17-2-3-van-den-berg');
  expect(readApprovalMatter(matter)).toEqual({ number: 17, generation: 2, round: 3, approver: 'van-den-berg' });
  expect(approverCode('reward', matter)).toBe('reward-17-2-3-van-den-berg');
  const oneOfTwo = done(asking('lead'), (now) => says(now));
  expect(undecided(oneOfTwo.reward ?? asking().reward).map(({ approver }) => approver)).toEqual(['kato']);
});
