import { setTimeout } from 'node:timers/promises';
import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { GetCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod/mini';
import { nextLapse, Room, untold } from '../domain/room.ts';
import { dateAfter, type PlainDate } from '../domain/time.ts';
import { keys, programme, shardOf, table, tableName } from './table.ts';

/** A room is one item, whose parts stand apart: so one update checks and changes what it is about, whatever else moves. */

const Stored = z.object({
  ...Room.shape,
  version: z.int(),
  due: z.optional(z.iso.date()),
  pendingSince: z.optional(z.string()),
  /** The newest count of walk-ins. */
  counted: z.optional(z.string()),
});
export type Seen = { room: Room } & Pick<z.infer<typeof Stored>, 'version' | 'due' | 'pendingSince' | 'counted'>;

export async function loadRoom(number: number): Promise<Seen | undefined> {
  const { Item } = await table.send(
    new GetCommand({ TableName: tableName(), Key: keys.room(number), ConsistentRead: true }),
  );
  if (!Item) return undefined;
  const { version, due, pendingSince, counted, ...room } = Stored.parse(Item);
  return { room, version, due, pendingSince, counted };
}

/** Parts of an update, and of its condition. */
export type Parts = {
  when?: readonly string[];
  set?: readonly string[];
  remove?: readonly string[];
  names?: Record<string, string>;
  values?: Record<string, unknown>;
};

/** Updates a room in one step. @returns false where the condition does not hold */
export async function updateRoom(number: number, ...parts: readonly Parts[]): Promise<boolean> {
  const all = (kind: 'when' | 'set' | 'remove') => parts.flatMap((part) => part[kind] ?? []);
  const names = Object.assign({}, ...parts.map((part) => part.names));
  const remove = all('remove');
  try {
    await table.send(
      new UpdateCommand({
        TableName: tableName(),
        Key: keys.room(number),
        UpdateExpression: `SET ${[...all('set'), 'version = if_not_exists(version, :zero) + :one'].join(', ')}${remove.length > 0 ? ` REMOVE ${remove.join(', ')}` : ''}`,
        ConditionExpression: all('when').join(' AND '),
        ...(Object.keys(names).length > 0 && { ExpressionAttributeNames: names }),
        ExpressionAttributeValues: Object.assign({ ':one': 1, ':zero': 0 }, ...parts.map((part) => part.values)),
      }),
    );
    return true;
  } catch (error) {
    if (error instanceof ConditionalCheckFailedException) return false;
    throw error;
  }
}

/** The date on which an offered place lapses that is kept up to a day. */
export const dayAfter = (until: PlainDate): PlainDate => dateAfter(until, 'P1D');

/**
 * Takes a room out of the indexes in which it has nothing to do any more, and puts off what is due too early. It is not
 * pressed through: in an index without need it is found, and tidied, by whoever reads that.
 */
export async function tidyRoom(number: number): Promise<void> {
  for (let tried = 1; tried <= 3; tried += 1) {
    const seen = await loadRoom(number);
    if (!seen) return;
    const lapse = nextLapse(seen.room);
    const due = lapse && dayAfter(lapse);
    const isTold = seen.pendingSince !== undefined && untold(seen.room).length === 0;
    if (due === seen.due && !isTold) return;
    const unchanged = { when: ['version = :version'], values: { ':version': seen.version } };
    const put = due
      ? { set: ['due = :due', 'dueShard = :shard'], values: { ':due': due, ':shard': shardOf(programme) } }
      : { remove: ['due', 'dueShard'] };
    if (await updateRoom(number, unchanged, put, isTold ? { remove: ['pendingShard', 'pendingSince'] } : {})) return;
    await pause(tried);
  }
}

const attempts = 20;

/**
 * Tries until no rival comes first. A rival's change is progress, so this ends; but hundreds may come at once, and
 * DynamoDB slows down who writes one item too often: it is more patient than with a person's record.
 * @param attempt answers nothing where somebody else came first
 * @throws after about ten seconds: a retry may help
 */
export async function untilApplied<T>(attempt: () => Promise<{ done: T } | undefined>): Promise<T> {
  for (let tried = 1; tried <= attempts; tried += 1) {
    try {
      const result = await attempt();
      if (result) return result.done;
    } catch (error) {
      if (!isThrottled(error) || tried === attempts) throw error;
    }
    await pause(tried);
  }
  throw new Error('too many rival writes');
}

async function pause(tried: number): Promise<void> {
  await setTimeout(Math.random() * Math.min(1000, 25 * 2 ** tried));
}

function isThrottled(error: unknown): boolean {
  return (
    error instanceof Error &&
    ['ThrottlingException', 'ProvisionedThroughputExceededException', 'RequestLimitExceeded'].includes(error.name)
  );
}
