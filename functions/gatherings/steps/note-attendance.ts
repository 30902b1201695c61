import { putForKnown } from '../../adapters/known-person.ts';
import { keys } from '../../adapters/table.ts';
import type { Entry, Given } from '../../domain/decision.ts';
import type { Announced } from '../../domain/gathering.ts';
import { endOfPlan } from '../../domain/gathering-plan.ts';

/** Writes on somebody's timeline, once, whether they came to a gathering they had a place at. */
export async function noteAttendance(
  person: string,
  { number, plan }: Announced,
  how: 'came' | 'missed',
  { policy }: Given,
): Promise<void> {
  const at = endOfPlan(plan);
  const what = how === 'came' ? `came to gathering ${number}` : `did not come to gathering ${number}`;
  const entry: Entry = { at, what, by: 'calendar', policyVersion: policy.version };
  await putForKnown(person, { ...keys.entry(person, at, `gathering-${number}`, 0), data: entry });
}
