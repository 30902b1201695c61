import { describe, expect, it } from 'vitest';
import { readBudget } from '../../functions/adapters/contributions.ts';
import { partition } from '../../functions/adapters/erasing.ts';
import { programme } from '../../functions/adapters/table.ts';
import { receiveOutcome } from '../../functions/intake/receive-outcome.ts';
import { useFaultyAws } from './faulty-aws.ts';
import { useOwnTable } from './own-table.ts';
import { dyingAtEveryCall, expectOneMail } from './reward-crashes.ts';
import { usePayroll } from './reward-payroll.ts';
import {
  approved,
  asking,
  bookedFor,
  contributionOf,
  day,
  instructed,
  now,
  period,
  qualified,
  rewardOf,
  says,
  screened,
  step,
} from './reward-steps.ts';

/**
 * A reward's step, or an approver's word, may die before or after any of its calls. Called again, all is as if it had not
 * died: one instruction, one booking, and of each mail one, or one in doubt that a human is shown.
 */
useOwnTable();
const aws = useFaultyAws();
const payroll = usePayroll();

/** What the stand-in was told about a reward: always the same, however often. */
const toldOf = (number: number) => payroll.told.get(`payout-${number}`) ?? [];

describe('a death at any call', () => {
  it('screens once', async () => {
    const calls = await dyingAtEveryCall(
      aws,
      () => qualified('feedback'),
      (number) => step('screen', number),
      async (number) => {
        const { status, mail, asked } = await rewardOf(number);
        expect({ status, mail, asked }).toEqual({
          status: 'asking',
          mail: 'ask',
          asked: [{ approver: 'saito', round: 1, isSpent: false }],
        });
      },
    );
    expect(calls).toBeGreaterThanOrEqual(5);
  });

  it('asks each approver by one mail', async () => {
    const calls = await dyingAtEveryCall(
      aws,
      () => screened('lead'),
      (number) => step('ask', number),
      async (number, { pending }) => {
        for (const approver of ['saito', 'kato'])
          await expectOneMail(aws, programme, `reward-approval_${number}-1-1-${approver}-0`, pending);
        expect((await rewardOf(number)).mail).toBeUndefined();
      },
    );
    expect(calls).toBeGreaterThanOrEqual(9);
  });

  it('takes an approver’s word once, and the budget with the last of them', async () => {
    const { used } = await readBudget(period);
    const numbers = new Set<number>();
    const calls = await dyingAtEveryCall(
      aws,
      () => asking('lead'),
      async (number) => {
        numbers.add(number);
        await says(number, 'saito');
        await says(number, 'kato');
      },
      async (number) => {
        const { status, said, asked, rounds } = { ...(await rewardOf(number)), rounds: 1 };
        expect({ status, rounds }).toEqual({ status: 'approved', rounds: 1 });
        expect(said.map(({ approver, decision }) => `${approver} ${decision}`)).toEqual([
          'saito approve',
          'kato approve',
        ]);
        expect(asked.every(({ isSpent }) => isSpent)).toBe(true);
      },
    );
    expect(calls).toBeGreaterThanOrEqual(12);
    expect((await readBudget(period)).used - used).toBe(numbers.size * 200_000);
  });

  it('instructs one payout', async () => {
    const calls = await dyingAtEveryCall(
      aws,
      () => approved('feedback'),
      (number) => step('instruct', number),
      async (number) => {
        const told = toldOf(number);
        expect(told.length).toBeGreaterThan(0);
        expect(told.length).toBeLessThanOrEqual(2);
        expect(new Set(told).size).toBe(1);
        const { status, payout } = await rewardOf(number);
        expect({ status, isSent: payout?.isSent }).toEqual({ status: 'instructed', isSent: true });
      },
    );
    expect(calls).toBeGreaterThanOrEqual(6);
  });

  it('tells the alumnus of it by one mail', async () => {
    await dyingAtEveryCall(
      aws,
      () => instructed('webhook'),
      (number) => step('granted', number),
      async (number, { pending }) => {
        const { person } = await contributionOf(number);
        await expectOneMail(aws, person, `reward-news_${number}-1-granted`, pending);
      },
    );
  });

  it('books what was paid once', async () => {
    const data = (number: number) => ({ payout: `payout-${number}`, on: day });
    await dyingAtEveryCall(
      aws,
      () => instructed('webhook'),
      (number) => receiveOutcome({ type: 'payout.confirmed', timestamp: now, data: data(number) }, { now }),
      async (number) => {
        expect((await rewardOf(number)).status).toBe('paid');
        expect(await bookedFor(number)).toMatchObject([{ id: `reward-${number}`, amount: -5000 }]);
      },
    );
  });
});

describe('a payroll system', () => {
  it.each(['is lost', 'is refused', 'is taken, and the answer lost'] as const)(
    'that %s is told again, of the same payout in the same words',
    async (what) => {
      const number = await approved('feedback');
      payroll.next = what;
      await expect(step('instruct', number)).rejects.toThrow('the payout system');
      expect((await rewardOf(number)).payout).toMatchObject({ isSent: false });
      expect(await step('instruct', number)).toEqual({ outcome: 'instructed' });
      expect(await step('instruct', number)).toEqual({ outcome: 'instructed' });
      expect(toldOf(number)).toHaveLength(what.startsWith('is taken') ? 2 : 1);
      expect(new Set(toldOf(number)).size).toBe(1);
    },
  );

  it('is told by ten at once of one payout, and of none that is rejected, expired or declined', async () => {
    const number = await approved('feedback');
    await Promise.all(Array.from({ length: 10 }, () => step('instruct', number)));
    expect(new Set(toldOf(number)).size).toBe(1);
    const rejected = await asking('feedback');
    await says(rejected, 'saito', { decision: 'reject' });
    expect(await step('instruct', rejected)).toEqual({ outcome: 'rejected' });
    expect(toldOf(rejected)).toEqual([]);
  });
});

describe('what wakes and starts executions', () => {
  it('is one consequence for each decision, however often it is said', async () => {
    const number = await qualified('lead');
    const starts: unknown[] = [];
    for await (const { sk, data } of partition(programme))
      if (sk.startsWith('CONSEQUENCE#') && data?.['kind'] === 'start reward' && data['reward'] === number)
        starts.push(data);
    expect(starts).toEqual([{ kind: 'start reward', reward: number, generation: 1 }]);
  });
});
