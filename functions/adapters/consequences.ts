import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { DeleteCommand, GetCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { Consequence } from '../domain/decision.ts';
import { listed } from './sparse-index.ts';
import { shards, table, tableName } from './table.ts';

/** Consequences: pending in the table from the decision until relay has carried them out. */

export type Key = { pk: string; sk: string };

/** Reads a pending consequence; one already carried out is gone. */
export async function readConsequence(key: Key): Promise<Consequence | undefined> {
  const { Item } = await table.send(new GetCommand({ TableName: tableName(), Key: key, ConsistentRead: true }));
  return Item && Consequence.parse(Item.data);
}

/** Carried out: nothing is pending any more. */
export async function settleConsequence(key: Key): Promise<void> {
  await table.send(new DeleteCommand({ TableName: tableName(), Key: key }));
}

/**
 * Everything pending since before an instant: consequences, answers not taken, and dispatches whose fate is unknown.
 * @param before ISO 8601
 */
export async function* pendingBefore(before: string): AsyncGenerator<Key & { since: string }> {
  for (const shard of shards) {
    for await (const { pk, sk, at } of listed('pending', shard, before)) yield { pk, sk, since: at };
  }
}

/** Touches a pending consequence, so that the stream brings it to relay once more. @returns false for one carried out meanwhile */
export async function touchConsequence(key: Key, at: string): Promise<boolean> {
  try {
    await table.send(
      new UpdateCommand({
        TableName: tableName(),
        Key: key,
        UpdateExpression: 'SET touchedAt = :at',
        ConditionExpression: 'attribute_exists(pk)',
        ExpressionAttributeValues: { ':at': at },
      }),
    );
    return true;
  } catch (error) {
    if (error instanceof ConditionalCheckFailedException) return false;
    throw error;
  }
}
