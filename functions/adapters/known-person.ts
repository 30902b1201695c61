import { TransactionCanceledException } from '@aws-sdk/client-dynamodb';
import { TransactWriteCommand } from '@aws-sdk/lib-dynamodb';
import { keys, table, tableName } from './table.ts';
import { put } from './write.ts';

/**
 * Puts an item into somebody's partition, unless they have been erased: nothing is written of them again.
 * @returns false where they have been
 */
export async function putForKnown(person: string, item: Record<string, unknown>): Promise<boolean> {
  const isKnown = {
    ConditionCheck: { TableName: tableName(), Key: keys.profile(person), ConditionExpression: 'attribute_exists(pk)' },
  };
  try {
    await table.send(new TransactWriteCommand({ TransactItems: [put(item), isKnown] }));
    return true;
  } catch (error) {
    if (!(error instanceof TransactionCanceledException)) throw error;
    if (error.CancellationReasons?.[1]?.Code === 'ConditionalCheckFailed') return false;
    throw error;
  }
}
