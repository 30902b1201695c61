import * as z from 'zod/mini';
import type { PlainDate } from './time.ts';

/**
 * The room of a gathering: who comes, and who waits in which order.
 *
 * Hundreds answer at the same moment, so an answer does not depend on the whole room. It is a change that names what must
 * still hold when it is written: what the person said before, and that there is room. Everything else may have moved on.
 */

/** Heads that come with one answer, the alumnus included. */
const party = z.int().check(z.minimum(1));

export const Place = z.strictObject({
  /**
   * waiting → offered → attending; offered → lapsed, when nobody accepts in time. `left`: said no after all.
   * Who lapsed or left may answer again, and comes last.
   */
  status: z.enum(['attending', 'waiting', 'offered', 'lapsed', 'left']),
  party,
  /** Rises with every change. */
  revision: z.int(),
  /** The revision that the newest mail told of. */
  told: z.int(),
  /** A calendar entry was mailed, which must be taken back when they leave. */
  entered: z.optional(z.boolean()),
  /** An offered place is kept up to this day. */
  until: z.optional(z.iso.date()),
  /** Heads that came through the door. */
  came: z.optional(z.int()),
});
export type Place = z.infer<typeof Place>;

export const Room = z.strictObject({
  /** For alumni and their guests. */
  capacity: z.int(),
  /** Heads that attend or are offered a place. */
  taken: z.int(),
  /** Parties on the waiting list. */
  waiting: z.int(),
  /** Everybody who ever joined the waiting list: the next one's place in order. */
  arrivals: z.int(),
  /** Whether new answers are taken. */
  open: z.boolean(),
  /** Heads at the door who were not on the list. */
  walkIns: z.int(),
  /** By person. */
  places: z.record(z.string(), Place),
  /** Places in the waiting list, by person. */
  orders: z.record(z.string(), z.int()),
});
export type Room = z.infer<typeof Room>;

export function emptyRoom(capacity: number): Room {
  return { capacity, taken: 0, waiting: 0, arrivals: 0, open: true, walkIns: 0, places: {}, orders: {} };
}

/** A change of one person's place. It is written where `needs`, and what was seen of the person, still hold. */
export type RoomChange = {
  person: string;
  /** The revision of the place that was seen; 0 for none. */
  seen: number;
  place: Place;
  /** Heads that more, or fewer, are taken. */
  taken: number;
  /** Parties that more, or fewer, wait. */
  waiting: number;
  /** Takes the last place in the waiting list. */
  arrives?: boolean;
  needs: readonly ('open' | 'room' | 'nobody waiting')[];
};

/** `no room for more`: there is no place for more people than had one before. */
export type AnswerOutcome = 'attending' | 'waiting' | 'left' | 'unchanged' | 'no room for more' | 'closed';
export type RoomDecision<Outcome extends string> = { outcome: Outcome; change?: RoomChange };

/** What somebody answers: how many come, themselves included; 0 for nobody. */
export function answer(room: Room, person: string, heads: number): RoomDecision<AnswerOutcome> {
  const before = room.places[person];
  if (heads === 0) return leave(before, person);
  switch (before?.status) {
    case 'attending':
      return before.party === heads ? { outcome: 'unchanged' } : resize(room, person, before, heads);
    case 'offered':
      return resize(room, person, before, heads);
    case 'waiting': {
      if (before.party === heads) return { outcome: 'unchanged' };
      if (!room.open) return { outcome: 'closed' };
      return { outcome: 'waiting', change: changed(person, before, { status: 'waiting', party: heads }, ['open']) };
    }
    default:
      return join(room, person, before, heads);
  }
}

/** A new answer: a place at once where there is room and nobody waits, else the last place in the waiting list. */
function join(room: Room, person: string, before: Place | undefined, heads: number): RoomDecision<AnswerOutcome> {
  if (!room.open) return { outcome: 'closed' };
  const isFree = room.taken + heads <= room.capacity && room.waiting === 0;
  return isFree
    ? {
        outcome: 'attending',
        change: changed(person, before, { status: 'attending', party: heads }, ['open', 'room', 'nobody waiting']),
      }
    : {
        outcome: 'waiting',
        change: { ...changed(person, before, { status: 'waiting', party: heads }, ['open']), arrives: true },
      };
}

/** Somebody with a place, or an offered one that is hereby accepted, comes with more or fewer people. */
function resize(room: Room, person: string, before: Place, heads: number): RoomDecision<AnswerOutcome> {
  const more = heads - before.party;
  const next = { status: 'attending', party: heads } as const;
  if (more <= 0) return { outcome: 'attending', change: changed(person, before, next, []) };
  if (!room.open) return { outcome: 'closed' };
  if (room.taken + more > room.capacity || room.waiting > 0) return { outcome: 'no room for more' };
  return { outcome: 'attending', change: changed(person, before, next, ['open', 'room', 'nobody waiting']) };
}

function leave(before: Place | undefined, person: string): RoomDecision<AnswerOutcome> {
  if (!before || before.status === 'left' || before.status === 'lapsed') return { outcome: 'unchanged' };
  return { outcome: 'left', change: changed(person, before, { status: 'left', party: before.party }, []) };
}

/**
 * The next one for whom there is room: whoever waits longest and fits, so that no place stays empty that somebody could have.
 * @param until the day up to which the place is kept
 */
export function nextOffer(room: Room, until: PlainDate): RoomChange | undefined {
  const free = room.capacity - room.taken;
  const next = waitingList(room).find(({ place }) => place.party <= free);
  if (!next) return undefined;
  const { person, place } = next;
  return changed(person, place, { status: 'offered', party: place.party, until }, ['room']);
}

/** Who waits, in order. */
export function waitingList({ places, orders }: Room): { person: string; place: Place }[] {
  return Object.entries(places)
    .flatMap(([person, place]) => (place.status === 'waiting' ? [{ person, place }] : []))
    .sort((a, b) => (orders[a.person] ?? 0) - (orders[b.person] ?? 0));
}

/** Offered places that nobody accepted in time, on a date. */
export function lapses({ places }: Room, date: PlainDate): RoomChange[] {
  return Object.entries(places).flatMap(([person, place]) =>
    place.status === 'offered' && place.until !== undefined && place.until < date
      ? [changed(person, place, { status: 'lapsed', party: place.party }, [])]
      : [],
  );
}

/** The first date on which an offered place lapses. */
export function nextLapse({ places }: Room): PlainDate | undefined {
  return Object.values(places)
    .flatMap(({ status, until }) => (status === 'offered' && until ? [until] : []))
    .sort()[0];
}

/** Whose place no mail has told of yet. */
export function untold({ places }: Room): string[] {
  return Object.keys(places).filter((person) => {
    const place = places[person];
    return place !== undefined && place.told < place.revision;
  });
}

type Next = Pick<Place, 'status' | 'party' | 'until'>;

function changed(person: string, before: Place | undefined, next: Next, needs: RoomChange['needs']): RoomChange {
  const { revision = 0, told = 0, entered, came } = before ?? {};
  return {
    person,
    seen: revision,
    place: { ...next, revision: revision + 1, told, ...(entered && { entered }), ...(came !== undefined && { came }) },
    taken: headsIn(next) - headsIn(before),
    waiting: Number(next.status === 'waiting') - Number(before?.status === 'waiting'),
    needs,
  };
}

/** Heads for which a place keeps room. */
export function headsIn(place: Pick<Place, 'status' | 'party'> | undefined): number {
  return place?.status === 'attending' || place?.status === 'offered' ? place.party : 0;
}

/** Whether a change may be written on a room: what the table checks in the same step. */
export function mayApply(room: Room, { person, seen, taken, needs }: RoomChange): boolean {
  return (
    (room.places[person]?.revision ?? 0) === seen &&
    (!needs.includes('open') || room.open) &&
    (!needs.includes('room') || room.taken + taken <= room.capacity) &&
    (!needs.includes('nobody waiting') || room.waiting === 0)
  );
}

/** The room after a change. */
export function apply(room: Room, { person, place, taken, waiting, arrives = false }: RoomChange): Room {
  return {
    ...room,
    taken: room.taken + taken,
    waiting: room.waiting + waiting,
    arrivals: room.arrivals + Number(arrives),
    places: { ...room.places, [person]: place },
    orders: arrives ? { ...room.orders, [person]: room.arrivals } : room.orders,
  };
}
