import type { Contribution } from '../../functions/domain/contribution.ts';
import type { ContributionWords } from '../../functions/domain/contribution-words.ts';
import type { Reward } from '../../functions/domain/reward.ts';

/** What is held about somebody's contributions, for them to read: nothing of a candidate, an approver or who was hired. */

export type HeldContribution = Pick<
  Contribution,
  | 'number'
  | 'kind'
  | 'topic'
  | 'ownCompany'
  | 'at'
  | 'cohort'
  | 'country'
  | 'wantsReward'
  | 'isSelfReferral'
  | 'status'
  | 'because'
  | 'settledOn'
> & {
  reward?: Pick<Reward, 'status' | 'rules' | 'amount' | 'currency' | 'taxCategory' | 'clawedBackOn'> &
    Partial<Pick<NonNullable<Reward['payout']>, 'paidOn'>> & { payout?: string };
  /** What they wrote, as long as it is kept. */
  words?: Pick<ContributionWords, 'company' | 'text' | 'answer'>;
};

/** Somebody's contributions among all, oldest first, with what they wrote. */
export function heldContributions(
  person: string,
  all: readonly Contribution[],
  words: readonly ContributionWords[],
): HeldContribution[] {
  return all
    .filter((contribution) => contribution.person === person)
    .toSorted((a, b) => a.number - b.number)
    .map((contribution) =>
      heldContribution(
        contribution,
        words.find((each) => each.contribution === contribution.number),
      ),
    );
}

function heldContribution(contribution: Contribution, words: ContributionWords | undefined): HeldContribution {
  const { number, kind, topic, ownCompany, at, cohort, country, wantsReward, isSelfReferral } = contribution;
  const { status, because, settledOn, reward } = contribution;
  return {
    number,
    kind,
    ...(topic && { topic }),
    ...(ownCompany !== undefined && { ownCompany }),
    at,
    cohort,
    country,
    wantsReward,
    ...(isSelfReferral && { isSelfReferral }),
    status,
    ...(because && { because }),
    ...(settledOn && { settledOn }),
    ...(reward && { reward: heldReward(reward) }),
    ...(words && { words: heldWords(words) }),
  };
}

function heldReward(reward: Reward): NonNullable<HeldContribution['reward']> {
  const { status, rules, amount, currency, taxCategory, payout, clawedBackOn } = reward;
  return {
    status,
    rules,
    amount,
    currency,
    taxCategory,
    ...(payout && { payout: payout.id }),
    ...(payout?.paidOn && { paidOn: payout.paidOn }),
    ...(clawedBackOn && { clawedBackOn }),
  };
}

function heldWords({ company, text, answer }: ContributionWords): NonNullable<HeldContribution['words']> {
  return { ...(company && { company }), ...(text && { text }), ...(answer && { answer }) };
}
