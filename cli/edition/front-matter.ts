import { isMap, isScalar, isSeq, LineCounter, type Node, parseDocument } from 'yaml';
import * as z from 'zod/mini';
import type { Audience } from '../../functions/domain/edition-content.ts';
import { countryCode } from '../../functions/domain/employment.ts';
import { type Language, languages } from '../../functions/domain/language.ts';
import type { Policy } from '../../functions/domain/policy.ts';
import { unseenIn } from './characters.ts';
import type { Problem } from './markdown.ts';

/** What an edition says about itself, above its text. */

type Title = { text: string; line: number };
export type FrontMatter = {
  classification: string;
  audience: Audience;
  titles: Partial<Record<Language, Title>>;
};

type Entry = { value: unknown; line: number };
type Refuse = (line: number, what: string) => void;

const longestTitle: Readonly<Record<Language, number>> = { ja: 60, en: 90 };
const date = z.iso.date();

/** @param firstLine the line of the file on which the YAML begins */
export function readFrontMatter(
  yaml: string,
  firstLine: number,
  { disclosure }: Policy,
): FrontMatter & { problems: Problem[] } {
  const problems: Problem[] = [];
  const refuse: Refuse = (line, what) => problems.push({ line, what });
  const counter = new LineCounter();
  const document = parseDocument(yaml, { lineCounter: counter, prettyErrors: false });
  const lineOf = (at: number) => firstLine + Math.max(counter.linePos(at).line, 1) - 1;
  for (const { message, pos } of document.errors) {
    refuse(lineOf(pos[0]), `The front matter is not readable as YAML: ${message.replace(/[.:\s]+$/, '')}.`);
  }
  const nothing: FrontMatter = { classification: '', audience: {}, titles: {} };
  if (problems.length > 0) return { ...nothing, problems };

  const entries = entriesOf(document.contents, ['classification', 'audience', 'title'], 'The front matter', {
    line: firstLine,
    lineOf,
    refuse,
  });
  const get = (name: string, example: string) => {
    const entry = entries.get(name);
    if (!entry) refuse(firstLine, `The front matter has no ${name}; add \`${example}\`.`);
    return entry;
  };
  const classes = Object.keys(disclosure.classes);
  const classification = get('classification', 'classification: alumni');
  const audience = get('audience', 'audience: all');
  const title = get('title', 'title: { ja: …, en: … }');
  return {
    classification: classification ? classOf(classification, classes, refuse) : '',
    audience: audience ? audienceOf(audience, lineOf, refuse) : {},
    titles: title ? titlesOf(title, lineOf, refuse) : {},
    problems,
  };
}

type Reading = { line: number; lineOf: (at: number) => number; refuse: Refuse };

/** The entries of a map, by name, but for those that it should not have. */
function entriesOf(node: unknown, names: readonly string[], whose: string, reading: Reading): Map<string, Entry> {
  const entries = new Map<string, Entry>();
  const { line, lineOf, refuse } = reading;
  if (!isMap(node)) {
    refuse(line, `${whose} must have ${listed(names)}, each with a colon after it.`);
    return entries;
  }
  for (const { key, value } of node.items) {
    const at = isScalar(key) && key.range ? lineOf(key.range[0]) : line;
    const name = isScalar(key) ? String(key.value) : '';
    if (names.includes(name)) entries.set(name, { value, line: at });
    else refuse(at, `${whose} has no place for "${name}"; it knows ${listed(names)}.`);
  }
  return entries;
}

function listed(names: readonly string[]): string {
  return `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}

function textAt(node: unknown): string | undefined {
  return isScalar(node) && typeof node.value === 'string' ? node.value.trim() : undefined;
}

function classOf({ value, line }: Entry, classes: readonly string[], refuse: Refuse): string {
  const name = textAt(value) ?? '';
  if (!classes.includes(name)) {
    refuse(line, `The classification must be one of the policy's classes: ${classes.join(', ')}.`);
  }
  return name;
}

function audienceOf({ value, line }: Entry, lineOf: Reading['lineOf'], refuse: Refuse): Audience {
  if (textAt(value) === 'all') return {};
  if (!isMap(value)) {
    refuse(line, 'The audience must be `all`, or a map such as {countries: [JP], lastDayFrom: 2020-01-01}.');
    return {};
  }
  const names = ['countries', 'lastDayFrom', 'lastDayTo'];
  const entries = entriesOf(value, names, 'The audience', { line, lineOf, refuse });
  const countries = countriesOf(entries.get('countries'), refuse);
  const [from, to] = [dateOf('lastDayFrom', entries, refuse), dateOf('lastDayTo', entries, refuse)];
  if (from && to && from > to) refuse(line, 'The audience is nobody: lastDayFrom is later than lastDayTo.');
  return {
    ...(countries && { countries }),
    ...(from && { lastDayFrom: from }),
    ...(to && { lastDayTo: to }),
  };
}

function countriesOf(entry: Entry | undefined, refuse: Refuse): string[] | undefined {
  if (!entry) return undefined;
  const items: Node[] = isSeq<Node>(entry.value) ? entry.value.items : [];
  const countries = items.map((item) => textAt(item) ?? '');
  if (countries.length === 0 || !countries.every(isCountry)) {
    refuse(entry.line, 'The countries must be a list of two-letter codes (ISO 3166), such as [JP, SG].');
  }
  return [...new Set(countries)];
}

function isCountry(code: string): boolean {
  if (!z.safeParse(countryCode, code).success) return false;
  const names = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' });
  // UK is understood as GB, but no HR system's record says so.
  return names.of(code) !== undefined && Intl.getCanonicalLocales(`und-${code}`)[0] === `und-${code}`;
}

function dateOf(name: string, entries: ReadonlyMap<string, Entry>, refuse: Refuse): string | undefined {
  const entry = entries.get(name);
  if (!entry) return undefined;
  const text = textAt(entry.value) ?? '';
  if (z.safeParse(date, text).success) return text;
  refuse(entry.line, `${name} must be a date such as 2020-01-31.`);
  return undefined;
}

function titlesOf({ value, line }: Entry, lineOf: Reading['lineOf'], refuse: Refuse): FrontMatter['titles'] {
  const entries = entriesOf(value, languages, 'The title', { line, lineOf, refuse });
  const titles: FrontMatter['titles'] = {};
  for (const language of languages) {
    const entry = entries.get(language);
    if (!entry) continue;
    const text = textAt(entry.value) ?? '';
    const fault = faultOf(text, language);
    if (fault) refuse(entry.line, fault);
    titles[language] = { text, line: entry.line };
  }
  if (isMap(value) && entries.size === 0) refuse(line, 'The title has no language; write { ja: …, en: … }.');
  return titles;
}

function faultOf(text: string, language: Language): string | undefined {
  const unseen = unseenIn(text);
  const most = longestTitle[language];
  if (text === '')
    return `The title in ${language} is empty or not text; write one, in quotation marks where it is a number.`;
  if (text.includes('\n')) return `The title in ${language} must be one line.`;
  if (unseen) return `${unseen} cannot be seen and is not allowed; remove it.`;
  return [...text].length > most
    ? `The title in ${language} has ${[...text].length} characters; ${most} are the most that a subject line shows.`
    : undefined;
}
