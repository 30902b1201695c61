import { afterAll, describe, expect, test } from 'vitest';
import { languages } from '../../functions/domain/language.ts';
import { closeBrowser, mailOverhang } from '../pages/browser.ts';
import { edition, hostileVariant } from './edition-samples.ts';
import { policy, sampleLettersToStaff, sampleOutreach } from './samples.ts';

afterAll(closeBrowser);

const { company } = policy;
const toAlumni = languages.flatMap((tongue) =>
  Object.entries(sampleOutreach(tongue)).map(([name, letter]) => ({ name, tongue, letter })),
);
const toStaff = Object.entries(sampleLettersToStaff()).map(([name, letter]) => ({ name, letter }));

/** Addresses of links as a browser reads them. */
function linksOf(html: string): string[] {
  return [...html.matchAll(/href="([^"]+)"/g)].map(([, href = '']) => href.replaceAll('&amp;', '&'));
}

describe.each([...toAlumni, ...toStaff])('$name ($tongue)', ({ letter: { subject, html, text } }) => {
  test('says the same links in both forms, none of them unsafe', () => {
    for (const href of linksOf(html)) {
      expect(href).toMatch(/^(https|mailto):/);
      expect(text).toContain(href.replace(/^mailto:/, ''));
    }
    const shown = text.match(/https:\/\/[^\s)]+/g) ?? [];
    expect(linksOf(html)).toEqual(expect.arrayContaining(shown));
  });

  test('never raises its voice', () => {
    expect(subject + text + html.replace('<!doctype', '')).not.toMatch(/[!！]/);
  });

  test('leaves nothing unsaid', () => {
    expect(subject + text + html).not.toMatch(/undefined|NaN|\[object/);
    expect(text).not.toMatch(/\n{3,}|[ \t]+$(?<!^-- $)/m);
  });
});

describe.each(toStaff)('$name', ({ letter }) => {
  test('is in both languages, with a whole footer in each', () => {
    expect(letter.subject).toMatch(/^【アルムナイ制度】[^\p{Cc}]+ \/ [^\p{Cc}]+$/u);
    expect(letter.html).toMatch(/^<!doctype html><html lang="ja">.*<div lang="en"/s);
    for (const tongue of languages)
      for (const part of [company.name[tongue], company.postalAddress[tongue], company.contact])
        for (const form of [letter.html, letter.text]) expect(form).toContain(part);
  });

  test('has one button at most and nothing to load', () => {
    expect(letter.html.match(/bgcolor=/g)?.length ?? 0).toBeLessThanOrEqual(1);
    expect(letter.html).not.toMatch(/<(script|img|link|style)\b/);
  });

  test('fits a phone', { timeout: 60_000 }, async () => {
    expect(await mailOverhang(letter.html)).toBe(0);
  });
});

describe('an edition that tries more than to be news', () => {
  const hostile = 'News"><img src=x>\r\nBcc: all@example.com\u2028\u202eevil';
  const variant = hostileVariant(hostile);
  const content = {
    ...edition,
    classification: hostile,
    audience: { countries: [hostile] },
    variants: { ja: variant, en: variant },
  };
  const found = [{ language: 'ja', line: 1, severity: 'flag', rule: 'word', found: hostile }] as const;
  const letters = {
    ...sampleOutreach('ja', hostile, variant),
    ...sampleLettersToStaff(content, found, hostile),
  };

  test.each(Object.entries(letters))('stays harmless in: %s', (_name, { subject, html, text }) => {
    expect(html).not.toContain('<img');
    expect(subject).not.toMatch(/[\r\n]/);
    expect(text).not.toMatch(/^Bcc:/m);
    expect(text + html).not.toMatch(/[\u2028\u202e]/);
    expect(html + text).not.toMatch(/javascript:|http:\/\//);
  });
});

describe.each(languages)('the mail of a touch, in %s', (tongue) => {
  const letters = sampleOutreach(tongue);
  const ja = tongue === 'ja';

  test('names the edition in its subject, or the anniversary', () => {
    expect(letters['outreach']?.subject).toBe(
      ja
        ? '【株式会社ひかり】アルムナイ通信 第3号「食堂が新しくなりました」'
        : 'Hikari, Inc. — alumni news no. 3: The canteen has reopened',
    );
    expect(letters['anniversary without news']?.subject).toBe(
      ja ? '【株式会社ひかり】ご退職から3年がたちました' : 'Hikari, Inc. — 3 years since you left',
    );
  });

  test('says first why it comes, and last how to stop it', () => {
    for (const { text } of Object.values(letters)) {
      expect(text.split('\n\n')[1]).toMatch(
        ja ? /^(お選びいただいたアルムナイ通信|アルムナイ通信をお選びいただいた方に)/ : /^You’re getting this because/,
      );
      expect(text.trimEnd().split('\n').at(-1)).toContain('/stop/');
    }
  });

  test('greets by how long somebody has been away', () => {
    const greetings = Object.values(letters).map(({ text }) => text.split('\n\n')[2]);
    expect(new Set(greetings).size).toBe(4);
    expect(letters['outreach on an anniversary']?.text).toContain(ja ? '1年がたちました' : 'It’s a year since');
  });

  test('brings the news, and asks whether the address is right', () => {
    for (const form of [letters['outreach']?.html, letters['outreach']?.text])
      for (const part of ja
        ? ['食堂が新しくなりました', 'このごろのひかり', '夜は8時まで', '連絡先はお変わりありませんか', '/preferences/']
        : [
            'canteen has reopened',
            'What’s been going on',
            'eight in the evening',
            'address still right',
            '/preferences/',
          ])
        expect(form).toContain(part);
  });
});

describe('the review request', () => {
  const { 'review request': request, 'review request, once more': again } = sampleLettersToStaff();

  test('says all that a decision needs', () => {
    for (const form of [request?.html.replaceAll('&quot;', '"'), request?.text])
      for (const part of [
        '分類: alumni',
        'products in development',
        '【要確認】日本語の17行目: 注意する言葉「未発表」',
        'to look at: Japanese, line 17: a word to look out for, “未発表”',
        '【不可】',
        'refused: ',
        'アルムナイ通信を選んだ方すべて',
        'everybody who chose alumni news',
        '隅田川',
        'Sumida',
        '2026年12月6日(日)',
        '6 December 2026',
        'K7QM-2W9D',
        'okaeri-decide-edition',
        '{"edition":3,"code":"K7QM-2W9D","decision":"approve"}',
        'edition approve 3',
        'edition refuse 3',
      ])
        expect(form).toContain(part);
  });

  test('says it when nothing was found, and who are meant', () => {
    for (const part of [
      '何も見つかりません',
      'The scan found nothing',
      'JP、SG',
      '2020年4月1日(水)以降',
      'from 1 April 2020 to',
    ])
      expect(again?.text).toContain(part);
    expect(again?.html).not.toContain('<ul style="margin:0 0 18px;padding:0 0 0 22px;"></ul>');
  });
});

test('the admin is told the rates beside both limits', () => {
  const letters = sampleLettersToStaff();
  const bounces = letters['outreach stopped by bounces']?.text;
  for (const part of [
    '1,250通',
    '31通、2.48%。運用規程の上限は2%、SESの上限は5%です',
    '31, which is 2.48%',
    '0, which is 0%',
  ])
    expect(bounces).toContain(part);
  expect(letters['outreach stopped by complaints']?.text).toContain(
    '2, which is 0.16%. The limit in your policy is 0.05%',
  );
});

test('the admin is told what was decided, with the note and what comes next', () => {
  const letters = sampleLettersToStaff();
  expect(letters['edition refused']?.text).toMatch(/承認されませんでした[^]*食堂の写真[^]*edition submit/);
  expect(letters['edition approved']?.text).not.toContain('edition submit');
  expect(letters['editions missing']?.text).toMatch(/42名[^]*42 people/);
});
