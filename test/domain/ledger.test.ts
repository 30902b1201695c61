import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  booksAtOnce,
  correctionEntry,
  costPerHead,
  gatheringEntries,
} from '../../functions/domain/gathering-ledger.ts';
import { LedgerEntry, ledgerSums } from '../../functions/domain/ledger.ts';
import { announced } from './held-gathering.ts';
import { on } from './samples.ts';

const given = on('2027-03-27');
const third = { number: 3, on: '2027-04-02', currency: 'JPY' };

function entry(said: Partial<LedgerEntry> & { id: string }): LedgerEntry {
  return { on: '2027-03-12', kind: 'gathering cost', amount: -1, currency: 'JPY', about: {}, ...said };
}

describe('what is booked for a gathering', () => {
  const booked = (...said: Parameters<typeof announced>) => gatheringEntries(announced(...said), 9, given);

  it('is its cost and the fees at the door, on the day on which it ended', () => {
    const common = { on: '2027-03-12', currency: 'JPY', about: { gathering: 3 }, heads: 9 };
    expect(booked({ cost: 76_500 })).toEqual([
      { id: 'gathering-3-cost', kind: 'gathering cost', amount: -76_500, ...common },
      { id: 'gathering-3-fees', kind: 'gathering fees', amount: 27_000, ...common },
    ]);
  });

  it('is the budget while the cost is not known, and nothing without either', () => {
    expect(booked()[0]?.amount).toBe(-80_000);
    expect(booked({}, { budget: undefined, fee: undefined })).toEqual([]);
    expect(booked({ cost: 0 }, { fee: 0 })).toEqual([]);
    expect(gatheringEntries(announced(), 0, given).map(({ kind }) => kind)).toEqual(['gathering cost']);
  });

  it('belongs to the day of the company that is not over at midnight', () => {
    const late = { start: '2027-03-31T19:00', end: '2027-04-01T00:00' };
    expect(booked({}, late).map((entry) => entry.on)).toEqual(['2027-03-31', '2027-03-31']);
  });

  it('is an entry that the ledger takes, and so is a correction', () => {
    const entries = booked();
    const correction = correctionEntry(entries, 90_000, third);
    for (const each of [...entries, correction]) expect(LedgerEntry.parse(each)).toEqual(each);
    expect(() => LedgerEntry.parse(entry({ id: 'x-1', amount: 0.5 }))).toThrow('int');
    expect(() => LedgerEntry.parse({ ...entry({ id: 'x-1' }), note: 'n' })).toThrow('note');
  });
});

describe('a correction', () => {
  it('is the difference, under a key of its own, on the day on which it is made', () => {
    const entries = gatheringEntries(announced(), 9, given);
    expect(correctionEntry(entries, 92_000, third)).toEqual({
      id: 'gathering-3-cost-2',
      on: '2027-04-02',
      kind: 'gathering cost',
      amount: -12_000,
      currency: 'JPY',
      about: { gathering: 3 },
    });
    expect(correctionEntry(entries, 70_000, third)?.amount).toBe(10_000);
    expect(correctionEntry(entries, 80_000, third)).toBeUndefined();
  });

  it('is the first entry where nothing was booked', () => {
    expect(correctionEntry([], 20_000, third)).toMatchObject({ id: 'gathering-3-cost', amount: -20_000 });
    expect(correctionEntry([], 0, third)).toBeUndefined();
  });

  it('leaves what was booked in another currency as it is, and takes no key of it', () => {
    const before = entry({ id: 'gathering-3-cost', amount: -500, currency: 'SGD' });
    expect(correctionEntry([before], 500, third)).toMatchObject({ id: 'gathering-3-cost-2', amount: -500 });
  });

  it('brings the total to the newest cost, whatever was booked before and in whatever order it is read', () => {
    const amount = fc.integer({ min: 0, max: 10_000_000 });
    fc.assert(
      fc.property(
        fc.option(amount, { nil: undefined }),
        fc.array(fc.tuple(amount, fc.infiniteStream(fc.nat())), { maxLength: 8 }),
        (budget, costs) => {
          let entries = gatheringEntries(announced({}, { budget }), 9, given);
          for (const [cost, chance] of costs) {
            const ranks = new Map(entries.map(({ id }) => [id, chance.next().value]));
            const read = [...entries].sort((a, b) => (ranks.get(a.id) ?? 0) - (ranks.get(b.id) ?? 0));
            const correction = correctionEntry(read, cost, third);
            if (correction) entries = [...read, correction];
            const kinds = ledgerSums(entries)[0]?.kinds;
            expect(kinds?.['gathering cost'] ?? 0).toBe(0 - cost);
            expect(kinds?.['gathering fees']).toBe(27_000);
            expect(correctionEntry(entries, cost, third)).toBeUndefined();
          }
          expect(new Set(entries.map(({ id }) => id)).size).toBe(entries.length);
        },
      ),
    );
  });

  it('is booked at once where nothing else will book it', () => {
    expect(booksAtOnce(announced())).toBe(false);
    expect(booksAtOnce(announced({ done: { booked: true } }))).toBe(true);
    expect(booksAtOnce(announced({ status: 'cancelled' }))).toBe(true);
  });
});

describe('the cost of a head', () => {
  it('is rounded to the smallest unit, and not known where nobody came', () => {
    expect(costPerHead(100_000, 7)).toBe(14_286);
    expect(costPerHead(0, 7)).toBe(0);
    expect(costPerHead(100_000, 0)).toBeUndefined();
  });
});
