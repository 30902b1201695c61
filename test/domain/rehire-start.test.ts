import { describe, expect, test } from 'vitest';
import { sumOf } from '../../functions/domain/ledger.ts';
import { toldOf } from '../../functions/domain/rehire.ts';
import { withdrawRehire } from '../../functions/domain/rehire-offer.ts';
import { answerCheckIn, cancelRehire, finishTask, settling, tasksTold } from '../../functions/domain/rehire-start.ts';
import { taskKinds } from '../../functions/domain/rehire-tasks.ts';
import { accepted, after, begun, type Case, decided, offered, opened, opening } from './rehire-samples.ts';
import { on } from './samples.ts';

/** The first day is 1 September 2027: check-ins are on 1 and 31 October, and 30 November. */
const firstDay = on('2027-09-01');

const asked = (date: string, before: Case = begun()) => after(before, settling(before.rehire, date, on(date)));
function answer({ rehire, words }: Case, checkIn: number, date: string) {
  const said = { checkIn, at: on(date).now, prying: 'none', settled: 'well' } as const;
  return answerCheckIn(rehire, words, said, on(date));
}
const answered = (before: Case, checkIn: number, date: string) => after(before, answer(before, checkIn, date));
const checkIns = ({ rehire }: Case) => rehire.checkIns.map(({ status }) => status);
/** All that there was to tell of the tasks is told. */
function handedOver(before: Case = accepted()): Case {
  const { rehire } = before;
  return after(before, toldOf(tasksTold(rehire, rehire), 'tasks', rehire));
}

describe('a task', () => {
  test('is done by who says so, once, and nobody is told of it any more', () => {
    const { outcome, write } = finishTask(accepted().rehire, 'account', 'link', opening);
    expect(outcome).toBe('done');
    const done = write?.rehire.tasks.find(({ kind }) => kind === 'account');
    expect(done).toMatchObject({ status: 'done', doneOn: '2027-08-02', by: 'link' });
    expect(done).not.toHaveProperty('mail');
    expect(write && finishTask(write.rehire, 'account', 'cli', opening)).toEqual({ outcome: 'already so' });
  });

  test('is done after the first day too, and not after an end, nor before there are any', () => {
    expect(finishTask(begun().rehire, 'buddy', 'link', firstDay).outcome).toBe('done');
    const over = after(accepted(), withdrawRehire(accepted().rehire, opening)).rehire;
    expect(finishTask(over, 'buddy', 'link', opening)).toEqual({ outcome: 'over' });
    expect(finishTask(opened().rehire, 'buddy', 'link', opening)).toEqual({ outcome: 'over' });
  });

  test('is noted as told to its owner, but not what came since', () => {
    const { rehire } = accepted();
    expect(handedOver().rehire.tasks.map(({ mail }) => mail)).toEqual(Array(6).fill(undefined));
    expect(handedOver().rehire.news).not.toContain('tasks');
    const [first, ...others] = rehire.tasks;
    const changed = first && { ...rehire, tasks: [{ ...first, mail: 'remind' as const }, ...others] };
    expect(changed && tasksTold(changed, rehire).tasks.map(({ mail }) => mail)).toEqual([
      'remind',
      ...Array(5).fill(undefined),
    ]);
  });
});

describe('the first day', () => {
  test('makes them a colleague again, plans the check-ins, and books what an agency would have cost', () => {
    const { rehire } = begun();
    expect(rehire).toMatchObject({ status: 'started', since: '2027-09-01' });
    expect(rehire.news).toContain('come back');
    expect(rehire.checkIns).toEqual(
      ['2027-10-01', '2027-10-31', '2027-11-30'].map((date) => ({ on: date, status: 'planned' })),
    );
    expect(rehire.booked).toEqual([
      {
        id: 'rehire-1-return',
        on: '2027-09-01',
        kind: 'agency fee avoided',
        amount: 300_000,
        currency: 'JPY',
        about: { rehire: 1 },
        cohort: '2026',
      },
    ]);
  });
});

describe('the company calls it off', () => {
  test.each([
    ['before the offer', decided, ['end']],
    ['while it is offered', offered, ['end']],
    ['while tasks are under way', () => handedOver(), ['tasks', 'end']],
    ['while the tasks are handed over', accepted, ['tasks', 'end']],
    ['after the first day', () => handedOver(begun()), ['become an alumnus again', 'tasks', 'end']],
  ] as const)('%s', (_, from, news) => {
    const { outcome, write } = cancelRehire(from().rehire, firstDay);
    expect([outcome, write?.rehire.status, write?.rehire.news]).toEqual(['cancelled', 'cancelled', news]);
    expect(write?.rehire.tasks.every(({ status }) => status === 'closed')).toBe(true);
    expect(write?.rehire.checkIns.every(({ status }) => status === 'closed')).toBe(true);
    expect(write?.rehire).not.toHaveProperty('due');
  });

  test('and what was booked is taken back, once', () => {
    const { rehire } = begun();
    const { write } = cancelRehire(rehire, on('2027-09-10'));
    expect(write?.bookings).toMatchObject([{ id: 'rehire-1-return-cancelled', on: '2027-09-10', amount: -300_000 }]);
    expect(sumOf([...(rehire.booked ?? []), ...(write?.bookings ?? [])])).toBe(0);
    expect(write && cancelRehire(write.rehire, on('2027-09-10'))).toEqual({ outcome: 'already so' });
    const over = after(opened(), withdrawRehire(opened().rehire, opening)).rehire;
    expect(cancelRehire(over, opening)).toEqual({ outcome: 'over' });
  });
});

describe('check-ins', () => {
  test('are asked on their day; one that was missed closes with the next', () => {
    const first = asked('2027-10-01');
    expect(checkIns(first)).toEqual(['asked', 'planned', 'planned']);
    expect(first.rehire.news).toContain('check-in');
    expect(checkIns(asked('2027-10-31', first))).toEqual(['closed', 'asked', 'planned']);
    expect(checkIns(asked('2027-11-05'))).toEqual(['closed', 'asked', 'planned']);
    expect(checkIns(asked('2027-10-31', answered(first, 1, '2027-10-02')))).toEqual(['answered', 'asked', 'planned']);
  });

  test('are answered while they are asked, once', () => {
    const first = asked('2027-10-01');
    const { outcome, write } = answer(first, 1, '2027-10-02');
    expect([outcome, write?.rehire.status]).toEqual(['answered', 'started']);
    expect(write?.rehire.news).toContain('answer');
    expect(write?.words?.answers).toMatchObject([{ checkIn: 1, settled: 'well' }]);
    // What they said stays with them.
    expect(JSON.stringify([write?.rehire, write?.timeline])).not.toContain('well');
    expect(answer(answered(first, 1, '2027-10-02'), 1, '2027-10-03')).toEqual({ outcome: 'already so' });
    expect(answer(first, 2, '2027-10-02')).toEqual({ outcome: 'over' });
    expect(answer(asked('2027-10-31', first), 1, '2027-11-01')).toEqual({ outcome: 'over' });
    expect(answer(first, 9, '2027-10-02')).toEqual({ outcome: 'over' });
  });

  test('are complete with the last answer, and HR hears both', () => {
    const { outcome, write } = answer(asked('2027-11-30'), 3, '2027-12-01');
    expect([outcome, write?.rehire.status]).toEqual(['answered', 'completed']);
    expect(write?.rehire.news).toEqual(expect.arrayContaining(['staff', 'answer']));
    expect(write?.timeline?.map(({ what }) => what)).toEqual(['return 1: check-in 3 answered', 'return 1: completed']);
  });

  test.each([
    ['2027-12-13', 'started'],
    ['2027-12-14', 'completed'],
  ])('without an answer to the last: on %s it is %s', (date, status) => {
    expect(settling(asked('2027-11-30').rehire, date, on(date)).write?.rehire.status).toBe(status);
  });

  test('that are over leave nobody an alumnus whom no execution could make a colleague', () => {
    const news = (rehire: Case['rehire']) => settling(rehire, '2027-12-14', on('2027-12-14')).write?.rehire.news;
    expect(news(begun().rehire)).toContain('come back');
    expect(news({ ...begun().rehire, news: ['welcome'] })).toEqual(['staff']);
  });

  test('that are all over leave no task open', () => {
    const { write } = settling(handedOver(begun()).rehire, '2027-12-14', on('2027-12-14'));
    expect(write?.rehire.tasks.map(({ kind, status, mail }) => [kind, status, mail])).toEqual(
      taskKinds.map((kind) => [kind, 'closed', undefined]),
    );
  });
});
