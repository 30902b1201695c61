import { ConditionalCheckFailedException, TransactionCanceledException } from '@aws-sdk/client-dynamodb';
import { BatchGetCommand, DeleteCommand, GetCommand, TransactWriteCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { Dispatch, type DispatchStatus } from '../domain/dispatch.ts';
import { keys, shardOf, table, tableName } from './table.ts';

/** What becomes of a dispatch, on the one item that is also its line of the timeline. */

/** What a status may follow: reports arrive twice, and in any order. */
const after: Readonly<Record<Reported, readonly DispatchStatus[]>> = {
  delivered: ['claimed', 'held'],
  delayed: ['claimed', 'held', 'sent', 'delivered'],
  bounced: ['claimed', 'held', 'sent', 'delivered', 'delayed'],
  complained: ['claimed', 'held', 'sent', 'delivered', 'delayed', 'bounced'],
};
export type Reported = Extract<DispatchStatus, 'delivered' | 'delayed' | 'bounced' | 'complained'>;

/** One mail, by whom it was about and its identity. */
export type DispatchRef = { about: string; id: string };

/**
 * Records a report, and counts it for the breaker in the same transaction.
 * @param count the item that counts, where this status is counted
 * @returns whether anything changed; false for a repeat, or where the person has been erased
 */
export async function reportDispatch(
  { about, id }: DispatchRef,
  status: Reported,
  count?: { pk: string; sk: string },
): Promise<boolean> {
  const before = after[status].map((name, index) => [`:before${index}`, name] as const);
  const update = {
    TableName: tableName(),
    Key: keys.dispatch(about, id),
    UpdateExpression: 'SET #status = :status REMOVE pendingShard, pendingSince',
    ConditionExpression: `#status IN (${before.map(([name]) => name).join(', ')})`,
    ExpressionAttributeNames: { '#status': 'status' },
    ExpressionAttributeValues: { ':status': status, ...Object.fromEntries(before) },
  };
  try {
    await (count
      ? table.send(
          new TransactWriteCommand({ TransactItems: [{ Update: update }, { Update: oneMore(count, status) }] }),
        )
      : table.send(new UpdateCommand(update)));
    return true;
  } catch (error) {
    if (error instanceof ConditionalCheckFailedException) return false;
    if (error instanceof TransactionCanceledException) {
      const [first] = error.CancellationReasons ?? [];
      if (first?.Code === 'ConditionalCheckFailed') return false;
    }
    throw error;
  }
}

function oneMore(count: { pk: string; sk: string }, status: Reported) {
  return {
    TableName: tableName(),
    Key: count,
    UpdateExpression: 'ADD #status :one',
    ExpressionAttributeNames: { '#status': status },
    ExpressionAttributeValues: { ':one': 1 },
  };
}

/** @returns how a dispatch stands, and the edition that it told of */
export async function readDispatch({
  about,
  id,
}: DispatchRef): Promise<{ status: DispatchStatus; edition?: number | undefined } | undefined> {
  const { Item } = await table.send(
    new GetCommand({ TableName: tableName(), Key: keys.dispatch(about, id), ConsistentRead: true }),
  );
  if (!Item) return undefined;
  const { status, data } = Dispatch.parse(Item);
  return { status, edition: data.edition };
}

/**
 * Which of some dispatches a delivery would tell something about: half an RRU each, where a write in vain costs a WRU.
 * @param refs a hundred at most
 */
export async function inDoubt(refs: readonly DispatchRef[]): Promise<ReadonlySet<string>> {
  const wanted = new Map(refs.map(({ about, id }) => [dispatchKey({ about, id }), keys.dispatch(about, id)]));
  const found = new Set<string>();
  let left = [...wanted.values()];
  while (left.length > 0) {
    const { Responses = {}, UnprocessedKeys = {} } = await table.send(
      new BatchGetCommand({
        RequestItems: {
          [tableName()]: {
            Keys: left,
            ProjectionExpression: 'pk, sk, #status',
            ExpressionAttributeNames: { '#status': 'status' },
          },
        },
      }),
    );
    for (const { pk, sk, status } of Responses[tableName()] ?? []) {
      if (after.delivered.includes(status)) found.add(`${String(pk)} ${String(sk)}`);
    }
    left = (UnprocessedKeys[tableName()]?.Keys ?? []).map(({ pk, sk }) => ({ pk: String(pk), sk: String(sk) }));
  }
  return found;
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

/** The key of a dispatch as one text. */
export function dispatchKey({ about, id }: DispatchRef): string {
  const { pk, sk } = keys.dispatch(about, id);
  return `${pk} ${sk}`;
}
