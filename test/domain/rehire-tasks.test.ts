import { describe, expect, test } from 'vitest';
import {
  changesSince,
  firstTasks,
  ownerOf,
  type RehireTask,
  taskKinds,
  taskLooksOn,
  taskOn,
  withTasksOff,
} from '../../functions/domain/rehire-tasks.ts';
import { policy } from './samples.ts';

const task: RehireTask = {
  kind: 'account',
  due: '2027-08-25',
  status: 'open',
  reminded: [],
  isEscalated: false,
};

test('each is due so long before the first day, and tomorrow at the earliest', () => {
  const dues = (startsOn: string) => firstTasks(startsOn, '2027-08-20', policy).map(({ due }) => due);
  expect(firstTasks('2027-10-01', '2027-08-20', policy).map(({ kind }) => kind)).toEqual(taskKinds);
  expect(dues('2027-10-01')).toEqual([
    '2027-09-17',
    '2027-09-24',
    '2027-09-28',
    '2027-09-24',
    '2027-09-24',
    '2027-09-24',
  ]);
  expect(new Set(dues('2027-08-22'))).toEqual(new Set(['2027-08-21']));
});

describe('the calendar', () => {
  test('leaves one alone until it is due', () => {
    expect(taskOn(task, '2027-08-24', policy)).toBe(task);
    expect(taskLooksOn(task, policy)).toEqual(['2027-08-25', '2027-09-01']);
  });

  test('reminds its owner on the day, once', () => {
    const reminded = taskOn(task, '2027-08-25', policy);
    expect(reminded).toEqual({ ...task, reminded: ['2027-08-25'], mail: 'remind' });
    expect(taskOn(reminded, '2027-08-25', policy)).toBe(reminded);
    expect(taskOn(reminded, '2027-08-31', policy)).toBe(reminded);
  });

  test('tells HR a week later, once, and goes on to remind', () => {
    const escalated = taskOn(taskOn(task, '2027-08-25', policy), '2027-09-01', policy);
    expect(escalated).toMatchObject({ mail: 'escalate', isEscalated: true, reminded: ['2027-08-25', '2027-09-01'] });
    expect(taskLooksOn(escalated, policy)).toEqual(['2027-09-08']);
    expect(taskOn(escalated, '2027-09-08', policy)).toMatchObject({ mail: 'remind', isEscalated: true });
  });

  test('that comes late makes up for all it missed with one mail', () => {
    const late = taskOn(task, '2027-10-01', policy);
    expect(late).toMatchObject({ mail: 'escalate', reminded: ['2027-10-01'] });
    expect(taskLooksOn(late, policy)).toEqual(['2027-10-08']);
  });

  test('reminds nobody of what they have not been handed yet', () => {
    expect(taskOn({ ...task, mail: 'hand over' }, '2027-08-25', policy).mail).toBe('hand over');
  });

  test.each(['done', 'closed'] as const)('has nothing to do with one that is %s', (status) => {
    expect(taskLooksOn({ ...task, status }, policy)).toEqual([]);
    expect(taskOn({ ...task, status }, '2030-01-01', policy).mail).toBeUndefined();
  });
});

test('those that nobody waits for any more are closed; of a return that is called off, owners hear of it', () => {
  const done: RehireTask = { ...task, status: 'done', doneOn: '2027-08-20', by: 'link' };
  const { mail: _, ...silent } = task;
  const closed = { ...silent, status: 'closed' };
  expect(withTasksOff([{ ...task, mail: 'remind' }, done], false)).toEqual([closed, done]);
  // What was done is undone, and a mail may be on its way.
  expect(withTasksOff([{ ...task, mail: 'hand over' }, done], true)).toEqual([
    { ...closed, mail: 'off' },
    { ...done, mail: 'off' },
  ]);
});

test('each has one owner: an address, or the receiving manager', () => {
  expect(ownerOf('buddy', 'j.nakajima@hikari.example.com', policy)).toBe('j.nakajima@hikari.example.com');
  expect(ownerOf('account', 'j.nakajima@hikari.example.com', policy)).toBe('it-desk@hikari.example.com');
});

describe('what changed since somebody left', () => {
  const known = (lastDay: string) => changesSince(lastDay, policy).known.map(({ on }) => on);
  const news = (lastDay: string) => changesSince(lastDay, policy).new.map(({ on }) => on);

  test.each([
    ['2025-03-31', 2],
    ['2025-04-01', 3],
    ['2025-04-02', 3],
  ])('who left on %s knows %i of the four', (lastDay, most) => {
    expect([known(lastDay).length, news(lastDay).length]).toEqual([most, 4 - most]);
  });

  test('is each thing once, known or new', () => {
    for (const lastDay of ['2019-03-31', '2019-04-01', '2022-09-30', '2026-07-01', '2030-01-01']) {
      expect([...known(lastDay), ...news(lastDay)]).toEqual(policy.rehire.changes.map(({ on }) => on));
    }
    expect([known('2019-03-31'), news('2026-07-01')]).toEqual([[], []]);
  });
});
