import { describe, expect, it } from 'vitest';
import { checkIn, countWalkIns } from '../../functions/adapters/room-door.ts';
import { loadRoom } from '../../functions/adapters/room-item.ts';
import {
  lapseOffers,
  offerPlaces,
  readRoom,
  releasePlace,
  setRoom,
  tellPlace,
} from '../../functions/adapters/rooms.ts';
import { listed } from '../../functions/adapters/sparse-index.ts';
import { keys, programme, shardOf, table } from '../../functions/adapters/table.ts';
import { emptyRoom } from '../../functions/domain/room.ts';
import { interfere } from './interfere.ts';
import { useOwnTable } from './own-table.ts';
import { someId } from './people-samples.ts';
import { itemOf, loseFirstAnswer, reply, roomOf, someRoom } from './room-steps.ts';

useOwnTable();

/** Since when, or on which date, an index lists a room. */
async function listedAt(index: 'due' | 'pending', number: number): Promise<string | undefined> {
  for await (const { pk, at } of listed(index, shardOf(programme), '9999')) {
    if (pk === keys.room(number).pk) return at;
  }
  return undefined;
}

const told = (revision: number, entered = true) => ({ revision, entered });

describe('a room is set', () => {
  it('once, and again only where it differs', async () => {
    await Promise.all([1, 2].map(() => setRoom(900, { capacity: 3, open: true })));
    expect(await loadRoom(900)).toMatchObject({ room: emptyRoom(3), version: 1 });
  });

  it('to another capacity, or closed, and who is in it stays', async () => {
    const number = await someRoom(1);
    const person = someId();
    await reply(number, person, 1);
    const before = await roomOf(number);
    await setRoom(number, { capacity: 0, open: false });
    expect(await loadRoom(number)).toMatchObject({ room: { ...before, capacity: 0, open: false }, version: 3 });
    expect(await reply(number, someId(), 1)).toBe('closed');
  });

  it('and one that there is not is unknown', async () => {
    expect(await readRoom(999)).toBeUndefined();
    expect(await reply(999, someId(), 1)).toBe('unknown');
    expect(await offerPlaces(999, '2027-03-01')).toEqual([]);
    expect(await lapseOffers(999, '2027-03-01')).toEqual([]);
    expect(await releasePlace(999, someId())).toBe(0);
    expect(await checkIn(999, someId(), 1)).toBe(false);
  });
});

describe('mails that tell of places', () => {
  it('are pending from the first answer until the last one is told', async () => {
    const number = await someRoom(2);
    const [first, second] = [someId(), someId()];
    expect(await listedAt('pending', number)).toBeUndefined();
    await reply(number, first, 1);
    const since = await listedAt('pending', number);
    expect(Date.parse(since ?? '')).toBeGreaterThan(Date.now() - 60_000);
    await reply(number, second, 1);
    await tellPlace(number, first, told(1));
    expect(await listedAt('pending', number)).toBe(since);
    await tellPlace(number, second, told(1));
    expect(await listedAt('pending', number)).toBeUndefined();
  });

  it('leave pending what has changed since', async () => {
    const number = await someRoom(2);
    const person = someId();
    await reply(number, person, 1);
    let change: Promise<string> | undefined;
    interfere(table, async ({ command, attempt, send }) => {
      // Between what was told, and the look at whether anything is left to tell.
      if (command === 'UpdateItemCommand' && attempt === 2) await (change ??= reply(number, person, 0));
      return send();
    });
    await tellPlace(number, person, told(1));
    expect(await listedAt('pending', number)).toBeDefined();
    expect((await roomOf(number)).places[person]).toMatchObject({
      status: 'left',
      revision: 2,
      told: 1,
      entered: true,
    });
  });

  it('never untell, nor tell of what was not', async () => {
    const number = await someRoom(2);
    const person = someId();
    await reply(number, person, 1);
    await reply(number, person, 2);
    await tellPlace(number, person, told(2, false));
    await tellPlace(number, person, told(1, true));
    await tellPlace(number, person, told(3, true));
    await tellPlace(number, someId(), told(1, true));
    expect((await roomOf(number)).places[person]).toMatchObject({ told: 2, entered: false });
  });
});

describe('offered places', () => {
  it('are due the day after the first one ends, until none is left', async () => {
    const number = await someRoom(0);
    const people = [someId(), someId(), someId()] as const;
    for (const person of people) await reply(number, person, 1);
    await setRoom(number, { capacity: 1, open: true });
    expect(await offerPlaces(number, '2027-03-05')).toEqual([people[0]]);
    expect(await listedAt('due', number)).toBe('2027-03-06');
    await setRoom(number, { capacity: 3, open: false });
    expect(await offerPlaces(number, '2027-03-01')).toEqual([people[1], people[2]]);
    expect(await listedAt('due', number)).toBe('2027-03-02');
    expect(await reply(number, people[1], 1)).toBe('attending');
    expect(await listedAt('due', number)).toBe('2027-03-02');
    expect(await lapseOffers(number, '2027-03-01')).toEqual([]);
    expect(await lapseOffers(number, '2027-03-02')).toEqual([people[2]]);
    expect(await listedAt('due', number)).toBe('2027-03-06');
    expect(await reply(number, people[0], 0)).toBe('left');
    expect(await itemOf(number)).not.toHaveProperty('dueShard');
    expect(await roomOf(number)).toMatchObject({ taken: 1, waiting: 0 });
  });
});

describe('somebody is erased from a room', () => {
  it('with everything, and room comes free', async () => {
    const number = await someRoom(3);
    const [guest, next] = [someId(), someId()];
    await reply(number, guest, 3);
    await reply(number, next, 2);
    expect(await releasePlace(number, guest)).toBe(3);
    expect(await releasePlace(number, guest)).toBe(0);
    expect(await offerPlaces(number, '2027-03-01')).toEqual([next]);
    expect(await releasePlace(number, next)).toBe(2);
    const item = await itemOf(number);
    expect(item).toMatchObject({ taken: 0, waiting: 0, arrivals: 1, places: {}, orders: {} });
    for (const index of ['due', 'dueShard', 'pendingShard', 'pendingSince']) expect(item).not.toHaveProperty(index);
  });

  it('once, also when the answer is lost', async () => {
    const number = await someRoom(3);
    const person = someId();
    await reply(number, person, 3);
    loseFirstAnswer();
    expect(await releasePlace(number, person)).toBe(3);
    expect(await roomOf(number)).toEqual(emptyRoom(3));
  });

  it('who waited, waits no more', async () => {
    const number = await someRoom(0);
    const person = someId();
    await reply(number, person, 2);
    expect(await releasePlace(number, person)).toBe(0);
    expect(await roomOf(number)).toEqual({ ...emptyRoom(0), arrivals: 1 });
  });
});

describe('at the door', () => {
  it('who has a place is checked in, also while they change it', async () => {
    const number = await someRoom(3);
    const person = someId();
    expect(await checkIn(number, person, 1)).toBe(false);
    await reply(number, person, 3);
    expect(await checkIn(number, person, 2)).toBe(true);
    await reply(number, person, 2);
    expect((await roomOf(number)).places[person]).toMatchObject({ came: 2, party: 2 });
    expect(await checkIn(number, person, 0)).toBe(true);
    expect((await roomOf(number)).places[person]).not.toHaveProperty('came');
  });

  it('who has none is counted, never below none', async () => {
    const number = await someRoom(0);
    await Promise.all(Array.from({ length: 5 }, () => countWalkIns(number, 1)));
    expect(await countWalkIns(number, -2)).toBe(3);
    expect(await countWalkIns(number, -9)).toBe(0);
  });

  it('and once, also when the answer is lost', async () => {
    const number = await someRoom(0);
    loseFirstAnswer();
    expect(await countWalkIns(number, 1)).toBe(1);
    expect((await roomOf(number)).walkIns).toBe(1);
  });
});
