import { Temporal } from 'temporal-polyfill';
import { loadRoom } from '../../functions/adapters/room-item.ts';
import { keys } from '../../functions/adapters/table.ts';
import type { Plan } from '../../functions/domain/gathering-plan.ts';
import { handler } from '../../functions/gatherings/seats.ts';
import { alumnus } from './alumni.ts';
import { gathering, roomOf } from './gathering-steps.ts';

/** Dinners ahead by the clock, by which places are offered, and what the stream shows of their rooms. */

export const inDays = (days: number) => Temporal.Now.plainDateISO('Asia/Tokyo').add({ days }).toString();
/** Weeks ahead by the clock, with so many places. */
export const dinner = (places: number, plan: Partial<Plan> = {}) =>
  gathering(
    {},
    { start: `${inDays(40)}T18:30`, end: `${inDays(40)}T20:30`, deadline: inDays(30), capacity: places + 1, ...plan },
  );
export const some = (count: number) => Promise.all(Array.from({ length: count }, () => alumnus()));

const record = (number: number, SequenceNumber = '1') => {
  const { pk, sk } = keys.room(number);
  return { dynamodb: { Keys: { pk: { S: pk }, sk: { S: sk } }, SequenceNumber } };
};
type Event = Parameters<typeof handler>[0];
/** As the stream shows a room that changed. @returns what it shall show again */
export async function seat(number: number, milliseconds = () => 300_000): Promise<string[]> {
  const event = { Records: [record(number, '1'), record(number, '2')] } as Event;
  const { batchItemFailures } = await handler(event, { getRemainingTimeInMillis: milliseconds });
  return batchItemFailures.map(({ itemIdentifier }) => itemIdentifier);
}

export const place = async (number: number, person: string) => (await roomOf(number)).places[person];
export const isPending = async (number: number) => (await loadRoom(number))?.pendingSince !== undefined;
