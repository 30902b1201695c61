import { GetCommand } from '@aws-sdk/lib-dynamodb';
import { Rsvp, withoutNeeds } from '../domain/rsvp.ts';
import type { PlainDate } from '../domain/time.ts';
import { putForKnown } from './known-person.ts';
import { keys, shardOf, table, tableName } from './table.ts';

/** What somebody said about a gathering, in their own partition: erasing them erases it. */

export async function readRsvp(person: string, gathering: number): Promise<Rsvp | undefined> {
  const { Item } = await table.send(
    new GetCommand({ TableName: tableName(), Key: keys.rsvp(person, gathering), ConsistentRead: true }),
  );
  return Item && Rsvp.parse(Item.data);
}

/**
 * Keeps what somebody said; the newest word counts.
 * @param due when what is personal in it goes
 * @returns false for somebody who has been erased
 */
export function writeRsvp(person: string, rsvp: Rsvp, due: PlainDate): Promise<boolean> {
  const isPersonal = rsvp.needs !== undefined || rsvp.reply !== undefined;
  return putForKnown(person, {
    ...keys.rsvp(person, rsvp.gathering),
    data: rsvp,
    ...(isPersonal && { due, dueShard: shardOf(person) }),
  });
}

/** Deletes what is personal in what somebody said, unless they have said something else since. */
export async function forgetNeeds(person: string, said: Rsvp): Promise<void> {
  await putForKnown(person, { ...keys.rsvp(person, said.gathering), data: withoutNeeds(said) }, unchangedSince(said));
}

/** Keeps it longer: the gathering has moved. */
export async function putOffForgetting(person: string, said: Rsvp, due: PlainDate): Promise<void> {
  const item = { ...keys.rsvp(person, said.gathering), data: said, due, dueShard: shardOf(person) };
  await putForKnown(person, item, unchangedSince(said));
}

function unchangedSince({ at }: Rsvp) {
  return {
    ConditionExpression: '#data.#at = :at',
    ExpressionAttributeNames: { '#data': 'data', '#at': 'at' },
    ExpressionAttributeValues: { ':at': at },
  };
}
