import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LedgerEntry, ledgerSums } from '../../functions/domain/ledger.ts';
import { ledgerReports, periodsOf } from '../../functions/domain/ledger-report.ts';

const { options } = LedgerEntry.shape.kind;

function entry(said: Partial<LedgerEntry>): LedgerEntry {
  return { id: 'x-1', on: '2027-03-12', kind: 'gathering cost', amount: -1, currency: 'JPY', about: {}, ...said };
}

const date = fc
  .record({ year: fc.integer({ min: 2024, max: 2036 }), month: fc.nat(11), day: fc.integer({ min: 1, max: 28 }) })
  .map(({ year, month, day }) => new Date(Date.UTC(year, month, day)).toISOString().slice(0, 10));
const anyEntry = fc
  .record(
    {
      on: date,
      kind: fc.constantFrom(...options),
      amount: fc.integer({ min: -10_000_000_000, max: 10_000_000_000 }),
      currency: fc.constantFrom('JPY', 'SGD', 'KWD'),
      cohort: fc.constantFrom('2019', '2024', '2025', '2031'),
    },
    { requiredKeys: ['on', 'kind', 'amount', 'currency'] },
  )
  .map(entry);
const entries = fc.array(anyEntry, { maxLength: 60 });

type Counted = Record<string, bigint>;

/** The second calculation: one entry after the other, in whole numbers without end, by nothing that the first one uses. */
function counted(said: readonly LedgerEntry[]): Counted {
  const sums: Counted = {};
  const add = (key: string, amount: bigint) => {
    sums[key] = (sums[key] ?? 0n) + amount;
  };
  for (const { on, kind, amount, currency, cohort } of said) {
    const [year, month] = on.split('-');
    const spent = ['gathering cost', 'reward', 'reward clawback'].includes(kind);
    for (const group of ['total', `month ${year}-${month}`, `cohort ${cohort}`]) {
      add(`${currency} ${group} cost`, spent ? -BigInt(amount) : 0n);
      add(`${currency} ${group} returned`, spent ? 0n : BigInt(amount));
      add(`${currency} ${group} balance`, BigInt(amount));
    }
    add(`${currency} kind ${kind}`, BigInt(amount));
  }
  return sums;
}

function summed(said: readonly LedgerEntry[]): Counted {
  const sums: Counted = {};
  for (const { currency, months, cohorts, kinds, cost, returned, balance } of ledgerSums(said)) {
    const groups = [
      { name: 'total', cost, returned, balance },
      ...months.map((each) => ({ ...each, name: `month ${each.month}` })),
      ...cohorts.map((each) => ({ ...each, name: `cohort ${each.cohort}` })),
    ];
    for (const group of groups) {
      sums[`${currency} ${group.name} cost`] = BigInt(group.cost);
      sums[`${currency} ${group.name} returned`] = BigInt(group.returned);
      sums[`${currency} ${group.name} balance`] = BigInt(group.balance);
    }
    for (const [kind, amount] of Object.entries(kinds)) sums[`${currency} kind ${kind}`] = BigInt(amount);
  }
  return sums;
}

describe('sums', () => {
  it('equal what is counted one entry after the other', () => {
    fc.assert(
      fc.property(entries, (said) => {
        expect(summed(said)).toEqual(counted(said));
      }),
    );
  });

  it('by month, by cohort and by kind come to the same in total, in whatever order entries are read', () => {
    fc.assert(
      fc.property(entries, (said) => {
        for (const { months, cohorts, kinds, cost, returned, balance } of ledgerSums(said)) {
          for (const groups of [months, cohorts]) {
            expect(groups.reduce((sum, each) => sum + each.cost, 0)).toBe(cost);
            expect(groups.reduce((sum, each) => sum + each.returned, 0)).toBe(returned);
            expect(groups.reduce((sum, each) => sum + each.balance, 0)).toBe(balance);
          }
          expect(Object.values(kinds).reduce((sum, amount) => sum + amount, 0)).toBe(balance);
          expect(returned - cost).toBe(balance);
        }
        expect(ledgerSums(said.toReversed())).toEqual(ledgerSums(said));
      }),
    );
  });

  it('come in the order of months and of cohorts, what is for many last; and to nothing for nothing', () => {
    const [sums] = ledgerSums([
      entry({ on: '2027-02-01' }),
      entry({ on: '2026-12-31', cohort: '2025' }),
      entry({ on: '2027-01-01', cohort: '2024' }),
    ]);
    expect(sums).toMatchObject({ first: '2026-12-31', last: '2027-02-01' });
    expect(sums?.months.map(({ month }) => month)).toEqual(['2026-12', '2027-01', '2027-02']);
    expect(sums?.cohorts.map(({ cohort }) => cohort)).toEqual(['2024', '2025', undefined]);
    expect(ledgerSums([])).toEqual([]);
  });

  it('count a correction and a clawback as a smaller cost, not as something brought back', () => {
    const [sums] = ledgerSums([
      entry({ amount: -80_000 }),
      entry({ amount: 10_000 }),
      entry({ kind: 'reward', amount: -5000 }),
      entry({ kind: 'reward clawback', amount: 5000 }),
      entry({ kind: 'gathering fees', amount: 27_000 }),
    ]);
    expect(sums).toMatchObject({ cost: 70_000, returned: 27_000, balance: -43_000 });
  });
});

describe('the balance so far', () => {
  it('is at the end of each month what was booked until then', () => {
    fc.assert(
      fc.property(entries, (said) => {
        for (const { currency, months, balance } of ledgerReports(said)) {
          for (const { month, balanceSoFar } of months) {
            let until = 0n;
            for (const each of said) {
              if (each.currency === currency && each.on <= `${month}-31`) until += BigInt(each.amount);
            }
            expect(BigInt(balanceSoFar)).toBe(until);
          }
          expect(months.at(-1)?.balanceSoFar).toBe(balance);
        }
      }),
    );
  });
});

describe('periods', () => {
  it('follow each other without a gap, hold every entry, and end with the balance', () => {
    fc.assert(
      fc.property(entries, fc.integer({ min: 2, max: 40 }), (said, most) => {
        for (const report of ledgerReports(said)) {
          const { every, periods } = periodsOf(report, most);
          expect(every === 'year' || periods.length <= most).toBe(true);
          for (const [index, { from }] of periods.entries()) {
            const before = periods[index - 1];
            if (before) expect(next(before.to)).toBe(from);
          }
          for (const { from, to, cost, returned, balance } of periods) {
            const its = said.filter(
              ({ on, currency }) => currency === report.currency && on >= from && on <= `${to}-31`,
            );
            const count = counted(its);
            expect(BigInt(cost)).toBe(count[`${report.currency} total cost`] ?? 0n);
            expect(BigInt(returned)).toBe(count[`${report.currency} total returned`] ?? 0n);
            expect(BigInt(balance)).toBe(count[`${report.currency} total balance`] ?? 0n);
          }
          expect(periods.at(-1)?.balanceSoFar).toBe(report.balance);
        }
      }),
    );
  });

  it.each([
    ['2027-12-31', 'month', '2027-02', '2027-02', 11],
    ['2028-11-01', 'quarter', '2027-01', '2027-03', 8],
    ['2031-06-30', 'half-year', '2027-01', '2027-06', 9],
    ['2037-01-01', 'year', '2027-01', '2027-12', 11],
  ])('until %s are a %s long', (last, every, from, to, length) => {
    const [report] = ledgerReports([entry({ on: '2027-02-01' }), entry({ on: last })]);
    const found = report && periodsOf(report, 12);
    expect(found).toMatchObject({ every, periods: { length } });
    expect(found?.periods[0]).toMatchObject({ from, to });
  });
});

function next(month: string): string {
  const day = new Date(`${month}-01`);
  day.setUTCMonth(day.getUTCMonth() + 1);
  return day.toISOString().slice(0, 7);
}
