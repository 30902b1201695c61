import type { Contribution } from '../../functions/domain/contribution.ts';
import { payoutInstruction } from '../../functions/domain/payout-instruction.ts';
import type { Profile } from '../../functions/domain/profile.ts';
import { payoutId } from '../../functions/domain/reward.ts';
import { isRewarded, type Rewarded } from '../../functions/domain/reward-screening.ts';
import { count } from '../print.ts';
import type { PayoutRow } from './payout-csv.ts';

/** Which payouts stand in which file for accounting. */

/** Payouts that are instructed by file and stand in none, oldest first. */
export function toPay(contributions: readonly Contribution[]): Rewarded[] {
  return inOrder(
    contributions
      .filter(isRewarded)
      .filter(({ reward: { status, payout } }) => status === 'instructed' && payout?.by === 'file' && !payout.isSent),
  );
}

/** The payouts of a file that was written before, in its order. */
export function payoutsOfFile(contributions: readonly Contribution[], file: number): Rewarded[] {
  return inOrder(contributions.filter(isRewarded).filter(({ reward }) => reward.payout?.file === file));
}

/** The number of the newest file; 0 before the first. */
export function newestFile(contributions: readonly Contribution[]): number {
  return Math.max(0, ...contributions.map(({ reward }) => reward?.payout?.file ?? 0));
}

function inOrder(contributions: readonly Rewarded[]): Rewarded[] {
  return contributions.toSorted((a, b) => a.number - b.number);
}

/** A payout as it stands in the file. */
export function rowOf(contribution: Rewarded, profile: Profile | undefined): PayoutRow {
  if (profile) return payoutInstruction(contribution, profile);
  const { number, kind, reward } = contribution;
  const { amount, currency, taxCategory } = reward;
  return { payout: payoutId(number), amount, currency, taxCategory, kind };
}

/** What became of a file, for machines. */
export type PayoutFile = {
  /** Its number; none where nothing was to be paid. */
  file?: number;
  written?: string;
  payouts: string[];
  /** Of people of whom nothing is known any more. */
  leftOut: string[];
  /** Which another run put into a file of the same number at the same time. */
  alsoInFile: string[];
  /** The number of the newest file before; 0 before the first. */
  newest: number;
};

/** What became of a file, for people. */
export function payoutFileText({ file, written, payouts, leftOut, alsoInFile, newest }: PayoutFile): string {
  const out =
    leftOut.length > 0
      ? [
          `Left out: ${leftOut.join(', ')}, since the alumnus was erased and nothing is left to pay them by. Settle it with accounting; "payout import" notes it as paid.`,
        ]
      : [];
  if (file === undefined) {
    const before = newest > 0 ? ` The newest is ${newest}; "payout file FILE --number ${newest}" writes it again.` : '';
    return [`No payout waits for a file, so none was written.${before}`, ...out].join('\n');
  }
  return [
    `Payout file ${file} is written to ${written}: ${count(payouts.length, 'payout')}. It holds personal data: hand it to accounting and delete it here. Once they are paid, add the column "on" with the dates and run "payout import".`,
    ...out,
    ...(alsoInFile.length > 0
      ? [
          `Another run wrote a file ${file} at the same time, with ${alsoInFile.join(', ')}: hand over both files. "payout file FILE --number ${file}" prints both in one, so do not hand over that too.`,
        ]
      : []),
  ].join('\n');
}

/** The same of a file that is written once more. */
export function againText({ file, written, payouts, leftOut }: PayoutFile): string {
  const gone =
    leftOut.length > 0 ? [`Of ${leftOut.join(', ')} only the payout is left, since the alumnus was erased.`] : [];
  return [
    `Payout file ${file} is written to ${written} once more: the same ${count(payouts.length, 'payout')}, with names and addresses as they are now. Whoever has the first one pays nothing again.`,
    ...gone,
  ].join('\n');
}
