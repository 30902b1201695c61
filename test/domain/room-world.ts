import { expect } from 'vitest';
import {
  answer,
  apply,
  headsIn,
  lapses,
  mayApply,
  nextOffer,
  type Room,
  type RoomChange,
  type RoomDecision,
  waitingList,
} from '../../functions/domain/room.ts';

/** A room as the table keeps it, and what people do to it that they have seen some steps earlier. */

type Seen = { lag: number; crashes: boolean };
export type Step =
  | ({ kind: 'answer'; person: string; heads: number } & Seen)
  /** One of those who are offered a place takes it. */
  | ({ kind: 'accept'; nth: number } & Seen)
  | ({ kind: 'offer' | 'lapse'; day: string } & Seen)
  | { kind: 'offer all'; day: string }
  | { kind: 'tell'; person: string }
  | { kind: 'capacity'; capacity: number }
  | { kind: 'open'; open: boolean };

type Decide = (room: Room) => RoomDecision<string>;

export class Gathered {
  room: Room;
  readonly happened: string[] = [];
  readonly #history: Room[];
  /** Who came to the waiting list, in order. */
  readonly #arrivals: string[] = [];
  /** What everybody who has answered wants; who lapsed is asked anew. */
  readonly #wishes = new Map<string, number>();

  constructor(room: Room) {
    this.room = room;
    this.#history = [room];
  }

  take(step: Step): void {
    const before = this.room;
    this.#act(step);
    this.#history.push(this.room);
    this.#check(before);
  }

  #act(step: Step): void {
    switch (step.kind) {
      case 'answer':
        return this.#decide((room) => answer(room, step.person, step.heads), step);
      case 'accept': {
        const offered = Object.entries(this.room.places).filter(([, { status }]) => status === 'offered');
        const [person, place] = offered[step.nth % offered.length] ?? [];
        if (person && place) this.#decide((room) => answer(room, person, place.party), step);
        return;
      }
      case 'offer':
        return this.#decide((room) => ({ outcome: 'offered', change: nextOffer(room, step.day) }), step);
      case 'lapse':
        return this.#decide((room) => ({ outcome: 'lapsed', change: lapses(room, step.day)[0] }), step);
      case 'offer all': {
        const decide = (room: Room) => ({ outcome: 'offered', change: nextOffer(room, step.day) });
        while (decide(this.room).change) this.#decide(decide, { lag: 0, crashes: false });
        const free = this.room.capacity - this.room.taken;
        expect(waitingList(this.room).filter(({ place }) => place.party <= free)).toEqual([]);
        return;
      }
      case 'tell': {
        const place = this.room.places[step.person];
        if (!place) return;
        const told = { ...place, told: place.revision, entered: place.status === 'attending' };
        this.room = { ...this.room, places: { ...this.room.places, [step.person]: told } };
        return;
      }
      default: {
        const { kind: _, ...changed } = step;
        this.room = { ...this.room, ...changed };
      }
    }
  }

  /** As the adapter does: decided on what was seen, written where that may still be, else decided anew. */
  #decide(decide: Decide, { lag, crashes }: Seen): void {
    const seen = this.#history.at(-1 - lag) ?? this.room;
    const untouched = structuredClone(this.room);
    let decision = decide(seen);
    let on = seen;
    if (crashes) {
      expect(this.room).toEqual(untouched);
      this.happened.push('crashed');
      return;
    }
    if (decision.change && !mayApply(this.room, decision.change)) {
      this.happened.push('anew');
      decision = decide(this.room);
      on = this.room;
    }
    const { outcome, change } = decision;
    if (change || outcome === 'no room for more' || outcome === 'closed') this.happened.push(outcome);
    if (change) this.#write(change, on);
  }

  #write(change: RoomChange, seen: Room): void {
    const { person, place } = change;
    // Decided anew on the room as it is, nothing can have come in between.
    expect(mayApply(this.room, change)).toBe(true);
    if (place.status === 'offered') this.#checkOrder(person, seen);
    // Room that is free is for who waits.
    else if (change.taken > 0) expect(this.room.waiting).toBe(0);
    if (place.status === 'lapsed' || place.status === 'left') this.#wishes.delete(person);
    else this.#wishes.set(person, place.party);
    if (change.arrives) this.#arrivals.push(person);
    const before = this.room.places[person];
    this.room = apply(this.room, change);
    const after = this.room.places[person];
    expect(after?.revision).toBe((before?.revision ?? 0) + 1);
    expect([after?.told, after?.entered]).toEqual([before?.told ?? 0, before?.entered]);
  }

  /** Nobody who waits longer would fit; who changed their answer in the same moment may. */
  #checkOrder(person: string, seen: Room): void {
    const { capacity, taken, orders, places } = this.room;
    const passed = waitingList(this.room).filter(
      (other) => (orders[other.person] ?? 0) < (orders[person] ?? 0) && other.place.party <= capacity - taken,
    );
    expect(passed.filter((other) => seen.places[other.person]?.revision === places[other.person]?.revision)).toEqual(
      [],
    );
  }

  #check(before: Room): void {
    const { capacity, taken, waiting, arrivals, places, orders } = this.room;
    const all = Object.entries(places);
    expect(taken).toBe(all.reduce((sum, [, place]) => sum + headsIn(place), 0));
    expect(waiting).toBe(all.filter(([, { status }]) => status === 'waiting').length);
    // Above it only where it was lowered, and then nobody comes in addition.
    expect(taken <= capacity || taken <= before.taken).toBe(true);
    expect(arrivals).toBe(this.#arrivals.length);
    expect(orders).toEqual(Object.fromEntries(this.#arrivals.map((person, order) => [person, order])));
    const inLine = all.flatMap(([person, { status }]) => (status === 'waiting' ? [person] : []));
    expect(inLine.filter((person) => orders[person] === undefined)).toEqual([]);
    const kept = all.flatMap(([person, { status, party }]) =>
      status === 'left' || status === 'lapsed' ? [] : [[person, party] as const],
    );
    expect(new Map(kept.sort())).toEqual(new Map([...this.#wishes].sort()));
  }
}
