import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { greetingFor, isWorkingDay, mayTouch, nextTouch, recent, touchAfter } from '../../functions/domain/cadence.ts';
import { dateAfter, dateBefore } from '../../functions/domain/time.ts';
import { policy } from './samples.ts';

/** The first touches of somebody to whom nobody has written yet. */
function touches(lastDay: string, count: number, rules = policy): string[] {
  const found: string[] = [];
  for (let date = lastDay; found.length < count; found.push(date)) date = touchAfter(lastDay, date, rules);
  return found;
}

const withOutreach = (changes: Partial<typeof policy.outreach>) => ({
  ...policy,
  outreach: { ...policy.outreach, ...changes },
});

describe('touches', () => {
  test('come 30, 90 and 180 days after the last day, then every quarter', () => {
    expect(touches('2026-01-15', 8)).toEqual([
      '2026-02-14',
      '2026-04-15',
      '2026-07-14',
      '2026-07-15',
      '2026-10-15',
      '2027-01-15',
      '2027-04-15',
      '2027-07-15',
    ]);
  });

  test('keep to the ends of months, however many lie between', () => {
    expect(touches('2026-08-31', 8)).toEqual([
      '2026-09-30',
      '2026-11-29',
      '2027-02-27',
      '2027-02-28',
      '2027-05-31',
      '2027-08-31',
      '2027-11-30',
      '2028-02-29',
    ]);
  });

  test('of a leap day have their anniversary on 28 February, and on the 29th again after four years', () => {
    const rules = withOutreach({ after: ['P30D'], every: 'P1Y' });
    expect(touches('2028-02-29', 5, rules)).toEqual([
      '2028-03-30',
      '2029-02-28',
      '2030-02-28',
      '2031-02-28',
      '2032-02-29',
    ]);
  });

  test('come on anniversaries too, where those fall between', () => {
    expect(touches('2026-01-15', 5, withOutreach({ after: ['P30D'], every: 'P5M' }))).toEqual([
      '2026-02-14',
      '2026-06-15',
      '2026-11-15',
      '2027-01-15',
      '2027-04-15',
    ]);
  });

  test('are counted from the last day in whatever order the policy names them', () => {
    const rules = withOutreach({ after: ['P180D', 'P30D', 'P90D'] });
    expect(touches('2026-01-15', 8, rules)).toEqual(touches('2026-01-15', 8));
  });
});

describe('the next touch', () => {
  const lastDay = '2026-01-15';

  test('leaves out one that comes too soon after a mail', () => {
    expect(nextTouch({ lastDay, mailed: ['2026-07-14'] }, '2026-07-14', policy)).toBe('2026-10-15');
    expect(nextTouch({ lastDay, mailed: ['2026-07-01'] }, '2026-07-14', policy)).toBe('2026-07-15');
    expect(nextTouch({ lastDay, mailed: ['2026-07-02'] }, '2026-07-14', policy)).toBe('2026-10-15');
  });

  test('leaves out those above the cap', () => {
    const capped = withOutreach({ cap: { most: 2, within: 'P1Y' } });
    const rhythm = { lastDay, mailed: ['2026-02-14', '2026-04-15'] };
    expect(nextTouch(rhythm, '2026-04-15', capped)).toBe('2027-04-15');
    expect(mayTouch(rhythm, '2027-02-13', capped)).toBe(false);
    expect(mayTouch(rhythm, '2027-02-14', capped)).toBe(true);
  });

  test('counts what fell within a while, its first day not among them', () => {
    expect(recent(['2026-02-27', '2026-02-28', '2026-03-01'], '2027-02-28', 'P1Y')).toEqual(['2026-03-01']);
  });
});

describe('a mail', () => {
  const lastDay = '2024-12-31';
  const greeting = (touch: string, date = touch) => greetingFor(lastDay, touch, date, policy);

  test.each([
    ['2025-01-30', { kind: 'early' }],
    ['2025-06-29', { kind: 'early' }],
    ['2025-06-30', { kind: 'regular' }],
    ['2025-12-31', { kind: 'anniversary', years: 1 }],
    ['2034-12-31', { kind: 'anniversary', years: 10 }],
    ['2026-01-07', { kind: 'regular' }],
  ])('of the touch on %s begins as %j', (touch, kind) => {
    expect(greeting(touch)).toEqual(kind);
  });

  test('congratulates a week late at most', () => {
    expect(greeting('2025-12-31', '2026-01-07')).toEqual({ kind: 'anniversary', years: 1 });
    expect(greeting('2025-12-31', '2026-01-08')).toEqual({ kind: 'regular' });
  });

  test('knows the anniversary of a leap day', () => {
    expect(greetingFor('2028-02-29', '2029-02-28', '2029-02-28', policy)).toEqual({ kind: 'anniversary', years: 1 });
    expect(greetingFor('2028-02-29', '2032-02-28', '2032-02-28', policy)).toEqual({ kind: 'regular' });
  });

  test('goes out on no weekend and no holiday', () => {
    const days = ['2026-12-25', '2026-12-26', '2026-12-27', '2026-12-28', '2026-12-29', '2027-01-01', '2027-01-04'];
    expect(days.filter((day) => isWorkingDay(day, policy))).toEqual(['2026-12-25', '2026-12-28', '2027-01-04']);
  });
});

const day = fc.nat({ max: 4000 }).map((days) => dateAfter('2024-01-01', `P${days}D`));
const span = fc.oneof(
  fc.integer({ min: 20, max: 400 }).map((days) => `P${days}D`),
  fc.integer({ min: 1, max: 14 }).map((months) => `P${months}M`),
  fc.constantFrom('P1Y', 'P6W', 'P1M15D'),
);
const rules = fc
  .record({
    after: fc.array(span, { minLength: 1, maxLength: 4 }),
    every: span,
    leastApart: span,
    cap: fc.record({ most: fc.integer({ min: 1, max: 6 }), within: span }),
  })
  .map(withOutreach);

describe('whatever the policy', () => {
  test('the touch after a date is later than it, and later dates have no earlier touch', () => {
    fc.assert(
      fc.property(day, day, fc.nat({ max: 200 }), rules, (lastDay, date, more, policy) => {
        const touch = touchAfter(lastDay, date, policy);
        const after = dateAfter(date, `P${more}D`);
        expect(touch > date).toBe(true);
        expect(touchAfter(lastDay, after, policy) >= touch).toBe(true);
        if (after < touch) expect(touchAfter(lastDay, after, policy)).toBe(touch);
      }),
    );
  });

  test('no touch is left out but for the cap and the least distance, and a mail on each keeps both', () => {
    fc.assert(
      fc.property(day, rules, (lastDay, policy) => {
        const { leastApart, cap } = policy.outreach;
        const mailed: string[] = [];
        let date = lastDay;
        for (let mail = 0; mail < 6; mail += 1) {
          const next = nextTouch({ lastDay, mailed }, date, policy);
          for (let touch = touchAfter(lastDay, date, policy); touch < next; ) {
            const isClose = mailed.some((before) => dateAfter(before, leastApart) > touch);
            const start = dateBefore(touch, cap.within);
            const isFull = mailed.filter((before) => before > start).length >= cap.most;
            expect(isClose || isFull, `${touch} is left out`).toBe(true);
            touch = touchAfter(lastDay, touch, policy);
          }
          expect(mailed.filter((before) => before > dateBefore(next, cap.within)).length).toBeLessThan(cap.most);
          mailed.push(next);
          date = next;
        }
      }),
      { numRuns: 30 },
    );
  }, 20_000);
});
