import {
  emptyRoom,
  headsIn,
  isApplied,
  lapses,
  nextOffer,
  type Place,
  type Room,
  type RoomChange,
  type RoomDecision,
} from '../domain/room.ts';
import type { PlainDate } from '../domain/time.ts';
import { writeChange } from './room-change.ts';
import { loadRoom, tidyRoom, untilApplied, updateRoom } from './room-item.ts';

/** The room of a gathering: hundreds may answer at once, and each answer is one conditional update. */

export async function readRoom(number: number): Promise<Room | undefined> {
  return (await loadRoom(number))?.room;
}

/** Makes a room, or changes it where it is not so yet; who is in it stays as it is. */
export async function setRoom(number: number, { capacity, open }: Pick<Room, 'capacity' | 'open'>): Promise<void> {
  const { capacity: _, open: __, ...empty } = emptyRoom(capacity);
  const parts = Object.keys(empty);
  await updateRoom(number, {
    when: ['(attribute_not_exists(pk) OR #capacity <> :capacity OR #open <> :open)'],
    set: [
      '#capacity = :capacity',
      '#open = :open',
      ...parts.map((part) => `${part} = if_not_exists(${part}, :${part})`),
    ],
    names: { '#capacity': 'capacity', '#open': 'open' },
    values: {
      ':capacity': capacity,
      ':open': open,
      ...Object.fromEntries(Object.entries(empty).map(([part, value]) => [`:${part}`, value])),
    },
  });
}

/**
 * Loads a room, decides, and writes the change where what it needs still holds; else decides anew.
 * @returns the decision; nothing where there is no such room
 */
export async function decideOnRoom<Outcome extends string>(
  number: number,
  decide: (room: Room) => RoomDecision<Outcome>,
): Promise<Outcome | 'unknown'> {
  const decided = await change(number, decide);
  if (decided?.before?.status === 'offered') await tidyRoom(number);
  return decided?.outcome ?? 'unknown';
}

/** @returns what was decided, and the place as it was before */
async function change<Outcome extends string>(
  number: number,
  decide: (room: Room) => RoomDecision<Outcome>,
): Promise<(RoomDecision<Outcome> & { before?: Place | undefined }) | undefined> {
  type Decided = RoomDecision<Outcome> & { change: RoomChange; before: Place | undefined };
  let tried: Decided | undefined;
  return untilApplied(async () => {
    const seen = await loadRoom(number);
    if (!seen) return { done: undefined };
    // Written after all, only the answer was lost.
    if (tried && isApplied(seen.room, tried.change)) return { done: tried };
    const decision = decide(seen.room);
    if (!decision.change) return { done: decision };
    tried = { ...decision, change: decision.change, before: seen.room.places[decision.change.person] };
    return (await writeChange(number, seen, tried.change)) ? { done: tried } : undefined;
  });
}

/** Makes one change after the other, as long as there is one. @returns whose places changed */
async function changeAll(number: number, next: (room: Room) => RoomChange | undefined): Promise<string[]> {
  const persons: string[] = [];
  for (;;) {
    const decided = await change(number, (room) => ({ outcome: 'changed', change: next(room) }));
    if (!decided?.change) return persons;
    persons.push(decided.change.person);
  }
}

/**
 * Offers free places to who waits, as long as somebody fits. Called after whatever may have made room, and after who
 * came to wait, since room may have come free just then.
 * @param until the day up to which they are kept
 * @returns to whom
 */
export async function offerPlaces(number: number, until: PlainDate): Promise<string[]> {
  return changeAll(number, (room) => nextOffer(room, until));
}

/** Takes back offered places that nobody accepted in time. @returns whose */
export async function lapseOffers(number: number, date: PlainDate): Promise<string[]> {
  const lapsed = await changeAll(number, (room) => lapses(room, date)[0]);
  await tidyRoom(number);
  return lapsed;
}

/** Erases somebody from a room. @returns heads for which there is room now */
export async function releasePlace(number: number, person: string): Promise<number> {
  let heads = 0;
  const freed = await untilApplied(async () => {
    const place = (await loadRoom(number))?.room.places[person];
    // Gone after all where only the answer was lost: then as many heads as before.
    if (!place) return { done: heads };
    heads = headsIn(place);
    const isReleased = await updateRoom(number, {
      when: ['places.#person.revision = :seen'],
      set: ['taken = taken - :heads', 'waiting = waiting - :waits'],
      remove: ['places.#person', 'orders.#person'],
      names: { '#person': person },
      values: { ':seen': place.revision, ':heads': heads, ':waits': Number(place.status === 'waiting') },
    });
    return isReleased ? { done: heads } : undefined;
  });
  await tidyRoom(number);
  return freed;
}

/**
 * The mail of one revision went out.
 * @param told `entered`: their calendar has the gathering now
 */
export async function tellPlace(
  number: number,
  person: string,
  { revision, entered }: { revision: number; entered: boolean },
): Promise<void> {
  await updateRoom(number, {
    when: ['places.#person.told < :revision', 'places.#person.revision >= :revision'],
    set: ['places.#person.told = :revision', 'places.#person.entered = :entered'],
    names: { '#person': person },
    values: { ':revision': revision, ':entered': entered },
  });
  await tidyRoom(number);
}
