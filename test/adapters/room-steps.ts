import { GetCommand } from '@aws-sdk/lib-dynamodb';
import { decideOnRoom, readRoom, setRoom } from '../../functions/adapters/rooms.ts';
import { keys, table, tableName } from '../../functions/adapters/table.ts';
import { type AnswerOutcome, answer, type Room } from '../../functions/domain/room.ts';
import { connectionReset, interfere } from './interfere.ts';

/** Rooms in the table, and answers that come to them. */

let rooms = 0;

/** @returns its number */
export async function someRoom(capacity: number): Promise<number> {
  rooms += 1;
  await setRoom(rooms, { capacity, open: true });
  return rooms;
}

/** Somebody answers. */
export function reply(number: number, person: string, heads: number): Promise<AnswerOutcome | 'unknown'> {
  return decideOnRoom(number, (room) => answer(room, person, heads));
}

export async function roomOf(number: number): Promise<Room> {
  const read = await readRoom(number);
  if (!read) throw new Error('no such room');
  return read;
}

/** The item as it stands in the table. */
export async function itemOf(number: number): Promise<Record<string, unknown>> {
  const { Item = {} } = await table.send(
    new GetCommand({ TableName: tableName(), Key: keys.room(number), ConsistentRead: true }),
  );
  return Item;
}

/** The next update is written, but nobody hears of it: the SDK sends it again. */
export function loseFirstAnswer(): void {
  interfere(table, async ({ command, attempt, send }) => {
    const answered = await send();
    if (command === 'UpdateItemCommand' && attempt === 1) throw connectionReset();
    return answered;
  });
}
