import { isReachable } from './alumnus.ts';
import { type Decision, entry, type Given, type PersonFile } from './decision.ts';
import { scheduledOutreach } from './outreach.ts';
import { type Person, type Stint, withStint } from './person.ts';
import { currentStint, type StintRef, standing } from './stock.ts';

/** `not yet`: the departure changed after its execution took stock. */
export type EnrolOutcome = 'enrolled' | 'not yet';

/** Makes a leaver whose last day is over an alumnus. Nobody without consent passes. */
export function enrol(file: PersonFile, ref: StintRef, given: Given): Decision<EnrolOutcome> {
  const stint = currentStint(file, ref);
  if (!stint || standing(file, stint, given) !== 'left') return { outcome: 'not yet' };
  if (stint.status === 'enrolled') return { outcome: 'enrolled' };
  if (stint.status !== 'consented') return { outcome: 'not yet' };
  const enrolled: Stint = { ...stint, status: 'enrolled', enrolledAt: stint.enrolledAt ?? given.now };
  const person = withStint(file.person, enrolled);
  return {
    outcome: 'enrolled',
    write: {
      person: { ...person, nextOutreach: scheduledOutreach(person, given) },
      entries: [entry('enrolled', enrolled, 'rule', given)],
    },
  };
}

/** Whether an alumnus may be welcomed by mail: consented to something, and neither stopped mail nor out of reach. */
export function mayWelcome(person: Person): boolean {
  return person.consents.length > 0 && isReachable(person);
}
