import { inviteesOf } from '../adapters/invitees.ts';
import { readRoom } from '../adapters/rooms.ts';

/** Who hears of a cancellation. */
export type Concerned = { invited: number; attending: number; heads: number; waiting: number };

/** Counts whom a gathering concerns. */
export async function concernedBy(number: number): Promise<Concerned> {
  let invited = 0;
  for await (const _ of inviteesOf(number)) invited += 1;
  const places = Object.values((await readRoom(number))?.room.places ?? {});
  const attending = places.filter(({ status }) => status === 'attending');
  return {
    invited,
    attending: attending.length,
    heads: attending.reduce((sum, { party }) => sum + party, 0),
    waiting: places.filter(({ status }) => status === 'waiting' || status === 'offered').length,
  };
}
