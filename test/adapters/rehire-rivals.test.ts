import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { partition } from '../../functions/adapters/erasing.ts';
import { linkCode } from '../../functions/adapters/links.ts';
import { decideAndWrite } from '../../functions/adapters/people.ts';
import { casesOf, takeRehire } from '../../functions/adapters/rehires.ts';
import { keys } from '../../functions/adapters/table.ts';
import { approverCode } from '../../functions/approvals/holder.ts';
import { approvalMatter } from '../../functions/domain/approval.ts';
import { today } from '../../functions/domain/decision.ts';
import { rehireDue } from '../../functions/domain/rehire-due.ts';
import { acceptOffer, declineOffer, withdrawRehire } from '../../functions/domain/rehire-offer.ts';
import { cancelRehire, finishTask } from '../../functions/domain/rehire-start.ts';
import { dateBefore } from '../../functions/domain/time.ts';
import { decideRehireAs, decideRehireByCode } from '../../functions/rehire/decide.ts';
import { alumnus } from './alumni.ts';
import { useOwnTable } from './own-table.ts';
import { accepted, bookedFor, decide, given, kato, offered, opened, rehireOf, startsOn } from './rehire-steps.ts';

/** People, staff and the calendar at the same moment: all end as if they had come one after the other. */
useOwnTable();

const count = (outcomes: readonly string[], outcome: string) => outcomes.filter((each) => each === outcome).length;
const twelve = <T>(run: () => Promise<T>): Promise<T[]> => Promise.all(Array.from({ length: 12 }, run));

/** What the timeline says of somebody's returns. */
async function linesOf(person: string): Promise<string[]> {
  const lines: string[] = [];
  for await (const { sk, data } of partition(keys.person(person).pk))
    if (sk.startsWith('ENTRY#')) lines.push(String(data?.['what']));
  return lines.filter((what) => what.startsWith('return '));
}

/** A case of somebody who has been away for longer than the policy says. */
async function unmet(): Promise<number> {
  const id = await alumnus();
  const lastDay = dateBefore(today(given), 'P11Y');
  const hireDate = dateBefore(lastDay, 'P5Y');
  await decideAndWrite(id, ({ person }) => ({
    outcome: 'written',
    write: { person: { ...person, stints: person.stints.map((stint) => ({ ...stint, hireDate, lastDay })) } },
  }));
  return opened(false, id);
}

describe('one case', () => {
  it('is opened by the same form, twelve times at once', async () => {
    const [person, form] = [await alumnus(), randomUUID()];
    const wish = { kind: 'freelance', wantsTalk: true, openedBy: 'alumnus', form } as const;
    const taken = await twelve(() => takeRehire(person, wish, given));
    const [found, ...more] = await casesOf(person);
    expect(more).toEqual([]);
    expect(taken.every((each) => 'number' in each && each.number === found?.number)).toBe(true);
    expect(count(await linesOf(person), `return ${found?.number}: opened, freelance`)).toBe(1);
  });

  it('of each of twelve people at once has a number of its own', async () => {
    const numbers = await twelve(() => opened());
    expect(new Set(numbers).size).toBe(12);
  });
});

describe('who decides', () => {
  it('two on an override at once: both count, and it moves on once', async () => {
    for (let turn = 0; turn < 5; turn += 1) {
      const number = await unmet();
      expect(await rehireOf(number)).toMatchObject({ status: 'waits for HR' });
      const says = (approver: string) =>
        decideRehireAs(
          number,
          { approver, round: 1, generation: 1 },
          { decision: 'approve', by: 'link', note: '事情を確認しました' },
          given,
        );
      const outcomes = (await Promise.all([says('hayashi'), says('endo')])).map(({ outcome }) => outcome);
      expect(outcomes.toSorted()).toEqual(['approved', 'one of two']);
      const { person, status, approvals } = await rehireOf(number);
      expect(status).toBe('waits for the decision');
      expect(approvals.map(({ about, said }) => [about, said.length])).toEqual([
        ['override', 2],
        ['decision', 0],
      ]);
      const lines = await linesOf(person);
      expect(count(lines, `return ${number}: conditions overridden by two people`)).toBe(1);
    }
  });

  it('one code of an override, twelve times at once, is no second agreement', async () => {
    const number = await unmet();
    const holder = { approver: 'hayashi', round: 1, generation: 1 };
    const code = await linkCode(approverCode('rehire', approvalMatter(number, holder)));
    const word = { decision: 'approve', by: 'cli', note: '事情を確認しました' } as const;
    const outcomes = (await twelve(() => decideRehireByCode(number, code, word, given))).map(({ outcome }) => outcome);
    expect([count(outcomes, 'one of two'), count(outcomes, 'said before')]).toEqual([1, 11]);
    const { status, approvals } = await rehireOf(number);
    expect(status).toBe('waits for HR');
    expect(approvals).toMatchObject([{ said: [{ approver: 'hayashi' }], refused: 11 }]);
  });

  it('one code of the decision, twelve times at once, is one word', async () => {
    const number = await opened();
    const code = await linkCode(approverCode('rehire', approvalMatter(number, kato)));
    const word = { decision: 'approve', by: 'cli' } as const;
    const outcomes = (await twelve(() => decideRehireByCode(number, code, word, given))).map(({ outcome }) => outcome);
    expect(count(outcomes, 'approved')).toBe(1);
    const { person, status, approvals } = await rehireOf(number);
    expect(status).toBe('waits for the offer');
    expect(approvals).toMatchObject([{ said: [{ approver: 'kato' }] }]);
    expect(count(await linesOf(person), `return ${number}: to be offered`)).toBe(1);
  });
});

describe('an offer', () => {
  it('taken, left, taken back and called off at once: one ends it, and nobody has a task', async () => {
    for (let turn = 0; turn < 6; turn += 1) {
      const number = await offered();
      const outcomes = await Promise.all([
        decide(number, (rehire, { words }) => acceptOffer(rehire, words, { revision: 1 }, given)),
        decide(number, (rehire) => declineOffer(rehire, 1, given)),
        decide(number, (rehire) => withdrawRehire(rehire, given)),
        decide(number, (rehire) => cancelRehire(rehire, given)),
      ]);
      const ends = outcomes.filter((outcome) => ['declined', 'withdrawn', 'cancelled'].includes(outcome));
      const { person, status, tasks, due } = await rehireOf(number);
      expect(ends).toEqual([status]);
      expect(tasks.filter((task) => task.status === 'open')).toEqual([]);
      expect(due).toBeUndefined();
      const isAccepted = outcomes[0] === 'accepted';
      expect(count(await linesOf(person), `return ${number}: offer 1 accepted`)).toBe(Number(isAccepted));
    }
  });

  it('taken twelve times at once is taken once', async () => {
    const number = await offered();
    const outcomes = await twelve(() =>
      decide(number, (rehire, { words }) => acceptOffer(rehire, words, { revision: 1 }, given)),
    );
    expect([count(outcomes, 'accepted'), count(outcomes, 'already so')]).toEqual([1, 11]);
  });
});

describe('tasks and the first day', () => {
  it('a task done twelve times at once is one line', async () => {
    const number = await accepted();
    const outcomes = await twelve(() => decide(number, (rehire) => finishTask(rehire, 'account', 'link', given)));
    expect([count(outcomes, 'done'), count(outcomes, 'already so')]).toEqual([1, 11]);
    const { person } = await rehireOf(number);
    expect(count(await linesOf(person), `return ${number}: account done`)).toBe(1);
  });

  it('the calendar, several times, and a call-off at once: nothing stays booked', async () => {
    for (let turn = 0; turn < 5; turn += 1) {
      const number = await accepted();
      const starts = () => decide(number, (rehire, { file }) => rehireDue(rehire, startsOn, file, given));
      const calledOff = decide(number, (rehire) => cancelRehire(rehire, given));
      const outcomes = await Promise.all([starts(), calledOff, starts(), starts()]);
      expect(count(outcomes, 'cancelled')).toBe(1);
      expect(count(outcomes, 'started')).toBeLessThanOrEqual(1);
      const { status, news } = await rehireOf(number);
      const isStarted = outcomes.includes('started');
      expect([status, news.includes('become an alumnus again')]).toEqual(['cancelled', isStarted]);
      const booked = await bookedFor(number);
      expect(booked).toHaveLength(isStarted ? 2 : 0);
      expect(booked.reduce((sum, { amount }) => sum + amount, 0)).toBe(0);
    }
  });
});
