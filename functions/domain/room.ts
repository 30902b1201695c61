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

/** Changes of one place that are taken from its page: each is told by a mail. */
export const mostChanges = 20;

/** People a room takes in: its item must stay below DynamoDB's 400 KB, also when some come at once. */
const mostPlaces = 3500;

export function emptyRoom(capacity: number): Room {
  return { capacity, taken: 0, waiting: 0, arrivals: 0, open: true, walkIns: 0, places: {}, orders: {} };
}

/** What somebody's change makes of their place. What mails and the door note there is not touched, and may move meanwhile. */
type Next = Pick<Place, 'status' | 'party' | 'until'>;

/** A change of one person's place. It is written where `needs`, and what was seen of the person, still hold. */
export type RoomChange = {
  person: string;
  /** The revision of the place that was seen; 0 for none. The change makes it one more. */
  seen: number;
  place: Next;
  /** Heads that more, or fewer, are taken. */
  taken: number;
  /** Parties that more, or fewer, wait. */
  waiting: number;
  /** Takes the last place in the waiting list. */
  arrives?: boolean;
  /** `same room`: as much is taken as was seen, so that nobody who waits longer fits by now. */
  needs: readonly ('open' | 'room' | 'same room' | 'nobody waiting')[];
  /** Heads for which there was room. */
  free: number;
};

/**
 * `no room for more`: there is no place for more people than had one before.
 * `too often`: they have changed it so often that only leaving is left.
 */
export type AnswerOutcome =
  | 'attending'
  | 'waiting'
  | 'left'
  | 'unchanged'
  | 'no room for more'
  | 'closed'
  | 'too often';
export type RoomDecision<Outcome extends string> = { outcome: Outcome; change?: RoomChange };

/** What somebody answers: how many come, themselves included; 0 for nobody. */
export function answer(room: Room, person: string, heads: number): RoomDecision<AnswerOutcome> {
  if (heads === 0) return leave(room, person);
  const decision = come(room, person, heads);
  // An offered place may be accepted all the same.
  const isOffered = room.places[person]?.status === 'offered';
  const isTooOften = decision.change && isChangedOften(room.places[person]) && !isOffered;
  return isTooOften ? { outcome: 'too often' } : decision;
}

/** Whether a place has been changed as often as its page allows. */
export function isChangedOften(place: Place | undefined): boolean {
  return place !== undefined && place.revision >= mostChanges;
}

function come(room: Room, person: string, heads: number): RoomDecision<AnswerOutcome> {
  const before = room.places[person];
  switch (before?.status) {
    case 'attending':
      return before.party === heads ? { outcome: 'unchanged' } : resize(room, person, before, heads);
    case 'offered':
      return resize(room, person, before, heads);
    case 'waiting': {
      if (before.party === heads) return { outcome: 'unchanged' };
      const isMore = heads > before.party;
      if (isMore && !room.open) return { outcome: 'closed' };
      const next = { status: 'waiting', party: heads } as const;
      return { outcome: 'waiting', change: changed(room, person, next, isMore ? ['open'] : []) };
    }
    default:
      return join(room, person, heads);
  }
}

/** A new answer: a place at once where there is room and nobody waits, else the last place in the waiting list. */
function join(room: Room, person: string, party: number): RoomDecision<AnswerOutcome> {
  const isNew = room.places[person] === undefined;
  if (!room.open || (isNew && Object.keys(room.places).length >= mostPlaces)) return { outcome: 'closed' };
  if (room.taken + party <= room.capacity && room.waiting === 0) {
    const needs = ['open', 'room', 'nobody waiting'] as const;
    return { outcome: 'attending', change: changed(room, person, { status: 'attending', party }, needs) };
  }
  const change = changed(room, person, { status: 'waiting', party }, ['open']);
  return { outcome: 'waiting', change: { ...change, arrives: true } };
}

/** Somebody with a place, or an offered one that is hereby accepted, comes with more or fewer people. */
function resize(room: Room, person: string, before: Place, heads: number): RoomDecision<AnswerOutcome> {
  const more = heads - before.party;
  const next = { status: 'attending', party: heads } as const;
  if (more <= 0) return { outcome: 'attending', change: changed(room, person, next, []) };
  if (!room.open) return { outcome: 'closed' };
  if (room.taken + more > room.capacity || room.waiting > 0) return { outcome: 'no room for more' };
  return { outcome: 'attending', change: changed(room, person, next, ['open', 'room', 'nobody waiting']) };
}

function leave(room: Room, person: string): RoomDecision<AnswerOutcome> {
  const before = room.places[person];
  if (!before || before.status === 'left' || before.status === 'lapsed') return { outcome: 'unchanged' };
  return { outcome: 'left', change: changed(room, person, { status: 'left', party: before.party }, []) };
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
  return changed(room, person, { status: 'offered', party: place.party, until }, ['same room']);
}

/** Who waits, in order. */
export function waitingList({ places, orders }: Room): { person: string; place: Place }[] {
  return Object.entries(places)
    .flatMap(([person, place]) => (place.status === 'waiting' ? [{ person, place }] : []))
    .sort((a, b) => (orders[a.person] ?? 0) - (orders[b.person] ?? 0));
}

/** Somebody's place in the waiting list, from 1; nothing for who does not wait. */
export function positionOf(room: Room, person: string): number | undefined {
  const index = waitingList(room).findIndex((waits) => waits.person === person);
  return index < 0 ? undefined : index + 1;
}

/** Offered places that nobody accepted in time, on a date. */
export function lapses(room: Room, date: PlainDate): RoomChange[] {
  return Object.entries(room.places).flatMap(([person, { status, party, until }]) =>
    status === 'offered' && until !== undefined && until < date
      ? [changed(room, person, { status: 'lapsed', party }, [])]
      : [],
  );
}

/** The last day of the offered place that lapses first. */
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

function changed(room: Room, person: string, place: Next, needs: RoomChange['needs']): RoomChange {
  const before = room.places[person];
  return {
    person,
    seen: before?.revision ?? 0,
    place,
    taken: headsIn(place) - headsIn(before),
    waiting: Number(place.status === 'waiting') - Number(before?.status === 'waiting'),
    needs,
    free: room.capacity - room.taken,
  };
}

/** Answers of a status, and the heads that come with them. */
export type Count = { people: number; heads: number };

export function countOf(room: Room | undefined, status: Place['status']): Count {
  const parties = Object.values(room?.places ?? {}).filter((place) => place.status === status);
  return { people: parties.length, heads: parties.reduce((sum, { party }) => sum + party, 0) };
}

/** Heads for which a place keeps room. */
export function headsIn(place: Pick<Place, 'status' | 'party'> | undefined): number {
  return place?.status === 'attending' || place?.status === 'offered' ? place.party : 0;
}

/**
 * Whether a change may be written on a room, and below, the room after it. The table checks and does both in one update
 * (`writeChange`), and tests hold it to these two.
 */
export function mayApply(room: Room, { person, seen, taken, needs, free }: RoomChange): boolean {
  return (
    (room.places[person]?.revision ?? 0) === seen &&
    (!needs.includes('open') || room.open) &&
    (!needs.includes('room') || room.taken + taken <= room.capacity) &&
    (!needs.includes('same room') || room.capacity - room.taken === free) &&
    (!needs.includes('nobody waiting') || room.waiting === 0)
  );
}

/** The room after a change. */
export function apply(room: Room, { person, seen, place, taken, waiting, arrives = false }: RoomChange): Room {
  const { until: _, ...before } = room.places[person] ?? { told: 0 };
  return {
    ...room,
    taken: room.taken + taken,
    waiting: room.waiting + waiting,
    arrivals: room.arrivals + Number(arrives),
    places: { ...room.places, [person]: { ...before, ...place, revision: seen + 1 } },
    orders: arrives ? { ...room.orders, [person]: room.arrivals } : room.orders,
  };
}

/** Whether a room is as a change would have it: whoever wrote that, it need not be written again. */
export function isApplied({ places }: Room, { person, seen, place }: RoomChange): boolean {
  const { revision, status, party, until } = places[person] ?? {};
  return revision === seen + 1 && status === place.status && party === place.party && until === place.until;
}
