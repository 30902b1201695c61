import { afterAll, describe, expect, test } from 'vitest';
import type { Plan } from '../../functions/domain/gathering-plan.ts';
import { languages } from '../../functions/domain/language.ts';
import { closeBrowser, mailOverhang } from '../pages/browser.ts';
import { hostileVariant } from './edition-samples.ts';
import { meeting, ofTwoGuests, online, sampleLetters, sampleLettersToStaff } from './gathering-letter-samples.ts';
import { plan } from './gathering-samples.ts';
import { policy } from './samples.ts';

afterAll(closeBrowser);

const { company } = policy;
const both = (held: Plan, hostile?: string) =>
  languages.flatMap((tongue) =>
    Object.entries(sampleLetters(tongue, held, hostile)).map(([name, letter]) => ({ name, tongue, letter })),
  );
const toAlumni = [
  ...both(ofTwoGuests),
  ...both(online).map(({ name, ...rest }) => ({ name: `online: ${name}`, ...rest })),
];
const toStaff = [ofTwoGuests, online].flatMap((held) =>
  Object.entries(sampleLettersToStaff(held)).map(([name, letter]) => ({ name, letter, tongue: 'both' })),
);

/** Addresses of links as a browser reads them. */
function linksOf(html: string): string[] {
  return [...html.matchAll(/href="([^"]+)"/g)].map(([, href = '']) => href.replaceAll('&amp;', '&'));
}

/** The words that a browser shows. */
function wordsOf(html: string): string {
  const body = html.slice(html.indexOf('</title>'));
  return body
    .replaceAll(/<[^>]+>/g, '')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&');
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

  test('says the same words in both forms', () => {
    const said = text
      .replaceAll(/ \(https:[^)]*\) ?|^https:\S+|^\* \* \*$|^-+ ?$/gm, '')
      .split(/\n|: /)
      .map((line) =>
        line
          .replace(/^(・|- |■ )/, '')
          .replace(/:$/, '')
          .trim(),
      );
    const words = wordsOf(html);
    for (const line of said) expect(words).toContain(line);
  });

  test('never raises its voice, and leaves nothing unsaid', () => {
    expect(subject + text + html.replace('<!doctype', '')).not.toMatch(/[!！]/);
    expect(subject + text + html).not.toMatch(/undefined|NaN|\[object/);
    expect(text).not.toMatch(/\n{3,}|[ \t]+$(?<!^-- $)/m);
  });

  test('has one button at most and nothing to load', () => {
    expect(html.match(/bgcolor=/g)?.length ?? 0).toBeLessThanOrEqual(1);
    expect(html).not.toMatch(/<(script|img|link|style)\b/);
  });
});

test('every mail fits a phone', { timeout: 120_000 }, async () => {
  for (const { letter, name } of [...toAlumni, ...toStaff]) expect(await mailOverhang(letter.html), name).toBe(0);
});

describe.each(toAlumni)('$name ($tongue), to an alumnus', ({ tongue, letter: { subject, html, text } }) => {
  test('is from the company, in one language, and says last how to stop it', () => {
    expect(subject).toMatch(tongue === 'ja' ? /^【株式会社ひかり】[^「]+「.+」$/ : /^Hikari, Inc. — [^:]+: [^“]+$/);
    expect(html).toMatch(new RegExp(`^<!doctype html><html lang="${tongue}">`));
    for (const form of [html, text])
      for (const part of [company.postalAddress[tongue], company.contact, '/preferences/', '/stop/'])
        expect(form).toContain(part);
    expect(text).toContain(tongue === 'ja' ? '交流会のご案内をお選びになった方に' : 'chose to be invited');
    expect(text.trimEnd().split('\n').at(-1)).toContain('/stop/');
  });
});

test.each(toStaff)('$name is in both languages, with a whole footer in each', ({ letter: { subject, html, text } }) => {
  expect(subject).toMatch(/^【アルムナイ制度】[^\p{Cc}]+ \/ [^\p{Cc}]+$/u);
  for (const tongue of languages)
    for (const part of [company.name[tongue], company.postalAddress[tongue]])
      for (const form of [html, text]) expect(form).toContain(part);
});

test('a gathering that tries more than to be one stays harmless', () => {
  const hostile = 'Dinner"><img src=x>\r\nBcc: all@example.com\u2028\u202eevil';
  const variant = {
    ...hostileVariant(hostile),
    place: { text: hostile, line: 9 },
    question: { text: hostile, line: 9 },
  };
  const held = plan({
    classification: hostile,
    variants: { ja: variant, en: variant },
    url: { text: 'javascript:alert(1)', line: 2 },
    hosts: [{ name: hostile, email: 'a@example.com', line: 1 }],
  });
  const letters = [...both(held, hostile).map(({ letter }) => letter), ...Object.values(sampleLettersToStaff(held))];
  for (const { subject, html, text } of letters) {
    expect(html).not.toContain('<img');
    expect(html).not.toContain('href="javascript');
    expect(subject).not.toMatch(/[\r\n]/);
    expect(text).not.toMatch(/^Bcc:/m);
    expect(subject + text + html).not.toMatch(/[\u2028\u202e]/);
  }
});

describe.each(languages)('in %s', (tongue) => {
  const ja = tongue === 'ja';
  const letters = sampleLetters(tongue);
  const said = (name: string, from = letters) => from[name]?.text ?? '';

  test('the address of an online gathering goes to who comes only', () => {
    const letters = sampleLetters(tongue, online);
    for (const name of ['attending', 'details', 'change']) expect(said(name, letters)).toContain(meeting);
    for (const name of ['invitation', 'reminder', 'waiting', 'offered', 'lapsed', 'left', 'change without a place'])
      expect(said(name, letters)).not.toContain(meeting);
    expect(said('details', letters)).not.toMatch(/QR/);
  });

  test('the invitation says by when, with how many, and that silence is fine', () => {
    for (const part of ja
      ? [
          '2027年2月26日(金)',
          '2名まで',
          '定員は38名',
          'キャンセル待ち',
          'お返事がなくても差し支えありません',
          '2回まで',
        ]
      : ['26 February 2027', 'up to 2', '38 places', 'waiting list', 'you don’t have to answer', 'at most twice'])
      expect(said('invitation')).toContain(part);
    expect(said('reminder').split('\n\n')[1]).toMatch(ja ? /あらためて/ : /reminder/);
    expect(said('reminder')).not.toMatch(ja ? /2回まで/ : /at most/);
  });

  test('each answer is told what became of it', () => {
    expect(said('attending')).toMatch(ja ? /お連れの方2名[^]*添付[^]*QRコード/ : /2 guests[^]*attached[^]*QR code/);
    expect(said('waiting')).toContain(ja ? '3番目' : 'number 3');
    expect(said('offered')).toContain(ja ? '2027年3月5日(金)まで' : 'until 5 March 2027');
    expect(said('lapsed')).toContain(ja ? 'キャンセル待ちの最後' : 'last on the waiting list');
    expect(said('left')).toMatch(ja ? /添付/ : /attached/);
    expect(said('left the waiting list')).not.toMatch(ja ? /添付/ : /attached/);
  });

  test('a change is marked, and only who has a place hears of their calendar', () => {
    expect(said('change')).toMatch(
      ja ? /日時と場所です[^]*日時\(変更\)[^]*添付/ : /the time and the place[^]*When \(changed\)[^]*attached/,
    );
    expect(said('change without a place')).toMatch(ja ? /会費\(変更\)/ : /Fee \(changed\)/);
    for (const name of ['change without a place', 'change while waiting'])
      expect(said(name)).toMatch(ja ? /キャンセル待ちの順番は、そのまま/ : /waiting list, stay as they are/);
    expect(said('change of a place that is kept')).toMatch(
      ja
        ? /お取り置きしている席は、別のメール/
        : /keeping for you stays yours to take until the date in our other mail/,
    );
    expect(said('change of a place that is kept')).not.toMatch(ja ? /キャンセル待ち|添付/ : /waiting list|attached/);
    for (const name of ['change without a place', 'cancelled without a place'])
      expect(said(name)).not.toMatch(ja ? /添付|お席/ : /attached|you have a place/);
    expect(said('cancelled')).toMatch(ja ? /中止[^]*添付/ : /called off[^]*attached/);
  });

  test('the details name the day and what all pay', () => {
    expect(said('details')).toMatch(ja ? /明日です[^]*10,000円\(2名様分\)/ : /is tomorrow[^]*JPY 10,000 for 2 people/);
    expect(said('details on the day')).toMatch(ja ? /本日です/ : /is today/);
  });
});

test('staff are told what they are there for', () => {
  const letters = sampleLettersToStaff();
  expect(letters['organiser, closed']?.text).toMatch(
    /締め切りました[^]*38名\(定員38名[^]*3組[^]*14日[^]*closed on[^]*3 parties/,
  );
  expect(letters['organiser']?.text).toContain('Answers are open until 26 February 2027');
  for (const part of ['社内行事の様子', '開発中の製品', 'products in development', company.reviewer])
    expect(letters['host']?.text).toContain(part);
  expect(letters['host of a cancelled one']?.text).not.toContain('開発中の製品');
  expect(letters['cost']?.text).toMatch(/300,000円[^]*35 people came[^]*JPY 300,000/);
  expect(letters['cost without a budget']?.text).not.toContain('300,000');
});
