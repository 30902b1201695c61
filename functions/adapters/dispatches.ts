import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { DeleteCommand, GetCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { Dispatch, type DispatchStatus } from '../domain/dispatch.ts';
import { keys, shardOf, table, tableName } from './table.ts';

/** How a dispatch stands, on the one item that is also its line of the timeline; what is in doubt is pending. */

/** One mail, by whom it was about and its identity. */
export type DispatchRef = { about: string; id: string };

/** What a dispatch told of. */
type Told = { edition?: number | undefined; gatherings?: string[] | undefined };

/** @returns how a dispatch stands, and what it told of */
export async function readDispatch({
  about,
  id,
}: DispatchRef): Promise<({ status: DispatchStatus } & Told) | undefined> {
  const { Item } = await table.send(
    new GetCommand({ TableName: tableName(), Key: keys.dispatch(about, id), ConsistentRead: true }),
  );
  if (!Item) return undefined;
  const { status, data } = Dispatch.parse(Item);
  return { status, edition: data.edition, gatherings: data.gatherings };
}

/**
 * Marks a claim as in doubt: the mail may have gone out. From now on it is pending.
 * @returns false where it was settled, given back or held before
 */
export async function holdDispatch({ about, id }: DispatchRef, now: string): Promise<boolean> {
  try {
    await table.send(
      new UpdateCommand({
        TableName: tableName(),
        Key: keys.dispatch(about, id),
        UpdateExpression: 'SET #status = :held, pendingShard = :shard, pendingSince = :now',
        ConditionExpression: '#status = :claimed',
        ExpressionAttributeNames: { '#status': 'status' },
        ExpressionAttributeValues: { ':held': 'held', ':claimed': 'claimed', ':shard': shardOf(about), ':now': now },
      }),
    );
    return true;
  } catch (error) {
    if (error instanceof ConditionalCheckFailedException) return false;
    throw error;
  }
}

/**
 * Settles a mail in doubt by a human's word. One that was not sent gives its claim back.
 * @returns false where it is not in doubt, or SES's report came first
 */
export async function settleByHand({ about, id }: DispatchRef, wasSent: boolean, now: string): Promise<boolean> {
  const held = {
    TableName: tableName(),
    Key: keys.dispatch(about, id),
    ConditionExpression: '#status = :held',
    ExpressionAttributeNames: { '#status': 'status' },
  };
  try {
    await (wasSent
      ? table.send(
          new UpdateCommand({
            ...held,
            UpdateExpression: 'SET #status = :sent, settledByHand = :now REMOVE pendingShard, pendingSince',
            ExpressionAttributeValues: { ':held': 'held', ':sent': 'sent', ':now': now },
          }),
        )
      : table.send(new DeleteCommand({ ...held, ExpressionAttributeValues: { ':held': 'held' } })));
    return true;
  } catch (error) {
    if (error instanceof ConditionalCheckFailedException) return false;
    throw error;
  }
}
