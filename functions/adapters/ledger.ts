import { randomUUID } from 'node:crypto';
import { paginateQuery } from '@aws-sdk/lib-dynamodb';
import type { Given } from '../domain/decision.ts';
import { dateOfGathering } from '../domain/gathering.ts';
import { correctionEntry, costOf, gatheringPrefix } from '../domain/gathering-ledger.ts';
import { LedgerEntry } from '../domain/ledger.ts';
import type { PlainDate } from '../domain/time.ts';
import { readGathering } from './gatherings.ts';
import { keys, ledger, table, tableName } from './table.ts';
import { type Put, put, untilWritten, writeAll } from './write.ts';

/**
 * The ledger, in one partition: a few entries for each gathering and reward. It is read as a whole, which ten years of a
 * thousand entries a year make 500 RRU.
 */

/** Books an entry, once for all time: what is under its id already stays as it is. */
export async function book(entry: LedgerEntry): Promise<'booked' | 'booked before'> {
  const nonce = randomUUID();
  return (await writeAll([entryItem(entry, nonce)], nonce)) ? 'booked' : 'booked before';
}

/** An entry as a part of what is written together. */
export function entryItem(entry: LedgerEntry, nonce?: string): Put {
  return put(
    { ...keys.ledger(entry.id), data: LedgerEntry.parse(entry), nonce },
    { ConditionExpression: 'attribute_not_exists(pk)', ReturnValuesOnConditionCheckFailure: 'ALL_OLD' },
  );
}

/** What is booked from one day to another, in the order of days. */
export async function readLedger(from?: PlainDate, to?: PlainDate): Promise<LedgerEntry[]> {
  const entries = await entriesOf('');
  return entries.filter(({ on }) => (!from || on >= from) && (!to || on <= to));
}

/** What is booked for a gathering. */
export function ledgerOfGathering(number: number): Promise<LedgerEntry[]> {
  return entriesOf(gatheringPrefix(number));
}

async function entriesOf(prefix: string): Promise<LedgerEntry[]> {
  const pages = paginateQuery(
    { client: table },
    {
      TableName: tableName(),
      KeyConditionExpression: prefix ? 'pk = :pk AND begins_with(sk, :prefix)' : 'pk = :pk',
      ExpressionAttributeValues: { ':pk': ledger, ...(prefix && { ':prefix': prefix }) },
      ConsistentRead: true,
    },
  );
  const entries: LedgerEntry[] = [];
  for await (const { Items = [] } of pages) {
    entries.push(...Items.map(({ data }) => LedgerEntry.parse(data)));
  }
  return entries.sort((a, b) => (a.on === b.on ? 0 : a.on < b.on ? -1 : 1));
}

/**
 * Books what is missing for the ledger to show the newest cost of a gathering, on today's date: months that are past stay
 * as they were. Called again, it books nothing.
 * @returns what was booked
 */
export function correctCost(number: number, given: Given): Promise<LedgerEntry | undefined> {
  const { currency } = given.policy.company;
  return untilWritten<LedgerEntry | undefined>(async () => {
    // The ledger first: a cost that is noted after this is corrected by who noted it.
    const entries = await ledgerOfGathering(number);
    const gathering = await readGathering(number);
    if (!gathering) return { done: undefined };
    const on = dateOfGathering(gathering, given);
    const entry = correctionEntry(entries, costOf(gathering) ?? 0, { number, on, currency });
    return !entry || (await book(entry)) === 'booked' ? { done: entry } : undefined;
  });
}
