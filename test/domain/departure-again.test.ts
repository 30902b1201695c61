import { describe, expect, test } from 'vitest';
import { isAlumnus, isKnown, isReachable, mayBeAnswered, outreachDue } from '../../functions/domain/alumnus.ts';
import { close } from '../../functions/domain/asking.ts';
import { comeBack } from '../../functions/domain/coming-back.ts';
import type { PersonFile } from '../../functions/domain/decision.ts';
import { personDue } from '../../functions/domain/due.ts';
import { enrol } from '../../functions/domain/enrolment.ts';
import { declineConsent, giveConsent } from '../../functions/domain/leaver.ts';
import { isNeeded, rehiredStint } from '../../functions/domain/person.ts';
import { returnsOf } from '../../functions/domain/return-conditions.ts';
import {
  after,
  cancellation,
  decide,
  enrolled,
  on,
  openQuestion,
  proof,
  refOf,
  report,
  run,
  stintOf,
} from './samples.ts';

/** Somebody came back, and leaves again: docs/adr/0013-coming-back-ends-a-consent.md. */

const here = on('2029-02-01');
const lastDay = '2029-03-31';
const alumna = enrolled();
const rehired = after(alumna, comeBack(alumna, { rehire: 1, stint: 1, on: '2027-09-01' }, on('2027-09-01')).write);

/** The second departure; an HR system counts from the day of the return, or from the first day of all. */
function leaving(data: Parameters<typeof report>[0] = {}) {
  return report({ hireDate: '2027-09-01', lastWorkingDay: lastDay, ...data }, '2029-01-15T00:00:00Z');
}

function reported(said = leaving(), file = rehired): PersonFile {
  return run(after(file, decide(file, said, here).write), here, 2).file;
}

/** Said yes, and the last day is over. */
function enrolledAgain(said = leaving()): PersonFile {
  const asked = reported(said);
  const agreed = after(asked, giveConsent(asked, { stint: 2, purposes: ['outreach'], proof }, here).write);
  const over = on('2029-04-01');
  const left = run(agreed, over, 2).file;
  return after(left, enrol(left, refOf(left, 2), over).write);
}

describe('a report of somebody who came back', () => {
  test.each([
    ['the same again', report(), 'duplicate'],
    ['a correction of the period before', report({ role: 'Clerk' }, '2028-01-01T00:00:00Z'), 'outdated'],
    [
      'another last day before the return',
      report({ lastWorkingDay: '2027-03-31' }, '2028-01-01T00:00:00Z'),
      'outdated',
    ],
    ['a cancellation of the period before', cancellation('2028-01-01T00:00:00Z'), 'outdated'],
  ])('%s is history', (_, said, outcome) => {
    expect(decide(rehired, said, here)).toEqual({ outcome });
  });

  test.each([
    ['from the return', '2027-09-01'],
    ['from the first day of all', '2019-04-01'],
  ])('counted %s opens a second stint', (_, hireDate) => {
    const said = leaving({ hireDate });
    const file = reported(said);
    expect(file.person.stints).toMatchObject([
      { number: 1, status: 'rehired', lastDay: '2026-12-31' },
      { number: 2, status: 'asking', lastDay, hireDate },
    ]);
    expect(decide(file, said, here)).toEqual({ outcome: 'duplicate' });
    const moved = leaving({ hireDate, lastWorkingDay: '2029-04-30' });
    const later = decide(file, { ...moved, timestamp: '2029-01-20T00:00:00Z' }, here);
    expect(later.write?.person.stints).toMatchObject([{ status: 'rehired' }, { number: 2, lastDay: '2029-04-30' }]);
  });
});

describe('who leaves again', () => {
  test('is asked anew: what they agreed to at the first exit is no more', () => {
    const file = reported();
    expect(rehired.person.consents).toEqual(['outreach', 'directory']);
    expect([isReachable(file.person), file.person.nextOutreach]).toEqual([false, undefined]);
    expect(stintOf(file, 2)).not.toHaveProperty('consentedAt');
    expect(openQuestion(file, 2).kind).toBe('consent');
    expect([isAlumnus(file.person), isKnown(file.person), rehiredStint(file.person)]).toEqual([
      false,
      false,
      undefined,
    ]);
  });

  test('and says yes is an alumnus by what they choose now', () => {
    const { person } = enrolledAgain();
    expect(person.stints.map(({ status }) => status)).toEqual(['rehired', 'enrolled']);
    expect([person.consents, isAlumnus(person), mayBeAnswered(person)]).toEqual([['outreach'], true, true]);
    expect(outreachDue(person)).toBeDefined();
    expect(returnsOf(person)).toBe(1);
  });

  test('and says yes may come back again, which is counted', () => {
    const file = enrolledAgain();
    const { person } = after(file, comeBack(file, { rehire: 2, stint: 2, on: '2030-04-01' }, on('2030-04-01')).write);
    expect(rehiredStint(person)).toMatchObject({ number: 2, rehire: 2 });
    expect(returnsOf(person)).toBe(2);
  });

  test('and says no is deleted, the first stint too', () => {
    const file = reported();
    const gone = after(file, declineConsent(file, { stint: 2 }, here).write);
    expect(gone.profile).toBeUndefined();
    expect(gone.person.stints.map(({ status }) => status)).toEqual(['erased', 'declined']);
    expect([gone.person.consents, isNeeded(gone.person)]).toEqual([[], false]);
    expect(decide(gone, leaving(), here)).toEqual({ outcome: 'remembered' });
  });

  test('and says nothing is deleted too', () => {
    const file = reported();
    const gone = after(file, close(file, openQuestion(file, 2).id, on('2029-06-01')).write);
    expect(gone.profile).toBeUndefined();
    expect(gone.person.stints.map(({ status }) => status)).toEqual(['erased', 'silent']);
  });

  test('and is not eligible is asked nothing, and their data expires', () => {
    const file = reported(leaving({ reason: 'misconduct' }));
    expect(stintOf(file, 2).status).toBe('not eligible');
    expect([file.person.consents, isNeeded(file.person)]).toEqual([[], false]);
    const { expires = '' } = file.person;
    const { outcome, write } = personDue(file, expires, on(expires));
    expect([outcome, write?.profile]).toEqual(['erased', 'delete']);
    expect(write?.person.stints.map(({ status }) => status)).toEqual(['expired', 'expired']);
  });

  test('and stays after all is here as before, and their data is kept', () => {
    const cancelled = cancellation('2029-02-10T00:00:00Z', { hireDate: '2027-09-01' });
    const file = reported();
    const stays = after(file, decide(file, cancelled, here).write);
    expect(stays.person.stints.map(({ status }) => status)).toEqual(['rehired', 'cancelled']);
    expect(rehiredStint(stays.person)?.number).toBe(1);
    expect(stays.profile).toEqual(file.profile);
    expect(personDue(stays, '2060-01-01', on('2060-01-01'))).toEqual({ outcome: 'nothing due' });
    // Asked anew when they do leave.
    const later = leaving({ lastWorkingDay: '2030-03-31' });
    const again = reported({ ...later, timestamp: '2029-02-20T00:00:00Z' }, stays);
    expect(again.person.stints.map(({ status }) => status)).toEqual(['rehired', 'asking']);
  });

  test('and only moves to another post is here as before', () => {
    const { person } = reported(leaving({ reason: 'transfer' }));
    expect(person.stints.map(({ status }) => status)).toEqual(['rehired', 'no departure']);
    expect([rehiredStint(person)?.number, person.expires, person.consents]).toEqual([
      1,
      undefined,
      ['outreach', 'directory'],
    ]);
  });

  test('and is held by mistake as not eligible stays, and is kept, once it is cancelled', () => {
    const file = reported(leaving({ reason: 'misconduct' }));
    const cancelled = cancellation('2029-02-10T00:00:00Z', { hireDate: '2027-09-01' });
    const stays = after(file, decide(file, cancelled, here).write);
    expect(rehiredStint(stays.person)?.number).toBe(1);
    expect(stays.profile).toBeDefined();
    expect(personDue(stays, '2060-01-01', on('2060-01-01'))).toEqual({ outcome: 'nothing due' });
  });
});

describe('who came back without a case here', () => {
  const second = (data: Parameters<typeof report>[0] = {}) => reported(leaving(data), alumna);

  test('stays an alumnus, and is asked anew when they leave again', () => {
    const file = second();
    expect(file.person.stints.map(({ status }) => status)).toEqual(['enrolled', 'asking']);
    expect([file.person.consents, isAlumnus(file.person)]).toEqual([['outreach', 'directory'], true]);
    expect(openQuestion(file, 2).kind).toBe('consent');
  });

  test('and whose no ends all of it', () => {
    const file = second();
    const gone = after(file, declineConsent(file, { stint: 2 }, here).write);
    expect([gone.profile, gone.person.stints.map(({ status }) => status)]).toEqual([undefined, ['erased', 'declined']]);
  });

  test('and who is not asked is the alumnus of before', () => {
    const file = second({ reason: 'misconduct' });
    expect(file.person.stints.map(({ status }) => status)).toEqual(['enrolled', 'not eligible']);
    expect([file.person.consents, isNeeded(file.person)]).toEqual([['outreach', 'directory'], true]);
  });
});
