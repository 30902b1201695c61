import { type Balance, type LedgerEntry, type LedgerSums, ledgerSums } from './ledger.ts';

/** What the ledger says over time: how the balance went, month by month or in longer periods. */

/** Counted from the first entry on. */
type Running<Sum extends Balance> = Sum & { balanceSoFar: number };

/** Each month with the balance at its end. */
export type LedgerReport = Omit<LedgerSums, 'months'> & { months: Running<LedgerSums['months'][number]>[] };

/** What entries come to, in each currency. */
export function ledgerReports(entries: readonly LedgerEntry[]): LedgerReport[] {
  return ledgerSums(entries).map((sums) => ({ ...sums, months: running(sums.months) }));
}

function running<Sum extends Balance>(sums: readonly Sum[]): Running<Sum>[] {
  let balanceSoFar = 0;
  return sums.map((sum) => {
    balanceSoFar += sum.balance;
    return { ...sum, balanceSoFar };
  });
}

/** Periods of the calendar, by their months. */
const lengths = { month: 1, quarter: 3, 'half-year': 6, year: 12 } as const;
const everies = ['month', 'quarter', 'half-year', 'year'] as const;
export type Every = (typeof everies)[number];

/** From its first month to its last, such as 2027-01 and 2027-03. */
export type Period = Running<Balance & { from: string; to: string }>;

/**
 * The time from the first entry to the last in periods, those without any entry among them.
 * @returns the shortest of which there are not too many, or else years
 */
export function periodsOf({ months, first, last }: LedgerReport, most: number): { every: Every; periods: Period[] } {
  const countOf = (every: Every) => indexOf(last, every) - indexOf(first, every) + 1;
  const every = everies.find((each) => countOf(each) <= most) ?? 'year';
  const periods = Array.from({ length: countOf(every) }, (_, offset) => {
    const index = indexOf(first, every) + offset;
    return { ...monthsOf(index, every), ...sumOf(months.filter(({ month }) => indexOf(month, every) === index)) };
  });
  return { every, periods: running(periods) };
}

/** Which period a day or a month is in, counted from the year 0. */
function indexOf(date: string, every: Every): number {
  const month = Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1;
  return Math.floor(month / lengths[every]);
}

function monthsOf(index: number, every: Every): { from: string; to: string } {
  const from = index * lengths[every];
  return { from: monthOf(from), to: monthOf(from + lengths[every] - 1) };
}

function monthOf(index: number): string {
  const [year, month] = [Math.floor(index / 12), (index % 12) + 1];
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}`;
}

function sumOf(balances: readonly Balance[]): Balance {
  const sum = { cost: 0, returned: 0, balance: 0 };
  for (const { cost, returned, balance } of balances) {
    sum.cost += cost;
    sum.returned += returned;
    sum.balance += balance;
  }
  return sum;
}
