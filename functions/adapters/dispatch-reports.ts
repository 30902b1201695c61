import { ConditionalCheckFailedException, TransactionCanceledException } from '@aws-sdk/client-dynamodb';
import { BatchGetCommand, TransactWriteCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import type { DispatchStatus } from '../domain/dispatch.ts';
import type { DispatchRef } from './dispatches.ts';
import { keys, table, tableName } from './table.ts';

/** What SES reports of a dispatch. */

/** What a status may follow: reports arrive twice, and in any order. */
const after: Readonly<Record<Reported, readonly DispatchStatus[]>> = {
  delivered: ['claimed', 'held'],
  delayed: ['claimed', 'held', 'sent', 'delivered'],
  bounced: ['claimed', 'held', 'sent', 'delivered', 'delayed'],
  complained: ['claimed', 'held', 'sent', 'delivered', 'delayed', 'bounced'],
};
export type Reported = Extract<DispatchStatus, 'delivered' | 'delayed' | 'bounced' | 'complained'>;

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

/** The key of a dispatch as one text. */
export function dispatchKey({ about, id }: DispatchRef): string {
  const { pk, sk } = keys.dispatch(about, id);
  return `${pk} ${sk}`;
}
