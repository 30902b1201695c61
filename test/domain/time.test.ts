import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dateAfter, dateBefore, dateOf, endOf, instantAfter, later, secondsOf } from '../../functions/domain/time.ts';

const newYork = 'America/New_York';

describe('dates', () => {
  test.each([
    ['2026-12-31T14:59:59Z', 'Asia/Tokyo', '2026-12-31'],
    ['2026-12-31T15:00:00Z', 'Asia/Tokyo', '2027-01-01'],
    ['2026-12-31T15:00:00Z', newYork, '2026-12-31'],
    ['2026-03-08T04:59:59Z', newYork, '2026-03-07'],
    ['2026-03-09T03:59:59Z', newYork, '2026-03-08'],
    ['2026-06-01T00:00:00+14:00', 'UTC', '2026-05-31'],
  ])('%s in %s is on %s', (at, timeZone, date) => {
    expect(dateOf(at, timeZone)).toBe(date);
  });

  test.each([
    ['2026-12-31', 'Asia/Tokyo', '2026-12-31T15:00:00Z'],
    ['2026-03-07', newYork, '2026-03-08T05:00:00Z'],
    ['2026-03-08', newYork, '2026-03-09T04:00:00Z'],
    ['2026-11-01', newYork, '2026-11-02T05:00:00Z'],
    ['2026-09-05', 'America/Santiago', '2026-09-06T04:00:00Z'],
  ])('%s in %s ends at %s', (date, timeZone, end) => {
    expect(endOf(date, timeZone)).toBe(end);
  });

  test('the end of a day is the first moment of the next, everywhere and always', () => {
    const zones = fc.constantFrom('Asia/Tokyo', newYork, 'America/Santiago', 'Pacific/Apia', 'Europe/London', 'UTC');
    const days = fc.integer({ min: 0, max: 7300 }).map((count) => dateAfter('2020-01-01', `P${count}D`));
    fc.assert(
      fc.property(days, zones, (date, zone) => {
        const end = endOf(date, zone);
        expect(dateOf(end, zone)).toBe(dateAfter(date, 'P1D'));
        expect(dateOf(new Date(Date.parse(end) - 1).toISOString(), zone)).toBe(date);
      }),
      { numRuns: 60 },
    );
  });

  test.each([
    ['2024-02-29', 'P1Y', '2025-02-28'],
    ['2026-01-31', 'P1M', '2026-02-28'],
    ['2026-12-31', 'P14D', '2027-01-14'],
    ['2026-12-31', 'PT20S', '2026-12-31'],
  ])('%s and %s is %s', (date, duration, expected) => {
    expect(dateAfter(date, duration)).toBe(expected);
  });

  test('counts back as well', () => {
    expect(dateBefore('2028-12-31', 'P300D')).toBe('2028-03-06');
  });
});

describe('instants', () => {
  test.each([
    ['2026-03-07T17:00:00Z', 'P1D', '2026-03-08T16:00:00Z', 'the same hour by the clock, when the clocks go forward'],
    ['2026-03-07T17:00:00Z', 'PT24H', '2026-03-08T17:00:00Z', 'hours are hours'],
    ['2026-10-31T16:00:00Z', 'P1D', '2026-11-01T17:00:00Z', 'the same hour by the clock, when the clocks go back'],
    ['2026-03-07T07:30:00Z', 'P1D', '2026-03-08T07:30:00Z', 'an hour that the clock skips'],
  ])('%s and %s is %s: %s', (at, duration, expected) => {
    expect(instantAfter(at, duration, newYork)).toBe(expected);
  });

  test('the later of two', () => {
    expect(later('2026-01-01', '2026-01-02')).toBe('2026-01-02');
    expect(later('2026-01-01T00:00:00Z', '2026-01-01T00:30:00+09:00')).toBe('2026-01-01T00:00:00Z');
  });
});

test.each([
  ['PT20S', 20],
  ['P1D', 86_400],
  ['P14D', 1_209_600],
  ['P1M', 2_678_400],
  ['P1Y', 31_536_000],
  ['PT0.6S', 1],
])('%s is %i seconds', (duration, seconds) => {
  expect(secondsOf(duration)).toBe(seconds);
});
