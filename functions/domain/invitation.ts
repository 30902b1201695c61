import { alumnusStint, invitableSince } from './alumnus.ts';
import { type Given, type PersonFile, today } from './decision.ts';
import { isPlannedFor, type Plan } from './gathering-plan.ts';

/** Who is invited to a gathering. */

/** Whether somebody wants to hear of gatherings now: consented, within reach, and taking no break from mail. */
export function mayHear({ person }: Pick<PersonFile, 'person'>, given: Given): boolean {
  return invitableSince(person) !== undefined && (person.pausedUntil ?? '') <= today(given);
}

/** Whether somebody wants to hear of gatherings, and is in the audience of this one. */
export function isInAudience({ person, profile }: PersonFile, plan: Plan, given: Given): boolean {
  const stint = alumnusStint(person);
  return (
    profile !== undefined && stint !== undefined && mayHear({ person }, given) && isPlannedFor(plan, stint, profile)
  );
}
