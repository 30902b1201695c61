import { moneyInWords } from '../../functions/domain/money.ts';
import type { ConfirmOutcome } from '../../functions/domain/reward-payout.ts';
import type { Rewarded } from '../../functions/domain/reward-screening.ts';
import { dateInWords } from '../../functions/domain/wording.ts';
import { Trouble } from '../trouble.ts';
import { payoutInWords } from './standing.ts';

/** What is decided about a reward without an approver's code, in a sentence that says what to do. */

/** What is said where a contribution has no reward. */
export function noReward(number: number): Trouble {
  return new Trouble(
    `Contribution ${number} has no reward: one is screened once something came of it; see "contribution show ${number}".`,
  );
}

/** @throws Trouble where it was not reopened */
export function reopenedText({ number, reward }: Rewarded, outcome: 'reopened' | 'over'): string {
  if (outcome === 'reopened') {
    return `Reward ${number} is screened again by the rules of today; if they allow it, its approvers are asked once more, with new codes.`;
  }
  throw new Trouble(
    `Only a reward that nobody decided in time is asked for again; reward ${number} is "${reward.status}". See "contribution show ${number}".`,
  );
}

/** @throws Trouble where nothing was paid by the company's word */
export function confirmedText({ number, reward }: Rewarded, outcome: ConfirmOutcome): string {
  const paidOn = reward.payout?.paidOn;
  const day = paidOn ? ` on ${dateInWords(paidOn, 'en')}` : '';
  const money = moneyInWords(reward.amount, reward.currency, 'en');
  switch (outcome) {
    case 'paid':
      return `Reward ${number}, ${money}, is noted as paid${day} and booked; the alumnus is told.`;
    case 'already so':
      return `Reward ${number} was paid${day} already; nothing changed.`;
    case 'not instructed':
      throw new Trouble(
        `The payout of reward ${number} is not instructed: it is "${reward.status}". Pay nothing for it; see "contribution show ${number}".`,
      );
  }
}

/** What is asked before a reward is claimed back. */
export function clawbackQuestion({ number, reward }: Rewarded): string {
  const money = moneyInWords(reward.amount, reward.currency, 'en');
  const paidOn = reward.payout?.paidOn;
  const paid = paidOn ? `, which was paid on ${dateInWords(paidOn, 'en')}` : '';
  return `This claims back ${money}, the whole reward ${number}${paid}, for good: the ledger gets an entry that balances it, and the page of the alumnus says so. Go on? (y/N) `;
}

/** @throws Trouble where nothing is to be claimed back */
export function clawedBackText(
  { number, reward }: Rewarded,
  outcome: 'clawed back' | 'already so' | 'not paid',
): string {
  const money = moneyInWords(reward.amount, reward.currency, 'en');
  switch (outcome) {
    case 'clawed back':
      return `Reward ${number}, ${money}, is claimed back and booked as reward-${number}-clawback. No mail goes out: have whoever paid it collect it (${payoutInWords(reward)}), and tell the alumnus.`;
    case 'already so':
      return `Reward ${number} was claimed back${reward.clawedBackOn ? ` on ${dateInWords(reward.clawedBackOn, 'en')}` : ''} already; nothing changed.`;
    case 'not paid':
      throw new Trouble(
        `Reward ${number} was not paid: it is "${reward.status}", so there is nothing to claim back. See "contribution show ${number}".`,
      );
  }
}
