import { expect, it } from 'vitest';
import { writeChange } from '../../functions/adapters/room-change.ts';
import { loadRoom, type Seen } from '../../functions/adapters/room-item.ts';
import { setRoom, tellPlace } from '../../functions/adapters/rooms.ts';
import { answer, apply, lapses, mayApply, nextOffer, type Room, type RoomChange } from '../../functions/domain/room.ts';
import { chanceFrom } from '../domain/chance.ts';
import { useOwnTable } from './own-table.ts';
import { someRoom } from './room-steps.ts';

useOwnTable();

const people = ['a', 'b', 'c', 'd', 'e', 'f'] as const;

/** The table must check and write exactly what the domain says, on whichever moment the change was decided. */
it.each([1, 2])('the table does what mayApply and apply say (seed %i)', async (seed) => {
  const chance = chanceFrom(seed);
  const number = await someRoom(5);
  const load = async (): Promise<Seen> => (await loadRoom(number)) ?? expect.fail('no room');
  const history = [await load()];
  const counts = { written: 0, refused: 0 };
  for (let step = 0; step < 120; step += 1) {
    const current = history.at(-1) ?? expect.fail('no history');
    let expected: Room | undefined;
    if (chance.oneIn(15)) await setRoom(number, { capacity: chance.below(8), open: !chance.oneIn(5) });
    else if (chance.oneIn(6)) {
      const person = chance.of(people);
      const revision = current.room.places[person]?.revision ?? 1;
      await tellPlace(number, person, { revision, entered: chance.oneIn(2) });
    } else {
      const seen = history.at(-1 - chance.below(4)) ?? current;
      const change = someChange(chance, seen);
      if (!change) continue;
      // The adapter decides anew where capacity or date of the sweep moved too, since an expression cannot count on both.
      const isAboutRoom = change.needs.some((need) => need.endsWith('room'));
      const isMoved =
        (isAboutRoom && current.room.capacity !== seen.room.capacity) ||
        (change.place.until !== undefined && current.due !== seen.due);
      const may = mayApply(current.room, change) && !isMoved;
      expect(await writeChange(number, seen, change)).toBe(may);
      counts[may ? 'written' : 'refused'] += 1;
      expected = may ? apply(current.room, change) : current.room;
    }
    const now = await load();
    if (expected) expect(now.room).toEqual(expected);
    history.push(now);
  }
  expect(counts.written).toBeGreaterThan(20);
  expect(counts.refused).toBeGreaterThan(5);
});

function someChange(chance: ReturnType<typeof chanceFrom>, { room }: Seen): RoomChange | undefined {
  const day = `2027-03-0${1 + chance.below(9)}`;
  if (chance.oneIn(4)) return nextOffer(room, day);
  if (chance.oneIn(8)) return lapses(room, day)[0];
  return answer(room, chance.of(people), chance.below(4)).change;
}
