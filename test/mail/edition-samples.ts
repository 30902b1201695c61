import type { EditionContent, Finding, Variant } from '../../functions/domain/edition-content.ts';

/** An edition as its author's file says it, in both languages. */
const ja: Variant = {
  title: '食堂が新しくなりました',
  titleLine: 3,
  blocks: [
    {
      kind: 'paragraph',
      line: 12,
      spans: [
        { text: '本社2階の食堂が、10月に新しくなりました。窓ぎわの席が増え、' },
        { text: '夜は8時まで', strong: true },
        { text: '開いています。名物のカレーは、そのままの味です。' },
      ],
    },
    { kind: 'heading', line: 14, text: 'このごろのひかり' },
    {
      kind: 'list',
      line: 16,
      items: [
        { line: 16, spans: [{ text: '夏の社内行事は、隅田川の屋形船でした。ご家族も含めて120名が乗りました。' }] },
        { line: 17, spans: [{ text: '9月の組織の改編で、開発部が二つの部に分かれました。' }] },
        {
          line: 18,
          spans: [
            { text: '新製品の発表会の動画を、' },
            { text: '会社のページ', url: 'https://hikari.example.com/news/autumn' },
            { text: 'でご覧いただけます。' },
          ],
        },
      ],
    },
    { kind: 'heading', line: 20, text: '皆さまのお便りから' },
    {
      kind: 'paragraph',
      line: 22,
      spans: [
        {
          text: '福岡で小さな珈琲店を始めた方が、社名の由来を書いた看板の写真を送ってくださいました。お近くへお越しの際は、ぜひお立ち寄りください。',
        },
      ],
    },
    { kind: 'paragraph', line: 24, spans: [{ text: 'お便りを送る', url: 'mailto:alumni-desk@hikari.example.com' }] },
  ],
};

const en: Variant = {
  title: 'The canteen has reopened',
  titleLine: 4,
  blocks: [
    {
      kind: 'paragraph',
      line: 28,
      spans: [
        {
          text: 'The canteen on the second floor reopened in October. There are more seats by the window, and it’s open ',
        },
        { text: 'until eight in the evening', strong: true },
        { text: '. The curry tastes as it always did.' },
      ],
    },
    { kind: 'heading', line: 30, text: 'What’s been going on' },
    {
      kind: 'list',
      line: 32,
      items: [
        {
          line: 32,
          spans: [{ text: 'The summer party was on a boat on the Sumida river; 120 of us came, families included.' }],
        },
        { line: 33, spans: [{ text: 'Since September, Development is two departments.' }] },
        {
          line: 34,
          spans: [
            { text: 'The film of our product launch is on ' },
            { text: 'the company’s page', url: 'https://hikari.example.com/en/news/autumn' },
            { text: '.' },
          ],
        },
      ],
    },
    { kind: 'heading', line: 36, text: 'From your letters' },
    {
      kind: 'paragraph',
      line: 38,
      spans: [
        {
          text: 'One of you has opened a small coffee shop in Fukuoka and sent us a picture of its sign. If you’re around, have a look in.',
        },
      ],
    },
    { kind: 'paragraph', line: 40, spans: [{ text: 'Write to us', url: 'mailto:alumni-desk@hikari.example.com' }] },
  ],
};

export const variants = { ja, en };

export const edition: EditionContent = { classification: 'alumni', audience: {}, variants };

/** The same for a few people only, in one language. */
export const narrowEdition: EditionContent = {
  classification: 'public',
  audience: { countries: ['JP', 'SG'], lastDayFrom: '2020-04-01', lastDayTo: '2026-03-31' },
  variants: { en },
};

export const findings: readonly Finding[] = [
  { language: 'ja', line: 17, severity: 'flag', rule: 'word', found: '未発表' },
  { language: 'en', line: 34, severity: 'refuse', rule: 'staff-address', found: 'taro@hikari.example.com' },
];

/** An edition that tries more than to be news. */
export function hostileVariant(text: string): Variant {
  return {
    title: text,
    titleLine: 1,
    blocks: [
      { kind: 'heading', line: 2, text },
      {
        kind: 'paragraph',
        line: 3,
        spans: [
          { text, url: 'javascript:alert(1)' },
          { text, strong: true },
        ],
      },
      { kind: 'list', line: 4, items: [{ line: 4, spans: [{ text, url: 'http://intra.hikari.example.com/' }] }] },
      { kind: 'paragraph', line: 5, spans: [{ text, url: 'https://example.com/?a="><img src=x>' }] },
    ],
  };
}
