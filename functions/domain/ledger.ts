import * as z from 'zod/mini';
import type { PlainDate } from './time.ts';

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
  about: z.strictObject({
    gathering: z.optional(z.int()),
    contribution: z.optional(z.int()),
    rehire: z.optional(z.int()),
  }),
  /** The year in which the alumnus left to whom it is owed; none for what is for many. */
  cohort: z.optional(z.string()),
  /** People for whom it was: alumni, guests and walk-ins, without hosts. */
  heads: z.optional(z.int().check(z.minimum(0))),
});
export type LedgerEntry = z.infer<typeof LedgerEntry>;

type Kind = LedgerEntry['kind'];

/** A correction and a clawback make a cost smaller; they are nothing that the programme brought back. */
const isCost: Readonly<Record<Kind, boolean>> = {
  'gathering cost': true,
  'gathering fees': false,
  reward: true,
  'reward clawback': true,
  'agency fee avoided': false,
  'lead revenue': false,
};

/** What was spent, what came back of it or was earned, and what that leaves: below nothing where it cost more. */
export type Balance = { cost: number; returned: number; balance: number };

export type LedgerSums = Balance & {
  currency: string;
  /** The days of the first and the last entry. */
  first: PlainDate;
  last: PlainDate;
  /** Those in which something is booked, such as 2027-03, in order. */
  months: (Balance & { month: string })[];
  /** By the year in which people left, in order; what is for many has none, and comes last. */
  cohorts: (Balance & { cohort?: string })[];
  kinds: Partial<Record<Kind, number>>;
};

/** What entries come to: in each currency, in total, by month, by cohort and by kind. */
export function ledgerSums(entries: readonly LedgerEntry[]): LedgerSums[] {
  return groupsOf(entries, ({ currency }) => currency).map(([currency, own]) => {
    const days = own.map(({ on }) => on).sort();
    return {
      currency,
      first: days[0] ?? '',
      last: days.at(-1) ?? '',
      ...balanceOf(own),
      months: groupsOf(own, ({ on }) => on.slice(0, 7)).map(([month, its]) => ({ month, ...balanceOf(its) })),
      cohorts: [
        ...groupsOf(own, ({ cohort }) => cohort).map(([cohort, its]) => ({ cohort, ...balanceOf(its) })),
        ...everybodyIn(own),
      ],
      kinds: Object.fromEntries(groupsOf(own, ({ kind }) => kind).map(([kind, its]) => [kind, sumOf(its)])),
    };
  });
}

function everybodyIn(entries: readonly LedgerEntry[]): Balance[] {
  const its = entries.filter(({ cohort }) => cohort === undefined);
  return its.length > 0 ? [balanceOf(its)] : [];
}

function balanceOf(entries: readonly LedgerEntry[]): Balance {
  const cost = 0 - sumOf(entries.filter(({ kind }) => isCost[kind]));
  const balance = sumOf(entries);
  return { cost, returned: balance + cost, balance };
}

/** Entries by what they have in common, in the order of its name; those without it are in none. */
function groupsOf(
  entries: readonly LedgerEntry[],
  nameOf: (entry: LedgerEntry) => string | undefined,
): (readonly [name: string, its: LedgerEntry[]])[] {
  const groups = new Map<string, LedgerEntry[]>();
  for (const entry of entries) {
    const name = nameOf(entry);
    if (name === undefined) continue;
    const group = groups.get(name);
    if (group) group.push(entry);
    else groups.set(name, [entry]);
  }
  return [...groups].sort(([a], [b]) => (a < b ? -1 : 1));
}

/** What entries of one currency come to. */
export function sumOf(entries: readonly LedgerEntry[]): number {
  return entries.reduce((sum, { amount }) => sum + amount, 0);
}
