import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Budget, givenBack, leftOf, nextPeriodOn, periodOf, takenFrom } from '../../functions/domain/budget.ts';
import { policyWith } from './contribution-samples.ts';

const everies = ['month', 'quarter', 'half-year', 'year'] as const;
const rules = policyWith({ budget: { every: 'year', amount: 1000 } });
const budget = (used: number): Budget => ({ period: '2027', used, version: 1 });

describe('the period of a date', () => {
  it.each([
    ['2027-01-01', 'year', '2027', '2028-01-01'],
    ['2027-12-31', 'year', '2027', '2028-01-01'],
    ['2027-06-30', 'half-year', '2027-H1', '2027-07-01'],
    ['2027-07-01', 'half-year', '2027-H2', '2028-01-01'],
    ['2027-03-31', 'quarter', '2027-Q1', '2027-04-01'],
    ['2027-10-01', 'quarter', '2027-Q4', '2028-01-01'],
    ['2028-02-29', 'month', '2028-02', '2028-03-01'],
    ['2027-09-30', 'month', '2027-09', '2027-10-01'],
    ['2027-12-01', 'month', '2027-12', '2028-01-01'],
  ] as const)('%s by the %s is %s, and the next begins on %s', (date, every, period, next) => {
    expect([periodOf(date, every), nextPeriodOn(date, every)]).toEqual([period, next]);
  });

  it('changes on the first day of the next one, and on no day before', () => {
    const days = fc.date({
      min: new Date('2026-01-01T00:00:00Z'),
      max: new Date('2040-12-31T00:00:00Z'),
      noInvalidDate: true,
    });
    const plain = (day: Date) => day.toISOString().slice(0, 10);
    fc.assert(
      fc.property(days, fc.constantFrom(...everies), (day, every) => {
        const next = nextPeriodOn(plain(day), every);
        const lastDay = plain(new Date(Date.parse(next) - 86_400_000));
        expect(next > plain(day)).toBe(true);
        expect(periodOf(lastDay, every)).toBe(periodOf(plain(day), every));
        expect(periodOf(next, every)).not.toBe(periodOf(plain(day), every));
      }),
      { numRuns: 300 },
    );
  });
});

describe('a budget', () => {
  it('is taken from to its last yen, and no further', () => {
    expect(takenFrom(budget(0), 1000, rules)).toEqual(budget(1000));
    expect(takenFrom(budget(0), 1001, rules)).toBeUndefined();
    expect(takenFrom(budget(600), 400, rules)).toEqual(budget(1000));
    expect(takenFrom(budget(600), 401, rules)).toBeUndefined();
  });

  it('has nothing left, rather than less, where the policy has cut it since', () => {
    expect(leftOf(budget(1500), rules)).toBe(0);
    expect(takenFrom(budget(1500), 1, rules)).toBeUndefined();
  });

  it('is given back what was taken', () => {
    expect(givenBack(budget(700), 300)).toEqual(budget(400));
  });

  it('is never overdrawn, in whatever order amounts are taken and given back', () => {
    const amounts = fc.array(fc.tuple(fc.integer({ min: 1, max: 600 }), fc.boolean()), { maxLength: 30 });
    fc.assert(
      fc.property(amounts, (steps) => {
        let now: Budget = { period: '2027', used: 0, version: 0 };
        const held: number[] = [];
        for (const [amount, isBack] of steps) {
          const given = isBack ? held.pop() : undefined;
          const next = given === undefined ? takenFrom(now, amount, rules) : givenBack(now, given);
          if (given === undefined && next) held.push(amount);
          else if (!next) expect(held.reduce((sum, each) => sum + each, amount)).toBeGreaterThan(1000);
          now = next ?? now;
          expect(now.used).toBe(held.reduce((sum, each) => sum + each, 0));
          expect(now.used).toBeLessThanOrEqual(1000);
          expect(Budget.parse(now)).toEqual(now);
        }
      }),
    );
  });
});
