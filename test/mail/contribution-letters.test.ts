import { afterAll, describe, expect, test } from 'vitest';
import { languages } from '../../functions/domain/language.ts';
import { candidateFor, confirmed } from '../domain/contribution-samples.ts';
import { closeBrowser, mailOverhang } from '../pages/browser.ts';
import { sampleApprovals, sampleLetters, sampleLettersToStaff, sampleReceipt } from './contribution-letter-samples.ts';
import { policy } from './samples.ts';

afterAll(closeBrowser);

const { company } = policy;
const toAlumni = languages.flatMap((tongue) =>
  Object.entries(sampleLetters(tongue)).map(([name, letter]) => ({ name, tongue, letter })),
);
const toCandidates = languages.map((tongue) => ({ name: 'receipt', tongue, letter: sampleReceipt(tongue) }));
const toStaff = Object.entries({ ...sampleLettersToStaff(), ...sampleApprovals() }).map(([name, letter]) => ({
  name,
  letter,
  tongue: 'both',
}));

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

describe.each([...toAlumni, ...toCandidates, ...toStaff])('$name ($tongue)', ({ letter: { subject, html, text } }) => {
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
      .replaceAll(/^ *https:\S+|^\* \* \*$|^-+ ?$/gm, '')
      .split(/\n|: /)
      .map((line) =>
        line
          .trim()
          .replace(/^(・|- |■ |> ?|\d\. )/, '')
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
    expect(text).not.toMatch(/(\* \* \*\s+){2}/);
  });

  test('has one button at most and nothing to load', () => {
    expect(html.match(/bgcolor=/g)?.length ?? 0).toBeLessThanOrEqual(1);
    expect(html).not.toMatch(/<(script|img|link|style)\b/);
  });
});

test('every mail fits a phone', { timeout: 120_000 }, async () => {
  for (const { letter, name } of [...toAlumni, ...toCandidates, ...toStaff])
    expect(await mailOverhang(letter.html), name).toBe(0);
});

describe.each(toAlumni)('$name ($tongue), to an alumnus', ({ tongue, letter: { subject, html, text } }) => {
  test('is from the company, in one language, and says last how to stop it', () => {
    expect(subject).toMatch(tongue === 'ja' ? /^【株式会社ひかり】.*第\d号/ : /^Hikari, Inc. — .*contribution no. \d/);
    expect(html).toMatch(new RegExp(`^<!doctype html><html lang="${tongue}">`));
    for (const form of [html, text])
      for (const part of [company.postalAddress[tongue], company.contact, '/preferences/', '/contribute/', '/stop/'])
        expect(form).toContain(part);
    expect(text.trimEnd().split('\n').at(-1)).toContain('/stop/');
  });
});

test.each(toStaff)('$name is in both languages, with a whole footer in each', ({ letter: { subject, html, text } }) => {
  expect(subject).toMatch(/^【アルムナイ制度】[^\p{Cc}]+ \/ [^\p{Cc}]+$/u);
  for (const tongue of languages)
    for (const part of [company.name[tongue], company.postalAddress[tongue]])
      for (const form of [html, text]) expect(form).toContain(part);
  expect(subject + html + text).not.toMatch(/佐藤|花子|Hanako|Priya|hanako@/);
});

test('words that try more than to be words stay harmless', () => {
  const hostile = 'Asahi"><img src=x>\r\nBcc: all@example.com\u2028\u202eevil javascript:alert(1)';
  const typed = { name: hostile, company: hostile, text: hostile, answer: hostile };
  const letters = [
    ...languages.flatMap((tongue) => Object.values(sampleLetters(tongue, typed))),
    ...Object.values(sampleLettersToStaff(typed)),
    ...Object.values(sampleApprovals(hostile)),
  ];
  for (const { subject, html, text } of letters) {
    expect(html).not.toContain('<img');
    expect(html).not.toContain('href="javascript');
    expect(subject).not.toMatch(/[\r\n]/);
    expect(subject).not.toContain('Asahi');
    expect(text).not.toMatch(/^Bcc:/m);
    expect(subject + text + html).not.toMatch(/[\u2028\u202e]/);
  }
});

describe.each(languages)('in %s', (tongue) => {
  const ja = tongue === 'ja';
  const letters = sampleLetters(tongue);
  const said = (name: string) => letters[name]?.text ?? '';

  test('the text to forward has the candidate’s link, and none of the alumnus’s own', () => {
    const [, copied = ''] = said('invitation').split('-'.repeat(40));
    expect(copied).toContain('/candidate/');
    expect(copied).toContain(ja ? '2029年2月1日(木)' : '1 February 2029');
    expect(copied).not.toMatch(/preferences|contribute|stop|佐藤|Priya/);
    expect(said('invitation')).toMatch(ja ? /100,000円です。日本での採用/ : /JPY 100,000. In Japan the law/);
    expect(said('invitation, thanks alone')).not.toMatch(/100,000/);
    expect(said('invitation, thanks alone')).toMatch(ja ? /職業安定法により/ : /Employment Security Act/);
  });

  test('each outcome says what came of it, and what comes next', () => {
    expect(said('hired')).toMatch(ja ? /採用が決まりました[^]*2027年6月30日/ : /was hired[^]*30 June 2027/);
    for (const name of ['referral qualified', 'lead qualified', 'feedback qualified'])
      expect(said(name)).toMatch(ja ? /謝礼をお渡しできるかを確認/ : /checking whether a reward/);
    const unwanted = said('feedback qualified, no reward wanted');
    expect(unwanted).toMatch(ja ? /ご希望でない/ : /you’d like no reward/);
    expect(unwanted).not.toMatch(ja ? /できるかを確認/ : /checking whether/);
    for (const name of ['not hired', 'left', 'withdrawn', 'lost', 'no use', 'duplicate', 'lapsed'])
      expect(said(name)).toMatch(ja ? /またお気づきのことが/ : /comes to mind again/);
    const over = ['not hired', 'left', 'lost', 'no use', 'duplicate', 'candidate known before', 'lapsed'];
    expect(new Set(over.map((name) => said(name).split('\n\n')[2])).size).toBe(over.length);
    // Whose wish it was is not told.
    expect(said('withdrawn')).toBe(said('not hired'));
  });

  test('the answer to feedback comes back in its writer’s words', () => {
    for (const name of ['feedback qualified', 'no use']) {
      expect(said(name)).toContain('> 春には公開できる見込みです。');
      expect(letters[name]?.subject).toContain(ja ? 'ご意見へのお返事' : 'an answer to your feedback');
    }
    expect(said('lead qualified')).toContain(ja ? '会社「株式会社あさひ」' : '“株式会社あさひ”');
  });

  test('the candidate is asked to confirm, and told what is kept, for how long, and how to delete it', () => {
    const { subject, text, html } = sampleReceipt(tongue);
    expect(subject).toMatch(ja ? /^【株式会社ひかり】/ : /^Hikari, Inc. — /);
    for (const form of [html, text])
      for (const part of ['/candidacy/', company.privacyNotice, company.contact, company.postalAddress[tongue]])
        expect(form).toContain(part);
    expect(text).toContain(ja ? '長くて2年' : 'At most 2 years');
    expect(text).not.toMatch(/\/stop\/|\/contribute\//);
    expect(text).toMatch(
      ja ? /2027年2月15日\(月\)までに[^]*誰にもお伝えしません/ : /by 15 February 2027[^]*nobody is told/,
    );
    // The address may be somebody else's: nothing that was typed stands in it.
    const { name, text: wrote = '' } = candidateFor(confirmed());
    for (const typed of [name, wrote]) expect(subject + html + text).not.toContain(typed);
    expect(text.split('/candidacy/')).toHaveLength(2);
  });
});

test('an owner gets the words, and where to answer or report', () => {
  const letters = sampleLettersToStaff();
  expect(letters['feedback']?.text).toMatch(/製品・サービス[^]*\/answer\/[^]*> 社外から見ると/);
  expect(letters['feedback, once more']?.subject).toMatch(/\(再\) \/ .*\(reminder\)$/);
  expect(letters['lead']?.text).toMatch(/株式会社あさひ[^]*contribution won 7 --on[^]*contribution lost 7/);
  expect(letters['lead']?.text).toContain(company.contact);
  expect(letters['lead']?.text).not.toContain('/answer/');
  expect(letters['own company']?.text).toMatch(
    /ご本人の会社、または勤務先です[^]*the alumnus’s own, or their employer/,
  );
  expect(letters['own company']?.text).not.toMatch(/What they wrote is below|書かれた内容/);
});

test('of a lead that was named before its owner is told too, and reports its end by the first', () => {
  const { subject, text, html } = sampleLettersToStaff()['lead, named before'] ?? sampleReceipt('ja');
  expect(subject).toMatch(/第8号.*no\. 8/);
  for (const form of [text, html]) {
    expect(form).toContain('株式会社あさひ');
    expect(form).toMatch(/先のご紹介の番号で[^]*by the number of that contribution/);
    expect(form).not.toMatch(/contribution (won|lost) 8/);
  }
});

test('the recruiter hears that a candidate withdrew, by number alone, and deletes their copies', () => {
  const { subject, text } = sampleLettersToStaff()['candidate withdrew'] ?? sampleReceipt('ja');
  expect(subject).toMatch(/第7号.*no\. 7/);
  expect(text).toMatch(/写しを消してください[^]*any copy of it/);
  expect(subject + text).not.toMatch(/高橋|ken@|https:\/\/alumni/);
});

test('the recruiter gets what the candidate entered, with a flag where it is the alumnus', () => {
  const letters = sampleLettersToStaff();
  for (const part of ['高橋 健', 'ken@example.com', 'contribution hired 7 --on', 'contribution not-hired 7'])
    for (const form of [letters['candidate']?.text, letters['candidate']?.html]) expect(form).toContain(part);
  expect(letters['candidate']?.subject).not.toContain('高橋');
  expect(letters['candidate']?.text).not.toContain('【要確認】');
  expect(letters['self-referral']?.text).toMatch(/【要確認】[^]*To look at: the candidate has the same address/);
});
