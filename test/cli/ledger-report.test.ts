import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ledgerCsv } from '../../cli/ledger/csv.ts';
import { ledgerReportText } from '../../cli/ledger/report-text.ts';
import { balanceInWords } from '../../cli/ledger/words.ts';
import { LedgerEntry } from '../../functions/domain/ledger.ts';
import { ledgerReports } from '../../functions/domain/ledger-report.ts';
import { entry, spring } from './ledger-entries.ts';

const said = (entries: LedgerEntry[], span = {}) =>
  ledgerReports(entries).map((report) => [balanceInWords(report, span, 'en'), balanceInWords(report, span, 'ja')])[0];

describe('the report of the ledger', () => {
  it('has the balance in a sentence, then months, cohorts and kinds', () => {
    expect(ledgerReportText(ledgerReports(spring), {})).toBe(
      [
        'By May 2027 the programme has cost JPY 81,500 and brought back JPY 2,027,000, which is JPY 1,945,500 more than it cost.',
        '',
        '  month       cost     return    balance  balance so far',
        '  2027-03   76,500     27,000    -49,500         -49,500',
        '  2027-04    5,000          0     -5,000         -54,500',
        '  2027-05        0  2,000,000  2,000,000       1,945,500',
        '  in total  81,500  2,027,000  1,945,500',
        '',
        '  left in      cost     return    balance',
        '  2024            0  2,000,000  2,000,000',
        '  2026        5,000          0     -5,000',
        '  everybody  76,500     27,000    -49,500',
        '',
        '  for                        balance',
        '  gatherings                 -76,500',
        '  fees paid at gatherings     27,000',
        '  rewards                     -5,000',
        '  agency fees avoided      2,000,000',
      ].join('\n'),
    );
  });

  it('keeps currencies apart', () => {
    const text = ledgerReportText(ledgerReports([...spring, entry({ amount: -4550, currency: 'SGD' })]), {});
    expect(text).toContain('\n\nBy March 2027 the programme has cost SGD 45.50 and brought back nothing.\n');
    expect(text).toContain('  2027-03   45.50    0.00   -45.50          -45.50');
  });

  it('says where nothing is booked', () => {
    expect(ledgerReportText([], {})).toBe('Nothing is booked yet.');
    expect(ledgerReportText([], { from: '2026-01-01', to: '2026-03-31' })).toBe(
      'Nothing is booked from 1 January 2026 on until 31 March 2026.',
    );
  });
});

describe('the balance in words', () => {
  it('says what is less, what is as much, and which days were asked for', () => {
    expect(said(spring.slice(0, 2))?.[0]).toBe(
      'By March 2027 the programme has cost JPY 76,500 and brought back JPY 27,000, which is JPY 49,500 less than it cost.',
    );
    expect(said([entry(), entry({ kind: 'lead revenue', amount: 1 })])?.[0]).toMatch(/as much as it cost\.$/);
    expect(said(spring, { from: '2027-01-01', to: '2027-12-31' })?.[0]).toMatch(
      /^From 1 January 2027 to 1 May 2027 the programme cost JPY 81,500 and/,
    );
  });

  it('is there in Japanese', () => {
    expect(said(spring)?.[1]).toBe(
      '2027年5月までのアルムナイ制度の費用は81,500円で、成果は2,027,000円です。差し引きは1,945,500円のプラスです。',
    );
    expect(said(spring.slice(0, 1))?.[1]).toBe(
      '2027年3月までのアルムナイ制度の費用は76,500円で、成果はまだありません。差し引きは76,500円のマイナスです。',
    );
  });
});

const read = (csv: string): string[][] => parse(csv, { bom: true });

/** Signs with which spreadsheets begin a formula, in all their widths, and whatever nobody sees before them. */
const formula = /^[\s\p{C}]*[=+\-@\uff1d\uff0b\uff0d\uff20\ufe62\ufe63\ufe66\ufe6b\u2212]/u;

describe('the entries for spreadsheets', () => {
  it('are one a row, with amounts that can be added up', () => {
    const csv = ledgerCsv([...spring, entry({ id: 'reward-9', kind: 'reward', amount: -4550, currency: 'SGD' })]);
    expect(csv).toMatch(/^\ufeff.*\r\n/);
    expect(read(csv)).toEqual([
      ['日付 (Date)', '項目 (Kind)', '対象 (About)', '退職年 (Cohort)', '金額 (Amount)', '通貨 (Currency)', 'ID'],
      [
        '2027-03-12',
        '交流会の費用 (gatherings)',
        '交流会 No. 3 (gathering no. 3)',
        '全員 (everybody)',
        '-76500',
        'JPY',
        'gathering-3-cost',
      ],
      [
        '2027-03-12',
        '交流会の会費 (fees paid at gatherings)',
        '交流会 No. 3 (gathering no. 3)',
        '全員 (everybody)',
        '27000',
        'JPY',
        'gathering-3-fees',
      ],
      ['2027-04-02', '謝礼 (rewards)', 'ご協力 第7号 (contribution no. 7)', '2026', '-5000', 'JPY', 'reward-7'],
      [
        '2027-05-01',
        '節約できた人材紹介手数料 (agency fees avoided)',
        'ご協力 第8号 (contribution no. 8)',
        '2024',
        '2000000',
        'JPY',
        'contribution-8-return',
      ],
      ['2027-03-12', '謝礼 (rewards)', '', '全員 (everybody)', '-45.50', 'SGD', 'reward-9'],
    ]);
  });

  it('hold no formula, whatever is booked, and amounts to the last digit', () => {
    const nasty = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc
        .tuple(
          fc.constantFrom(
            '=',
            '+',
            '-',
            '@',
            '\t=',
            '\r=',
            '\u200b=',
            '\uff1d',
            '\uff0b',
            '\uff0d',
            '\uff20',
            '\u2212',
            '\ufe62',
          ),
          fc.string(),
        )
        .map(([sign, text]) => `${sign}cmd|'/c calc'!A1,"\n${text}`),
    );
    // Not what every object knows: no policy takes such a name for a currency, and money counts its digits by it.
    const currencies = nasty.filter((text) => !(text in {}));
    fc.assert(
      fc.property(nasty, currencies, fc.maxSafeInteger(), (cohort, currency, amount) => {
        const [, row = []] = read(ledgerCsv([LedgerEntry.parse(entry({ cohort, currency, amount }))]));
        expect(row).toHaveLength(7);
        const [, , , readCohort = '', readAmount = '', readCurrency = ''] = row;
        for (const cell of [readCohort, readCurrency]) expect(cell).not.toMatch(formula);
        expect(readAmount).toMatch(/^-?\d+(\.\d+)?$/);
        expect(BigInt(readAmount.replace('.', ''))).toBe(BigInt(amount));
      }),
    );
  });
});
