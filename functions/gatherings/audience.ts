import { mayBeInvited } from '../adapters/calendar.ts';
import { loadPerson } from '../adapters/people.ts';
import { type Given, today } from '../domain/decision.ts';
import type { Plan } from '../domain/gathering-plan.ts';
import { isInAudience } from '../domain/invitation.ts';
import { inGroups } from './in-groups.ts';

/** Whom a gathering is for. */

/** Everybody who may be invited to anything and left by the plan's last day; who of them is meant says `isInAudience`. */
export function candidates(plan: Plan, given: Given): AsyncGenerator<string> {
  return mayBeInvited(plan.audience.lastDayTo ?? today(given));
}

const atOnce = 16;

/** How many would be invited now; half a RRU for each candidate. */
export async function countInvited(plan: Plan, given: Given): Promise<number> {
  let count = 0;
  for await (const people of inGroups(candidates(plan, given), atOnce)) {
    const files = await Promise.all(people.map((person) => loadPerson(person, { consistent: false })));
    count += files.filter((file) => isInAudience(file, plan, given)).length;
  }
  return count;
}
