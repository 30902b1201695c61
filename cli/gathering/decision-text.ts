import type { Gathering } from '../../functions/domain/gathering.ts';
import type { LedgerEntry } from '../../functions/domain/ledger.ts';
import { moneyInWords } from '../../functions/domain/money.ts';
import type { PlanReviewOutcome } from '../../functions/domain/plan-review.ts';
import { titleOf } from '../../functions/domain/plan-wording.ts';
import { dateInWords } from '../../functions/domain/wording.ts';
import type { Concerned } from '../../functions/gatherings/concerned.ts';
import { count } from '../print.ts';

/** What the commands say that decide something about a gathering. */

const people = (number: number) => count(number, 'person', 'people');
const heads = (number: number) => count(number, 'head');

/** What is asked before a gathering is called off: it names whom that concerns. */
export function cancelQuestion({ number, plan, draft }: Gathering, concerned: Concerned): string {
  const known = plan ?? draft?.plan;
  const name = `gathering ${number}${known ? `, ${titleOf(known, 'en')}` : ''}`;
  if (!plan) return `This takes back ${name}: it is not approved yet, and nobody has heard of it. Go on? (y/N) `;
  const { invited, attending, waiting } = concerned;
  if (invited === 0) return `This cancels ${name}: nobody has been invited yet. Go on? (y/N) `;
  const guests = attending === concerned.heads ? '' : ` (${heads(concerned.heads)} with their guests)`;
  const queue = waiting > 0 ? `, and ${waiting} ${waiting === 1 ? 'waits' : 'wait'} for a place` : '';
  return `This cancels ${name}, for good: ${people(invited)} ${invited === 1 ? 'was' : 'were'} invited, ${attending} of them ${attending === 1 ? 'attends' : 'attend'}${guests}${queue}. Who was invited is told. Go on? (y/N) `;
}

/** A cancellation that came about. */
export function cancelledText(number: number, outcome: 'cancelled' | 'withdrawn' | 'already so', invited: number) {
  switch (outcome) {
    case 'cancelled':
      return invited > 0
        ? `Gathering ${number} is cancelled: ${people(invited)} ${invited === 1 ? 'was' : 'were'} invited, and ${invited === 1 ? 'is' : 'are'} told.`
        : `Gathering ${number} is cancelled; nobody had been invited.`;
    case 'withdrawn':
      return `Gathering ${number} is taken back; nobody had heard of it.`;
    case 'already so':
      return `Gathering ${number} is called off already.`;
  }
}

/**
 * A review that was decided, now or before.
 * @param isChange whether another plan was in force
 */
export function planReviewedText(
  number: number,
  outcome: Extract<PlanReviewOutcome, 'approved' | 'refused' | 'already so'>,
  { isChange, decided }: { isChange: boolean; decided: string },
): string {
  switch (outcome) {
    case 'approved':
      return isChange
        ? `The changed plan of gathering ${number} is approved: whoever knows the one before it is told what changed.`
        : `Gathering ${number} is approved: whoever it is for is invited.`;
    case 'refused':
      return isChange
        ? `The changed plan of gathering ${number} is refused: the one before it stays in force, and the programme admin is told.`
        : `Gathering ${number} is refused: nobody is invited, and the programme admin is told.`;
    case 'already so':
      return `That plan of gathering ${number} is ${decided} already.`;
  }
}

/** A cost that is noted, and what of it was booked now. */
export function costText(
  number: number,
  { cost, isBooked, entry }: { cost: number; isBooked: boolean; entry?: LedgerEntry | undefined },
  currency: string,
): string {
  const noted = `The cost of gathering ${number} is ${moneyInWords(cost, currency, 'en')}`;
  if (!isBooked) return `${noted}; it is booked when the survey is over.`;
  if (!entry) return `${noted}, as the ledger has it.`;
  const { id, on, amount } = entry;
  const booked = moneyInWords(Math.abs(amount), entry.currency, 'en');
  // What is spent is negative; an entry of the whole cost is the first one.
  const than = amount === -cost ? '' : amount < 0 ? ' more' : ' less';
  return `${noted}. Booked ${booked}${than}, as ${id}, on ${dateInWords(on, 'en')}.`;
}
