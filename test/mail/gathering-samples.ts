import type { Finding } from '../../functions/domain/edition-content.ts';
import type { Plan } from '../../functions/domain/gathering-plan.ts';

/** A dinner as its author's file says it, in both languages. */
const spring: Plan = {
  classification: 'alumni',
  start: '2027-03-12T18:30',
  end: '2027-03-12T20:30',
  timeZone: 'Asia/Tokyo',
  capacity: 40,
  hosts: [
    { name: '山本 直子', email: 'naoko.yamamoto@hikari.example.com', line: 9 },
    { name: '小林 健', email: 'ken.kobayashi@hikari.example.com', line: 11 },
  ],
  organiser: 'sakura.mori@hikari.example.com',
  guests: 1,
  fee: 5000,
  budget: 300_000,
  deadline: '2027-02-26',
  reminders: ['P7D'],
  audience: { countries: ['JP'] },
  variants: {
    ja: {
      title: '春の夕食会',
      titleLine: 25,
      blocks: [
        {
          kind: 'paragraph',
          line: 28,
          spans: [
            { text: '梅の咲くころ、神田の小さな店を' },
            { text: '貸し切りにしました', strong: true },
            { text: '。久しぶりの顔ぶれで、ゆっくり食事をご一緒できればと思います。' },
          ],
        },
        { kind: 'heading', line: 30, text: '当日の流れ' },
        {
          kind: 'list',
          line: 32,
          items: [
            { line: 32, spans: [{ text: '18時15分から受付、18時30分に乾杯です。' }] },
            { line: 33, spans: [{ text: '服装はいつもどおりで、名刺もいりません。' }] },
            {
              line: 34,
              spans: [
                { text: '料理は' },
                { text: 'お店のページ', url: 'https://hanaya.example.com/menu' },
                { text: 'でご覧いただけます。' },
              ],
            },
          ],
        },
      ],
      place: { text: '花屋 神田店(東京都千代田区見本町2-4-6)', line: 26 },
      question: { text: '二次会にもいらっしゃいますか。', line: 36 },
    },
    en: {
      title: 'A dinner in spring',
      titleLine: 38,
      blocks: [
        {
          kind: 'paragraph',
          line: 41,
          spans: [
            { text: 'When the plum trees are in bloom, ' },
            { text: 'a small place in Kanda is all ours', strong: true },
            { text: ' for an evening. We’d love to have dinner with you again.' },
          ],
        },
        { kind: 'heading', line: 43, text: 'The evening' },
        {
          kind: 'list',
          line: 45,
          items: [
            { line: 45, spans: [{ text: 'Doors open at 18:15, and we start at 18:30.' }] },
            { line: 46, spans: [{ text: 'Come as you are; you won’t need a business card.' }] },
            {
              line: 47,
              spans: [
                { text: 'Have a look at ' },
                { text: 'the menu', url: 'https://hanaya.example.com/en/menu' },
                { text: '.' },
              ],
            },
          ],
        },
      ],
      place: { text: 'Hanaya Kanda (2-4-6 Mihon-cho, Chiyoda-ku, Tokyo)', line: 39 },
      question: { text: 'Would you come along for a drink afterwards?', line: 49 },
    },
  },
};

/** A believable plan, with what a test wants otherwise. */
export function plan(overrides: Partial<Plan> = {}): Plan {
  return { ...structuredClone(spring), ...overrides };
}

/** What a scan might find in it: in the text, and in the place. */
export const planFindings: readonly Finding[] = [
  { language: 'ja', line: 33, severity: 'flag', rule: 'word', found: '名刺' },
  { language: 'en', line: 39, severity: 'refuse', rule: 'word', found: 'Hanaya' },
];
