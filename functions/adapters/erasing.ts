import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { DeleteCommand, paginateQuery, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod/mini';
import type { PersonFile } from '../domain/decision.ts';
import { readTold } from '../domain/gathering.ts';
import { removeInvitee } from './invitees.ts';
import { loadPerson } from './people.ts';
import { releasePlace } from './rooms.ts';
import { keys, numberIn, shardOf, table, tableName } from './table.ts';

/**
 * Deletes what an erasure leaves in a person's partition: questions, dispatches, the timeline, what was written with
 * contributions and said about gatherings, with the place in each. Where the person has been announced again since, only what is older than the erasure.
 */
export async function eraseLeftovers(person: string, at: string): Promise<void> {
  const isBack = (await loadPerson(person)).profile !== undefined;
  for await (const item of partition(keys.person(person).pk)) {
    const { pk, sk, status, data } = item;
    const isSettled = sk.startsWith('RECORD#question#') && status !== 'open';
    const isHistory = ['ENTRY#', 'DISPATCH#', 'RSVP#', 'WORDS#', 'REHIRE#'].some((kind) => sk.startsWith(kind));
    if (!(isSettled || isHistory) || (isBack && !isUpTo(at, data?.settledAt ?? data?.at))) continue;
    await leaveGatherings(person, item);
    await remove({ pk, sk });
  }
}

const Told = z.object({ gatherings: z.optional(z.array(z.string())) });

/** What an answer to a gathering, or a mail about it, left outside the partition goes first: it is found by what is in it. */
async function leaveGatherings(person: string, { sk, data }: PartitionItem): Promise<void> {
  const told = z.safeParse(Told, data);
  const numbers = sk.startsWith('RSVP#')
    ? [numberIn(sk)]
    : (told.data?.gatherings ?? []).map((each) => readTold(each).number);
  for (const number of numbers) {
    await releasePlace(number, person);
    await removeInvitee(number, person);
  }
}

/** Compares instants, whose texts may differ in how many digits the seconds have. */
function isUpTo(at: string, then: unknown): boolean {
  return Date.parse(String(then)) <= Date.parse(at);
}

/**
 * Forgets a person of whom only memories were left, with everything in the partition.
 * @returns false where a report came since the decision: then they are not forgotten
 */
export async function forgetPerson({ person }: PersonFile): Promise<boolean> {
  try {
    await table.send(
      new DeleteCommand({
        TableName: tableName(),
        Key: keys.person(person.id),
        ConditionExpression: 'version = :version',
        ExpressionAttributeValues: { ':version': person.version },
      }),
    );
  } catch (error) {
    if (error instanceof ConditionalCheckFailedException) return false;
    throw error;
  }
  await eraseLeftovers(person.id, new Date().toISOString());
  return true;
}

/** Marks the evidence of before an instant to be deleted after a date. */
export async function expireEvidence(person: string, { at, until }: { at: string; until: string }): Promise<void> {
  for await (const { pk, sk, data } of partition(keys.evidence(person, '', '').pk)) {
    if (!isUpTo(at, data?.at)) continue;
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
