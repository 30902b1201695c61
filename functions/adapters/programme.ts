import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { GetCommand, PutCommand, QueryCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { Breaker, Counts, closedBreaker, countedFrom, judge, release, total } from '../domain/breaker.ts';
import type { Given } from '../domain/decision.ts';
import { dateOf } from '../domain/time.ts';
import { keys, programme, table, tableName } from './table.ts';

/** What the programme knows of its mail as a whole: the breaker, what it counts, and who is sending. */

export async function readBreaker(): Promise<Breaker> {
  const { Item } = await table.send(
    new GetCommand({ TableName: tableName(), Key: keys.breaker, ConsistentRead: true }),
  );
  return Item ? Breaker.parse(Item.data) : closedBreaker;
}

/**
 * Counts mails that went out, and judges by what was counted until now. One count for many mails is exact enough: it
 * errs on the safe side.
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

/**
 * Takes the right to send, or keeps it: one sender at a time, since SES's rate is one for all.
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
      new UpdateCommand({
        TableName: tableName(),
        Key: keys.lease,
        UpdateExpression: 'SET #until = :over',
        ConditionExpression: 'holder = :holder',
        ExpressionAttributeNames: { '#until': 'until' },
        ExpressionAttributeValues: { ':over': 0, ':holder': holder },
      }),
    );
  } catch (error) {
    if (!(error instanceof ConditionalCheckFailedException)) throw error;
  }
}
