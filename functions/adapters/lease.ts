import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { DeleteCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import { keys, table, tableName } from './table.ts';

/** Who may send: one execution at a time, since SES's rate is one for all. */

/**
 * Takes the right to send, or keeps it.
 * @param holder the execution: called again, it goes on
 * @param milliseconds for how long: one that died is waited for no longer
 * @returns false while somebody else has it
 */
export async function takeLease(holder: string, milliseconds: number): Promise<boolean> {
  const now = Date.now();
  const until = now + milliseconds;
  try {
    await table.send(
      new PutCommand({
        TableName: tableName(),
        Item: { ...keys.lease, holder, until },
        ConditionExpression: 'attribute_not_exists(pk) OR holder = :holder OR #until < :now',
        ExpressionAttributeNames: { '#until': 'until' },
        ExpressionAttributeValues: { ':holder': holder, ':now': now },
      }),
    );
    return true;
  } catch (error) {
    if (error instanceof ConditionalCheckFailedException) return false;
    throw error;
  }
}

/** Gives the right to send back; where it has passed on to somebody else, it stays theirs. */
export async function giveLease(holder: string): Promise<void> {
  try {
    await table.send(
      new DeleteCommand({
        TableName: tableName(),
        Key: keys.lease,
        ConditionExpression: 'holder = :holder',
        ExpressionAttributeValues: { ':holder': holder },
      }),
    );
  } catch (error) {
    if (!(error instanceof ConditionalCheckFailedException)) throw error;
  }
}
