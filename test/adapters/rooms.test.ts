import { describe, expect, it } from 'vitest';
import { offerPlaces } from '../../functions/adapters/rooms.ts';
import { table } from '../../functions/adapters/table.ts';
import { type AnswerOutcome, headsIn, type Place } from '../../functions/domain/room.ts';
import { crash, interfere } from './interfere.ts';
import { useOwnTable } from './own-table.ts';
import { someId } from './people-samples.ts';
import { itemOf, loseFirstAnswer, reply, roomOf, someRoom } from './room-steps.ts';

useOwnTable();

const until = '2027-03-01';

/** Who has a place of a status. */
async function those(number: number, status: Place['status']): Promise<string[]> {
  const { places } = await roomOf(number);
  return Object.keys(places).filter((person) => places[person]?.status === status);
}

describe('a rush', () => {
  it('500 people answer at the same moment for 40 places', async () => {
    const number = await someRoom(40);
    const people = Array.from({ length: 500 }, someId);
    const outcomes = await Promise.all(people.map((person) => reply(number, person, 1)));
    expect(outcomes.filter((outcome) => outcome === 'attending')).toHaveLength(40);
    expect(outcomes.filter((outcome) => outcome === 'waiting')).toHaveLength(460);
    const attending = await those(number, 'attending');
    const room = await roomOf(number);
    expect(attending).toHaveLength(40);
    expect(room).toMatchObject({ taken: 40, waiting: 460, arrivals: 460 });
    expect(Object.keys(room.places).sort()).toEqual([...people].sort());
    expect(Object.values(room.orders).sort((a, b) => a - b)).toEqual(Array.from({ length: 460 }, (_, order) => order));
    expect(new Set([...attending, ...Object.keys(room.orders)]).size).toBe(500);

    await Promise.all(
      attending.slice(0, 10).map(async (person) => {
        expect(await reply(number, person, 0)).toBe('left');
        await offerPlaces(number, until);
      }),
    );
    const longest = Object.keys(room.orders).sort((a, b) => (room.orders[a] ?? 0) - (room.orders[b] ?? 0));
    expect((await those(number, 'offered')).sort()).toEqual(longest.slice(0, 10).sort());
    expect(await roomOf(number)).toMatchObject({ taken: 40, waiting: 450 });

    await Promise.all(longest.slice(0, 10).map((person) => reply(number, person, 1)));
    expect(await those(number, 'attending')).toHaveLength(40);
    expect(await itemOf(number)).not.toHaveProperty('due');
  });

  it('with guests, and answers that change meanwhile', async () => {
    const number = await someRoom(30);
    const people = Array.from({ length: 60 }, (_, index) => ({ person: someId(), heads: 1 + (index % 3) }));
    await Promise.all(
      people.map(async ({ person, heads }, index) => {
        await reply(number, person, heads);
        if (index % 5 === 0) await reply(number, person, heads - 1);
        await offerPlaces(number, until);
      }),
    );
    await offerPlaces(number, until);
    const { places, taken, waiting, capacity } = await roomOf(number);
    const all = Object.values(places);
    expect(all).toHaveLength(60);
    expect(all.reduce((sum, place) => sum + headsIn(place), 0)).toBe(taken);
    expect(taken).toBeLessThanOrEqual(capacity);
    const parties = all.flatMap(({ status, party }) => (status === 'waiting' ? [party] : []));
    expect(parties).toHaveLength(waiting);
    expect(parties.filter((party) => party <= capacity - taken)).toEqual([]);
  });
});

describe('a change is written once', () => {
  it.each([1, 0])('when the answer to it is lost and the SDK sends again (%i heads)', async (heads) => {
    const number = await someRoom(2);
    const person = someId();
    if (heads === 0) await reply(number, person, 1);
    loseFirstAnswer();
    const expected: AnswerOutcome = heads === 0 ? 'left' : 'attending';
    expect(await reply(number, person, heads)).toBe(expected);
    expect((await roomOf(number)).taken).toBe(heads);
  });

  it('when the answer is lost for good, and the caller comes again', async () => {
    const number = await someRoom(1);
    const person = someId();
    const stop = interfere(table, async ({ command, send }) => {
      const answered = await send();
      if (command === 'UpdateItemCommand') throw crash();
      return answered;
    });
    await expect(reply(number, person, 1)).rejects.toThrow('crashed here');
    stop();
    expect(await reply(number, person, 1)).toBe('unchanged');
    expect(await roomOf(number)).toMatchObject({ taken: 1, waiting: 0 });
  });

  it('and decided anew where a rival took the last place', async () => {
    const number = await someRoom(1);
    let rival: Promise<string> | undefined;
    interfere(table, async ({ command, attempt, send }) => {
      if (command === 'UpdateItemCommand' && attempt === 1) await (rival ??= reply(number, someId(), 1));
      return send();
    });
    expect(await reply(number, someId(), 1)).toBe('waiting');
    expect(await rival).toBe('attending');
  });

  it('where DynamoDB slows down, after a while', async () => {
    const number = await someRoom(1);
    interfere(table, async ({ command, attempt, send }) => {
      if (command === 'UpdateItemCommand' && attempt < 5) {
        throw Object.assign(new Error('slow down'), { name: 'ThrottlingException' });
      }
      return send();
    });
    expect(await reply(number, someId(), 1)).toBe('attending');
  });
});
