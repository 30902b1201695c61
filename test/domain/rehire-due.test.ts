import { describe, expect, test } from 'vitest';
import { comeBack } from '../../functions/domain/coming-back.ts';
import type { PersonFile } from '../../functions/domain/decision.ts';
import { isOpen } from '../../functions/domain/rehire.ts';
import { endOfErased, rehireDue } from '../../functions/domain/rehire-due.ts';
import { withdrawRehire } from '../../functions/domain/rehire-offer.ts';
import { cancelRehire } from '../../functions/domain/rehire-start.ts';
import { accepted, after, alumna, begun, type Case, decided, offered, opened, opening } from './rehire-samples.ts';
import { after as afterPerson, decide, on, report } from './samples.ts';

const sweep = ({ rehire }: Case, date: string, file = alumna) => rehireDue(rehire, date, file, on(date));
const wanted = () => opened({ wantsTalk: true });
const unmet = () => opened({ kind: 'permanent' }, on('2027-02-01'));

/** Each until the end of its wait: nobody is waited for without end. */
test.each([
  ['nobody overrides, and its execution has failed', '2027-03-07', 'nothing due', unmet, 'waits for HR'],
  ['nobody overrides, and its execution has failed', '2027-03-08', 'expired', unmet, 'conditions not met'],
  ['nobody says whether they talked', '2027-08-08', 'nothing due', wanted, 'waits for the talk'],
  ['nobody says whether they talked', '2027-08-09', 'reminded', wanted, 'waits for the talk'],
  ['nobody says whether they talked', '2027-09-01', 'went on without a talk', wanted, 'waits for the decision'],
  ['nobody decides, and its execution has failed', '2027-09-05', 'nothing due', opened, 'waits for the decision'],
  ['nobody decides, and its execution has failed', '2027-09-06', 'expired', opened, 'expired'],
  ['nobody makes an offer', '2027-08-31', 'reminded', decided, 'waits for the offer'],
  ['nobody makes an offer', '2027-09-01', 'expired', decided, 'expired'],
  ['nobody answers', '2027-08-16', 'reminded', offered, 'waits for the answer'],
  ['nobody answers', '2027-08-17', 'lapsed', offered, 'lapsed'],
  ['tasks are due', '2027-08-17', 'nothing due', accepted, 'onboarding'],
  ['tasks are due', '2027-08-18', 'reminded', accepted, 'onboarding'],
  ['the first day comes', '2027-08-31', 'reminded', accepted, 'onboarding'],
  ['the first day comes', '2027-09-01', 'started', accepted, 'started'],
  ['the sweep was out for weeks', '2027-09-20', 'started', accepted, 'started'],
] as const)('%s: on %s %s', (_, date, outcome, from, status) => {
  const decision = sweep(from(), date);
  expect([decision.outcome, after(from(), decision).rehire.status]).toEqual([outcome, status]);
});

describe('a sweep', () => {
  test.each([
    ['a reminder', wanted, '2027-08-09'],
    ['a reminder of the offer', offered, '2027-08-09'],
    ['a task', accepted, '2027-08-18'],
    ['a check-in', begun, '2027-10-01'],
  ] as const)('of %s happens once on a date, and looks again later', (_, from, date) => {
    const { rehire, words } = after(from(), sweep(from(), date));
    expect(rehire.due && rehire.due > date).toBe(true);
    expect(sweep({ rehire, words }, date)).toEqual({ outcome: 'nothing due' });
  });

  test('starts somebody on the day of the offer, however late it comes', () => {
    const { rehire } = after(accepted(), sweep(accepted(), '2027-09-20'));
    expect(rehire.checkIns[0]?.on).toBe('2027-10-01');
    expect(rehire.booked?.[0]?.on).toBe('2027-09-01');
  });

  test('that starts somebody leaves overdue tasks to the next one', () => {
    const first = after(accepted(), sweep(accepted(), '2027-09-01'));
    const next = after(first, sweep(first, '2027-09-02'));
    expect([first.rehire.due, next.rehire.due]).toEqual(['2027-08-18', '2027-09-05']);
    expect(next.rehire.tasks.find(({ kind }) => kind === 'hris')).toMatchObject({ mail: 'escalate' });
  });

  test('reminds who has a talk to hold, or an offer to answer, each in a new execution', () => {
    for (const [from, news] of [
      [wanted, 'talk'],
      [decided, 'offer needed'],
      [offered, 'offer'],
    ] as const) {
      const { write } = sweep(from(), '2027-08-09');
      expect(write?.rehire.news).toContain(news);
      expect(write?.rehire.reminded).toEqual(['2027-08-09']);
      expect(write?.consequences?.[0]).toMatchObject({ kind: 'start rehire', round: from().rehire.rounds + 1 });
    }
  });

  test('finds nothing due of what is over', () => {
    const over = after(opened(), withdrawRehire(opened().rehire, opening));
    expect(sweep(over, '2099-01-01')).toEqual({ outcome: 'nothing due' });
  });
});

describe('somebody who has started', () => {
  const rehired = afterPerson(
    alumna,
    comeBack(alumna, { rehire: 1, stint: 1, on: '2027-09-01' }, on('2027-09-01')).write,
  );
  function leaving(data: Parameters<typeof report>[0]): PersonFile {
    const said = report({ hireDate: '2027-09-01', ...data }, '2027-09-10T00:00:00Z');
    return afterPerson(rehired, decide(rehired, said, on('2027-09-10')).write);
  }

  test.each([
    ['by then', '2027-10-01', 'left again'],
    ['on a later day', '2027-10-02', 'asked'],
  ])('and leaves %s', (_, lastWorkingDay, outcome) => {
    const decision = sweep(begun(), '2027-10-01', leaving({ lastWorkingDay }));
    expect(decision.outcome).toBe(outcome);
    // What it saved was saved; nothing is taken back, and nobody writes to them about it.
    expect(decision.write?.bookings).toBeUndefined();
    if (outcome === 'left again') expect(decision.write?.rehire.news).toEqual(['staff']);
  });

  test('and only moves to another post is asked', () => {
    const file = leaving({ lastWorkingDay: '2027-09-30', reason: 'transfer' });
    const stints = file.person.stints.map((stint) =>
      stint.number === 2 && 'facts' in stint
        ? {
            ...stint,
            status: 'no departure' as const,
            rule: 'reason:transfer',
            policyVersion: 'x',
            endedAt: opening.now,
          }
        : stint,
    );
    expect(sweep(begun(), '2027-10-01', { ...file, person: { ...file.person, stints } }).outcome).toBe('asked');
  });
});

test('of somebody who is erased nothing comes any more, and nobody is written to but who was told of a task', () => {
  expect(endOfErased(opened().rehire, opening).write?.rehire).toMatchObject({ status: 'erased', news: [] });
  const told = accepted();
  const tasks = told.rehire.tasks.map((task) => ({ ...task, mail: undefined }));
  const { write } = endOfErased({ ...told.rehire, tasks }, opening);
  expect([write?.rehire.status, write?.rehire.news, write?.timeline]).toEqual(['erased', ['tasks'], undefined]);
  const over = after(opened(), cancelRehire(opened().rehire, opening)).rehire;
  expect([isOpen(over), endOfErased(over, opening)]).toEqual([false, { outcome: 'erased' }]);
});
