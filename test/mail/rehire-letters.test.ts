import { afterAll, describe, expect, test } from 'vitest';
import { leavingReasons } from '../../functions/domain/employment.ts';
import { languages } from '../../functions/domain/language.ts';
import { taskKinds } from '../../functions/domain/rehire-tasks.ts';
import { closeBrowser, openHtml, overhang } from '../pages/browser.ts';
import {
  employment,
  sampleApprovals,
  sampleLetters,
  sampleLettersToStaff,
  sampleTasks,
  written,
} from './rehire-letter-samples.ts';
import { policy } from './samples.ts';

afterAll(closeBrowser);

const { company } = policy;
const toAlumni = languages.flatMap((tongue) =>
  Object.entries(sampleLetters(tongue)).map(([name, letter]) => ({ name, tongue, letter })),
);
const tasks = Object.entries(sampleTasks()).map(([name, letter]) => ({ name, letter, tongue: 'both' }));
const toStaff = [
  ...tasks,
  ...Object.entries({ ...sampleLettersToStaff(), ...sampleApprovals() }).map(([name, letter]) => ({
    name,
    letter,
    tongue: 'both',
  })),
];

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

  test('never raises its voice, leaves nothing unsaid, and gives no reason for leaving', () => {
    expect(subject + text + html.replace('<!doctype', '')).not.toMatch(/[!！]/);
    expect(subject + text + html).not.toMatch(/undefined|NaN|\[object/);
    expect(text).not.toMatch(/\n{3,}|[ \t]+$(?<!^-- $)/m);
    expect(text).not.toMatch(/(\* \* \*\s+){2}/);
    // But as the name of a condition, to who decides on an exception.
    expect(text.replaceAll(/^(・退職の理由|- Reason for leaving): .*$/gm, '')).not.toMatch(
      new RegExp(`\\b(${leavingReasons.join('|')})\\b|退職の?理由|辞めた理由|reason for leaving|why you left`),
    );
  });

  test('has one button at most and nothing to load', () => {
    expect(html.match(/bgcolor=/g)?.length ?? 0).toBeLessThanOrEqual(1);
    expect(html).not.toMatch(/<(script|img|link|style)\b/);
  });
});

test('every mail fits a phone', { timeout: 120_000 }, async () => {
  for (const { letter, name } of [...toAlumni, ...toStaff]) {
    const page = await openHtml(letter.html, { mail: true, viewport: { width: 320, height: 640 } });
    expect(await overhang(page), name).toBe(0);
    await page.context().close();
  }
});

describe.each(toAlumni)('$name ($tongue), to the alumnus', ({ tongue, letter: { subject, html, text } }) => {
  test('is from the company, in one language, and says last how to stop it', () => {
    expect(subject).toMatch(tongue === 'ja' ? /^【株式会社ひかり】.*第1号/ : /^Hikari, Inc. — .*return no. 1/);
    expect(html).toMatch(new RegExp(`^<!doctype html><html lang="${tongue}">`));
    const parts = [
      company.postalAddress[tongue],
      company.contact,
      '/preferences/',
      '/contribute/',
      '/rehire/',
      '/stop/',
    ];
    for (const form of [html, text]) for (const part of parts) expect(form).toContain(part);
    expect(text.trimEnd().split('\n').at(-1)).toContain('/stop/');
  });
});

test.each(toStaff)(
  '$name is in both languages, and names nobody in its subject',
  ({ letter: { subject, html, text } }) => {
    expect(subject).toMatch(/^【アルムナイ制度】[^\p{Cc}]+ \/ [^\p{Cc}]+$/u);
    for (const tongue of languages)
      for (const part of [company.name[tongue], company.postalAddress[tongue]])
        for (const form of [html, text]) expect(form).toContain(part);
    expect(subject).not.toMatch(/佐藤|花子/);
  },
);

test.each(tasks)(
  'who does “$name” reads nothing but what it takes to receive somebody',
  ({ letter: { html, text } }) => {
    const terms = Object.values(employment.terms).filter((term) => term.length > 4);
    for (const secret of [written.sinceThen.split('\n')[0] ?? '', 'hanako@example.com', '2026年12月31日', ...terms])
      for (const form of [html, text]) expect(form).not.toContain(secret);
    expect(text).not.toMatch(/Sales|Manager\b|復帰条件/);
  },
);

test('what their words try to be besides words stays harmless', () => {
  const hostile = 'Asahi"><img src=x>\r\nBcc: all@example.com\u2028\u202eevil javascript:alert(1)';
  const typed = { name: hostile, sinceThen: hostile, introduction: hostile, text: hostile };
  const letters = [
    ...languages.flatMap((tongue) => Object.values(sampleLetters(tongue, typed))),
    ...Object.values(sampleLettersToStaff(typed)),
    ...Object.values(sampleTasks(typed)),
    ...Object.values(sampleApprovals(typed, hostile)),
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

  test('the receipt says what was understood, and how to take it back', () => {
    expect(said('receipt')).toMatch(
      ja ? /契約社員[^]*2027年10月1日\(金\)から[^]*面談: あり/ : /fixed-term[^]*1 October 2027[^]*talk: yes/,
    );
    expect(said('receipt')).toMatch(ja ? /取り下げられます/ : /take it back/);
    expect(said('receipt, opened by HR')).toMatch(
      ja
        ? /人事担当が[^]*何も決まっていません[^]*一度押すだけ[^]*\/rehire\//
        : /HR team[^]*Nothing is decided[^]*one click[^]*\/rehire\//,
    );
    expect(letters['receipt, opened by HR']?.html).toMatch(/bgcolor/);
    expect(letters['receipt']?.html).not.toMatch(/bgcolor/);
  });

  test('of a condition that does not hold, nothing is said before HR has seen it', () => {
    const text = said('receipt, to be looked at by HR');
    expect(text).not.toMatch(ja ? /条件に合わ|満たし|か月/ : /condition(s)? (isn|aren|do)|not met|months/);
  });

  test('the offer has all of its terms, the day, and the way to answer', () => {
    for (const name of ['offer', 'offer, once more', 'offer, corrected']) {
      for (const term of Object.values(employment.terms)) expect(said(name)).toContain(term);
      expect(said(name)).toMatch(ja ? /2027年8月16日\(月\)までに/ : /by 16 August 2027/);
      expect(said(name)).toMatch(/\/offer\//);
      expect(said(name)).toContain(company.contact);
    }
    expect(letters['offer, once more']?.subject).toMatch(ja ? /\(再\)$/ : /reminder/);
    expect(said('offer, corrected')).toMatch(ja ? /前のものに代わります/ : /in the place of the earlier one/);
    expect(said('offer')).toMatch(ja ? /労働基準法/ : /Labour Standards Act/);
    expect(said('offer to a freelancer')).toMatch(
      ja ? /フリーランス・事業者間[^]*400,000円|400,000円[^]*フリーランス・事業者間/ : /400,000[^]*Freelance Act/,
    );
    expect(said('offer to a freelancer')).not.toMatch(ja ? /労働基準法/ : /Labour Standards/);
  });

  test('the welcome tells what has changed, and what their team hears', () => {
    expect(said('welcome')).toMatch(ja ? /2027年10月1日\(金\)/ : /1 October 2027/);
    expect(said('welcome')).toContain(ja ? '生成AIの利用' : 'generative AI');
    expect(said('welcome')).not.toContain(ja ? '経費精算' : 'Expenses');
    expect(said('welcome')).toMatch(ja ? /30日、60日、90日/ : /30 days, 60 days and 90 days/);
    expect(said('welcome, nothing changed')).not.toMatch(ja ? /変わったこと/ : /has changed/);
  });

  test('each end says another thing, blames nobody, and leaves the door open', () => {
    const ends = ['conditions not met', 'not offered', 'expired', 'lapsed', 'cancelled'];
    expect(new Set(ends.map((name) => said(name).split('\n\n')[1])).size).toBe(ends.length);
    for (const name of ends.slice(0, 4))
      expect(said(name)).toMatch(ja ? /ご相談ください/ : /ask (us )?(again|once more)/);
    expect(said('conditions not met')).toMatch(
      ja
        ? /復帰条件について:\n・[^]*2027年6月30日\(水\)以降[^]*業務委託でしたら/
        : /the conditions:\n- [^]*30 June 2027[^]*freelance/,
    );
    expect(said('not offered')).toMatch(ja ? /ご期待に沿えず/ : /sorry to disappoint/);
    expect(said('expired')).toMatch(ja ? /会社の側の事情[^]*申し訳ありません/ : /the fault is ours[^]*sorry/);
    expect(said('lapsed')).toMatch(ja ? /お気になさらないで/ : /don’t worry/);
    expect(said('cancelled')).toMatch(ja ? /会社の判断/ : /the company has (decided|called)/);
  });

  test('a check-in says how long it has been, who reads the answer, and that none is needed', () => {
    expect(said('check-in')).toMatch(
      ja ? /60日ほど[^]*\/settling\/[^]*人事担当だけ/ : /about 60 days[^]*\/settling\/[^]*goes to HR/,
    );
    expect(said('check-in')).toMatch(ja ? /ご自由です/ : /optional/);
  });
});

describe('the question to who decides', () => {
  const letters = sampleApprovals();
  const said = (name: string) => letters[name]?.text ?? '';

  test.each(Object.keys(letters))('%s leads to the console first, with what is to be pasted', (name) => {
    const input = '{"rehire":"1","decision":"approve","code":"K7QM2W9DXA","note":""}';
    const order = [
      '1. ステートマシン okaeri-decide-rehire',
      'stateMachine',
      input,
      'execution:okaeri-rehire',
      '/rehire-decision/',
    ];
    const places = order.map((part) => said(name).indexOf(part));
    expect(places.every((place, index) => place > (places[index - 1] ?? 0))).toBe(true);
    expect(said(name).match(/^ {2}npm run okaeri -- rehire (approve|reject) 1 --code K7QM2W9DXA$/gm)).toHaveLength(2);
  });

  test('says whose return it is, since when, by when, and what they wrote', () => {
    expect(said('ask')).toMatch(/佐藤 花子[^]*Sales[^]*Manager[^]*2019年4月1日\(月\)から2026年12月31日\(木\)/);
    expect(said('ask')).toMatch(
      /2027年8月23日\(月\) 12:00\(日本時間\)[^]*1 April 2019 to 31 December 2026[^]*> 海外で二年/,
    );
    expect(said('ask about an exception')).toMatch(/異なる2名[^]*理由[^]*Two different people/);
    expect(said('ask about an exception')).not.toMatch(/このメールの下にあります。\n|the time since/);
  });

  test('says why it comes again', () => {
    expect(letters['remind']?.subject).toMatch(/\(再\) \/ .*\(reminder\)$/);
    expect(said('escalate')).toMatch(/加藤 由紀さんの判断がまだないため[^]*deputy of 加藤 由紀/);
    expect(said('new code')).toMatch(/理由の書き忘れ[^]*the reason was missing/);
  });
});

describe('a task', () => {
  const letters = sampleTasks();
  const said = (name: string) => letters[name]?.text ?? '';

  test.each(taskKinds)('%s says who comes, how, when, and where it is ticked off', (kind) => {
    expect(said(kind)).toMatch(
      /佐藤 花子[^]*契約社員[^]*2027年10月1日\(金\)[^]*\/task\/[^]*fixed-term[^]*1 October 2027[^]*\/task\//,
    );
    const isTold = kind === 'orientation' || kind === 'buddy' || kind === 'culture';
    expect(said(kind).includes('> 営業と、海外のお客様')).toBe(isTold);
  });

  test('the orientation tells what is new to them, and what is not', () => {
    expect(said('orientation')).toMatch(
      /変わったこと:\n・[^]*生成AI[^]*ご存じのこと:\n・[^]*経費精算[^]*generative AI[^]*Expenses/,
    );
    expect(said('account')).not.toContain('生成AI');
  });

  test('once more, and when it is overdue, it says so', () => {
    expect(letters['account, once more']?.subject).toMatch(/\(再\) \/ .*\(reminder\)$/);
    expect(said('account, overdue')).toMatch(/人事担当にもお知らせ[^]*HR has been told/);
  });

  test('that is not needed any more names nobody, and asks for the copies to go', () => {
    for (const name of ['account, not needed', 'account, not needed for who was erased']) {
      expect(said(name)).toMatch(/不要になりました[^]*写しは消して[^]*any copy of them/);
      expect(said(name)).not.toMatch(/佐藤|2027年10月|\/task\//);
    }
  });
});

describe('the recruiter and HR', () => {
  const letters = sampleLettersToStaff();
  const said = (name: string) => letters[name]?.text ?? '';

  test('hear with whom to talk, and that only held or not held is recorded', () => {
    expect(said('talk')).toMatch(
      /hanako@example\.com[^]*行われたかどうかだけ[^]*2027年9月1日\(水\)[^]*\/case\/[^]*> 海外で二年/,
    );
    expect(said('talk, once more')).toMatch(/再度のお願い[^]*A reminder/);
    expect(said('talk, once more')).not.toMatch(/> |is below/);
  });

  test('hear how the offer is sent, and until when', () => {
    expect(said('offer needed')).toMatch(
      /rehire offer 1 FILE[^]*2027年9月1日\(水\)[^]*rehire offer 1 FILE[^]*1 September 2027/,
    );
    expect(letters['offer needed, once more']?.subject).toMatch(/\(再\) \/ .*\(reminder\)$/);
  });

  test('hear how it stands, by number alone of who was erased', () => {
    expect(said('news')).toMatch(/第1号\(佐藤 花子 様\)[^]*\/case\//);
    expect(said('news of who was erased')).not.toMatch(/佐藤|様/);
  });

  test('hear of an overdue task whose it is', () => {
    expect(said('task overdue, to HR')).toMatch(/it-desk@hikari\.example\.com[^]*\/case\//);
    expect(said('task overdue, to HR')).not.toContain('/task/');
  });

  test('get an answer with its words, and are told to ask before they pass it on', () => {
    expect(said('all is well')).toMatch(/詮索されずに迎えられた[^]*先にご本人の了解/);
    expect(said('all is well')).not.toMatch(/お声がけ/);
    expect(said('something is missing')).toMatch(/お声がけ[^]*have a word[^]*> 机が足りません/);
  });
});
