import type { Place } from '../../domain/room.ts';

/** Somebody of a gathering's room, as its organiser sees them. */
export type Attendee = {
  person: string;
  name: string;
  nameKana?: string | undefined;
  status: Place['status'];
  /** Heads, themselves included. */
  party: number;
  /** In the waiting list, from 1. */
  position?: number | undefined;
  /** Food and access. */
  needs?: string | undefined;
  /** To the organiser's question. */
  reply?: string | undefined;
  /** Heads that came through the door. */
  came?: number | undefined;
  /** No mail reaches them: they stopped it, or it came back. */
  unreachable?: boolean | undefined;
};

/** Those of some statuses, by name as it is spoken; who waits, in order. */
export function attendeesWith(attendees: readonly Attendee[], ...statuses: readonly Place['status'][]): Attendee[] {
  const ofThem = attendees.filter(({ status }) => statuses.includes(status));
  return ofThem.sort((a, b) => (a.position ?? 0) - (b.position ?? 0) || compare(spoken(a), spoken(b)));
}

const spoken = ({ name, nameKana }: Attendee) => nameKana ?? name;

// Not by Intl, whose first use costs a cold start; kana are in their order anyway.
const compare = (a: string, b: string) => Number(a > b) - Number(a < b);
