import { describe, expect, test } from 'vitest';
import { changeAddress, confirmAddress } from '../../functions/domain/address-change.ts';
import { outreachDue } from '../../functions/domain/alumnus.ts';
import { close } from '../../functions/domain/asking.ts';
import type { Given, PersonFile } from '../../functions/domain/decision.ts';
import { enrol } from '../../functions/domain/enrolment.ts';
import { giveAddress } from '../../functions/domain/hr.ts';
import { after, decide, enrolled, on, openQuestion, policy, refOf, report, run, stintOf } from './samples.ts';

/** The rules are for who leaves: an alumnus is not measured by what they have become since. */

const alumna = enrolled();
const since = on('2027-01-01').now;
const later = on('2027-03-01');
const narrowed: Given = { ...later, policy: { ...policy, eligibility: { ...policy.eligibility, countries: ['SG'] } } };

const reported = (data: Parameters<typeof report>[0], given = narrowed, file = alumna) =>
  after(file, decide(file, report(data, '2027-03-01T00:00:00Z'), given).write);
const changing = (given = narrowed) => after(alumna, changeAddress(alumna, 'new@example.com', given).write);
const enrolledAgain = (file: PersonFile, given = narrowed) => after(file, enrol(file, refOf(file), given).write);

function confirmed(file: PersonFile, given = narrowed) {
  const asking = run(file, given).file;
  return run(after(asking, confirmAddress(asking, openQuestion(asking).id, given).write), given);
}

describe('an alumnus whose country the policy has dropped', () => {
  test.each([
    ['they', changing()],
    ['HR', after(alumna, giveAddress(alumna, 'new@example.com', narrowed).write)],
    ['the HR system', reported({ personalEmail: 'new@example.com' })],
  ])('is enrolled as before once a new address that %s gave is confirmed', (_, file) => {
    const { file: left, stock } = confirmed(file);
    expect(stock).toBe('left');
    const back = enrolledAgain(left);
    expect(stintOf(back)).toMatchObject({ status: 'enrolled', enrolledAt: since, generation: 2 });
    expect(back.person).toMatchObject({ consents: ['outreach', 'directory'], nextOutreach: '2027-01-30' });
    expect(outreachDue(back.person)).toBe('2027-01-30');
  });

  test('is enrolled as before where nobody confirms it', () => {
    const asking = run(changing(), narrowed).file;
    const late = { ...narrowed, now: on('2027-03-20').now };
    const { file, stock } = run(after(asking, close(asking, openQuestion(asking).id, late).write), late);
    expect([stock, stintOf(enrolledAgain(file, late))]).toMatchObject(['left', { enrolledAt: since }]);
  });

  test('remembers since when they are one while the address is confirmed', () => {
    expect(stintOf(changing())).toMatchObject({ status: 'reported', enrolledAt: since });
    expect(stintOf(run(changing(), narrowed).file)).toMatchObject({ status: 'consented', enrolledAt: since });
  });

  test('stays one when a report corrects what no rule is about', () => {
    const { file, stock } = run(reported({ role: 'Director' }), narrowed);
    expect(stock).toBe('left');
    expect(stintOf(enrolledAgain(file))).toMatchObject({ status: 'enrolled', enrolledAt: since });
  });
});

describe('a report about an alumnus', () => {
  test('that corrects what the rules forbid ends it, a new address under way or not', () => {
    for (const file of [alumna, run(changing(later), later).file, changing(later)]) {
      const { file: ended, stock } = run(reported({ reason: 'misconduct' }, later, file), later);
      expect([stock, stintOf(ended)]).toMatchObject(['not eligible', { rule: 'reason:misconduct' }]);
    }
  });

  test('that leaves the reason unknown waits for HR', () => {
    expect(run(reported({ reason: 'unknown' }, later), later).stock).toBe('on hold');
  });

  test('by which they are here for longer has them enrolled anew after that', () => {
    const staying = reported({ lastWorkingDay: '2027-04-30' }, later);
    expect(stintOf(staying)).not.toHaveProperty('enrolledAt');
    const then = on('2027-05-01');
    const { file, stock } = run(staying, then);
    expect([stock, stintOf(enrolledAgain(file, then))]).toMatchObject(['left', { enrolledAt: then.now }]);
  });
});
