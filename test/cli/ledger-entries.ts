import type { LedgerEntry } from '../../functions/domain/ledger.ts';

/** An entry; only what a test is about needs saying. */
export function entry(said: Partial<LedgerEntry> = {}): LedgerEntry {
  return { id: 'x-1', on: '2027-03-12', kind: 'gathering cost', amount: -1, currency: 'JPY', about: {}, ...said };
}

/** A gathering, a hire, the reward for it, and some feedback. */
export const spring: LedgerEntry[] = [
  entry({ id: 'gathering-3-cost', amount: -76_500, about: { gathering: 3 } }),
  entry({ id: 'gathering-3-fees', kind: 'gathering fees', amount: 27_000, about: { gathering: 3 } }),
  entry({
    id: 'reward-7',
    on: '2027-04-02',
    kind: 'reward',
    amount: -5000,
    about: { contribution: 7 },
    cohort: '2026',
  }),
  entry({
    id: 'contribution-8-return',
    on: '2027-05-01',
    kind: 'agency fee avoided',
    amount: 2_000_000,
    about: { contribution: 8 },
    cohort: '2024',
  }),
];
