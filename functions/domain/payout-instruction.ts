import type { ContributionKind } from './contribution.ts';
import type { Language } from './language.ts';
import { inUse, type Profile } from './profile.ts';
import { payoutId } from './reward.ts';
import type { Rewarded } from './reward-screening.ts';

/** What the payout system, or accounting, is told. Bank details it asks the payee for itself: Okaeri never has them. */
export type PayoutInstruction = {
  /** By which nothing is paid twice. */
  payout: string;
  /** In the currency's smallest unit. */
  amount: number;
  currency: string;
  taxCategory: string;
  kind: ContributionKind;
  payee: {
    employeeId: string;
    name: string;
    nameKana?: string;
    /** The personal address in use; none where it turned out wrong. */
    email?: string;
    language: Language;
    country: string;
  };
};

/** The instruction to pay a reward: amount and tax category are those that were approved, whatever the policy says by now. */
export function payoutInstruction(contribution: Rewarded, profile: Profile): PayoutInstruction {
  const { number, kind, country, reward } = contribution;
  const { employeeId, name, nameKana, language } = profile;
  const { address } = inUse(profile);
  return {
    payout: payoutId(number),
    amount: reward.amount,
    currency: reward.currency,
    taxCategory: reward.taxCategory,
    kind,
    payee: { employeeId, name, ...(nameKana && { nameKana }), ...(address && { email: address }), language, country },
  };
}

/**
 * The instruction as it is posted. Of the same reward and payee it is the same, byte for byte, whenever it is sent.
 * @throws when the payout is not instructed
 */
export function payoutMessage(contribution: Rewarded, profile: Profile): string {
  const { payout } = contribution.reward;
  if (!payout) throw new Error(`the payout of contribution ${contribution.number} is not instructed`);
  return JSON.stringify({
    type: 'payout.instructed',
    timestamp: payout.at,
    data: payoutInstruction(contribution, profile),
  });
}
