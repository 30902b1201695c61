import { type Decision, entry, type Given, type PersonFile, today } from './decision.ts';
import { type Person, type Stint, withStint } from './person.ts';
import { currentStint, type StintRef, standing } from './stock.ts';
import { dateAfter, later, type PlainDate } from './time.ts';

/** `not yet`: the departure changed after its execution took stock. */
export type EnrolOutcome = 'enrolled' | 'not yet';

/** Makes a leaver whose last day is over an alumnus. Nobody without consent passes. */
export function enrol(file: PersonFile, ref: StintRef, given: Given): Decision<EnrolOutcome> {
  const stint = currentStint(file, ref);
  if (!stint || standing(file, stint, given) !== 'left') return { outcome: 'not yet' };
  if (stint.status === 'enrolled') return { outcome: 'enrolled' };
  if (stint.status !== 'consented') return { outcome: 'not yet' };
  const enrolled: Stint = { ...stint, status: 'enrolled', enrolledAt: given.now };
  const person = withStint(file.person, enrolled);
  return {
    outcome: 'enrolled',
    write: {
      person: { ...person, nextOutreach: firstOutreach(person, given) },
      entries: [entry('enrolled', enrolled, 'rule', given)],
    },
  };
}

/** The date of the next outreach: the one already set, or a while after the last day; none without consent to it. */
export function firstOutreach(person: Person, given: Given): PlainDate | undefined {
  const enrolled = person.stints.find((stint) => stint.status === 'enrolled');
  if (!enrolled || person.stopped || !person.consents.includes('outreach')) return undefined;
  return (
    person.nextOutreach ??
    later(dateAfter(enrolled.lastDay, given.policy.outreach.first), dateAfter(today(given), 'P1D'))
  );
}

/** Whether an alumnus may be welcomed by mail: consented to something, and neither stopped mail nor out of reach. */
export function mayWelcome(person: Person): boolean {
  return (
    person.consents.length > 0 &&
    !person.stopped &&
    !person.bounced &&
    person.stints.some((stint) => stint.status === 'enrolled')
  );
}
