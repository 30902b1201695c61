import { type Balance, LedgerEntry } from '../../functions/domain/ledger.ts';
import type { LedgerReport } from '../../functions/domain/ledger-report.ts';
import { decimalOf } from '../../functions/domain/money.ts';
import { oneLine } from '../../functions/domain/wording.ts';
import { balanceInWords, entryKinds, everybody, nothingInWords, type Span } from './words.ts';

/** What the report of the ledger says. */

type Row = readonly [name: string, ...numbers: string[]];

/** The report for people: each currency by itself. */
export function ledgerReportText(reports: readonly LedgerReport[], span: Span): string {
  if (reports.length === 0) return nothingInWords(span, 'en');
  return reports.map((report) => textOf(report, span)).join('\n\n');
}

function textOf(report: LedgerReport, span: Span): string {
  const { currency, months, cohorts, kinds } = report;
  const digits = (amount: number) => decimalOf(amount, currency);
  const sums = ({ cost, returned, balance }: Balance) => [digits(cost), digits(returned), digits(balance)];
  return [
    balanceInWords(report, span, 'en'),
    ...table([
      ['month', 'cost', 'return', 'balance', 'balance so far'],
      ...months.map((each): Row => [each.month, ...sums(each), digits(each.balanceSoFar)]),
      ['in total', ...sums(report), ''],
    ]),
    ...table([
      ['left in', 'cost', 'return', 'balance'],
      ...cohorts.map((each): Row => [oneLine(each.cohort ?? everybody.en), ...sums(each)]),
    ]),
    ...table([
      ['for', 'balance'],
      ...LedgerEntry.shape.kind.options.flatMap((kind): Row[] => {
        const amount = kinds[kind];
        return amount === undefined ? [] : [[entryKinds[kind].en, digits(amount)]];
      }),
    ]),
  ].join('\n');
}

/** Names to the left, numbers to the right, as wide as the widest; a blank line before. */
function table(rows: readonly Row[]): string[] {
  const widthOf = (column: number) => Math.max(...rows.map((row) => row[column]?.length ?? 0));
  return [
    '',
    ...rows.map(([name, ...numbers]) =>
      [name.padEnd(widthOf(0)), ...numbers.map((number, index) => number.padStart(widthOf(index + 1)))]
        .map((cell) => `  ${cell}`)
        .join('')
        .trimEnd(),
    ),
  ];
}
