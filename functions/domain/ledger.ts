import * as z from 'zod/mini';

/** 収支台帳: what the programme cost and brought back, in entries that are written once and never changed. */

/** Amounts from the company's side: negative is what was spent, positive what came back or was earned. */
export const LedgerEntry = z.strictObject({
  /** What is booked, for ever: nothing is booked twice under it. Begins with what it is about. */
  id: z.string().check(z.regex(/^[a-z]+-[a-z0-9-]+$/)),
  /** The day to which it belongs. */
  on: z.iso.date(),
  kind: z.enum(['gathering cost', 'gathering fees', 'reward', 'reward clawback', 'agency fee avoided', 'lead revenue']),
  /** In the currency's smallest unit. */
  amount: z.int(),
  currency: z.string(),
  about: z.strictObject({ gathering: z.optional(z.int()), contribution: z.optional(z.int()) }),
  /** The year in which the alumnus left to whom it is owed; none for what is for many. */
  cohort: z.optional(z.string()),
  /** People for whom it was: alumni, guests and walk-ins, without hosts. */
  heads: z.optional(z.int().check(z.minimum(0))),
});
export type LedgerEntry = z.infer<typeof LedgerEntry>;

type Sums = {
  currency: string;
  total: number;
  /** By month, such as 2027-03, in order. */
  months: Record<string, number>;
  kinds: Partial<Record<LedgerEntry['kind'], number>>;
};

/** What entries come to: in each currency, in total, by month and by kind. */
export function ledgerSums(entries: readonly LedgerEntry[]): Sums[] {
  return namesOf(entries, ({ currency }) => currency).map((currency) => {
    const own = entries.filter((entry) => entry.currency === currency);
    const sumsBy = <Name extends string>(nameOf: (entry: LedgerEntry) => Name) =>
      namesOf(own, nameOf).map((name) => [name, sumOf(own.filter((entry) => nameOf(entry) === name))] as const);
    return {
      currency,
      total: sumOf(own),
      months: Object.fromEntries(sumsBy(({ on }) => on.slice(0, 7))),
      kinds: Object.fromEntries(sumsBy(({ kind }) => kind)),
    };
  });
}

function namesOf<Name extends string>(entries: readonly LedgerEntry[], nameOf: (entry: LedgerEntry) => Name): Name[] {
  return [...new Set(entries.map(nameOf))].sort();
}

/** What entries of one currency come to. */
export function sumOf(entries: readonly LedgerEntry[]): number {
  return entries.reduce((sum, { amount }) => sum + amount, 0);
}
