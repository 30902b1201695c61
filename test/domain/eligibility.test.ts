import { describe, expect, test } from 'vitest';
import { screen } from '../../functions/domain/eligibility.ts';
import { protectedReasons, reasonOf, reasons, stayingReasons } from '../../functions/domain/employment.ts';
import type { Facts } from '../../functions/domain/person.ts';
import type { Policy } from '../../functions/domain/policy.ts';
import { policy } from './samples.ts';

const facts: Facts = { contract: 'permanent', reason: 'career', country: 'JP' };

function screened(
  changes: Partial<Facts> = {},
  dates: { hireDate?: string; lastDay?: string; released?: boolean } = {},
  rules = policy,
) {
  return screen({ facts: { ...facts, ...changes }, hireDate: '2019-04-01', lastDay: '2026-12-31', ...dates }, rules);
}

function withTenure(leastTenure: string): Policy {
  return { ...policy, eligibility: { ...policy.eligibility, leastTenure } };
}

describe('least tenure', () => {
  test.each([
    ['2025-04-01', '2026-03-31', true, '1 April to 31 March is a year'],
    ['2025-04-01', '2026-03-30', false, 'a day less is not'],
    ['2023-03-01', '2024-02-29', true, 'the year before 29 February'],
    ['2023-03-01', '2024-02-28', false, 'a day before 29 February'],
    ['2024-02-29', '2025-02-28', true, 'begun on 29 February, complete on 28 February'],
    ['2024-02-29', '2025-02-27', false, 'begun on 29 February, a day less'],
    ['2024-03-01', '2025-02-28', true, 'begun after 29 February'],
    ['2023-02-28', '2024-02-27', true, 'ends before 29 February'],
    ['2025-01-01', '2025-12-31', true, 'a calendar year'],
  ])('%s to %s: %s, %s', (hireDate, lastDay, isEligible) => {
    expect(screened({}, { hireDate, lastDay })).toEqual(
      isEligible ? { outcome: 'eligible' } : { outcome: 'not eligible', rule: 'least-tenure' },
    );
  });

  test.each([
    ['2025-08-31', '2026-02-28', true],
    ['2025-08-31', '2026-02-27', false],
    ['2025-08-29', '2026-02-28', true],
    ['2025-08-15', '2026-02-14', true],
    ['2025-08-15', '2026-02-13', false],
  ])('six months, from %s to %s: %s', (hireDate, lastDay, isEligible) => {
    expect(screened({}, { hireDate, lastDay }, withTenure('P6M')).outcome).toBe(
      isEligible ? 'eligible' : 'not eligible',
    );
  });
});

describe('reasons', () => {
  test.each(policy.eligibility.excludedReasons)('%s is excluded', (reason) => {
    expect(screened({ reason })).toEqual({ outcome: 'not eligible', rule: `reason:${reason}` });
  });

  test.each(stayingReasons)('%s is no departure', (reason) => {
    expect(screened({ reason })).toEqual({ outcome: 'no departure', rule: `reason:${reason}` });
  });

  test.each([...protectedReasons])('%s is never excluded, whatever the rules', (reason) => {
    const strict = { ...policy, eligibility: { ...policy.eligibility, excludedReasons: [...reasons] as never } };
    expect(screened({ reason }, {}, strict)).toEqual({ outcome: 'eligible' });
  });

  test('an unknown one waits for HR', () => {
    expect(screened({ reason: 'unknown' })).toEqual({ outcome: 'on hold' });
  });

  test('an unknown one that HR released is a departure like any other', () => {
    expect(screened({ reason: 'unknown' }, { released: true })).toEqual({ outcome: 'eligible' });
  });

  test('a release does not lift an exclusion', () => {
    expect(screened({ reason: 'misconduct' }, { released: true }).outcome).toBe('not eligible');
  });

  test('HR is not asked for the reason of somebody who is not eligible anyway', () => {
    expect(screened({ reason: 'unknown', contract: 'intern' })).toEqual({
      outcome: 'not eligible',
      rule: 'contract:intern',
    });
  });

  test.each(['constructor', '__proto__', 'toString', 'Career', ''])('a category called %j is unknown', (category) => {
    expect(reasonOf(category)).toBe('unknown');
  });
});

describe('contracts and countries', () => {
  test.each(policy.eligibility.excludedContracts)('%s is excluded', (contract) => {
    expect(screened({ contract })).toEqual({ outcome: 'not eligible', rule: `contract:${contract}` });
  });

  test('every other contract is eligible', () => {
    for (const contract of ['permanent', 'fixed-term', 'part-time', 'freelance'] as const) {
      expect(screened({ contract }).outcome).toBe('eligible');
    }
  });

  test('every country of the policy is eligible, another is not', () => {
    for (const country of policy.eligibility.countries) expect(screened({ country }).outcome).toBe('eligible');
    expect(screened({ country: 'FR' })).toEqual({ outcome: 'not eligible', rule: 'country' });
  });

  test('somebody who stays is no departure, whatever the contract', () => {
    expect(screened({ reason: 'transfer', contract: 'intern', country: 'FR' }).outcome).toBe('no departure');
  });
});
