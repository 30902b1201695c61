import { afterAll, describe, expect, test } from 'vitest';
import type { Letter } from '../../functions/domain/dispatch.ts';
import { languages } from '../../functions/domain/language.ts';
import { planAudienceInWords } from '../../functions/domain/plan-review-wording.ts';
import { planDecidedLetter } from '../../functions/gatherings/mails/plan-decided.tsx';
import { planReviewLetter } from '../../functions/gatherings/mails/plan-review.tsx';
import { closeBrowser, mailOverhang } from '../pages/browser.ts';
import { hostileVariant } from './edition-samples.ts';
import { plan, planFindings } from './gathering-samples.ts';
import { policy } from './samples.ts';

afterAll(closeBrowser);

const command = (word: string) => `npm run okaeri -- gathering ${word} 3 --code K7QM-2W9D`;
const review = {
  policy,
  number: 3,
  submission: 1,
  plan: plan(),
  findings: planFindings,
  invited: 1250,
  reviewUrl: 'https://alumni.hikari.example.com/plan/eyJ0b2tlbiI',
  code: 'K7QM-2W9D',
  reminder: false,
  closesOn: '2026-12-06',
  isChange: false,
  changed: [],
  commands: { approve: command('approve'), refuse: command('refuse') },
  consoleInput: '{"gathering":3,"code":"K7QM-2W9D","decision":"approve"}',
};
const { en } = plan().variants;
const talk = plan({
  variants: { ...(en && { en: { ...en, place: undefined, question: undefined } }) },
  url: { text: 'https://meet.example.com/hikari', line: 8 },
  hosts: [],
  guests: 0,
  fee: undefined,
  budget: undefined,
});
const change = {
  ...review,
  plan: talk,
  findings: [],
  invited: undefined,
  submission: 2,
  isChange: true,
  changed: ['where', 'fee'],
} as const;
const decided = { policy, number: 3, titles: { ja: '春の「夕食会」', en: 'A dinner in spring' } };
const note = 'お店の最寄り駅も書くと、もっと伝わると思います。';

const letters: Record<string, Letter> = {
  review: planReviewLetter(review),
  'review, once more': planReviewLetter({ ...review, reminder: true, invited: 1 }),
  'review of a change': planReviewLetter(change),
  'review of a change, once more': planReviewLetter({ ...change, reminder: true }),
};
for (const outcome of ['approved', 'refused', 'not reviewed'] as const)
  for (const isChange of [false, true])
    letters[`${isChange ? 'change ' : ''}${outcome}`] = planDecidedLetter({ ...decided, outcome, isChange, note });

/** The text of a letter. */
function textOf(name: string): string {
  return letters[name]?.text ?? '';
}

/** Addresses of links as a browser reads them. */
function linksOf(html: string): string[] {
  return [...html.matchAll(/href="([^"]+)"/g)].map(([, href = '']) => href.replaceAll('&amp;', '&'));
}

describe.each(Object.entries(letters))('%s', (_name, { subject, html, text }) => {
  test('is in both languages, with a whole footer in each', () => {
    expect(subject).toMatch(/^【アルムナイ制度】交流会 No\. 3[^\p{Cc}]+ \/ [^\p{Cc}]*gathering no\. 3/iu);
    for (const tongue of languages)
      for (const form of [html, text]) expect(form).toContain(policy.company.postalAddress[tongue]);
  });

  test('says the same links in both forms, calmly, and leaves nothing unsaid', () => {
    for (const href of linksOf(html)) {
      expect(href).toMatch(/^(https|mailto):/);
      expect(text).toContain(href.replace(/^mailto:/, ''));
    }
    expect(subject + text + html.replace('<!doctype', '')).not.toMatch(/[!！]/);
    expect(subject + text + html).not.toMatch(/undefined|NaN|\[object/);
    expect(text).not.toMatch(/\n{3,}|[ \t]+$(?<!^-- $)/m);
  });

  test('has one button at most, nothing to load, and fits a phone', { timeout: 60_000 }, async () => {
    expect(html.match(/bgcolor=/g)?.length ?? 0).toBeLessThanOrEqual(1);
    expect(html).not.toMatch(/<(script|img|link|style)\b/);
    expect(await mailOverhang(html)).toBe(0);
  });
});

test('the review says all that a decision needs', () => {
  for (const form of [letters['review']?.html.replaceAll('&quot;', '"'), textOf('review')])
    for (const part of [
      '交流会 No. 3「春の夕食会」が、社外へ案内して',
      'Gathering no. 3, “A dinner in spring”',
      '分類: alumni',
      'products in development',
      '【要確認】日本語の33行目: 注意する言葉「名刺」',
      'refused: English, line 39',
      '今日の時点で1,250名',
      '1,250 people, as of today',
      '40名(社内から2名、アルムナイと同伴の方で38名)',
      '40 (2 from the company, 38 alumni and their guests)',
      'お一人につき1名まで',
      'up to 1 for each alumnus',
      '300,000円',
      'JPY 300,000',
      '2027年2月26日(金)',
      '26 February 2027',
      '勤務していた国がJP',
      '貸し切りにしました',
      'is all ours',
      'お一人 5,000円',
      '山本 直子、小林 健',
      '花屋 神田店',
      '二次会にもいらっしゃいますか。',
      'Would you come along for a drink afterwards?',
      '2026年12月6日(日)',
      'okaeri-decide-gathering',
      review.consoleInput,
      review.commands.approve,
      review.commands.refuse,
    ])
      expect(form).toContain(part);
  expect(textOf('review, once more')).toMatch(
    /再度のお願いです。交流会[^]*A reminder: gathering[^]*one person, as of today/,
  );
});

test('the review of a change says what happens without a decision, and nothing that is not so', () => {
  const text = textOf('review of a change');
  for (const part of [
    'の変更が、社外へ伝えてよいかどうか',
    'A change of gathering no. 3',
    '変更になるのは、場所と会費です。',
    'What would change: the place and the fee.',
    'これまでの内容のまま進みます',
    'it goes on as it was',
    'https://meet.example.com/hikari',
    '英語で受け取る',
    'Gathering no. 3, submission 2',
    'The scan found nothing',
  ])
    expect(text).toContain(part);
  expect(text).not.toMatch(/ご案内する人数|Invitations:|予算|Budget|From the company|The organiser asks/);
});

test('what readers are told nothing of is named as well', () => {
  const { text } = planReviewLetter({ ...change, changed: [] });
  expect(text).toContain('変更になるのは、定員・予算・対象・再案内・担当・分類のいずれかです。');
  expect(text).toContain('What would change: capacity, budget, audience, reminders, staff or classification.');
  expect(textOf('review')).not.toMatch(/変更になる|What would change/);
});

test('a reminder comes once a day at most, as the calendar looks once a day', () => {
  const every = (remindEvery: string) =>
    planReviewLetter({ ...review, policy: { ...policy, review: { ...policy.review, remindEvery } } }).text;
  for (const wait of ['PT20S', 'P1D']) expect(every(wait)).toMatch(/期限まで、毎日お知らせ[^]*remind you every day\./);
  expect(every('P2D')).toMatch(/期限まで、2日ごとにお知らせ[^]*remind you every 2 days\./);
});

test('the admin hears what was decided, with the note and what comes next', () => {
  expect(textOf('approved')).toContain('交流会 No. 3「春の『夕食会』」が承認されました。');
  expect(textOf('change approved')).toContain(
    'The change of gathering no. 3, “A dinner in spring”, has been approved.',
  );
  for (const name of ['approved', 'change approved']) expect(textOf(name)).not.toContain('npm run');
  for (const name of ['refused', 'not reviewed']) {
    expect(textOf(name)).toContain('npm run okaeri -- gathering publish FILE');
    expect(textOf(`change ${name}`)).toContain('npm run okaeri -- gathering change 3 FILE');
    expect(textOf(`change ${name}`)).toMatch(
      /これまでの内容のまま進みます[^]*最寄り駅[^]*The change of gathering no\. 3, [^]*The gathering goes on as it was/,
    );
  }
});

test('an audience is told in words', () => {
  expect(planAudienceInWords(plan({ audience: {} }), 'ja')).toBe('交流会のご案内を選んだ方すべて');
  expect(planAudienceInWords(plan({ audience: {} }), 'en')).toBe('everybody who chose invitations to gatherings');
  const narrow = plan({
    audience: {
      countries: ['JP', 'SG'],
      departments: ['開発部', '営業部'],
      lastDayFrom: '2020-04-01',
      languages: ['ja'],
    },
  });
  expect(planAudienceInWords(narrow, 'ja')).toBe(
    '交流会のご案内を選んだ方のうち、次のすべてに当たる方: 日本語で受け取る / 勤務していた国がJP、SG / 退職日が2020年4月1日(水)以降 / 所属していた部署が開発部、営業部',
  );
  expect(planAudienceInWords(narrow, 'en')).toMatch(/written to in Japanese; worked in JP or SG; last day on or after/);
  expect(planAudienceInWords(plan({ audience: { languages: ['en', 'ja'] } }), 'en')).toMatch(/^everybody/);
});

test('a plan that tries more than to be a plan stays harmless', () => {
  const hostile = 'Dinner"><img src=x>\r\nBcc: all@example.com\u2028\u202eevil';
  const line = { text: hostile, line: 6 };
  const text = { ...hostileVariant(hostile), place: line, question: line };
  const bad = plan({
    classification: hostile,
    audience: { countries: [hostile], departments: [hostile] },
    variants: { ja: text, en: text },
    url: line,
    hosts: [{ name: hostile, email: 'host@hikari.example.com', line: 7 }],
  });
  const found = [{ language: 'ja', line: 1, severity: 'flag', rule: 'word', found: hostile }] as const;
  for (const { subject, html, text } of [
    planReviewLetter({ ...review, plan: bad, findings: found }),
    planDecidedLetter({ ...decided, titles: { ja: hostile }, outcome: 'refused', isChange: false, note: hostile }),
  ]) {
    expect(html).not.toContain('<img');
    expect(subject).not.toMatch(/[\r\n]/);
    expect(text).not.toMatch(/^Bcc:/m);
    expect(text + html).not.toMatch(/[\u2028\u202e]|javascript:|http:\/\//);
  }
});
