import { setTimeout } from 'node:timers/promises';
import {
  ConditionalCheckFailedException,
  TransactionCanceledException,
  TransactionConflictException,
} from '@aws-sdk/client-dynamodb';
import { PutCommand, TransactWriteCommand, type TransactWriteCommandInput } from '@aws-sdk/lib-dynamodb';
import type { Consequence, Entry } from '../domain/decision.ts';
import { keys, shardOf, table, tableName } from './table.ts';

/** How a decision is written: all of it or nothing, and only once. */

export type Item = NonNullable<TransactWriteCommandInput['TransactItems']>[number];
export type Put = { Put: NonNullable<Item['Put']> };

/** How often it is tried: over one person's record there are few rivals, over the next number or a budget perhaps dozens. */
const attempts = { few: 8, many: 20 } as const;

/**
 * Tries until no rival comes first.
 * @param attempt answers nothing where one did
 * @throws after so many rivals in a row: a retry may help
 */
export async function untilWritten<T>(
  attempt: () => Promise<{ done: T } | undefined>,
  rivals: keyof typeof attempts = 'few',
): Promise<T> {
  for (let tried = 1; tried <= attempts[rivals]; tried += 1) {
    const result = await attempt();
    if (result) return result.done;
    await setTimeout(Math.random() * 50 * tried);
  }
  throw new Error('too many rival writes');
}

/** What relay must do next about a person or the programme: pending until it is done. */
export function consequenceItems(about: string, consequences: readonly Consequence[], nonce: string): Put[] {
  return consequences.map((data, index) =>
    put({
      ...keys.consequence(about, nonce, index),
      data,
      pendingShard: shardOf(about),
      // Only the sweep reads this, to take up what has been pending for long.
      pendingSince: new Date().toISOString(),
    }),
  );
}

/** Lines of somebody's timeline. */
export function timelineItems(person: string, entries: readonly Entry[], nonce: string): Put[] {
  return entries.map((entry, index) => put({ ...keys.entry(person, entry.at, nonce, index), data: entry }));
}

/** Nothing is written of somebody who has been erased. */
export function isThere(person: string): Item {
  return {
    ConditionCheck: { TableName: tableName(), Key: keys.profile(person), ConditionExpression: 'attribute_exists(pk)' },
  };
}

export function put(item: Record<string, unknown>, condition: Partial<Put['Put']> = {}): Put {
  return { Put: { TableName: tableName(), Item: item, ...condition } };
}

/**
 * Writes the items of a decision. One alone needs no transaction, which costs twice as much.
 * @param items the first one carries the nonce, and the condition that guards all the rest
 * @returns false when a rival came first; a retried write does not take its own success for a rival
 */
export async function writeAll(items: readonly [Put, ...Item[]], nonce: string): Promise<boolean> {
  const [guard, ...others] = items;
  try {
    await (others.length === 0
      ? table.send(new PutCommand(guard.Put))
      : table.send(new TransactWriteCommand({ TransactItems: [...items], ClientRequestToken: nonce })));
    return true;
  } catch (error) {
    if (error instanceof ConditionalCheckFailedException) return error.Item?.nonce?.S === nonce;
    if (error instanceof TransactionConflictException) return false;
    if (!(error instanceof TransactionCanceledException)) throw error;
    const reasons = error.CancellationReasons ?? [];
    if (reasons[0]?.Item?.nonce?.S === nonce) return true;
    const rivals = new Set(['ConditionalCheckFailed', 'TransactionConflict']);
    if (reasons.some(({ Code }) => rivals.has(Code ?? ''))) return false;
    throw error;
  }
}
