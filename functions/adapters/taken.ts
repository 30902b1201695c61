import { GetCommand } from '@aws-sdk/lib-dynamodb';
import { keepsOthersOut } from '../domain/contribution-submission.ts';
import type { PlainDate } from '../domain/time.ts';
import { readContribution } from './contributions.ts';
import { keys, programme, shardOf, table, tableName } from './table.ts';
import { type Item, put } from './write.ts';

/** What a contribution has taken, so that nobody is introduced twice: a form, a company, a candidate, somebody hired. */

type Key = ReturnType<typeof keys.taken>;

/** Which contribution took it. */
export async function takenBy(key: Key): Promise<number | undefined> {
  const { Item } = await table.send(new GetCommand({ TableName: tableName(), Key: key, ConsistentRead: true }));
  return Item && Number(Item.contribution);
}

/** Who holds something: another contribution keeps it while something may come, or came, of that one. */
export type Hold = { before: number | undefined; isKnown: boolean };

/** @param number of the contribution that would take it */
export async function holdOn(key: Key, number: number): Promise<Hold> {
  const before = await takenBy(key);
  const other = before === undefined || before === number ? undefined : await readContribution(before);
  return { before, isKnown: other !== undefined && keepsOthersOut(other) };
}

/** Takes something from whom it was seen with, or from nobody. Without an end, it is remembered for good. */
export function taking(key: Key, contribution: number, before: number | undefined, until?: PlainDate): Item {
  return put(
    { ...key, contribution, ...(until && dueOn(until)) },
    before === undefined
      ? { ConditionExpression: 'attribute_not_exists(pk)' }
      : { ConditionExpression: 'contribution = :before', ExpressionAttributeValues: { ':before': before } },
  );
}

/** The date on which the sweep deletes an item. */
export function dueOn(due: PlainDate, about: string = programme) {
  return { due, dueShard: shardOf(about) };
}
