import { inviteesOf } from '../adapters/invitees.ts';
import { readRoom } from '../adapters/rooms.ts';
import { countOf } from '../domain/room.ts';

/** Who hears of a cancellation. */
export type Concerned = { invited: number; attending: number; heads: number; waiting: number };

/** Counts whom a gathering concerns. */
export async function concernedBy(number: number): Promise<Concerned> {
  let invited = 0;
  for await (const _ of inviteesOf(number)) invited += 1;
  const room = await readRoom(number);
  const { people, heads } = countOf(room, 'attending');
  const waiting = countOf(room, 'waiting').people + countOf(room, 'offered').people;
  return { invited, attending: people, heads, waiting };
}
