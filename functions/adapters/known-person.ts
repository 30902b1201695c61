import { TransactionCanceledException, TransactionConflictException } from '@aws-sdk/client-dynamodb';
import { TransactWriteCommand } from '@aws-sdk/lib-dynamodb';
import { keys, table, tableName } from './table.ts';
import { type Put, put, untilWritten } from './write.ts';

/**
 * Puts an item about somebody, unless they have been erased: nothing is written of them again.
 * @param condition on what there is already
 * @returns false where they have been erased, or the condition does not hold
 */
export function putForKnown(
  person: string,
  item: Record<string, unknown>,
  condition: Partial<Put['Put']> = {},
): Promise<boolean> {
  const isKnown = {
    ConditionCheck: { TableName: tableName(), Key: keys.profile(person), ConditionExpression: 'attribute_exists(pk)' },
  };
  return untilWritten(async () => {
    try {
      await table.send(new TransactWriteCommand({ TransactItems: [put(item, condition), isKnown] }));
      return { done: true };
    } catch (error) {
      if (error instanceof TransactionConflictException) return undefined;
      if (!(error instanceof TransactionCanceledException)) throw error;
      const codes = (error.CancellationReasons ?? []).map(({ Code }) => Code);
      if (codes.includes('ConditionalCheckFailed')) return { done: false };
      if (codes.includes('TransactionConflict')) return undefined;
      throw error;
    }
  });
}
