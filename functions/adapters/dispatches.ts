import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { GetCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import type { DispatchStatus } from '../domain/dispatch.ts';
import { keys, table, tableName } from './table.ts';

/** What SES reports of a dispatch, on the one item that is also its line of the timeline. */

/**
 * Records a report. A delivery only tells where the sending was in doubt.
 * @returns whether anything changed; false for a repeat, or where the person has been erased
 */
export async function reportDispatch(person: string, id: string, status: DispatchStatus): Promise<boolean> {
  const isDelivery = status === 'delivered';
  try {
    await table.send(
      new UpdateCommand({
        TableName: tableName(),
        Key: keys.dispatch(person, id),
        UpdateExpression: 'SET #status = :status REMOVE pendingShard, pendingSince',
        ConditionExpression: isDelivery
          ? '#status IN (:claimed, :held)'
          : 'attribute_exists(pk) AND #status <> :status',
        ExpressionAttributeNames: { '#status': 'status' },
        ExpressionAttributeValues: { ':status': status, ...(isDelivery && { ':claimed': 'claimed', ':held': 'held' }) },
      }),
    );
    return true;
  } catch (error) {
    if (error instanceof ConditionalCheckFailedException) return false;
    throw error;
  }
}

/** @returns the keyed hash of the address that a dispatch went to */
export async function dispatchAddress(person: string, id: string): Promise<string | undefined> {
  const { Item } = await table.send(new GetCommand({ TableName: tableName(), Key: keys.dispatch(person, id) }));
  const address: unknown = Item?.data?.address;
  return typeof address === 'string' ? address : undefined;
}
