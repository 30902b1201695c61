import type { EditionContent, Finding } from '../../functions/domain/edition-content.ts';

/** An edition in both languages, with everything an edition may hold. */
export const summerEdition: EditionContent = {
  classification: 'alumni',
  audience: { countries: ['JP', 'SG'], lastDayFrom: '2020-04-01', lastDayTo: '2026-09-30' },
  variants: {
    ja: {
      title: '秋のひかり: 新しいオフィスと、10年ぶりの運動会',
      titleLine: 2,
      blocks: [
        {
          kind: 'paragraph',
          line: 8,
          spans: [
            { text: '朝晩が涼しくなりました。お元気でお過ごしでしょうか。' },
            { text: '大阪オフィスが10月に移転しました。', strong: true },
            { text: '新しい場所は駅から歩いて3分です。' },
          ],
        },
        { kind: 'heading', line: 11, text: '10年ぶりの運動会' },
        {
          kind: 'paragraph',
          line: 13,
          spans: [
            { text: '写真は' },
            { text: '会社のブログ', url: 'https://hikari.example.com/blog/undokai' },
            { text: 'でご覧いただけます。' },
          ],
        },
        { kind: 'heading', line: 16, text: '募集しています' },
        {
          kind: 'list',
          line: 18,
          items: [
            { line: 18, spans: [{ text: '大阪オフィスのカスタマーサポート' }] },
            { line: 19, spans: [{ text: '未発表の新製品を一緒に育てるエンジニア' }] },
            {
              line: 20,
              spans: [
                { text: '詳しくは ' },
                { text: 'jobs@hikari.example.com', url: 'mailto:jobs@hikari.example.com' },
              ],
            },
          ],
        },
      ],
    },
    en: {
      title: 'Autumn at Hikari: a new office, and our first sports day in ten years',
      titleLine: 23,
      blocks: [
        {
          kind: 'paragraph',
          line: 26,
          spans: [
            { text: 'The evenings are cooler now, and we hope you are well. ' },
            { text: 'Our Osaka office moved in October', strong: true },
            { text: ', three minutes from the station.' },
          ],
        },
        { kind: 'heading', line: 29, text: 'We are looking for' },
        {
          kind: 'list',
          line: 31,
          items: [
            { line: 31, spans: [{ text: 'somebody for customer support in Osaka' }] },
            {
              line: 32,
              spans: [{ text: 'an engineer: ' }, { text: 'all roles', url: 'https://hikari.example.com/jobs' }],
            },
          ],
        },
      ],
    },
  },
};

/** What the scan finds in it. */
export const findings: readonly Finding[] = [
  { language: 'ja', line: 19, severity: 'flag', rule: 'word', found: '未発表' },
  { language: 'ja', line: 20, severity: 'flag', rule: 'staff-address', found: 'jobs@hikari.example.com' },
];
