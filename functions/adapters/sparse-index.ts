import { paginateQuery } from '@aws-sdk/lib-dynamodb';
import { table, tableName } from './table.ts';

/** Sparse indexes over the same eight shards: an item is in one only while it has the index's attributes. */
const indexes = {
  /** What is due on a date. */
  due: { shard: 'dueShard', sort: 'due' },
  /** Who is due for outreach on a date. */
  outreach: { shard: 'outreachShard', sort: 'outreach' },
  /** Who may be invited to gatherings, by their last day. */
  invitable: { shard: 'invitableShard', sort: 'invitable' },
  /** What is pending since a time. */
  pending: { shard: 'pendingShard', sort: 'pendingSince' },
} as const;

export type Listed = { pk: string; sk: string; at: string };

/**
 * What an index lists in one shard, oldest first.
 * @param until the last date or time
 */
export async function* listed(
  index: keyof typeof indexes,
  shard: string,
  until: string,
): AsyncGenerator<Listed, undefined> {
  const { shard: partition, sort } = indexes[index];
  const pages = paginateQuery(
    { client: table },
    {
      TableName: tableName(),
      IndexName: index,
      KeyConditionExpression: `${partition} = :shard AND ${sort} <= :until`,
      ExpressionAttributeValues: { ':shard': shard, ':until': until },
    },
  );
  for await (const { Items = [] } of pages) {
    for (const item of Items) yield { pk: String(item.pk), sk: String(item.sk), at: String(item[sort]) };
  }
}
