import { isMap } from 'yaml';
import * as z from 'zod/mini';
import { type Language, languages } from '../../functions/domain/language.ts';
import type { Policy } from '../../functions/domain/policy.ts';
import type { PlainDate } from '../../functions/domain/time.ts';
import { unseenIn } from '../characters.ts';
import type { Refuse } from '../problems.ts';
import { type Entry, entriesOf, type Reading, textAt } from './map.ts';

/** What editions and plans of gatherings both say about themselves. */

/** Words, and the line of the file on which they stand. */
export type Words = { text: string; line: number };
export type InLanguages = Partial<Record<Language, Words>>;

/** How many characters a text may have, and why. */
type Longest = { most: Readonly<Record<Language, number>>; reason?: string };

const longestTitle: Longest = { most: { ja: 60, en: 90 }, reason: ' that a subject line shows' };
const date = z.iso.date();

/** The name of one of the policy's classes. */
export function classOf({ value, line }: Entry, { disclosure }: Policy, refuse: Refuse): string {
  const name = textAt(value) ?? '';
  const classes = Object.keys(disclosure.classes);
  if (!classes.includes(name)) {
    refuse(line, `The classification must be one of the policy's classes: ${classes.join(', ')}.`);
  }
  return name;
}

export function dateOf(name: string, entries: ReadonlyMap<string, Entry>, refuse: Refuse): PlainDate | undefined {
  const entry = entries.get(name);
  if (!entry) return undefined;
  const text = textAt(entry.value) ?? '';
  if (z.safeParse(date, text).success) return text;
  refuse(entry.line, `${name} must be a date such as 2020-01-31.`);
  return undefined;
}

/** Titles, each in the line of a subject. */
export function titlesOf(entry: Entry, reading: Reading): InLanguages {
  return wordsOf(entry, 'The title', longestTitle, reading);
}

/** One line of text in each language. */
export function wordsOf(entry: Entry, whose: string, { most, reason }: Longest, reading: Reading): InLanguages {
  const entries = entriesOf(entry, languages, whose, reading);
  const words: InLanguages = {};
  for (const language of languages) {
    const found = entries.get(language);
    if (found) words[language] = lineOfText(found, `${whose} in ${language}`, most[language], reading.refuse, reason);
  }
  if (isMap(entry.value) && entries.size === 0) {
    reading.refuse(entry.line, `${whose} has no language; write { ja: …, en: … }.`);
  }
  return words;
}

/**
 * One line of text.
 * @param most characters at most
 * @param reason why no more, after "are the most"
 */
export function lineOfText({ value, line }: Entry, whose: string, most: number, refuse: Refuse, reason = ''): Words {
  const text = textAt(value) ?? '';
  const unseen = unseenIn(text);
  const { length } = [...text];
  if (text === '') refuse(line, `${whose} is empty or not text; write one, in quotation marks where it is a number.`);
  else if (text.includes('\n')) refuse(line, `${whose} must be one line.`);
  else if (unseen) refuse(line, `${unseen} cannot be seen and is not allowed; remove it.`);
  else if (length > most) refuse(line, `${whose} has ${length} characters; ${most} are the most${reason}.`);
  return { text, line };
}
