import type { Contribution } from '../../functions/domain/contribution.ts';
import type { OutcomeResult } from '../../functions/domain/contribution-outcome.ts';
import { moneyInWords } from '../../functions/domain/money.ts';
import type { OutcomeReport } from '../../functions/domain/outcome-report.ts';
import { dateInWords } from '../../functions/domain/wording.ts';
import { Trouble } from '../trouble.ts';
import { statusInWords } from './list-text.ts';

/** What came of a report about one contribution, in a sentence that says what to do. */

export type OutcomeType = Exclude<OutcomeReport['type'], 'payout.confirmed'>;

/**
 * The sentence for a report.
 * @param contribution as it is now
 * @throws Trouble where the report had no effect that it should have had
 */
export function outcomeText(
  type: OutcomeType,
  outcome: OutcomeResult,
  contribution: Contribution,
  currency: string,
): string {
  const { number, kind } = contribution;
  switch (outcome) {
    case 'noted':
      return notedText(type, contribution, currency);
    case 'already so':
      return `That was reported of contribution ${number} before; nothing changed.`;
    case 'another kind':
      throw new Trouble(
        `Contribution ${number} is a ${kind}: ${waysOf[kind]}. Check the number in "contribution list".`,
      );
    case 'over':
      throw new Trouble(
        `Contribution ${number} ${standingOf(contribution)}, so nothing changed; see "contribution show ${number}".${adviceOf(type, contribution)}`,
      );
  }
}

function notedText(type: OutcomeType, { number, hire, worth = 0 }: Contribution, currency: string): string {
  switch (type) {
    case 'referral.hired':
      return `The hire of contribution ${number} is noted, and the alumnus is told. It qualifies on ${dateInWords(hire?.holdsUntil ?? '', 'en')} if they are still here; should they leave before, run "contribution left ${number}".`;
    case 'referral.not-hired':
      return `Contribution ${number} is over, since the candidate was not hired. The alumnus is told, and what the candidate entered is deleted.`;
    case 'referral.left':
      return `Contribution ${number} is over, since the person hired left within the holding period. The alumnus is told.`;
    case 'lead.won':
      return `Contribution ${number} is qualified: ${moneyInWords(worth, currency, 'en')} of revenue is booked, the alumnus is told, and the reward is screened; see "contribution show ${number}".`;
    case 'lead.lost':
      return `Contribution ${number} is over, since the lead was lost. The alumnus is told.`;
  }
}

const waysOf: Readonly<Record<Contribution['kind'], string>> = {
  referral: '"contribution hired", "not-hired" and "left" say what came of it',
  lead: '"contribution won" and "lost" say what came of it',
  feedback: 'the owner of its topic answers it by the link in their mail',
};

function standingOf(contribution: Contribution): string {
  const standing = statusInWords(contribution);
  return standing.startsWith('waits') ? standing.replace('waits', 'still waits') : `is ${standing}`;
}

/** What was meant, where that can be told. */
function adviceOf(type: OutcomeType, { number, status, reward }: Contribution): string {
  if (type === 'referral.not-hired' && status === 'waits for the holding period') {
    return ` Somebody who was hired and has left is reported with "contribution left ${number}".`;
  }
  if (type === 'referral.left' && status === 'waits for the hire') {
    return ` A candidate who was not hired is reported with "contribution not-hired ${number}".`;
  }
  return reward?.status === 'paid' ? ` Its reward was paid; "reward clawback ${number}" claims it back.` : '';
}
