import { entry, type Given, today, type Write } from './decision.ts';
import { isNeeded, type LiveStint, type Person, type StintOf, withoutStatus, withStint } from './person.ts';
import { dateAfter } from './time.ts';

/** A departure that comes to nothing: the rule is on record, and the data expires. */

type Verdict = { outcome: 'not eligible' | 'no departure'; rule: string };

/** The stint, ended by a rule. */
export function endedBy(
  stint: LiveStint,
  { outcome, rule }: Verdict,
  { now, policy }: Given,
): StintOf<Verdict['outcome']> {
  return { ...withoutStatus(stint), status: outcome, rule, policyVersion: policy.version, endedAt: now };
}

/** Where nobody is leaving or enrolled any more, consents end and the data expires. */
export function expiring(person: Person, given: Given): Person {
  if (isNeeded(person)) return person;
  const expires = dateAfter(today(given), given.policy.retention.notEligible);
  return { ...person, consents: [], nextOutreach: undefined, expires };
}

/** Ends a departure for another reason than the screening. */
export function endDeparture(
  person: Person,
  stint: LiveStint,
  { rule, by }: { rule: string; by: 'hr' | 'calendar' },
  given: Given,
): Pick<Write, 'person' | 'entries'> {
  const ended = endedBy(stint, { outcome: 'not eligible', rule }, given);
  return {
    person: expiring(withStint(person, ended), given),
    entries: [{ ...entry('not eligible', ended, by, given), rule }],
  };
}
