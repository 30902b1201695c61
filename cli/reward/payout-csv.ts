import { stringify } from 'csv-stringify/sync';
import type { PayoutInstruction } from '../../functions/domain/payout-instruction.ts';
import { digitsInWords } from '../ledger/words.ts';

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
    digitsInWords(amount, currency).replaceAll(',', ''),
    currency,
    safe(taxCategory),
    kind,
    safe(payee?.employeeId),
    safe(payee?.name),
    safe(payee?.email),
    payee?.language,
    payee?.country,
  ]);
  return stringify([[...payoutColumns], ...cells], { bom: true, escape_formulas: true, record_delimiter: 'windows' });
}

/** Without anything invisible before it, and with an apostrophe before signs that `escape_formulas` does not know. */
function safe(text = ''): string {
  return text.replace(/^[\s\p{C}]+/u, '').replace(/^[﹢﹣﹦﹫−]/, "'$&");
}
