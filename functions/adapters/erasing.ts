import { DeleteCommand, paginateQuery, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { keys, shardOf, table, tableName } from './table.ts';

/**
 * Deletes what an erasure leaves in a person's partition: settled questions, dispatches and timeline entries
 * that are older than it. What came after, because HR asked again, stays.
 */
export async function eraseOlderThan(person: string, at: string): Promise<void> {
  // As instants: their texts may differ in how many digits the seconds have.
  const isOlder = (then: unknown) => Date.parse(String(then)) <= Date.parse(at);
  for await (const { pk, sk, status, data } of partition(keys.person(person).pk)) {
    const key = { pk, sk };
    if ((sk.startsWith('ENTRY#') || sk.startsWith('DISPATCH#')) && isOlder(data?.at)) await remove(key);
    if (sk.startsWith('RECORD#question#') && status !== 'open' && isOlder(data?.settledAt)) await remove(key);
  }
}

/** Marks all evidence of a person to be deleted after a date. */
export async function expireEvidence(person: string, until: string): Promise<void> {
  for await (const { pk, sk } of partition(keys.evidence(person, '', '').pk)) {
    await table.send(
      new UpdateCommand({
        TableName: tableName(),
        Key: { pk, sk },
        UpdateExpression: 'SET due = :until, dueShard = :shard',
        ConditionExpression: 'attribute_exists(pk)',
        ExpressionAttributeValues: { ':until': until, ':shard': shardOf(person) },
      }),
    );
  }
}

/** Deletes one item, for good. */
export async function remove(key: { pk: string; sk: string }): Promise<void> {
  await table.send(new DeleteCommand({ TableName: tableName(), Key: key }));
}

/** Every item of a partition, read consistently. */
export async function* partition(pk: string): AsyncGenerator<PartitionItem> {
  const pages = paginateQuery(
    { client: table },
    {
      TableName: tableName(),
      KeyConditionExpression: 'pk = :pk',
      ExpressionAttributeValues: { ':pk': pk },
      ConsistentRead: true,
    },
  );
  for await (const { Items = [] } of pages) {
    for (const { pk: _, sk, ...item } of Items) yield { ...item, pk, sk: String(sk) };
  }
}

export type PartitionItem = { pk: string; sk: string; status?: string; data?: Record<string, unknown> };
