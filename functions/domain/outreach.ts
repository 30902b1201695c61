import { alumnusStint, outreachDue } from './alumnus.ts';
import { type Greeting, greetingFor, mayTouch, nextTouch, recent, touchAfter } from './cadence.ts';
import { type Decision, type Given, type PersonFile, today, type Write } from './decision.ts';
import type { Edition } from './edition.ts';
import { isFor } from './edition-content.ts';
import type { Person, Stint, StintOf } from './person.ts';
import type { Policy } from './policy.ts';
import { dateAfter, dateOf, type PlainDate } from './time.ts';

/** What the sweep of a date does about outreach to one alumnus. */

/** One mail to one alumnus: its touch is its permanent identity. */
export type Touch = { on: PlainDate; greeting: Greeting; edition?: Edition };

export type OutreachPlan =
  | { outcome: 'write'; touch: Touch }
  /** Nothing to tell, or too much told already: the touch is put off. */
  | { outcome: 'no news' | 'enough'; write: Write }
  | { outcome: 'not due' };

/** An edition is news for so long. */
const newsFor = 'P6M';
/** A touch without news looks again after so long. */
const waitForNews = 'P7D';

/**
 * Plans outreach to somebody.
 * @param date the day that is swept; one mail makes up for every touch that was missed before it
 * @param editions approved ones, in any order
 */
export function planOutreach(
  { person, profile }: PersonFile,
  date: PlainDate,
  editions: readonly Edition[],
  { policy }: Given,
): OutreachPlan {
  const due = outreachDue(person);
  const stint = alumnusStint(person);
  const on = person.nextOutreach;
  if (!due || due > date || !on || !stint || !profile?.address) return { outcome: 'not due' };
  const rhythm = { lastDay: stint.lastDay, mailed: person.mailed ?? [] };
  if (!mayTouch(rhythm, date, policy)) {
    return { outcome: 'enough', write: { person: { ...person, nextOutreach: nextTouch(rhythm, date, policy) } } };
  }
  const greeting = greetingFor(stint.lastDay, on, date, policy);
  const edition = newestFor(stint, { ...profile, told: person.edition ?? 0 }, date, editions, policy.company.timeZone);
  if (edition) return { outcome: 'write', touch: { on, greeting, edition } };
  if (greeting.kind === 'anniversary') return { outcome: 'write', touch: { on, greeting } };
  return { outcome: 'no news', write: putOff(person, stint, date, policy) };
}

/** A week later, or at the next touch where that is sooner. */
function putOff(person: Person, { lastDay }: Pick<Stint, 'lastDay'>, date: PlainDate, policy: Policy): Write {
  const again = dateAfter(date, waitForNews);
  const scheduled = touchAfter(lastDay, date, policy);
  return { person: { ...person, nextOutreach: again < scheduled ? again : scheduled } };
}

/** SES does not take this very mail: others must not wait behind it for ever. */
export function refused(
  { person }: PersonFile,
  on: PlainDate,
  date: PlainDate,
  given: Given,
): Decision<'put off' | 'known'> {
  const stint = alumnusStint(person);
  if (!stint || person.nextOutreach !== on) return { outcome: 'known' };
  return { outcome: 'put off', write: putOff(person, stint, date, given.policy) };
}

/** The newest edition for somebody who has not had it. */
function newestFor(
  stint: StintOf<'enrolled'>,
  { language, told }: { language: 'ja' | 'en'; told: number },
  date: PlainDate,
  editions: readonly Edition[],
  timeZone: string,
): Edition | undefined {
  return editions
    .filter(
      ({ number, status, decidedAt, content }) =>
        status === 'approved' &&
        number > told &&
        decidedAt !== undefined &&
        dateAfter(dateOf(decidedAt, timeZone), newsFor) >= date &&
        isFor(content, stint, language),
    )
    .sort((a, b) => a.number - b.number)
    .at(-1);
}

/**
 * Notes that the mail of a touch is behind, whether it was sent or is in doubt, and sets the next touch.
 * @param edition the number of the edition that the mail told of
 */
export function touched(
  { person }: PersonFile,
  { on, edition }: { on: PlainDate; edition?: number | undefined },
  date: PlainDate,
  { policy }: Given,
): Decision<'noted' | 'known'> {
  const stint = alumnusStint(person);
  const [last = ''] = (person.mailed ?? []).slice(-1);
  // Each touch comes after the mail before it. One whose mail was out when somebody stopped mail counts all the same.
  if (!stint || last >= on || (person.nextOutreach ?? on) !== on) return { outcome: 'known' };
  const mailed = [...recent(person.mailed ?? [], date, policy.outreach.cap.within), date];
  const nextOutreach = person.nextOutreach && nextTouch({ lastDay: stint.lastDay, mailed }, date, policy);
  return {
    outcome: 'noted',
    write: {
      person: {
        ...person,
        mailed,
        ...(edition !== undefined && { edition: Math.max(edition, person.edition ?? 0) }),
        nextOutreach,
      },
    },
  };
}

/**
 * A human found that the mail of a touch never went out: its edition may be told again, from tomorrow on.
 * @param on the touch
 */
export function notSent(
  { person }: PersonFile,
  { on, edition }: { on: PlainDate; edition?: number | undefined },
  given: Given,
): Decision<'due again' | 'known'> {
  const { mailed = [], nextOutreach } = person;
  const counted = mailed.findIndex((date) => date >= on);
  if (counted < 0) return { outcome: 'known' };
  const again = dateAfter(today(given), 'P1D');
  return {
    outcome: 'due again',
    write: {
      person: {
        ...person,
        mailed: mailed.toSpliced(counted, 1),
        ...(edition !== undefined && person.edition === edition && { edition: edition - 1 }),
        nextOutreach: nextOutreach && (nextOutreach < again ? nextOutreach : again),
      },
    },
  };
}

/**
 * The date of the next outreach: the one already set, or the first touch from tomorrow on where that is sooner, as after
 * another stint; none without consent to it.
 */
export function scheduledOutreach(person: PersonFile['person'], given: Given): PlainDate | undefined {
  const stint = alumnusStint(person);
  if (person.stopped || !person.consents.includes('outreach')) return undefined;
  // While a new address waits for its confirmation, the date that is set stays.
  if (!stint) return person.nextOutreach;
  const rhythm = { lastDay: stint.lastDay, mailed: person.mailed ?? [] };
  const next = nextTouch(rhythm, today(given), given.policy);
  return person.nextOutreach && person.nextOutreach < next ? person.nextOutreach : next;
}
