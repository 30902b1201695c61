import type { Room } from './room.ts';

/** Who came. Where nobody was checked in at all, whoever had a place counts as having come. */

export type Attendance = {
  /** People who came, and those who had a place and did not. */
  came: string[];
  missed: string[];
  /** Everybody who came in: alumni, their guests and walk-ins; not the hosts. */
  heads: number;
};

export function attendanceIn({ places, walkIns }: Room): Attendance {
  const all = Object.entries(places);
  const isChecked = walkIns > 0 || all.some(([, { came = 0 }]) => came > 0);
  const headsOf = all.map(([person, { status, party, came = 0 }]) => ({
    person,
    expected: status === 'attending',
    heads: isChecked ? came : status === 'attending' ? party : 0,
  }));
  return {
    came: headsOf.flatMap(({ person, heads }) => (heads > 0 ? [person] : [])),
    missed: headsOf.flatMap(({ person, heads, expected }) => (expected && heads === 0 ? [person] : [])),
    heads: walkIns + headsOf.reduce((sum, { heads }) => sum + heads, 0),
  };
}
