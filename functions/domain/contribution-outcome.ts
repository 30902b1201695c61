import type { Contribution, ContributionDecision, ContributionWrite } from './contribution.ts';
import { alsoTelling, telling } from './contribution.ts';
import { waitsAgain } from './contribution-submission.ts';
import type { Given } from './decision.ts';
import { today } from './decision.ts';
import type { LedgerEntry } from './ledger.ts';
import { firstReward } from './reward-screening.ts';
import { dateAfter, later, type PlainDate } from './time.ts';

/** What comes of a contribution, as the company's systems, its people and the calendar say. */

export type OutcomeResult = 'noted' | 'already so' | 'over' | 'another kind';

/** What the company says of a contribution; of hires and revenue amounts in the currency's smallest unit. */
export type OutcomeWord =
  | {
      what: 'hired';
      on: PlainDate;
      country: string;
      person?: string | undefined;
      isKnown?: boolean;
      agencyFee?: number | undefined;
    }
  | { what: 'not hired' }
  | { what: 'left' }
  | { what: 'won'; on: PlainDate; revenue: number }
  | { what: 'lost' }
  | { what: 'answered'; isOfUse: boolean };

/** Takes down what came of a contribution. Said again, it changes nothing; what is settled stays so. */
export function noteOutcome(
  contribution: Contribution,
  word: OutcomeWord,
  given: Given,
): ContributionDecision<OutcomeResult> {
  const { kind, status, hire, submittedOn } = contribution;
  const kindOf = {
    hired: 'referral',
    'not hired': 'referral',
    left: 'referral',
    won: 'lead',
    lost: 'lead',
    answered: 'feedback',
  } as const;
  if (kind !== kindOf[word.what]) return { outcome: 'another kind' };
  const noted = (write: ContributionWrite): ContributionDecision<OutcomeResult> => ({ outcome: 'noted', write });
  switch (word.what) {
    case 'hired': {
      if (hire) return { outcome: 'already so' };
      if (status !== 'waits for the hire') return { outcome: 'over' };
      // Somebody else introduced who was hired, and that counts.
      if (word.isKnown) return noted(settled(contribution, 'duplicate', today(given), given));
      const { country, person, agencyFee = given.policy.contributions.referrals.agencyFee } = word;
      // Nobody is introduced after they were hired.
      const on = later(word.on, submittedOn);
      const holdsUntil = dateAfter(on, given.policy.contributions.referrals.holding);
      const hired: Contribution = {
        ...contribution,
        status: 'waits for the holding period',
        hire: { on, country, holdsUntil, ...(person && { person }) },
        ...(person === contribution.person && { isSelfReferral: true }),
        worth: agencyFee,
        due: holdsUntil,
      };
      return noted(telling(hired, ['outcome'], given));
    }
    case 'not hired':
      return comesToNothing('waits for the hire', contribution, 'not hired', given);
    case 'left':
      return comesToNothing('waits for the holding period', contribution, 'left', given);
    case 'lost':
      return comesToNothing('waits for the deal', contribution, 'lost', given);
    case 'won': {
      if (status === 'qualified') return { outcome: 'already so' };
      if (status !== 'waits for the deal') return { outcome: 'over' };
      const on = later(word.on, submittedOn);
      return noted(qualified({ ...contribution, worth: word.revenue }, on, given));
    }
    case 'answered':
      if (status !== 'waits for the answer') return { outcome: status === 'lapsed' ? 'over' : 'already so' };
      return word.isOfUse
        ? noted(qualified(contribution, today(given), given))
        : comesToNothing('waits for the answer', contribution, 'no use', given);
  }
}

/** The wait it names comes to nothing. */
function comesToNothing(
  waits: Contribution['status'],
  contribution: Contribution,
  because: NonNullable<Contribution['because']>,
  given: Given,
): ContributionDecision<OutcomeResult> {
  if (contribution.because === because) return { outcome: 'already so' };
  if (contribution.status !== waits) return { outcome: 'over' };
  return { outcome: 'noted', write: settled({ ...contribution, because }, 'not qualified', today(given), given) };
}

/** Nothing more is waited for, and the alumnus hears of it. */
export function settled(
  contribution: Contribution,
  status: 'qualified' | 'not qualified' | 'duplicate' | 'lapsed',
  settledOn: PlainDate,
  given: Given,
): ContributionWrite {
  const { due: _, ...rest } = contribution;
  return telling({ ...rest, status, settledOn }, ['outcome'], given);
}

/** It came to what it was for: what it brought is booked, and the reward is screened. */
export function qualified(contribution: Contribution, on: PlainDate, given: Given): ContributionWrite {
  const write = settled({ ...contribution, reward: firstReward(contribution, given) }, 'qualified', on, given);
  return {
    ...write,
    consequences: [...(write.consequences ?? []), { kind: 'start reward', reward: contribution.number, generation: 1 }],
    entries: broughtBack(contribution, on, given),
  };
}

/** The return that a contribution earned. */
function broughtBack(
  { number, kind, worth = 0, cohort }: Contribution,
  on: PlainDate,
  { policy }: Given,
): LedgerEntry[] {
  if (worth === 0 || kind === 'feedback') return [];
  return [
    {
      id: `contribution-${number}-return`,
      on,
      kind: kind === 'referral' ? 'agency fee avoided' : 'lead revenue',
      amount: worth,
      currency: policy.company.currency,
      about: { contribution: number },
      cohort,
    },
  ];
}

/**
 * A candidate takes their data back; somebody who was hired is a candidate no more.
 * @param entry which of the invitation it was
 */
export function withdrawCandidate(
  contribution: Contribution,
  entry: number,
  given: Given,
): ContributionDecision<OutcomeResult> {
  if (contribution.entries !== entry) return { outcome: 'over' };
  if (contribution.status === 'waits for the confirmation') {
    return { outcome: 'noted', write: { contribution: waitsAgain(contribution, given) } };
  }
  const { outcome, write } = comesToNothing('waits for the hire', contribution, 'withdrawn', given);
  return { outcome, ...(write && { write: alsoTelling(write, 'withdrawal') }) };
}
