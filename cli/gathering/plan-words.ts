import { isScalar, Scalar } from 'yaml';
import type { Block } from '../../functions/domain/edition-content.ts';
import type { Plan } from '../../functions/domain/gathering-plan.ts';
import { type Language, languages } from '../../functions/domain/language.ts';
import { readLanguage } from '../language-text.ts';
import { type InLanguages, lineOfText, titlesOf, type Words, wordsOf } from '../yaml/fields.ts';
import { type Entry, entriesOf } from '../yaml/map.ts';
import type { PlanReading } from './plan-reading.ts';

/** What a plan says in each language, and where. */

type Said = { titles: InLanguages; variants: Plan['variants']; url?: Words };
type Texts = Partial<Record<Language, { blocks: Block[]; line: number }>>;

const longestLine = { most: { ja: 200, en: 200 } };
const longestUrl = 500;

export function saidIn(file: PlanReading): Said {
  const { entries, get, refuse } = file;
  const title = get('title', 'title: { ja: …, en: … }');
  const titles = title ? titlesOf(title, file) : {};
  const [place, question] = [entries.get('place'), entries.get('question')];
  const places = place && wordsOf(place, 'The place', longestLine, file);
  const questions = question && wordsOf(question, 'The question', longestLine, file);
  const url = urlOf(file);
  if (!place && !entries.has('url')) {
    refuse(1, 'The plan has no place; add `place: { ja: …, en: … }`, or `url: https://…` where it is online.');
  }
  const text = get('text', 'text: { ja: …, en: … }');
  const texts = text ? textsOf(text, file) : {};
  if (place && places) pair('place', titles, places, place.line, file);
  if (question && questions) pair('question', titles, questions, question.line, file);
  if (text) pair('text', titles, texts, text.line, file);
  return { titles, variants: variantsOf(titles, texts, places, questions), ...(url && { url }) };
}

function urlOf({ entries, refuse }: PlanReading): Words | undefined {
  const entry = entries.get('url');
  if (!entry) return undefined;
  const { text, line } = lineOfText(entry, 'The url', longestUrl, refuse);
  if (text === '') return undefined;
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url?.protocol !== 'https:') refuse(line, 'The url must be a full address that begins with https://.');
  else if (url.username || url.password) refuse(line, 'The url carries a user name or password; remove it.');
  return { text: url?.href ?? '', line };
}

/** Markdown in each language, below a literal |, which alone keeps lines as they are. */
function textsOf(entry: Entry, file: PlanReading): Texts {
  const { lineOf, refuse } = file;
  const texts: Texts = {};
  const entries = entriesOf(entry, languages, 'The text', file);
  for (const language of languages) {
    const found = entries.get(language);
    if (!found) continue;
    const { value, line } = found;
    texts[language] = { blocks: [], line };
    if (!isScalar(value) || value.type !== Scalar.BLOCK_LITERAL || !value.range || typeof value.value !== 'string') {
      refuse(
        line,
        `Write the text in ${language} below \`${language}: |\`, each line indented; only so its lines stay.`,
      );
      continue;
    }
    const read = readLanguage(language, { text: value.value, line: lineOf(value.range[0]) + 1, marker: line });
    for (const problem of read.problems) refuse(problem.line, problem.what);
    texts[language] = { blocks: read.blocks, line };
  }
  return texts;
}

/** What is said in one language is said in each of the titles'. Where nothing is, that is named already. */
function pair(
  what: string,
  titles: InLanguages,
  said: Partial<Record<Language, { line: number }>>,
  line: number,
  { refuse }: PlanReading,
): void {
  if (!titles.ja && !titles.en) return;
  if (!said.ja && !said.en) return;
  for (const language of languages) {
    const words = said[language];
    if (titles[language] && !words) refuse(line, `There is a title in ${language} and no ${what}; add it.`);
    if (words && !titles[language]) {
      refuse(words.line, `There is a ${what} in ${language} and no title; add that, or remove this.`);
    }
  }
}

function variantsOf(
  titles: InLanguages,
  texts: Texts,
  places: InLanguages = {},
  questions: InLanguages = {},
): Plan['variants'] {
  const variants: Plan['variants'] = {};
  for (const language of languages) {
    const [title, place, question] = [titles[language], places[language], questions[language]];
    if (!title) continue;
    variants[language] = {
      title: title.text,
      titleLine: title.line,
      blocks: texts[language]?.blocks ?? [],
      ...(place && { place }),
      ...(question && { question }),
    };
  }
  return variants;
}
