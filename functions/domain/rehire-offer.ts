import { stintOfAlumnus } from './alumnus.ts';
import { type Given, type PersonFile, today } from './decision.ts';
import { faultsOfOffer, type Offer, type OfferFault } from './offer.ts';
import type { Policy } from './policy.ts';
import type { Profile } from './profile.ts';
import { line, type Rehire, type RehireDecision } from './rehire.ts';
import { firstTasks } from './rehire-tasks.ts';
import { ended, moved } from './rehire-waits.ts';
import type { RehireWords } from './rehire-words.ts';
import {
  allowedKinds,
  type ConditionResult,
  checkConditions,
  type Returner,
  returnsOf,
  unmet,
} from './return-conditions.ts';
import { dateAfter, dateBefore } from './time.ts';

/** The talk before an offer, the offer, and what the alumnus says of it. */

/** The recruiter says whether the informal talk was held, and nothing else of it. */
export function noteTalk(
  rehire: Rehire,
  talk: NonNullable<Rehire['talk']>,
  profile: Profile | undefined,
  given: Given,
): RehireDecision<'noted' | 'already so' | 'over'> {
  if (rehire.talk === talk) return { outcome: 'already so' };
  if (rehire.status !== 'waits for the talk') return { outcome: 'over' };
  const timeline = [line(rehire, `informal talk ${talk}`, 'hr', given)];
  return {
    outcome: 'noted',
    write: moved(rehire, { rehire: { talk }, timeline }, 'waits for the decision', profile, given),
  };
}

/**
 * Makes an offer, or a corrected one while the alumnus has not answered. What is missing keeps it from being sent, and so
 * does a condition that does not hold for this kind and day, unless HR has overridden it.
 */
export function makeOffer(
  rehire: Rehire,
  { file, words }: { file: PersonFile; words: RehireWords },
  offer: Offer,
  given: Given,
): RehireDecision<'offered' | 'incomplete' | 'conditions not met' | 'over'> & {
  faults?: OfferFault[];
  unmet?: ConditionResult[];
} {
  const { policy } = given;
  if (rehire.status !== 'waits for the offer' && rehire.status !== 'waits for the answer') return { outcome: 'over' };
  const on = today(given);
  const faults = faultsOfOffer(offer, on, allowedKinds(policy));
  if (faults.length > 0) return { outcome: 'incomplete', faults };
  const { kind, startsOn } = offer;
  const stint = stintOfAlumnus(file.person);
  // HR has corrected the departure since: they are no alumnus any more.
  if (stint?.number !== rehire.stint) return { outcome: 'over' };
  const missing = stillUnmet(rehire, { stint, returns: returnsOf(file.person) }, offer, policy);
  if (missing.length > 0) return { outcome: 'conditions not met', unmet: missing };
  const [answerBy = startsOn] = [dateAfter(on, policy.rehire.answerWithin), dateBefore(startsOn, 'P1D')].sort();
  const revision = (rehire.offer?.revision ?? 0) + 1;
  const timeline = [line(rehire, `offer ${revision}, ${kind}, from ${startsOn}`, 'hr', given)];
  const change = {
    rehire: { offer: { revision, kind, startsOn, madeOn: on, answerBy } },
    words: { ...words, offer },
    timeline,
  };
  return { outcome: 'offered', write: moved(rehire, change, 'waits for the answer', undefined, given) };
}

/** Conditions that do not hold for an offer as it stands; those that did not at the opening are overridden by now. */
function stillUnmet(
  { openedOn, conditions }: Rehire,
  returner: Returner,
  { kind, startsOn }: Offer,
  policy: Policy,
): ConditionResult[] {
  const overridden = new Set(unmet(conditions).map(({ condition }) => condition));
  const dates = { asked: openedOn, from: startsOn };
  const results = checkConditions(returner, kind, dates, policy);
  return unmet(results).filter(({ condition }) => !overridden.has(condition));
}

/**
 * The alumnus takes the offer; everybody with a task hears of it.
 * @param revision of the offer that they read
 * @param introduction what their new team may read about them
 */
export function acceptOffer(
  rehire: Rehire,
  words: RehireWords,
  { revision, introduction }: { revision: number; introduction?: string | undefined },
  given: Given,
): RehireDecision<'accepted' | 'already so' | 'over'> {
  const { offer, status } = rehire;
  if (!offer || offer.revision !== revision) return { outcome: 'over' };
  if (status === 'onboarding' || status === 'started') return { outcome: 'already so' };
  if (!mayAnswer(rehire, given)) return { outcome: 'over' };
  const change = {
    rehire: { tasks: firstTasks(offer.startsOn, today(given), given.policy) },
    words: { ...words, ...(introduction && { introduction }) },
    timeline: [line(rehire, `offer ${revision} accepted`, 'leaver', given)],
  };
  return { outcome: 'accepted', write: moved(rehire, change, 'onboarding', undefined, given) };
}

/** The alumnus does not take the offer, and need not say why. */
export function declineOffer(
  rehire: Rehire,
  revision: number,
  given: Given,
): RehireDecision<'declined' | 'already so' | 'over'> {
  if (rehire.offer?.revision !== revision) return { outcome: 'over' };
  if (rehire.status === 'declined') return { outcome: 'already so' };
  if (!mayAnswer(rehire, given)) return { outcome: 'over' };
  const timeline = [line(rehire, `offer ${revision} declined`, 'leaver', given)];
  return { outcome: 'declined', write: ended(rehire, { timeline }, 'declined', given) };
}

/** Whether an offer may be answered today. */
export function mayAnswer({ status, offer }: Rehire, given: Given): boolean {
  return status === 'waits for the answer' && offer !== undefined && today(given) <= offer.answerBy;
}

/** Whether the alumnus may take back their wish: until the first day. */
export function mayWithdraw({ status }: Rehire): boolean {
  return status === 'onboarding' || status.startsWith('waits');
}

/** The alumnus takes it back, and need not say why. */
export function withdrawRehire(rehire: Rehire, given: Given): RehireDecision<'withdrawn' | 'already so' | 'over'> {
  if (rehire.status === 'withdrawn') return { outcome: 'already so' };
  if (!mayWithdraw(rehire)) return { outcome: 'over' };
  return {
    outcome: 'withdrawn',
    write: ended(rehire, { timeline: [line(rehire, 'withdrawn', 'leaver', given)] }, 'withdrawn', given),
  };
}
