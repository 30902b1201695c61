import type { Room } from './room.ts';

/**
 * Who came: of those with a place, whoever was checked in, or, where nobody was at all, everybody. Who was checked in and
 * has left since is none of them, but shows that the door was kept.
 */

export type Attendance = {
  /** People who came, and those who had a place and did not. */
  came: string[];
  missed: string[];
  /** Everybody who came in: alumni, their guests and walk-ins; not the hosts. */
  heads: number;
  countedBy: 'check-in' | 'places';
};

/** @param when `isOver`: until then, only who was checked in has come */
export function attendanceIn({ places, walkIns }: Room, { isOver = true } = {}): Attendance {
  const all = Object.entries(places);
  const isChecked = !isOver || walkIns > 0 || all.some(([, { came = 0 }]) => came > 0);
  const headsOf = all.flatMap(([person, { status, party, came = 0 }]) =>
    status === 'attending' ? [{ person, heads: isChecked ? came : party }] : [],
  );
  return {
    came: headsOf.flatMap(({ person, heads }) => (heads > 0 ? [person] : [])),
    missed: headsOf.flatMap(({ person, heads }) => (heads > 0 ? [] : [person])),
    heads: walkIns + headsOf.reduce((sum, { heads }) => sum + heads, 0),
    countedBy: isChecked ? 'check-in' : 'places',
  };
}
