import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { decideOnReward, readBudget } from '../../functions/adapters/contributions.ts';
import { partition } from '../../functions/adapters/erasing.ts';
import { programme } from '../../functions/adapters/table.ts';
import { declineReward } from '../../functions/domain/reward-payout.ts';
import { type Decided, decideByCode } from '../../functions/rewards/decide.ts';
import { useOwnTable } from './own-table.ts';
import { usePayroll } from './reward-payroll.ts';
import { asking, codeOf, decideWithBudget, given, period, rewardOf, says, step, withBudget } from './reward-steps.ts';

/** Approvers, an alumnus and a budget at the same moment: all end as if they had come one after the other. */
useOwnTable();
const payroll = usePayroll();

const word = { decision: 'approve', by: 'cli' } as const;
const byCode = async (number: number, code: string) => decideByCode(number, code, word, withBudget());
const outcomesOf = (decided: readonly Decided[]) => decided.map(({ outcome }) => outcome);
const count = (outcomes: readonly string[], outcome: string) => outcomes.filter((each) => each === outcome).length;

/** How many wrong or spent codes relay is to count in the metric that raises the alarm. */
async function counted(): Promise<number> {
  let found = 0;
  for await (const { sk, data } of partition(programme))
    found += Number(sk.startsWith('CONSEQUENCE#') && data?.['what'] === 'RefusedCodes');
  return found;
}

describe('one code at once, many times', () => {
  it('counts once where one must agree', async () => {
    const number = await asking('feedback');
    const code = await codeOf(number, 'saito');
    const outcomes = outcomesOf(await Promise.all(Array.from({ length: 12 }, () => byCode(number, code))));
    expect(count(outcomes, 'approved')).toBe(1);
    expect(count(outcomes, 'decided')).toBe(11);
    expect((await rewardOf(number)).said).toHaveLength(1);
  });

  it('counts once where two must, and is no second agreement', async () => {
    const number = await asking('lead');
    const code = await codeOf(number, 'saito');
    const outcomes = outcomesOf(await Promise.all(Array.from({ length: 12 }, () => byCode(number, code))));
    expect(count(outcomes, 'one of two')).toBe(1);
    expect(count(outcomes, 'said before')).toBe(11);
    expect(await rewardOf(number)).toMatchObject({ status: 'asking', refused: 11 });
  });

  it('yes and no of two people: whoever is first to end it does', async () => {
    for (let turn = 0; turn < 6; turn += 1) {
      const number = await asking('lead');
      const outcomes = outcomesOf(
        await Promise.all([says(number, 'saito', { decision: 'reject' }), says(number, 'kato'), says(number, 'kato')]),
      );
      expect(count(outcomes, 'rejected')).toBe(1);
      expect(count(outcomes, 'approved')).toBe(0);
      expect((await rewardOf(number)).status).toBe('rejected');
      expect(await step('instruct', number)).toEqual({ outcome: 'rejected' });
      expect(payroll.told.has(`payout-${number}`)).toBe(false);
    }
  });

  it('an approval and the alumnus who declines: paid, or the budget has it back', async () => {
    for (let turn = 0; turn < 6; turn += 1) {
      const { used } = await readBudget(period);
      const number = await asking('feedback');
      const decline = () => decideWithBudget(number, (found, budget) => declineReward(found, budget, given));
      const [{ outcome }] = await Promise.all([says(number, 'saito'), decline()]);
      expect(['approved', 'declined']).toContain(outcome);
      // A declined one, or one whose alumnus was slower than its payout.
      const instructed = await step('instruct', number);
      const isPaid = instructed.outcome === 'instructed';
      expect((await rewardOf(number)).status).toBe(isPaid ? 'instructed' : 'declined');
      expect(payroll.told.has(`payout-${number}`)).toBe(isPaid);
      expect((await readBudget(period)).used - used).toBe(isPaid ? 5000 : 0);
    }
  });
});

describe('a budget that covers some of them', () => {
  it('is never overdrawn, whoever approves at the same moment', async () => {
    const numbers: number[] = [];
    for (let made = 0; made < 24; made += 1) numbers.push(await asking('feedback'));
    const { used } = await readBudget(period);
    // Twelve of the 24, and a little that covers no other.
    const at = withBudget(used + 12 * 5000 + 4999);
    const outcomes = outcomesOf(await Promise.all(numbers.map((number) => says(number, 'saito', { at }))));
    expect(count(outcomes, 'approved')).toBe(12);
    expect(count(outcomes, 'over budget')).toBe(12);
    expect((await readBudget(period)).used).toBe(used + 12 * 5000);
    const rewards = await Promise.all(numbers.map(rewardOf));
    expect(rewards.filter(({ status }) => status === 'approved')).toHaveLength(12);
    // Whose code was spent for nothing gets another.
    expect(rewards.filter(({ status, asked }) => status === 'asking' && asked[0]?.isSpent)).toHaveLength(12);
  });

  it('has again what was declined, for the next one', async () => {
    const first = await asking('feedback');
    const second = await asking('feedback');
    const at = withBudget((await readBudget(period)).used + 5000);
    expect((await says(first, 'saito', { at })).outcome).toBe('approved');
    expect((await says(second, 'saito', { at })).outcome).toBe('over budget');
    await decideOnReward(first, (found, budget) => declineReward(found, budget, at), at);
    expect(await step('take stock of the approval', second)).toEqual({ outcome: 'new code' });
    expect((await says(second, 'saito', { at, round: 2 })).outcome).toBe('approved');
    expect((await readBudget(period)).used).toBe(at.policy.rewards.budget.amount);
  });
});

describe('a code that does not count', () => {
  it('is refused, counted on the reward, and once for the alarm', async () => {
    const number = await asking('lead');
    const other = await asking('lead');
    const before = await counted();
    const wrong = [
      'ABCD-EFGH',
      '',
      randomBytes(40).toString('hex'),
      // Of another reward, of somebody who is not listed, and of an asking that has not been.
      await codeOf(other, 'saito'),
      await codeOf(number, 'mallory'),
      await codeOf(number, 'saito', { generation: 2 }),
    ];
    for (const code of wrong) expect(await byCode(number, code)).toMatchObject({ outcome: 'wrong code' });
    expect((await rewardOf(number)).refused).toBe(wrong.length);
    // Listed, but not asked.
    expect(await byCode(number, await codeOf(number, 'yamada'))).toMatchObject({ outcome: 'spent' });
    await byCode(number, await codeOf(number, 'saito'));
    expect(await byCode(number, await codeOf(number, 'saito'))).toMatchObject({ outcome: 'said before' });
    const attempts = Array.from({ length: 10 }, () => byCode(number, 'ABCD-EFGH'));
    await Promise.all(attempts);
    expect(await rewardOf(number)).toMatchObject({ refused: wrong.length + 12, status: 'asking' });
    expect((await counted()) - before).toBe(wrong.length + 11);
    // Typed for another reward, a code is spent there: whoever watched knows it.
    expect(await rewardOf(other)).toMatchObject({
      refused: 0,
      said: [],
      asked: [{ isSpent: true }, { isSpent: false }],
    });
    expect(await byCode(999_999, 'ABCD-EFGH')).toEqual({ outcome: 'unknown' });
  });
});
