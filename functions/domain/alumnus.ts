import { isRunning, type Person, type Running, rehiredStint, type StintOf } from './person.ts';
import type { PlainDate } from './time.ts';

/** Whether, and from when on, an alumnus may be written to, and about what. */

/** The stint by which somebody is an alumnus: the one that ended last. */
export function alumnusStint({ stints }: Person): StintOf<'enrolled'> | undefined {
  return stints
    .filter((stint) => stint.status === 'enrolled')
    .sort((a, b) => (a.lastDay < b.lastDay ? -1 : 1))
    .at(-1);
}

/** An alumnus, also while a new address waits for its confirmation. */
export function isAlumnus(person: Person): boolean {
  return stintOfAlumnus(person) !== undefined;
}

/** The stint by which somebody is an alumnus, also while a new address waits for its confirmation. */
export function stintOfAlumnus({ stints }: Person): Running | StintOf<'enrolled'> | undefined {
  return stints
    .filter((stint) => isRunning(stint) || stint.status === 'enrolled')
    .filter(({ enrolledAt }) => enrolledAt !== undefined)
    .sort((a, b) => (a.lastDay < b.lastDay ? -1 : 1))
    .at(-1);
}

/** An alumnus, or one who came back, to whom something may be said that they asked for, such as what becomes of their place at a gathering. */
export function mayBeAnswered(person: Person): boolean {
  return !person.stopped && !person.bounced && isKnown(person);
}

/** An alumnus, or one who came back: what they did as an alumnus still counts. */
export function isKnown(person: Person): boolean {
  return isAlumnus(person) || rehiredStint(person) !== undefined;
}

/** An alumnus who neither stopped mail nor is out of reach. */
export function isReachable(person: Person): boolean {
  return !person.stopped && !person.bounced && alumnusStint(person) !== undefined;
}

/** The date from which outreach may reach somebody; none while it must not, so that the sweep does not even see them. */
export function outreachDue(person: Person): PlainDate | undefined {
  const { nextOutreach, pausedUntil, consents } = person;
  if (!nextOutreach || !consents.includes('outreach') || !isReachable(person)) return undefined;
  return pausedUntil && pausedUntil > nextOutreach ? pausedUntil : nextOutreach;
}

/** An alumnus who wants to hear of gatherings: the last day; nothing for anybody else, so that nobody else is even looked at. */
export function invitableSince(person: Person): PlainDate | undefined {
  if (!person.consents.includes('gatherings') || !isReachable(person)) return undefined;
  return alumnusStint(person)?.lastDay;
}
