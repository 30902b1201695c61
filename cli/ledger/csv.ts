import { stringify } from 'csv-stringify/sync';
import { contributionName } from '../../functions/domain/contribution-wording.ts';
import { gatheringName } from '../../functions/domain/gathering-name.ts';
import { type Language, languages } from '../../functions/domain/language.ts';
import type { LedgerEntry } from '../../functions/domain/ledger.ts';
import { decimalOf } from '../../functions/domain/money.ts';
import { rehireName } from '../../functions/domain/rehire-wording.ts';
import { cellText } from '../../functions/domain/spreadsheet.ts';
import { entryKinds, everybody } from './words.ts';

const heading = [
  '日付 (Date)',
  '項目 (Kind)',
  '対象 (About)',
  '退職年 (Cohort)',
  '金額 (Amount)',
  '通貨 (Currency)',
  'ID',
];

/** Every entry in the order given, as spreadsheets open it: a cost is below nothing. */
export function ledgerCsv(entries: readonly LedgerEntry[]): string {
  const rows = entries.map(({ on, kind, about, cohort, amount, currency, id }) => [
    on,
    inBoth((language) => entryKinds[kind][language]),
    aboutInWords(about),
    cellText(cohort ?? inBoth((language) => everybody[language])),
    { digits: decimalOf(amount, currency).replaceAll(',', '') },
    cellText(currency),
    id,
  ]);
  return stringify([heading, ...rows], {
    bom: true,
    escape_formulas: true,
    quoted_string: true,
    record_delimiter: 'windows',
    // Digits made here are no formula, whatever their sign; as text they could not be added up.
    cast: { object: ({ digits = '' }) => ({ value: String(digits), escape_formulas: false }) },
  });
}

function inBoth(text: (language: Language) => string): string {
  const [ja, en] = languages.map(text);
  return `${ja} (${en})`;
}

function aboutInWords({ gathering, contribution, rehire }: LedgerEntry['about']): string {
  if (gathering !== undefined) return inBoth((language) => gatheringName(gathering, language));
  if (contribution !== undefined) return inBoth((language) => contributionName(contribution, language));
  if (rehire !== undefined) return inBoth((language) => rehireName(rehire, language));
  return '';
}
