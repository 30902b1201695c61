import { afterAll, describe, expect, test } from 'vitest';
import { languages } from '../../functions/domain/language.ts';
import { confirmAddress } from '../../functions/offboarding/mails/confirm-address.tsx';
import { closeBrowser, mailOverhang } from '../pages/browser.ts';
import { policy, sampleLetters, sampleLettersToHr } from './samples.ts';

afterAll(closeBrowser);

const { company } = policy;
const all = [
  ...languages.flatMap((tongue) =>
    Object.entries(sampleLetters(tongue)).map(([name, letter]) => ({ name, tongue, letter })),
  ),
  ...Object.entries(sampleLettersToHr()).map(([name, letter]) => ({ name, tongue: 'ja' as const, letter })),
];

describe.each(all)('$name in $tongue', ({ tongue, letter }) => {
  test('names the company in the subject’s one line', () => {
    expect(letter.subject).toMatch(/^[^\p{Cc}]+$/u);
    expect(letter.subject).toMatch(tongue === 'ja' ? /^【/ : /^Hikari, Inc\. — /);
  });

  test('says who sends it, from where, and whom to ask, in both forms', () => {
    for (const form of [letter.html, letter.text]) {
      for (const part of [company.name[tongue], company.postalAddress[tongue], company.contact])
        expect(form).toContain(part);
    }
  });

  test('is a whole document of its language, without anything to load', () => {
    expect(letter.html).toMatch(new RegExp(`^<!doctype html><html lang="${tongue}">`));
    expect(letter.html).toContain('<meta charset="utf-8"');
    expect(letter.html).not.toMatch(/<(script|img|link|style)\b/);
  });

  test('has one button at most, and every link of the HTML in the text', () => {
    expect(letter.html.match(/bgcolor=/g)?.length ?? 0).toBeLessThanOrEqual(1);
    for (const [, href = ''] of letter.html.matchAll(/href="(https:[^"]+)"/g)) expect(letter.text).toContain(href);
  });

  test('fits a phone', { timeout: 60_000 }, async () => {
    expect(await mailOverhang(letter.html)).toBe(0);
  });
});

describe('a name that tries more than to be a name', () => {
  const hostile = 'Eve"><img src=x>\r\nBcc: all@example.com\u2028\u202eevil';

  test.each(languages)('stays a name, in %s', (tongue) => {
    const letters = { ...sampleLetters(tongue, hostile), ...sampleLettersToHr(hostile) };
    for (const { subject, html, text } of Object.values(letters)) {
      expect(html).not.toContain('<img');
      expect(subject).not.toMatch(/[\r\n]/);
      expect(text).not.toMatch(/^Bcc:/m);
      expect(text + html).not.toMatch(/[\u2028\u202e]/);
    }
  });
});

test.each(languages)('the request to confirm an address reveals nothing but the company, in %s', (tongue) => {
  const { subject, html, text } = confirmAddress({
    language: tongue,
    policy,
    confirmUrl: 'https://alumni.example.com/a',
    reminder: false,
  });
  for (const form of [subject, html.replaceAll(company.contact, ''), text.replaceAll(company.contact, '')]) {
    expect(form).not.toMatch(/退職|アルムナイ|alumni(?!\.example)|leav(?:e|ing) (?:us|the company)|様/i);
  }
});

test.each(languages)('only who asked for news is told when it comes, in %s', (tongue) => {
  const letters = sampleLetters(tongue);
  const day = tongue === 'ja' ? '2027年1月30日(土)' : '30 January 2027';
  expect(letters['welcome']?.text).toContain(day);
  expect(letters['welcome without news']?.text).not.toContain(day);
});

test.each(languages)('a programme mail ends with how to stop, in %s', (tongue) => {
  const { text = '', html = '' } = sampleLetters(tongue)['welcome'] ?? {};
  expect(text.trimEnd().split('\n').at(-1)).toContain('/stop/');
  expect(html).toContain('/stop/');
});

test.each(languages)('the request says the conditions, what is kept, and until when to answer, in %s', (tongue) => {
  const { text = '', html = '' } = sampleLetters(tongue)['consent request'] ?? {};
  const told =
    tongue === 'ja'
      ? ['6か月以上', '10年以内', '5年', '1か月', '2027年1月14日(木)', '登録しない']
      : ['6 months', '10 years', '5 years', '1 month', '14 January 2027', 'No, thank you'];
  for (const part of told) {
    expect(text).toContain(part);
    expect(html).toContain(part);
  }
});

test('a mail to HR says it in both languages, with the commands to type', () => {
  const { 'ask about reason': letter } = sampleLettersToHr();
  for (const part of ['退職理由', 'reason for leaving', 'release E1042', 'exclude E1042'])
    expect(letter?.text).toContain(part);
});
