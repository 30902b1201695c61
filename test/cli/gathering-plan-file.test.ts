import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { wordsOf } from '../../functions/domain/gathering-plan.ts';
import { scan } from '../../functions/domain/leak-scan.ts';
import { dinner, dinnerWith, dinnerWithout, planOf, policy, problemsOf, read } from './gathering-plans.ts';

const docs = (name: string) => readFileSync(new URL(`../../docs/${name}`, import.meta.url), 'utf8');
const sample = (name: string) => docs(`samples/${name}`);

describe('the sample plans', () => {
  test('one is in order', () => {
    const plan = planOf(read(sample('gathering.yaml')));
    expect(plan).toMatchObject({
      classification: 'alumni',
      audience: {},
      start: '2027-03-12T19:00',
      end: '2027-03-12T21:30',
      timeZone: 'Asia/Tokyo',
      capacity: 12,
      hosts: [
        { name: '中村 麻衣', email: 'm.nakamura@hikari.example.com', line: 18 },
        { name: '小林 健', email: 'k.kobayashi@hikari.example.com', line: 20 },
      ],
      organiser: 'y.mori@hikari.example.com',
      guests: 1,
      fee: 5000,
      budget: 60_000,
      deadline: '2027-02-26',
      reminders: ['P7D', 'P2D'],
      variants: {
        ja: { title: '春の夕食会', titleLine: 5, place: { line: 8 }, question: { line: 33 } },
        en: { title: 'Dinner in early spring', titleLine: 6, place: { line: 9 }, question: { line: 34 } },
      },
    });
    const beginnings = (language: 'ja' | 'en') =>
      plan.variants[language]?.blocks.map(({ kind, line }) => `${line} ${kind}`);
    expect(beginnings('ja')).toEqual(['38 paragraph', '41 paragraph', '44 heading', '46 list', '50 paragraph']);
    expect(beginnings('en')).toEqual(['52 paragraph', '55 paragraph', '58 heading', '60 list', '64 paragraph']);
    expect(scan(wordsOf(plan), policy)).toEqual([]);
  });

  test('one is not, and everything is named at once', () => {
    const problems = problemsOf(sample('gathering-bad.yaml'));
    const lines = [1, 3, 4, 10, 11, 13, 14, 17, 22, 23, 24, 25, 26, 28, 29, 35, 38];
    expect(problems.map((problem) => problem.split(':')[0])).toEqual(lines.map((line) => `line ${line}`));
    expect(docs('gatherings.md')).toContain(`\n${problems.join('\n')}\n`);
  });
});

describe('a plan may', () => {
  test('leave out what has a default', () => {
    const keys = ['timezone', 'hosts', 'organiser', 'guests', 'fee', 'reminders'];
    const text = dinner
      .split(/\n(?! )/)
      .filter((entry) => !keys.some((key) => entry.startsWith(`${key}:`)))
      .join('\n');
    expect(planOf(read(text))).toEqual({
      classification: 'alumni',
      audience: {},
      variants: {
        en: {
          title: 'Dinner',
          titleLine: 3,
          place: { text: 'Kodachi', line: 4 },
          blocks: [{ kind: 'paragraph', line: 11, spans: [{ text: 'Come.' }] }],
        },
      },
      start: '2027-03-12T19:00',
      end: '2027-03-12T21:00',
      timeZone: 'Asia/Tokyo',
      capacity: 12,
      hosts: [],
      organiser: 'alumni-admin@hikari.example.com',
      guests: 0,
      deadline: '2027-02-26',
      reminders: [],
    });
  });

  test.each([
    ['have a time with a T', ['start: 2027-03-12T19:00'], { start: '2027-03-12T19:00' }],
    ['have a time in quotation marks', ['start: "2027-03-12 19:00"'], { start: '2027-03-12T19:00' }],
    ['last whole days', ['start: 2027-03-12', "end: '2027-03-12'"], { start: '2027-03-12', end: '2027-03-12' }],
    ['use an older name of a time zone', ['timezone: Asia/Kolkata'], { timeZone: 'Asia/Kolkata' }],
    ['write its time zone in small letters', ['timezone: europe/berlin'], { timeZone: 'Europe/Berlin' }],
    [
      'begin at a time that comes twice',
      ['start: 2027-04-04 02:30', 'end: 2027-04-04 04:00', 'timezone: Australia/Sydney'],
      { start: '2027-04-04T02:30' },
    ],
    [
      'have a place and an address',
      ['url: https://meet.example.com/spring'],
      { url: { text: 'https://meet.example.com/spring' } },
    ],
    ['have no hosts', ['hosts: []'], { hosts: [] }],
    ['have as many guests as fit', ['capacity: 3'], { capacity: 3, guests: 1 }],
    ['cost nothing', ['fee: 0', 'budget: 0'], { fee: 0, budget: 0 }],
    ['close today', ['deadline: 2026-11-22'], { deadline: '2026-11-22' }],
    ['close the day before', ['deadline: 2027-03-11'], { deadline: '2027-03-11' }],
    ['remind by weeks, and when that day is over', ['reminders: [P30W, P2D]'], { reminders: ['P30W', 'P2D'] }],
    [
      'name its audience',
      ['audience: { countries: [JP], departments: [営業部, 開発部], lastDayFrom: 2020-01-01, languages: [en] }'],
      {
        audience: {
          countries: ['JP'],
          departments: ['営業部', '開発部'],
          lastDayFrom: '2020-01-01',
          languages: ['en'],
        },
      },
    ],
  ])('%s', (_, entries, plan) => {
    expect(planOf(read(dinnerWith(...entries)))).toMatchObject(plan);
  });

  test('be only online', () => {
    const text = `${dinnerWithout('place')}url: https://meet.example.com/spring\n`;
    expect(planOf(read(text)).url).toEqual({ text: 'https://meet.example.com/spring', line: 18 });
    expect(planOf(read(text)).variants.en).not.toHaveProperty('place');
  });

  test('have amounts with as many digits as the currency', () => {
    const dollars = { ...policy, company: { ...policy.company, currency: 'USD' } };
    expect(planOf(read(dinnerWith('fee: 45.50', 'budget: "800"'), dollars))).toMatchObject({
      fee: 4550,
      budget: 80_000,
    });
    expect(problemsOf(dinnerWith('fee: 45.505'), dollars)).toEqual([
      'line 13: The fee must be an amount in USD without commas, such as 45.50.',
    ]);
  });

  test('end its lines as it likes, and say which document it is', () => {
    for (const end of ['\n', '\r\n', '\r']) {
      const { variants } = planOf(read(`\uFEFF---\n${dinner}`.replaceAll('\n', end)));
      expect(variants.en).toMatchObject({ titleLine: 4, blocks: [{ line: 19 }] });
    }
  });
});

test('a block’s lines are those of the file, however it is indented', () => {
  const indents = fc.record({ indent: fc.integer({ min: 1, max: 9 }), blank: fc.integer({ min: 0, max: 3 }) });
  fc.assert(
    fc.property(indents, fc.constantFrom('|', '|-', '|+', '| # Markdown', '&said |'), ({ indent, blank }, sign) => {
      const below = ['First\nsecond', '- a\n- b', 'last'].join('\n\n').split('\n');
      const lines = below.map((line) => (line ? `${' '.repeat(2 + indent)}${line}` : ''));
      const text = dinnerWith(`text:\n  en: ${sign}\n${'\n'.repeat(blank)}${lines.join('\n')}`);
      const line = text.split('\n').findIndex((found) => found.trim() === 'last') + 1;
      expect(planOf(read(text)).variants.en?.blocks.at(-1)).toMatchObject({ kind: 'paragraph', line });
      expect(problemsOf(text.replace('last', '![a](b)'))).toEqual([
        `line ${line}: Images are not supported; remove it.`,
      ]);
    }),
  );
});

describe('no text throws', () => {
  const lines = [...dinner.split('\n'), ...sample('gathering-bad.yaml').split('\n')];
  const odd = fc.string({ unit: fc.constantFrom(...'-*#>[]()`~<>&;!|:\\\n\t\'"{}?,%@ ab社10'), maxLength: 40 });

  test.each([
    ['odd characters', odd],
    ['lines in any order', fc.array(fc.oneof(fc.constantFrom(...lines), odd)).map((some) => some.join('\n'))],
    [
      'odd values',
      fc
        .tuple(fc.constantFrom(...(dinner.match(/^[a-z]+/gm) ?? [])), odd)
        .map(([key, value]) => dinnerWith(`${key}: ${value}`)),
    ],
    [
      'odd dates',
      fc
        .tuple(fc.constantFrom('start', 'end', 'deadline'), fc.constantFrom('0000-01-01', '9999-12-31', '2027-02-29'))
        .map(([key, date]) => dinnerWith(`${key}: ${date}`)),
    ],
  ])('of %s', (_, texts) => {
    fc.assert(
      fc.property(texts, (text) => {
        const file = read(text);
        if (file.ok) planOf(file);
        else {
          const all = file.problems.map(({ line }) => line);
          expect(all).toEqual(all.toSorted((a, b) => a - b));
          expect(all.at(-1)).toBeLessThanOrEqual(text.split(/\r\n?|\n/).length);
        }
      }),
    );
  });

  test.each(['[', '{a: ', '- ', '? ', '- ['])('of many %j', (sign) => {
    expect(problemsOf(`${dinner}budget:\n  ${sign.repeat(9000)}`)).toEqual([
      'line 20: The plan is not readable as YAML: this is too deep; begin the line further left.',
    ]);
  });
});
