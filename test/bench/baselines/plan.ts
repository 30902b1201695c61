import { Temporal } from 'temporal-polyfill';
import { touchEvery } from '../outreach/year.ts';

/** What the baselines play: a few alumni with a few touches, seconds apart. Their cost is the same for each mail. */

export const designs = {
  SleepingSteps: { sleeps: true, stepByStep: true },
  Sleeping: { sleeps: true, stepByStep: false },
  ScheduledSteps: { sleeps: false, stepByStep: true },
  Scheduled: undefined,
} as const;
export type Design = keyof typeof designs;
export const names = ['SleepingSteps', 'Sleeping', 'ScheduledSteps', 'Scheduled'] as const satisfies Design[];

/** More at once are more than an emulator can start functions for. */
export const alumni = 6;
const touches = 3;
const secondsApart = 20;
const secondsBetweenAlumni = 3;
/** The first touch, on a simulated day. */
export const firstDay = '2027-06-01';

/** The touches of the nth alumnus: their simulated dates, and when they are played. */
export function touchesFrom(start: Date, nth: number): { date: string; at: string }[] {
  return Array.from({ length: touches }, (_, index) => ({
    date: Temporal.PlainDate.from(firstDay)
      .add({ days: index * touchEvery })
      .toString(),
    at: new Date(start.getTime() + (index * secondsApart + nth * secondsBetweenAlumni) * 1000).toISOString(),
  }));
}
