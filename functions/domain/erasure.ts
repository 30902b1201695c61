import type { Wish } from './consent.ts';
import {
  type Consequence,
  closeQuestions,
  type Given,
  type PersonFile,
  today,
  unlisted,
  type Write,
} from './decision.ts';
import { identityOf, isTombstone, type Person, type Stint, type Tombstone } from './person.ts';
import { closed } from './question.ts';
import { dateAfter } from './time.ts';

/** Why somebody's personal data goes. */
export type Ending = Tombstone['status'];

/**
 * Erases a person: what remains is a keyed hash of employee id, stint and outcome, with an end date,
 * so that a late or repeated report never asks again.
 * The questions close first and in the same write, so that no execution waits for somebody who is gone.
 * @param because the outcome of the stint that this is about; others that were still live end as erased
 */
export function erase(
  { person, profile, questions }: PersonFile,
  because: { stint?: number; ending: Ending; wish?: Wish | undefined },
  given: Given,
): Write {
  const { now, policy } = given;
  const until = dateAfter(today(given), policy.retention.tombstone);
  const buried = person.stints.map((stint): Stint => {
    if (isTombstone(stint)) return stint;
    const rest = { ...identityOf(stint), endedAt: now, until };
    // What a report said is personal data too; only its place in order stays.
    const gone = { ...rest, report: { ...stint.report, digest: '' } };
    if (stint.number !== because.stint) return { ...gone, status: 'erased' };
    return because.ending === 'declined'
      ? { ...gone, status: 'declined', ...(because.wish && { wish: because.wish }) }
      : { ...gone, status: because.ending };
  });
  const { questions: settled, consequences } = closeQuestions(questions, () => true, closed(because.ending, now));
  return {
    person: bare(person, buried, until),
    profile: 'delete',
    questions: settled,
    consequences: [...consequences, ...unlisted(profile?.address), { kind: 'erase', at: now }, expireEvidence(given)],
  };
}

/** All that a tombstone keeps of a person. */
export function bare({ id, version, stopped }: Person, stints: Stint[], expires: string): Person {
  return { id, version, stints, consents: [], bounced: false, stopped, expires };
}

/** Evidence of consent stays until its statutory end, counted from now, which no mail can follow. */
export function expireEvidence(given: Given): Consequence {
  return {
    kind: 'expire evidence',
    at: given.now,
    until: dateAfter(today(given), given.policy.retention.evidence),
  };
}
