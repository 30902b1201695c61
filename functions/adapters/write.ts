import {
  ConditionalCheckFailedException,
  TransactionCanceledException,
  TransactionConflictException,
} from '@aws-sdk/client-dynamodb';
import { PutCommand, TransactWriteCommand, type TransactWriteCommandInput } from '@aws-sdk/lib-dynamodb';
import { table, tableName } from './table.ts';

/** How a decision is written: all of it or nothing, and only once. */

export type Item = NonNullable<TransactWriteCommandInput['TransactItems']>[number];
export type Put = { Put: NonNullable<Item['Put']> };

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
