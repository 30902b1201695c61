import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { GetCommand, PutCommand, QueryCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { Breaker, Counts, closedBreaker, countedFrom, judge, release, total } from '../domain/breaker.ts';
import type { Given } from '../domain/decision.ts';
import { dateOf } from '../domain/time.ts';
import { keys, programme, table, tableName } from './table.ts';

/** The breaker of outreach, and what it counts by day. */

export async function readBreaker(): Promise<Breaker> {
  const { Item } = await table.send(
    new GetCommand({ TableName: tableName(), Key: keys.breaker, ConsistentRead: true }),
  );
  return Item ? Breaker.parse(Item.data) : closedBreaker;
}

/**
 * Counts mails that went out, and judges by what was counted until now. One count for many mails is exact enough: what
 * a crash loses makes the rates higher.
 * @returns the breaker as it is afterwards
 */
export async function checkBreaker(sent: number, given: Given): Promise<Breaker> {
  const before = await readBreaker();
  await countSent(before.round, sent, given);
  if (before.open) return before;
  const after = judge(before, await countsOf(before.round, given), given);
  if (after === before || (await writeBreaker(before, after))) return after;
  return readBreaker();
}

/** @returns false where that opening was released before */
export async function releaseBreaker(round: number): Promise<boolean> {
  const before = await readBreaker();
  const after = release(before, round);
  return after !== before && writeBreaker(before, after);
}

async function writeBreaker(before: Breaker, after: Breaker): Promise<boolean> {
  try {
    await table.send(
      new PutCommand({
        TableName: tableName(),
        Item: { ...keys.breaker, data: after, state: stateOf(after) },
        ConditionExpression: 'attribute_not_exists(pk) OR #state = :before',
        ExpressionAttributeNames: { '#state': 'state' },
        ExpressionAttributeValues: { ':before': stateOf(before) },
      }),
    );
    return true;
  } catch (error) {
    if (error instanceof ConditionalCheckFailedException) return false;
    throw error;
  }
}

function stateOf({ round, open }: Breaker): string {
  return `${round} ${open ? 'open' : 'closed'}`;
}

/** What went out since the last release, within the policy's time. */
async function countsOf(round: number, given: Given): Promise<Counts> {
  const { Items = [] } = await table.send(
    new QueryCommand({
      TableName: tableName(),
      KeyConditionExpression: 'pk = :pk AND sk BETWEEN :from AND :to',
      ExpressionAttributeValues: {
        ':pk': programme,
        ':from': keys.counts(round, countedFrom(given)).sk,
        ':to': keys.counts(round, '9999-12-31').sk,
      },
      ConsistentRead: true,
    }),
  );
  return total(Items.map(({ sent = 0, bounced = 0, complained = 0 }) => Counts.parse({ sent, bounced, complained })));
}

async function countSent(round: number, sent: number, { now, policy }: Given): Promise<void> {
  if (sent === 0) return;
  await table.send(
    new UpdateCommand({
      TableName: tableName(),
      Key: keys.counts(round, dateOf(now, policy.company.timeZone)),
      UpdateExpression: 'ADD sent :sent',
      ExpressionAttributeValues: { ':sent': sent },
    }),
  );
}

/** The item that counts what comes back today, from which the breaker judges. */
export async function countingOn({ now, policy }: Given): Promise<{ pk: string; sk: string }> {
  return keys.counts((await readBreaker()).round, dateOf(now, policy.company.timeZone));
}
