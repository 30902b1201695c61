import {
  closeQuestions,
  type Entry,
  entry,
  type Given,
  type PersonFile,
  start,
  unlisted,
  type Write,
} from './decision.ts';
import { isRunning, newestStint, type Person, type Stint, withoutStatus, withStint } from './person.ts';
import { closed } from './question.ts';
import { alumnusStint } from './reach.ts';

/**
 * Notes another personal address. One that differs from an address in use is confirmed by its owner first.
 * @returns nothing for somebody who neither leaves nor is an alumnus
 */
export function withAddress(file: PersonFile, address: string, by: Entry['by'], given: Given): Write | undefined {
  const { person, profile } = file;
  const stint = stintToConfirm(person);
  if (!stint || !profile) return undefined;
  const changed: Stint = { ...stint, revision: stint.revision + 1 };
  // An alumnus has no execution under way: a new one sees to the confirmation.
  const restarts = stint.status === 'enrolled';
  const next: Stint = restarts
    ? { ...withoutStatus(stint), revision: changed.revision, generation: stint.generation + 1, status: 'reported' }
    : changed;
  if (!restarts && !isRunning(stint)) return undefined;
  const { questions, consequences } = closeQuestions(
    file.questions,
    (question) => question.stint === stint.number && question.kind !== 'reason',
    closed('changed', given.now),
  );
  const worksAfterAll = address === profile.address;
  return {
    person: { ...withStint(person, next), bounced: person.bounced && !worksAfterAll },
    profile: { ...profile, reportedAddress: address },
    questions,
    consequences: [
      ...consequences,
      ...(restarts ? [start(next)] : []),
      ...(worksAfterAll && person.bounced ? unlisted(address) : []),
    ],
    entries: [entry('address recorded', stint, by, given)],
  };
}

/** The stint whose execution sees to a confirmation: an alumnus does not wait for a departure that came to nothing or is far ahead. */
function stintToConfirm(person: Person): Stint | undefined {
  const newest = newestStint(person);
  const isNear = newest && isRunning(newest) && !('startsOn' in newest);
  return isNear ? newest : (alumnusStint(person) ?? newest);
}
