import * as z from 'zod/mini';
import type { Policy } from './policy.ts';
import type { PlainDate } from './time.ts';

/** What rewards of one period of the calendar may come to. */
export const Budget = z.strictObject({
  /** Such as 2026, 2026-H2, 2026-Q4, 2026-11. */
  period: z.string(),
  /** Approved so far, in the currency's smallest unit. */
  used: z.int(),
  /** Rises with every change. */
  version: z.int(),
});
export type Budget = z.infer<typeof Budget>;

type Every = Policy['rewards']['budget']['every'];

const months: Readonly<Record<Every, number>> = { month: 1, quarter: 3, 'half-year': 6, year: 12 };

/** The period that a date is in. */
export function periodOf(date: PlainDate, every: Every): string {
  const year = date.slice(0, 4);
  const part = Math.ceil(Number(date.slice(5, 7)) / months[every]);
  switch (every) {
    case 'year':
      return year;
    case 'half-year':
      return `${year}-H${part}`;
    case 'quarter':
      return `${year}-Q${part}`;
    case 'month':
      return date.slice(0, 7);
  }
}

/** The first day of the period after the one that a date is in. */
export function nextPeriodOn(date: PlainDate, every: Every): PlainDate {
  const [year, month] = [Number(date.slice(0, 4)), Number(date.slice(5, 7))];
  const next = Math.ceil(month / months[every]) * months[every];
  return next === 12 ? `${year + 1}-01-01` : `${year}-${String(next + 1).padStart(2, '0')}-01`;
}

/** What is left of a budget; never less than nothing, though the policy may have cut it since. */
export function leftOf({ used }: Budget, { rewards }: Policy): number {
  return Math.max(0, rewards.budget.amount - used);
}

/** An amount is taken from a budget. @returns nothing where it does not cover it */
export function takenFrom(budget: Budget, amount: number, policy: Policy): Budget | undefined {
  return amount > leftOf(budget, policy) ? undefined : { ...budget, used: budget.used + amount };
}

/** An amount that was taken is given back. */
export function givenBack(budget: Budget, amount: number): Budget {
  return { ...budget, used: budget.used - amount };
}
