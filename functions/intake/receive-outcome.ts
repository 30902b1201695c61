import { forgetCandidate, takeHire } from '../adapters/candidates.ts';
import { decideOnContribution } from '../adapters/contributions.ts';
import { identify } from '../adapters/identity.ts';
import { policy } from '../adapters/policy.ts';
import { noteOutcome, type OutcomeResult, type OutcomeWord } from '../domain/contribution-outcome.ts';
import { type OutcomeReport, payoutNumber } from '../domain/outcome-report.ts';
import { type ConfirmOutcome, confirmPayout } from '../domain/reward-payout.ts';

/** What came of a report. */
export type OutcomeReceipt = { outcome: OutcomeResult | ConfirmOutcome | 'unknown' };

/** Takes in what came of a contribution, or that its reward was paid. */
export async function receiveOutcome(report: OutcomeReport, { now }: { now: string }): Promise<OutcomeReceipt> {
  const given = { now, policy };
  if (report.type === 'payout.confirmed') {
    const { payout, on } = report.data;
    const number = payoutNumber(payout);
    return { outcome: await decideOnContribution(number, (contribution) => confirmPayout(contribution, on, given)) };
  }
  const { contribution: number } = report.data;
  const word = await wordOf(report);
  const outcome =
    word.what === 'hired'
      ? await takeHire(number, word, given)
      : await decideOnContribution(number, (contribution) => noteOutcome(contribution, word, given));
  const isCandidateNoMore = word.what === 'hired' || word.what === 'not hired';
  // Said again, it is tried again: the first time may have ended in between.
  if (isCandidateNoMore && (outcome === 'noted' || outcome === 'already so')) await forgetCandidate(number);
  return { outcome };
}

async function wordOf(report: Exclude<OutcomeReport, { type: 'payout.confirmed' }>): Promise<OutcomeWord> {
  switch (report.type) {
    case 'referral.hired': {
      const { on, country, employeeId, agencyFee } = report.data;
      const person = employeeId && (await identify()).person(employeeId);
      return { what: 'hired', on, country, person, agencyFee };
    }
    case 'referral.not-hired':
      return { what: 'not hired' };
    case 'referral.left':
      return { what: 'left' };
    case 'lead.won':
      return { what: 'won', on: report.data.on, revenue: report.data.revenue };
    case 'lead.lost':
      return { what: 'lost' };
  }
}
