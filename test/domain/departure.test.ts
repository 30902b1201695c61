import { describe, expect, test } from 'vitest';
import { unknownPerson } from '../../functions/domain/decision.ts';
import { release } from '../../functions/domain/hr.ts';
import { declineConsent, giveConsent } from '../../functions/domain/leaver.ts';
import { mailBounced } from '../../functions/domain/mail-report.ts';
import { takeStock } from '../../functions/domain/stock.ts';
import {
  after,
  asked,
  cancellation,
  consented,
  decide,
  enrolled,
  on,
  openQuestion,
  personFile,
  proof,
  refOf,
  report,
  run,
  stintOf,
  today,
} from './samples.ts';

const changed = (data: Parameters<typeof report>[0], at = '2026-11-22T00:00:00Z') => report(data, at);
const start = (generation: number) => ({ kind: 'start', machine: 'offboarding', stint: 1, generation });

describe('the first report', () => {
  test('starts an execution and keeps personal data in the profile alone', () => {
    const { outcome, write } = decide(unknownPerson('p'), report());
    expect(outcome).toBe('accepted');
    expect(write?.consequences).toEqual([start(1)]);
    expect(JSON.stringify({ ...write, profile: undefined })).not.toMatch(/花子|hanako|E1042|Sales/);
    expect(write?.profile).toMatchObject({ employeeId: 'E1042', reportedAddress: 'hanako@example.com' });
    expect(write?.entries).toMatchObject([{ what: 'departure announced', by: 'hris', policyVersion: '2026-11' }]);
  });

  test('again is a duplicate that writes nothing', () => {
    expect(decide(personFile(), report())).toEqual({ outcome: 'duplicate' });
  });

  test('again, later, only moves its place in order', () => {
    const { outcome, write } = decide(personFile(), report({}, '2026-11-21T00:00:00Z'));
    expect(outcome).toBe('duplicate');
    expect(write).toEqual({ person: expect.objectContaining({ stints: [expect.objectContaining({ revision: 1 })] }) });
  });

  test('an older one is outdated', () => {
    expect(decide(personFile(), report({ role: 'Clerk' }, '2026-11-01T00:00:00Z'))).toEqual({ outcome: 'outdated' });
  });

  test('a sequence orders reports instead of their time', () => {
    const file = personFile([{ ...report(), sequence: 5 }]);
    expect(decide(file, { ...changed({ role: 'Clerk' }), sequence: 4 }).outcome).toBe('outdated');
    expect(decide(file, { ...report({ role: 'Clerk' }, '2026-01-01T00:00:00Z'), sequence: 6 }).outcome).toBe(
      'accepted',
    );
  });

  test('of a cancelled departure that was never announced is remembered as cancelled', () => {
    const file = personFile([cancellation()]);
    expect(stintOf(file).status).toBe('cancelled');
    expect(decide(file, report()).outcome).toBe('outdated');
    expect(decide(file, changed({})).outcome).toBe('accepted');
  });

  test('with a corrected hire date is about the same stint', () => {
    const file = personFile([report(), changed({ hireDate: '2019-05-01' })]);
    expect(file.person.stints).toMatchObject([{ number: 1, hireDate: '2019-05-01' }]);
  });

  test('of a later employment is a new stint of the same person', () => {
    const file = personFile([
      report({ hireDate: '2012-04-01', lastWorkingDay: '2018-03-31' }, '2018-01-01T00:00:00Z'),
      report(),
    ]);
    expect(file.person.stints.map(({ number, hireDate }) => [number, hireDate])).toEqual([
      [1, '2012-04-01'],
      [2, '2019-04-01'],
    ]);
  });
});

describe('a changed departure', () => {
  test('that moved closes only the question about the last day', () => {
    const { write } = decide(consented(), changed({ lastWorkingDay: '2027-01-31' }));
    expect(write?.questions).toMatchObject([{ kind: 'last day', status: 'closed', outcome: 'changed' }]);
    expect(write?.consequences).toMatchObject([{ kind: 'resume' }]);
  });

  test('that moved leaves the request for consent open', () => {
    const { write } = decide(asked(), changed({ lastWorkingDay: '2027-01-31' }));
    expect(write?.questions).toEqual([]);
  });

  test('waits for the new last day with a new question', () => {
    const file = after(consented(), decide(consented(), changed({ lastWorkingDay: '2027-01-31' })).write);
    expect(run(file).question).toMatchObject({ kind: 'last day', due: '2027-02-01' });
  });

  test('with another address closes the request for consent, and asks the new one to confirm', () => {
    const { write } = decide(asked(), changed({ personalEmail: 'new@example.com' }));
    expect(write?.questions).toMatchObject([{ kind: 'consent', status: 'closed' }]);
    expect(run(after(asked(), write))).toMatchObject({
      stock: 'address unconfirmed',
      question: { kind: 'confirmation' },
    });
  });

  test('with another role closes nothing', () => {
    expect(decide(asked(), changed({ role: 'Director' })).write?.questions).toEqual([]);
  });

  test('whose reason becomes known goes on', () => {
    const held = asked(report({ reason: 'unknown' }));
    const { write } = decide(held, changed({ reason: 'career' }));
    expect(write?.questions).toMatchObject([{ kind: 'reason', status: 'closed' }]);
    expect(run(after(held, write)).stock).toBe('consent needed');
  });

  test('whose reason is still unknown can still be released', () => {
    const held = asked(report({ reason: 'unknown' }));
    const moved = after(held, decide(held, changed({ reason: 'unknown', lastWorkingDay: '2027-01-31' })).write);
    const released = release(moved, undefined, today);
    expect(released.outcome).toBe('done');
    expect(released.write?.consequences).toMatchObject([{ kind: 'resume' }]);
  });

  test('that is not eligible any more ends', () => {
    const file = after(asked(), decide(asked(), changed({ reason: 'misconduct' })).write);
    const { file: ended, stock } = run(file);
    expect(stock).toBe('not eligible');
    expect(stintOf(ended)).toMatchObject({ rule: 'reason:misconduct', policyVersion: '2026-11' });
    expect(ended.person.expires).toBe('2026-12-22');
  });

  test('keeps the consent given', () => {
    const file = after(consented(), decide(consented(), changed({ lastWorkingDay: '2027-01-31' })).write);
    expect(stintOf(run(file).file).status).toBe('consented');
  });

  test('of an alumnus whose last day moved into the future takes them back, with their consent', () => {
    const { write } = decide(
      enrolled(),
      changed({ lastWorkingDay: '2027-03-31' }, '2027-01-02T00:00:00Z'),
      on('2027-01-02'),
    );
    expect(write?.consequences).toEqual([start(2)]);
    expect(run(after(enrolled(), write), on('2027-01-02')).stock).toBe('waiting for the last day');
  });

  test('of an alumnus that changes nothing of note leaves them enrolled', () => {
    const { write } = decide(enrolled(), changed({ role: 'Director' }, '2027-01-02T00:00:00Z'), on('2027-01-02'));
    expect(write?.person.stints).toMatchObject([{ status: 'enrolled', generation: 1 }]);
    expect(write?.consequences ?? []).toEqual([]);
  });
});

describe('a cancelled departure', () => {
  test('closes what is open and keeps nothing personal', () => {
    const { write } = decide(asked(), cancellation());
    expect(write).toMatchObject({
      profile: 'delete',
      questions: [{ kind: 'consent', outcome: 'cancelled' }],
      consequences: [
        { kind: 'resume' },
        { kind: 'unlist', address: 'hanako@example.com' },
        { kind: 'expire evidence' },
      ],
    });
    expect(write?.person.stints[0]).not.toHaveProperty('facts');
  });

  test('announced again is a new generation, and consent is asked again', () => {
    const cancelled = after(consented(), decide(consented(), cancellation()).write);
    const again = decide(cancelled, changed({ reason: 'study' }));
    expect(again.write?.consequences).toEqual([start(2)]);
    expect(run(after(cancelled, again.write)).stock).toBe('consent needed');
  });

  test('announced again after a bounce starts with the address now reported', () => {
    const bounced = after(asked(), mailBounced(asked(), { wasConfirmation: false }, today).write);
    const cancelled = after(bounced, decide(bounced, cancellation()).write);
    const again = after(cancelled, decide(cancelled, changed({ personalEmail: 'new@example.com' })).write);
    expect(run(again).stock).toBe('consent needed');
  });

  test('of one stint leaves the departure of another alone', () => {
    const both = personFile([report(), cancellation(undefined, { hireDate: '2012-04-01' })]);
    expect(both.profile).toBeDefined();
    expect(run(both).stock).toBe('consent needed');
  });

  test('does not forget a refusal of an earlier stint, nor keeps it for ever', () => {
    const refused = after(asked(), declineConsent(asked(), { stint: 1 }, today).write);
    const next = { hireDate: '2028-04-01', lastWorkingDay: '2030-03-31' };
    const later = after(refused, decide(refused, report(next, '2030-01-01T00:00:00Z'), on('2030-01-01')).write);
    const { write } = decide(later, cancellation('2030-01-02T00:00:00Z', { hireDate: '2028-04-01' }), on('2030-01-02'));
    expect(write?.person.expires).toBe('2031-11-22');
  });
});

describe('somebody who said no', () => {
  const refused = after(asked(), declineConsent(asked(), { stint: 1 }, today).write);

  test.each([
    ['the same report', report()],
    ['a changed report', changed({ lastWorkingDay: '2027-01-31' })],
    ['a cancellation', cancellation('2026-11-25T00:00:00Z')],
  ])('is remembered when there is %s', (_, said) => {
    expect(decide(refused, said)).toEqual({ outcome: 'remembered' });
  });

  test('is asked again only when HR reopens', () => {
    const { outcome, write } = decide(refused, changed({}, '2026-12-01T00:00:00Z'), today, { reopen: true });
    expect(outcome).toBe('accepted');
    expect(write).toMatchObject({ consequences: [start(2)], entries: [{ what: 'reopened', by: 'hr' }] });
    expect(write?.person.expires).toBeUndefined();
    expect(run(after(refused, write)).question).toMatchObject({ kind: 'consent', generation: 2 });
  });

  test('and is asked about a later employment like anybody', () => {
    const later = report({ hireDate: '2028-04-01', lastWorkingDay: '2030-03-31' }, '2030-01-01T00:00:00Z');
    expect(decide(refused, later, on('2030-01-01')).outcome).toBe('accepted');
  });
});

test('a late report of an earlier stint does not overwrite who somebody is now', () => {
  const file = personFile([
    report({ name: '鈴木 花子' }),
    report({ hireDate: '2012-04-01', lastWorkingDay: '2018-03-31' }, '2018-01-01T00:00:00Z'),
  ]);
  expect(file.person.stints).toHaveLength(2);
  expect(file.profile?.name).toBe('鈴木 花子');
});

test('a yes while a departure waits to be screened counts', () => {
  const moved = after(asked(), decide(asked(), changed({ role: 'Director' })).write);
  expect(openQuestion(moved).kind).toBe('consent');
  const { write } = giveConsent(moved, { stint: 1, purposes: ['outreach'], proof }, today);
  expect(takeStock(after(moved, write), refOf(moved), today).outcome).toBe('waiting for the last day');
});
