import { stintOfAlumnus } from './alumnus.ts';
import type { Contribution, ContributionDecision, ContributionKind, News } from './contribution.ts';
import { isWaiting, telling } from './contribution.ts';
import { type Given, today } from './decision.ts';
import type { Person } from './person.ts';
import { addressesOf, isOneOf, type Profile } from './profile.ts';
import { dateAfter, dateBefore, type PlainDate } from './time.ts';

/** What an alumnus and a candidate send in. */

/** What was chosen on the form; what was written is kept elsewhere. */
export type Submitted = Pick<Contribution, 'kind' | 'topic' | 'ownCompany' | 'wantsReward'>;

const first: Readonly<Record<ContributionKind, { status: Contribution['status']; news: News }>> = {
  referral: { status: 'waits for the candidate', news: 'invitation' },
  lead: { status: 'waits for the deal', news: 'owner' },
  feedback: { status: 'waits for the answer', news: 'owner' },
};

/**
 * Takes a contribution in.
 * @param dates on which the same person contributed before
 * @param isKnown of a lead: somebody named the same company before, and the first counts
 */
export function submitContribution(
  submitted: Submitted,
  { number, person, dates, isKnown }: { number: number; person: Person; dates: readonly PlainDate[]; isKnown: boolean },
  given: Given,
): ContributionDecision<'submitted' | 'too often' | 'no alumnus' | 'no such topic'> {
  const { contributions } = given.policy;
  const stint = stintOfAlumnus(person);
  const on = today(given);
  if (!stint) return { outcome: 'no alumnus' };
  if (submitted.kind === 'feedback' && !contributions.topics.some(({ id }) => id === submitted.topic)) {
    return { outcome: 'no such topic' };
  }
  const since = dateBefore(on, contributions.cap.within);
  if (dates.filter((date) => date > since).length >= contributions.cap.most) return { outcome: 'too often' };
  const { status, news } = first[submitted.kind];
  const contribution: Contribution = {
    ...submitted,
    number,
    version: 0,
    person: person.id,
    at: given.now,
    submittedOn: on,
    cohort: stint.lastDay.slice(0, 4),
    country: stint.facts.country,
    status,
    reminded: [],
    news: [],
    rounds: 0,
    waits: 0,
    policyVersion: given.policy.version,
  };
  if (isKnown) {
    const duplicate: Contribution = { ...contribution, status: 'duplicate', settledOn: on };
    // Who follows leads hears of this one too.
    return { outcome: 'submitted', write: telling(duplicate, ['outcome', 'owner'], given) };
  }
  const due = status === 'waits for the answer' ? answerDue(contribution, given) : lapsesOn(contribution, given);
  return { outcome: 'submitted', write: telling({ ...contribution, due }, [news], given) };
}

/** The date on which a contribution lapses of which nothing came. */
export function lapsesOn({ submittedOn }: Pick<Contribution, 'submittedOn'>, { policy }: Given): PlainDate {
  return dateAfter(submittedOn, policy.contributions.keep);
}

/** When the owner of a topic is reminded next, or the feedback lapses. */
export function answerDue(contribution: Contribution, given: Given): PlainDate {
  const last = contribution.reminded.at(-1) ?? contribution.submittedOn;
  return [dateAfter(last, given.policy.contributions.remindEvery), lapsesOn(contribution, given)].sort()[0] ?? last;
}

/** So long a candidate may take to confirm that an address is theirs. */
const confirmWithin = 'P14D';

/** A candidate enters their own data; until they confirm that the address is theirs, it is nobody's. */
export function enterCandidate(contribution: Contribution, given: Given): ContributionDecision<'entered' | 'over'> {
  if (contribution.status !== 'waits for the candidate') return { outcome: 'over' };
  const due = [dateAfter(today(given), confirmWithin), lapsesOn(contribution, given)].sort()[0];
  const entered: Contribution = {
    ...contribution,
    status: 'waits for the confirmation',
    entries: (contribution.entries ?? 0) + 1,
    due,
  };
  return { outcome: 'entered', write: telling(entered, ['candidate'], given) };
}

/** The invitation waits for a candidate again. */
export function waitsAgain(contribution: Contribution, given: Given): Contribution {
  return { ...contribution, status: 'waits for the candidate', due: lapsesOn(contribution, given) };
}

/**
 * A candidate confirms what they entered.
 * @param entry which of the invitation it was
 * @param isKnown the candidate came by another invitation before, and that one counts
 * @param isSelf the candidate seems to be the alumnus
 */
export function confirmCandidate(
  contribution: Contribution,
  { entry, isKnown, isSelf }: { entry: number; isKnown: boolean; isSelf: boolean },
  given: Given,
): ContributionDecision<'confirmed' | 'known' | 'already so' | 'over'> {
  const { status, entries, hire } = contribution;
  if (entries !== entry) return { outcome: 'over' };
  if (status === 'waits for the hire' || hire) return { outcome: 'already so' };
  if (status !== 'waits for the confirmation') return { outcome: 'over' };
  if (isKnown) {
    const { due: _, ...rest } = contribution;
    const duplicate: Contribution = { ...rest, status: 'duplicate', settledOn: today(given) };
    return { outcome: 'known', write: telling(duplicate, ['outcome'], given) };
  }
  const confirmed: Contribution = {
    ...contribution,
    status: 'waits for the hire',
    due: lapsesOn(contribution, given),
    ...(isSelf && { isSelfReferral: true }),
  };
  return { outcome: 'confirmed', write: telling(confirmed, ['recruiter'], given) };
}

/** Whether what came first keeps others out: it waits still, or something came of it. */
export function keepsOthersOut(contribution: Contribution): boolean {
  return isWaiting(contribution) || contribution.status === 'qualified';
}

/** Whether two addresses of a candidate and an alumnus are one. */
export function isSelfReferral(email: string, profile: Profile): boolean {
  return isOneOf(email, addressesOf(profile));
}
