import { describe, expect, it } from 'vitest';
import { addGathering, decideOnGathering } from '../../functions/adapters/gatherings.ts';
import { book, correctCost, ledgerOfGathering, readLedger } from '../../functions/adapters/ledger.ts';
import { policy } from '../../functions/adapters/policy.ts';
import { table } from '../../functions/adapters/table.ts';
import { gatheringEntries } from '../../functions/domain/gathering-ledger.ts';
import { noteCost } from '../../functions/domain/gathering-notes.ts';
import { type LedgerEntry, ledgerSums } from '../../functions/domain/ledger.ts';
import { announced } from '../domain/held-gathering.ts';
import { connectionReset, interfere } from './interfere.ts';
import { useOwnTable } from './own-table.ts';

useOwnTable();

const given = { now: '2027-04-02T03:00:00Z', policy };
const costs = async (number: number) => ledgerSums(await ledgerOfGathering(number))[0]?.kinds['gathering cost'] ?? 0;

function entryOf(gathering: number, on: string, amount = -1): LedgerEntry {
  const id = `gathering-${gathering}-cost`;
  return { id, on, kind: 'gathering cost', amount, currency: 'JPY', about: { gathering } };
}

/** A gathering that was held. @returns its number */
async function held(): Promise<number> {
  const { write } = await addGathering(([newest]) => ({
    outcome: 'added',
    write: { gathering: announced({ number: (newest?.number ?? 100) + 1, version: 0 }) },
  }));
  return write.gathering.number;
}

async function correct(number: number, cost: number): Promise<void> {
  await decideOnGathering(number, (found) => noteCost(found, cost));
  await correctCost(number, given);
}

describe('booking', () => {
  it('happens once under an id, whoever else books it at the same moment, and on whatever day', async () => {
    const days = Array.from({ length: 10 }, (_, index) => `2027-05-1${index}`);
    const outcomes = await Promise.all(days.map((on) => book(entryOf(1, on))));
    expect(outcomes.filter((outcome) => outcome === 'booked')).toHaveLength(1);
    expect(outcomes.filter((outcome) => outcome === 'booked before')).toHaveLength(9);
    const [only, ...others] = await ledgerOfGathering(1);
    expect(others).toEqual([]);
    expect(await book(entryOf(1, '2027-06-01', -5))).toBe('booked before');
    expect(await ledgerOfGathering(1)).toEqual([only]);
  });

  it('knows its own write again when the answer was lost', async () => {
    interfere(table, async ({ command, attempt, send }) => {
      const answer = await send();
      if (command === 'PutItemCommand' && attempt === 1) throw connectionReset();
      return answer;
    });
    expect(await book(entryOf(2, '2027-05-20'))).toBe('booked');
  });
});

describe('reading', () => {
  it('finds what is booked for one gathering, and not for another whose number begins the same', async () => {
    for (const number of [3, 30]) {
      for (const entry of gatheringEntries(announced({ number }), 9, given)) await book(entry);
    }
    const ids = (entries: readonly LedgerEntry[]) => entries.map(({ id }) => id);
    expect(ids(await ledgerOfGathering(3))).toEqual(['gathering-3-cost', 'gathering-3-fees']);
    expect(await ledgerOfGathering(4)).toEqual([]);
  });

  it('goes from one day to another, both included, in the order of days', async () => {
    for (const [number, on] of [
      [53, '2029-03-01'],
      [51, '2029-01-31'],
      [52, '2029-02-28'],
    ] as const)
      await book(entryOf(number, on));
    const days = async (from?: string, to?: string) => (await readLedger(from, to)).map(({ on }) => on);
    expect(await days('2029-01-31', '2029-02-28')).toEqual(['2029-01-31', '2029-02-28']);
    expect(await days('2029-02-01')).toEqual(['2029-02-28', '2029-03-01']);
    expect(await days(undefined, '2000-01-01')).toEqual([]);
    expect((await days()).length).toBe((await readLedger()).length);
  });
});

describe('a cost that is corrected', () => {
  it('is booked as the difference, once, on the day of the correction', async () => {
    const number = await held();
    for (const entry of gatheringEntries(announced({ number }), 9, given)) await book(entry);
    await correct(number, 92_000);
    await correct(number, 92_000);
    expect(await correctCost(number, given)).toBeUndefined();
    expect((await ledgerOfGathering(number)).at(-1)).toEqual({
      ...entryOf(number, '2027-04-02', -12_000),
      id: `gathering-${number}-cost-2`,
    });
    expect(await costs(number)).toBe(-92_000);
  });

  it('is the newest one in the end, whoever corrects it at the same moment', async () => {
    const number = await held();
    for (const entry of gatheringEntries(announced({ number }), 9, given)) await book(entry);
    await Promise.all([70_000, 75_000, 91_000, 80_000].map((cost) => correct(number, cost)));
    let newest = 0;
    await decideOnGathering(number, ({ cost = 0 }) => {
      newest = cost;
      return { outcome: 'read' };
    });
    expect(await costs(number)).toBe(0 - newest);
  });

  it('is nothing for a gathering that nobody knows', async () => {
    expect(await correctCost(999, given)).toBeUndefined();
  });
});
