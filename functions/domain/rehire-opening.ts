import { stintOfAlumnus } from './alumnus.ts';
import { type Given, type PersonFile, today } from './decision.ts';
import { carriedOn, line, type Rehire, type RehireDecision } from './rehire.ts';
import { entering, firstWait } from './rehire-waits.ts';
import type { RehireWords } from './rehire-words.ts';
import { checkConditions, otherKinds, returnsOf, unmet } from './return-conditions.ts';
import { dateBefore, later, type PlainDate } from './time.ts';

/** A case is opened: by the alumnus, or by HR for an alumnus who agreed to be asked. */

/** What would be liked; what somebody wrote besides is kept with them. */
export type Wish = Pick<Rehire, 'kind' | 'from' | 'wantsTalk' | 'openedBy'> & Pick<RehireWords, 'sinceThen'>;

export type OpenOutcome = 'opened' | 'too often' | 'no alumnus' | 'no consent';

/**
 * Opens a case, and checks the conditions; those that do not hold are HR's to see before the alumnus is told.
 * @param number the next one
 * @param earlier days on which cases of the same person were opened before
 */
export function openRehire(
  { person, profile }: PersonFile,
  { number, earlier }: { number: number; earlier: readonly PlainDate[] },
  { sinceThen, ...wish }: Wish,
  given: Given,
): RehireDecision<OpenOutcome> {
  const { now, policy } = given;
  const stint = stintOfAlumnus(person);
  if (!stint) return { outcome: 'no alumnus' };
  // Who never agreed to be asked about coming back is not asked; they may ask themselves.
  if (wish.openedBy === 'HR' && !(person.consents.includes('rehire') && !person.stopped)) {
    return { outcome: 'no consent' };
  }
  const asked = today(given);
  // Whoever asks and takes it back again and again has people written to each time.
  const since = dateBefore(asked, policy.rehire.cap.within);
  if (earlier.filter((date) => date > since).length >= policy.rehire.cap.most) return { outcome: 'too often' };
  const dates = { asked, from: wish.from ? later(wish.from, asked) : asked };
  const returner = { stint, returns: returnsOf(person) };
  const conditions = checkConditions(returner, wish.kind, dates, policy);
  const missing = unmet(conditions);
  const rehire: Rehire = {
    ...wish,
    // Whom HR asks, somebody talks to first.
    wantsTalk: wish.wantsTalk || wish.openedBy === 'HR',
    number,
    version: 0,
    person: person.id,
    stint: stint.number,
    cohort: stint.lastDay.slice(0, 4),
    at: now,
    openedOn: asked,
    conditions,
    otherKinds: missing.length > 0 ? otherKinds(returner, wish.kind, dates, policy) : [],
    status: 'waits for HR',
    since: asked,
    reminded: [],
    approvals: [],
    tasks: [],
    checkIns: [],
    news: [],
    rounds: 0,
    waits: 0,
    policyVersion: policy.version,
  };
  const wait = missing.length > 0 ? 'waits for HR' : firstWait(rehire);
  const opened = entering(rehire, wait, profile, given);
  const words: RehireWords = { rehire: number, at: now, ...(sinceThen && { sinceThen }), answers: [] };
  const timeline = [
    line(rehire, `opened, ${wish.kind}`, wish.openedBy === 'HR' ? 'hr' : 'leaver', given),
    ...missing.map(({ condition }) => ({
      ...line(rehire, 'a condition does not hold', 'rule', given),
      rule: condition,
    })),
  ];
  const news = ['receipt' as const, ...(wait === 'waits for the talk' ? ['talk' as const] : [])];
  return { outcome: 'opened', write: carriedOn({ rehire: opened, words, timeline }, news, given) };
}
