import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Block, EditionContent, Span } from '../../functions/domain/edition-content.ts';
import { isRefused, scan } from '../../functions/domain/leak-scan.ts';
import { policy } from './samples.ts';

function edition(blocks: Block[], title = 'News'): EditionContent {
  return { classification: 'alumni', audience: {}, variants: { en: { title, titleLine: 4, blocks } } };
}

const spansAt = (line: number, ...spans: Span[]): Block => ({ kind: 'paragraph', line, spans });
const findings = (...spans: Span[]) => scan(edition([spansAt(9, ...spans)]), policy);
const inText = (text: string) => findings({ text }).map(({ rule, found }) => `${rule}: ${found}`);
const inLink = (url: string) => findings({ text: 'here', url }).map(({ rule, found }) => `${rule}: ${found}`);

describe('a word of the policy', () => {
  test.each([
    ['これは社外秘です', '社外秘'],
    ['社 外・秘', '社外秘'],
    ['社外㊙', '社外秘'],
    ['社\u200b外\u00ad秘', '社外秘'],
    ['【極】【秘】', '極秘'],
    ['Confidential: read me', 'confidential'],
    ['これはCONFIDENTIALです', 'confidential'],
    ['ｃｏｎｆｉｄｅｎｔｉａｌ', 'confidential'],
    ['C O N F I D E N T I A L', 'confidential'],
    ['internal-use only', 'internal use only'],
    ['project-hotaru', 'Project Hotaru'],
    ['Project  Hotaru', 'Project Hotaru'],
    ['#ProjectHotaruLaunch', 'Project Hotaru'],
    ['our Forecast_2027', 'forecast'],
    ['売上見込み', '売上見込み'],
  ])('is found in %s', (text, word) => {
    expect(inText(text)).toEqual([`word: ${word}`]);
  });

  test.each(['forecasting', 'weatherforecasts', 'confidentiality', 'Hotaru projects', '社外の秘密', '会社の外'])(
    'is not found in %s',
    (text) => {
      expect(inText(text)).toEqual([]);
    },
  );

  test('is found where bold type or a link splits it, and where a link leads', () => {
    expect(
      findings({ text: 'Pro' }, { text: 'ject', strong: true }, { text: ' Hotaru', url: 'https://a.example' }),
    ).toEqual([{ language: 'en', line: 9, severity: 'refuse', rule: 'word', found: 'Project Hotaru' }]);
    expect(inLink('https://a.example/project%2Dhotaru')).toEqual(['word: Project Hotaru']);
    expect(inLink('mailto:a@a.example?subject=%E7%A4%BE%E5%A4%96%E7%A7%98')).toEqual(['word: 社外秘']);
  });

  test('may be nothing but signs', () => {
    const signs = { ...policy, disclosure: { ...policy.disclosure, refuse: ['※※', 'C++'], flag: [] } };
    const of = (text: string) => scan(edition([spansAt(1, { text })]), signs).map(({ found }) => found);
    expect(of('c and ※')).toEqual([]);
    expect(of('C++ ※※')).toEqual(['※※', 'C++']);
  });

  const { refuse, flag } = policy.disclosure;

  test('is found wherever something invisible stands in it', () => {
    const unseen = fc.array(fc.constantFrom('\u200b', '\u200d', '\u00ad', '\u2060', '\ufeff', '\u202e', '\u034f'));
    const hidden = fc.constantFrom(...refuse).chain((word) =>
      fc.array(unseen, { minLength: word.length, maxLength: word.length }).map((gaps) => ({
        word,
        text: [...word].map((letter, index) => letter + (gaps[index] ?? []).join('')).join(''),
      })),
    );
    fc.assert(
      fc.property(hidden, fc.boolean(), ({ word, text }, upper) => {
        expect(inText(`— ${upper ? text.toUpperCase() : text} —`)).toContain(`word: ${word}`);
      }),
    );
  });

  test('is not found where none of its characters is, and nothing makes the scan fail', () => {
    const letters = new Set([...refuse, ...flag].join('').toLowerCase());
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (text) => {
        const others = [...text].filter(
          (letter) => ![...letter.normalize('NFKC').toLowerCase()].some((l) => letters.has(l)),
        );
        expect(inText(others.join('')).filter((found) => found.startsWith('word'))).toEqual([]);
        scan(edition([spansAt(1, { text, url: text })], text), policy);
      }),
    );
  });
});

describe('a host inside the company', () => {
  test.each([
    ['https://intra.hikari.example.com/news', 'intra.hikari.example.com'],
    ['https://a.b.hikari.internal', 'a.b.hikari.internal'],
    ['http://wiki/Home', 'wiki'],
    ['https://localhost:3000', 'localhost'],
    ['https://printer.local', 'printer.local'],
    ['https://x.corp/', 'x.corp'],
    ['https://files.lan', 'files.lan'],
    ['https://hr.intranet', 'hr.intranet'],
    ['http://2130706433/', '127.0.0.1'],
    ['http://0x7f.1/', '127.0.0.1'],
    ['http://012.0.0.1/', '10.0.0.1'],
    ['http://192.168.1.1', '192.168.1.1'],
    ['http://172.31.0.1', '172.31.0.1'],
    ['http://169.254.169.254/latest', '169.254.169.254'],
    ['http://[::1]:80/', '[::1]'],
    ['http://[fd00::12]/', '[fd00::12]'],
    ['http://[fe80::1]/', '[fe80::1]'],
    ['http://[::ffff:10.0.0.1]/', '[::ffff:a00:1]'],
    ['https://user@intra.hikari.example.com/', 'intra.hikari.example.com'],
    ['https://go.example/?to=https%3A%2F%2Fintra.hikari.example.com', 'intra.hikari.example.com'],
    ['file:///etc/hosts', 'file:'],
  ])('is found in %s, as a link and as text', (url, host) => {
    expect(inLink(url)).toContain(`internal-host: ${host}`);
    expect(inText(`詳しくは${url} をご覧ください`)).toContain(`internal-host: ${host}`);
  });

  test.each([
    ['see intra.hikari.example.com/x.', 'intra.hikari.example.com'],
    ['詳細はINTRA。hikari.example.comで', 'intra.hikari.example.com'],
    ['ｉｎｔｒａ.hikari.example.com', 'intra.hikari.example.com'],
    ['on 10.1.2.3, or', '10.1.2.3'],
    ['at fe80::1.', '[fe80::1]'],
    ['run localhost', 'localhost'],
    ['資料は \\\\FS01\\public にあります', '\\\\fs01\\public'],
    ['資料は ¥¥fs01¥public にあります', '\\\\fs01\\public'],
  ])('is found in the text %s', (text, host) => {
    expect(inText(text)).toEqual([`internal-host: ${host}`]);
  });

  test.each([
    'https://hikari.example.com/careers',
    'https://myintra.hikari.example.com.example.org',
    'https://myhikari.internals.example',
    'http://172.32.0.1',
    'http://8.8.8.8',
    'https://[2001:db8::1]/',
    'section 10.1, 18:30:00, and/or, 2026/12/31, internal news, the local paper, profile: x',
  ])('is not %s', (text) => {
    expect(inText(text)).toEqual([]);
  });
});

describe('a secret', () => {
  const long = 'a1B2c3D4e5'.repeat(4);
  const id = 'ABCDEFGH12345678';
  test.each([
    ['AWS access key', `AKIA${id}`],
    ['AWS access key', `ASIA${id}`],
    ['private key', '-----BEGIN RSA PRIVATE KEY-----'],
    ['private key', '-----BEGIN PRIVATE KEY-----'],
    ['GitHub token', `ghp_${long}`],
    ['GitHub token', `github_pat_${long}`],
    ['Slack token', `xoxb-${long}`],
    ['webhook secret', `whsec_${long}`],
    ['JSON web token', `eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.${long}`],
    ['password', 'password: hunter2'],
    ['password', 'パスワード：hikari2026'],
    ['password', 'パスワードは hikari2026 です'],
    ['presigned link', 'https://b.example/x?X-Amz-Signature=0123abcd'],
    ['Google API key', `AIza${long.slice(0, 35)}`],
    ['bearer token', `Authorization: Bearer ${long}`],
    ['password in a link', 'https://me:hunter2@b.example/'],
    ['API key', `api_key = "${long}"`],
  ])('is told as its kind only: %s', (kind, text) => {
    const found = findings({ text: text.slice(0, 7) }, { text: text.slice(7), strong: true });
    expect(found).toEqual([{ language: 'en', line: 9, severity: 'refuse', rule: 'secret', found: kind }]);
  });

  test.each([
    'パスワードは Okaeri では使いません',
    'パスワード：当日お知らせします',
    'Your password is never asked.',
    'a bearer of news',
  ])('is not in %s', (text) => {
    expect(inText(text)).toEqual([]);
  });
});

test('staff addresses are flagged, but for those that the company gives out', () => {
  const { contact, sender } = policy.company;
  expect(
    inText(`H.Sato@hikari.example.com, x@tokyo.hikari.example.com, ${contact}, ${sender}, a@nothikari.example.com`),
  ).toEqual(['staff-address: h.sato@hikari.example.com', 'staff-address: x@tokyo.hikari.example.com']);
  expect(inLink('mailto:h.sato%40hikari.example.com')).toEqual(['staff-address: h.sato@hikari.example.com']);
});

test('findings come once a line, by language and line, from everything that is read', () => {
  const said = { title: 'forecast', titleLine: 3 };
  const item = (line: number) => ({ line, spans: [{ text: 'forecast, Forecast', url: 'https://a.example/forecast' }] });
  const found = scan(
    {
      classification: 'alumni',
      audience: {},
      variants: {
        en: { ...said, titleLine: 4, blocks: [{ kind: 'list', line: 30, items: [item(30), item(31)] }] },
        ja: { ...said, blocks: [{ kind: 'heading', line: 12, text: '未発表' }, spansAt(10, { text: 'forecast' })] },
      },
    },
    policy,
  );
  expect(found.map(({ language, line, found }) => [language, line, found])).toEqual([
    ['ja', 3, 'forecast'],
    ['ja', 10, 'forecast'],
    ['ja', 12, '未発表'],
    ['en', 4, 'forecast'],
    ['en', 30, 'forecast'],
    ['en', 31, 'forecast'],
  ]);
  expect(isRefused(found)).toBe(false);
  expect(isRefused(findings({ text: '社外秘' }))).toBe(true);
});
