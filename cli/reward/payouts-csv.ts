import { type OutcomeReport, parseOutcome } from '../../functions/domain/outcome-report.ts';
import { type Fault, type Rows, readRows } from '../csv.ts';
import { isoDate } from '../time.ts';
import { payoutColumns } from './payout-csv.ts';

/** A file of payouts that were paid: the payout file with a date, or its ids and dates alone. */

const needed = ['payout', 'on'];

/** What a row says: a payout that was paid, or one that still is to be. */
export type PaidRow = { report: OutcomeReport } | { notYet: true };

/**
 * Reads a CSV file of payouts.
 * @throws Trouble where the file as a whole cannot be used
 */
export function readPayouts(bytes: Uint8Array, now: string): Rows<PaidRow> {
  return readRows(bytes, { columns: [...new Set([...needed, ...payoutColumns])], needed }, (cells) =>
    readRow(cells.get('payout'), cells.get('on'), now),
  );
}

function readRow(payout: string | undefined, on: string | undefined, now: string): PaidRow | { faults: Fault[] } {
  if (payout && !on) return { notYet: true };
  const data = { payout: payout ?? '', on: isoDate(on ?? '') };
  const parsed = parseOutcome({ type: 'payout.confirmed', timestamp: now, data }, now);
  if (parsed.ok) return { report: parsed.report };
  return {
    faults: parsed.faults.map(({ field, problem }) => ({
      field: field.replace(/^data\./, ''),
      problem: problem.startsWith('Invalid') ? 'must be a date such as 2027-04-01' : problem,
    })),
  };
}
