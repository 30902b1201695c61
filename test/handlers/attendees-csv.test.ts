import { parse } from 'csv-parse/sync';
import { describe, expect, test } from 'vitest';
import type { Attendee } from '../../functions/gatherings/door/attendee.ts';
import { attendeesCsv } from '../../functions/gatherings/door/attendees-csv.ts';
import { plan } from '../mail/gathering-samples.ts';

const hanako: Attendee = {
  person: 'a1',
  name: '佐藤 花子',
  nameKana: 'さとう はなこ',
  status: 'attending',
  party: 2,
  needs: '卵、そば\n"えび"のアレルギー',
  reply: 'はい; はい',
  came: 1,
};

/** The rows of a CSV file below its heading, as a spreadsheet reads them. */
function rowsOf(csv: string): string[][] {
  return parse(csv, { bom: true, fromLine: 2 });
}

/** What a spreadsheet may take for a formula, wide and small forms included. */
const signs = [...'=+-@＝＋－＠﹦﹢﹣﹫−'];
const hidden = ['', '\t', '\r', '\n', '\r\n', ' ', '　', '\u00A0', '\u200B', '\uFEFF', '\u202E', '\0', ' \t\n\u200B'];

describe('the list of attendees as CSV', () => {
  test('reads back as it was, with commas, quotes and line breaks', () => {
    expect(rowsOf(attendeesCsv(plan(), [hanako]))).toEqual([
      ['参加 (attending)', '', '佐藤 花子', 'さとう はなこ', '2', '1', '', hanako.needs, 'はい; はい'],
    ]);
    const [unreachable] = rowsOf(attendeesCsv(plan(), [{ ...hanako, unreachable: true }]));
    expect(unreachable?.[6]).toBe('届きません (doesn’t reach them)');
  });

  test('opens in a spreadsheet: a byte order mark, lines as Windows ends them, words in quotes', () => {
    const csv = attendeesCsv(plan(), [hanako]);
    expect(csv.startsWith('\uFEFF"状態 (Status)"')).toBe(true);
    expect(csv.endsWith('"はい; はい"\r\n')).toBe(true);
  });

  test('names the question in each language of the plan', () => {
    const [heading] = parse(attendeesCsv(plan(), []), { bom: true });
    expect(heading?.at(-1)).toBe('二次会にもいらっしゃいますか。 / Would you come along for a drink afterwards?');
    const { ja: _, en } = plan().variants;
    if (!en) throw new Error('the sample speaks English');
    const { question: __, ...unasked } = en;
    const [other] = parse(attendeesCsv(plan({ variants: { en: unasked } }), []), { bom: true });
    expect(other?.at(-1)).toBe('質問への回答 (Reply)');
  });

  test('who comes by name as it is spoken, then who has an offer, who waits in order, who does not come', () => {
    const other = { person: '', party: 1 } as const;
    const attendees: Attendee[] = [
      { ...other, name: '左', status: 'left' },
      { ...other, name: '二', status: 'waiting', position: 2 },
      { ...other, name: '一', status: 'waiting', position: 1 },
      { ...other, name: '期', status: 'lapsed' },
      { ...other, name: '席', status: 'offered' },
      { ...other, name: '阿部', nameKana: 'あべ', status: 'attending' },
      { ...other, name: '安藤', nameKana: 'あんどう', status: 'attending' },
      { ...other, name: '青木', nameKana: 'あおき', status: 'attending' },
      { ...other, name: 'Abe', status: 'attending' },
    ];
    const rows = rowsOf(attendeesCsv(plan(), attendees));
    expect(rows.map((row) => row[2])).toEqual(['Abe', '青木', '阿部', '安藤', '席', '一', '二', '左', '期']);
  });

  test.each(signs)('no cell is a formula that begins with %s, whatever hides it', (sign) => {
    const formulas = hidden.map((before) => `${before}${sign}HYPERLINK("https://evil.example","x")`);
    const attendees = formulas.map(
      (text): Attendee => ({ ...hanako, name: text, nameKana: text, needs: text, reply: text }),
    );
    const variants = plan().variants;
    if (!variants.ja) throw new Error('the sample speaks Japanese');
    const asking = plan({
      variants: { ja: { ...variants.ja, question: { text: `${sign}1+1`, line: 1 } } },
    });
    const cells = parse(attendeesCsv(asking, attendees), { bom: true }).flat();
    expect(cells).toHaveLength(9 * (formulas.length + 1));
    for (const cell of cells) expect(cell.normalize('NFKC').trimStart()).not.toMatch(/^[=+\-@−\p{C}]/u);
    expect(cells.filter((cell) => cell.startsWith(`'${sign}HYPERLINK`))).toHaveLength(4 * formulas.length);
  });
});
