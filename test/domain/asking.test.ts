import { describe, expect, test } from 'vitest';
import { ask, close, remind } from '../../functions/domain/asking.ts';
import { hold } from '../../functions/domain/hr.ts';
import { declineConsent, giveConsent } from '../../functions/domain/leaver.ts';
import { mostReminders, questionId, windowEnd } from '../../functions/domain/question.ts';
import { takeStock } from '../../functions/domain/stock.ts';
import {
  after,
  asked,
  consented,
  decide,
  on,
  openQuestion,
  personFile,
  policy,
  proof,
  refOf,
  report,
  run,
  stintOf,
  today,
} from './samples.ts';

describe('asking', () => {
  test('the same matter again finds the question already asked', () => {
    expect(ask(asked(), refOf(asked()), 'consent', today)).toEqual({ outcome: 'asked' });
  });

  test('what is not needed is needless', () => {
    expect(ask(asked(), refOf(asked()), 'reason', today)).toEqual({ outcome: 'needless' });
    expect(ask(asked(), { stint: 1, generation: 9 }, 'consent', today)).toEqual({ outcome: 'needless' });
  });

  test('HR for a reason that a report has just brought is needless', () => {
    const file = personFile([report({ reason: 'unknown' })]);
    const held = after(file, takeStock(file, refOf(file), today).write);
    const known = after(held, decide(held, report({}, '2026-11-22T00:00:00Z')).write);
    expect(ask(known, refOf(known), 'reason', today)).toEqual({ outcome: 'needless' });
    expect(run(known).stock).toBe('consent needed');
  });

  test('after a lost response and a report in between leaves one question open', () => {
    const changed = after(asked(), decide(asked(), report({ role: 'Director' }, '2026-11-22T00:00:00Z')).write);
    const stock = after(changed, takeStock(changed, refOf(changed), today).write);
    const { write } = ask(stock, refOf(stock), 'consent', today);
    expect(write?.questions?.map(({ status }) => status)).toEqual(['closed', 'open']);
  });

  test('for consent puts the address reported into use', () => {
    expect(asked().profile?.address).toBe('hanako@example.com');
  });

  test('marks an answer as taken when stock is taken after it', () => {
    const file = after(asked(), giveConsent(asked(), { stint: 1, purposes: ['directory'], proof }, today).write);
    const { write } = takeStock(file, refOf(file), today);
    expect(write?.questions).toMatchObject([{ kind: 'consent', taken: true }]);
  });

  test('names a question in letters, digits and dashes', () => {
    expect(questionId(stintOf(asked()), 'last day')).toMatch(/^[\w-]+$/);
  });
});

describe('the window', () => {
  const stint = stintOf(asked());
  const question = openQuestion(asked());

  test.each([
    ['consent', '2026-11-22', '2027-01-14T15:00:00Z'],
    ['consent', '2027-02-01', '2027-02-15T03:00:00Z'],
    ['address', '2026-11-22', '2027-01-14T15:00:00Z'],
    ['reason', '2026-11-22', '2027-03-01T15:00:00Z'],
    ['confirmation', '2026-11-22', '2026-12-06T03:00:00Z'],
    ['last day', '2026-11-22', '2026-12-31T15:00:00Z'],
  ] as const)('of %s asked on %s ends at %s', (kind, date, end) => {
    expect(windowEnd({ ...question, kind, askedAt: on(date).now }, stint, policy)).toBe(end);
  });

  test('follows a last day that moved', () => {
    const moved = after(
      asked(),
      decide(asked(), report({ lastWorkingDay: '2027-01-31' }, '2026-11-22T00:00:00Z')).write,
    );
    expect(windowEnd(openQuestion(moved), stintOf(moved), policy)).toBe('2027-02-14T15:00:00Z');
  });
});

describe('reminding', () => {
  const file = asked();
  const { id } = openQuestion(file);

  test('counts a round once, however often it runs', () => {
    const { write } = remind(file, id, 1, today);
    expect(write?.questions).toMatchObject([{ reminders: 1, status: 'open' }]);
    expect(remind(after(file, write), id, 1, today)).toEqual({ outcome: 'reminded' });
  });

  test('is quiet after the last reminder of the policy', () => {
    expect(remind(file, id, policy.consent.mostReminders, today).outcome).toBe('reminded');
    expect(remind(file, id, policy.consent.mostReminders + 1, today)).toEqual({ outcome: 'quiet' });
  });

  test('never tires of HR, and never mails about the calendar', () => {
    expect(mostReminders('reason', policy)).toBe(Number.POSITIVE_INFINITY);
    expect(mostReminders('last day', policy)).toBe(0);
  });

  test.each([
    ['2027-01-14T14:59:59Z', 'reminded'],
    ['2027-01-14T15:00:00Z', 'window over'],
  ])('at %s: %s', (now, outcome) => {
    expect(remind(file, id, 1, { now, policy }).outcome).toBe(outcome);
  });

  test('of a settled or missing question says so', () => {
    const settled = after(file, declineConsent(file, { stint: 1 }, today).write);
    expect(remind(settled, id, 1, today)).toEqual({ outcome: 'settled' });
    expect(remind(file, 'none', 1, today)).toEqual({ outcome: 'settled' });
  });
});

describe('closing', () => {
  const late = on('2027-01-20');

  test('loses to an answer', () => {
    const { id } = openQuestion(asked());
    const file = after(asked(), giveConsent(asked(), { stint: 1, purposes: ['rehire'], proof }, today).write);
    expect(close(file, id, late)).toEqual({ outcome: 'settled' });
  });

  test('twice is settled, and an answer after it is too late', () => {
    const { id } = openQuestion(asked());
    const file = after(asked(), close(asked(), id, late).write);
    expect(close(file, id, late)).toEqual({ outcome: 'settled' });
    expect(giveConsent(file, { stint: 1, purposes: ['rehire'], proof }, late).outcome).toBe('over');
  });

  test.each([
    ['consent', report()],
    ['address', report({ personalEmail: undefined })],
  ])('silence about %s ends with erasure', (kind, said) => {
    const file = asked(said);
    expect(openQuestion(file).kind).toBe(kind);
    const { write } = close(file, openQuestion(file).id, late);
    expect(write).toMatchObject({ profile: 'delete', person: { stints: [{ status: 'silent', until: '2032-01-20' }] } });
    expect(write?.consequences?.filter((consequence) => consequence.kind === 'resume')).toHaveLength(1);
  });

  test.each([
    ['an unknown reason', asked(report({ reason: 'unknown' }))],
    ['a hold', run(after(asked(), hold(asked(), today).write)).file],
  ])('%s without word from HR ends the departure', (_, file) => {
    const { write } = close(file, openQuestion(file).id, late);
    expect(write?.person).toMatchObject({
      expires: '2027-02-19',
      stints: [{ status: 'not eligible', rule: 'no-word-from-hr' }],
    });
  });

  test('the question about the last day lets the departure go on', () => {
    const file = consented();
    const { write } = close(file, openQuestion(file).id, on('2027-01-01'));
    expect(run(after(file, write), on('2027-01-01')).stock).toBe('left');
  });
});
