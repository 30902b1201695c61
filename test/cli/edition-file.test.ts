import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseEditionFile } from '../../cli/edition/file.ts';
import { EditionContent } from '../../functions/domain/edition-content.ts';
import { isRefused, scan } from '../../functions/domain/leak-scan.ts';
import { parsePolicy } from '../../functions/domain/policy.ts';
import policyFile from '../../policy.json' with { type: 'json' };

const policy = parsePolicy(policyFile);
const front = 'classification: alumni\naudience: all\n';
const read = (text: string) => parseEditionFile(text, policy);
const sample = (name: string) => read(readFileSync(new URL(`../../docs/samples/${name}`, import.meta.url), 'utf8'));

function contentOf(file: ReturnType<typeof read>): EditionContent {
  if (!file.ok) throw new Error(JSON.stringify(file.problems));
  return EditionContent.parse(file.content);
}

function problemsOf(text: string): string[] {
  const file = read(text);
  return file.ok ? [] : file.problems.map(({ line, what }) => `line ${line}: ${what}`);
}

/** An edition in English only, whose body begins on line 6. */
const english = (body: string) => `---\n${front}title: { en: News }\n---\n${body}`;
const blocksOf = (body: string) => contentOf(read(english(body))).variants.en?.blocks;
const bodyProblems = (body: string) => problemsOf(english(body));
const frontProblems = (yaml: string) => problemsOf(`---\n${yaml}\n---\nHello\n`);

describe('the sample editions', () => {
  test('one is in order', () => {
    const content = contentOf(sample('edition.md'));
    expect(scan(content, policy)).toEqual([]);
    for (const variant of [content.variants.ja, content.variants.en]) {
      expect(variant?.blocks.filter(({ kind }) => kind === 'heading')).toHaveLength(3);
    }
  });

  test('one leaks, and each finding leads to its line', () => {
    const findings = scan(contentOf(sample('edition-leak.md')), policy);
    expect(isRefused(findings)).toBe(true);
    expect(findings.map(({ line, severity, found }) => `${line} ${severity} ${found}`)).toEqual([
      '11 refuse 社外秘',
      '17 refuse intra.hikari.example.com',
      '19 flag h.sato@hikari.example.com',
      '27 refuse Project Hotaru',
      '29 flag h.sato@hikari.example.com',
    ]);
  });
});

describe('Markdown becomes', () => {
  test('headings, paragraphs and lists, each with its line of the file', () => {
    expect(
      blocksOf(
        '# One *and* **two**\n\nSee [our **page**](https://a.example/x), <https://b.example>\nand *so* on.\n\n- a\n  b\n- **c**\n',
      ),
    ).toEqual([
      { kind: 'heading', line: 6, text: 'One and two' },
      {
        kind: 'paragraph',
        line: 8,
        spans: [
          { text: 'See ' },
          { text: 'our ', url: 'https://a.example/x' },
          { text: 'page', url: 'https://a.example/x', strong: true },
          { text: ', ' },
          { text: 'https://b.example', url: 'https://b.example/' },
          { text: ' and so on.' },
        ],
      },
      {
        kind: 'list',
        line: 11,
        items: [
          { line: 11, spans: [{ text: 'a b' }] },
          { line: 13, spans: [{ text: 'c', strong: true }] },
        ],
      },
    ]);
  });

  const textOf = (body: string) =>
    blocksOf(body)?.map((block) => ('spans' in block ? block.spans.map(({ text }) => text) : []));

  test.each([
    ['冬の\n便り', ['冬の便り']],
    ['**冬**\n便り', ['冬', '便り']],
    ['冬  \n便り', ['冬便り']],
    ['Okaeri\n便り', ['Okaeri 便り']],
    ['a\\\nb', ['a b']],
    ['&#31038;&#x5916; &amp; &#38;amp; &lt;', ['社外 & &amp; <']],
    ['\\\\fs01\\share \\*', ['\\\\fs01\\share *']],
  ])('text: %j', (body, texts) => {
    expect(textOf(body)).toEqual([texts]);
  });

  test('both languages in any order, whatever ends the lines', () => {
    const text = `\uFEFF---\n${front}title:\n  en: News\n  ja: 便り\n---\n\n<!-- en -->\nHello\n\n<!-- ja -->\n\nこんにちは\n`;
    for (const end of ['\n', '\r\n', '\r']) {
      expect(contentOf(read(text.replaceAll('\n', end))).variants).toEqual({
        en: { title: 'News', titleLine: 5, blocks: [{ kind: 'paragraph', line: 10, spans: [{ text: 'Hello' }] }] },
        ja: { title: '便り', titleLine: 6, blocks: [{ kind: 'paragraph', line: 14, spans: [{ text: 'こんにちは' }] }] },
      });
    }
  });

  test('the line it came from, whatever stands above', () => {
    const above = fc.array(
      fc.constantFrom(
        'word\nword',
        '- a\n- b\n  word',
        '# word',
        '**word**',
        '[word](https://a.example)',
        '\n',
        '&amp;',
      ),
    );
    fc.assert(
      fc.property(above, (blocks) => {
        const text = english(`${blocks.join('\n\n')}\n\nlast\n`);
        const line = text.split('\n').indexOf('last') + 1;
        expect(contentOf(read(text)).variants.en?.blocks.at(-1)).toEqual({
          kind: 'paragraph',
          line,
          spans: [{ text: 'last' }],
        });
        expect(problemsOf(text.replace('last', 'x\n![](y)'))).toEqual([
          `line ${line + 1}: Images are not supported; remove it.`,
        ]);
      }),
    );
  });
});

describe('a body is refused, by line, for', () => {
  test.each([
    ['![a](https://a.example)', 6, 'Images'],
    ['a\nb ![a](https://a.example)', 7, 'Images'],
    ['a\n\n<b>x</b>', 8, 'HTML'],
    ['a\n\n<div>\n', 8, 'HTML'],
    ['a <!-- b -->', 6, 'Comments'],
    ['a\n\n<!-- fr -->', 8, 'Comments'],
    ['| a | b |\n|---|---|\n| 1 | 2 |', 6, 'Tables'],
    ['a `b`', 6, 'Code'],
    ['a\n\n    b', 8, 'Code'],
    ['> a', 6, 'Quotations'],
    ['a\n\n---\n', 8, 'Rules'],
    ['a ~b~', 6, 'Struck-out'],
    ['1. a', 6, 'Numbered'],
    ['- a\n  - b', 7, 'Lists inside'],
    ['- a\n\n  b', 8, 'A list item is'],
    ['- [ ] a', 6, 'Check boxes'],
    ['- # a', 6, 'A list item must'],
    ['# [a](https://a.example)', 6, 'A heading cannot'],
    ['a\n\n[b]: https://a.example', 8, 'Link definitions'],
    ['- a\n- b\n- [c](http://a.example)', 8, 'Links with http:'],
    ['[a](javascript:x)', 6, 'Links with javascript:'],
    ['http://wiki/x', 6, 'Links with http:'],
    ['[a](/x)', 6, 'The link has no full'],
    ['a [](https://a.example)', 6, 'The link has no words'],
    ['[a](https://me:pw@a.example)', 6, 'The link carries'],
    ['[a](mailto:x)', 6, 'The mailto: link'],
    ['[a](https://a.example "b")', 6, 'A link has no title'],
    ['[a](https://a b)', 6, 'This link is not complete'],
    ['https://a.exampleをご覧ください', 6, 'The link runs into'],
    ['a\n**「b」**です', 7, 'The ** makes'],
    ['a\n&bogus;', 7, '&bogus; is not known'],
    ['a\n&#x202e;b', 7, 'U+202E cannot'],
    ['a\nb\u202e', 7, 'U+202E cannot'],
    ['', 5, 'The text in en is empty'],
    ['a'.repeat(20_481), 5, 'The text in en has 21 KB'],
    ['<!-- ja -->\na', 6, 'There is no title in ja'],
    ['a\n<!-- en -->\nb', 6, 'Say which language'],
    ['<!-- en -->\na\n<!-- en -->\nb', 8, 'A second part in en'],
  ])('%j', (body, line, what) => {
    expect(bodyProblems(body)).toContainEqual(expect.stringContaining(`line ${line}: ${what}`));
  });

  test('everything at once, in order', () => {
    const problems = bodyProblems('<b>a</b> ![a](b)\n\n`c`\n\n> d\n');
    expect(problems.map((problem) => problem.split(' ')[1])).toEqual(['6:', '6:', '8:', '10:']);
  });

  test('anything that does not parse, without an error of the program’s', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'-*#>[]()`~<>&;!|:\\\n ab社1'), maxLength: 60 }), (body) => {
        const file = read(english(body));
        if (file.ok) contentOf(file);
        else for (const { line } of file.problems) expect(line).toBeLessThanOrEqual(english(body).split('\n').length);
      }),
    );
  });
});

describe('a front matter', () => {
  const title = 'title: { en: News }';

  test('may name countries and last days', () => {
    const yaml = `classification: public\naudience:\n  countries: [JP, NO]\n  lastDayFrom: 2020-01-01\n  lastDayTo: 2024-12-31\n${title}`;
    expect(contentOf(read(`---\n${yaml}\n---\nHello\n`))).toMatchObject({
      classification: 'public',
      audience: { countries: ['JP', 'NO'], lastDayFrom: '2020-01-01', lastDayTo: '2024-12-31' },
    });
  });

  test.each([
    [`audience: all\n${title}`, 2, 'The front matter has no classification'],
    [`classification: alumni\n${title}`, 2, 'The front matter has no audience'],
    [front, 2, 'The front matter has no title'],
    [`${front}${title}\nauthor: me`, 5, 'The front matter has no place for "author"'],
    [`audience: all\nclassification: secret\n${title}`, 3, "one of the policy's classes: public, alumni"],
    [`classification: constructor\naudience: all\n${title}`, 2, "one of the policy's classes"],
    [`classification: alumni\n${title}\naudience: some`, 4, 'The audience must be'],
    [`classification: alumni\n${title}\naudience:\n  town: Kobe`, 5, 'The audience has no place for "town"'],
    [`classification: alumni\n${title}\naudience:\n  countries: [JA]`, 5, 'The countries must be'],
    [`classification: alumni\n${title}\naudience:\n  countries: [UK]`, 5, 'The countries must be'],
    [`classification: alumni\n${title}\naudience:\n  countries: JP`, 5, 'The countries must be'],
    [`classification: alumni\n${title}\naudience:\n  lastDayTo: 2023-02-29`, 5, 'lastDayTo must be a date'],
    [
      `classification: alumni\n${title}\naudience: { lastDayFrom: 2025-01-01, lastDayTo: 2024-01-01 }`,
      4,
      'The audience is nobody',
    ],
    [`${front}title: News`, 4, 'The title must have ja and en'],
    [`${front}title: { fr: Nouvelles }`, 4, 'The title has no place for "fr"'],
    [`${front}title: { en: "" }`, 4, 'The title in en is empty'],
    [`${front}title: { en: 2026 }`, 4, 'The title in en is empty or not text'],
    [`${front}title:\n  en: ${'a'.repeat(91)}`, 5, 'The title in en has 91 characters'],
    [`${front}title:\n  en: a\n  ja: ${'便'.repeat(61)}`, 6, 'The title in ja has 61 characters'],
    [`${front}title: { en: "a\\u202eb" }`, 4, 'U+202E cannot'],
    [`${front}title: { en: a, ja: 便り }`, 4, 'There is a title in ja and no text'],
    [`${front}title: { en: News: today }`, 4, 'not readable as YAML'],
    [`${front}audience: all\n${title}`, 4, 'not readable as YAML'],
    [`${front}title: [`, 4, 'not readable as YAML'],
  ])('is refused: %j', (yaml, line, what) => {
    const found = frontProblems(yaml);
    expect(
      found.find((problem) => problem.startsWith(`line ${line}: `) && problem.includes(what)),
      found.join('\n'),
    ).toBeDefined();
  });

  test('must be there, and end', () => {
    expect(problemsOf('Hello')).toEqual([expect.stringContaining('line 1: The file must begin')]);
    expect(problemsOf(`---\n${front}`)).toEqual([expect.stringContaining('line 1: The file must begin')]);
  });
});
