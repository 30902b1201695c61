import { stringify } from 'csv-stringify/sync';
import { decimalOf } from '../../functions/domain/money.ts';
import type { PayoutInstruction } from '../../functions/domain/payout-instruction.ts';
import { cellText } from '../../functions/domain/spreadsheet.ts';

/** The payout file for accounting. */

export const payoutColumns = [
  'payout',
  'amount',
  'currency',
  'tax_category',
  'kind',
  'employee_id',
  'name',
  'email',
  'language',
  'country',
] as const;

/** A payout; of somebody who has been erased since, only what is not personal. */
export type PayoutRow = Omit<PayoutInstruction, 'payee'> & { payee?: PayoutInstruction['payee'] };

/** The payouts in the order given, as spreadsheets open them. */
export function payoutCsv(rows: readonly PayoutRow[]): string {
  const cells = rows.map(({ payout, amount, currency, taxCategory, kind, payee }) => [
    payout,
    decimalOf(amount, currency).replaceAll(',', ''),
    currency,
    cellText(taxCategory),
    kind,
    cellText(payee?.employeeId),
    cellText(payee?.name),
    cellText(payee?.email),
    payee?.language,
    payee?.country,
  ]);
  return stringify([[...payoutColumns], ...cells], { bom: true, escape_formulas: true, record_delimiter: 'windows' });
}
