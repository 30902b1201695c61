import type { EditionContent, Variant } from '../../functions/domain/edition-content.ts';
import { type Language, languages } from '../../functions/domain/language.ts';
import type { Policy } from '../../functions/domain/policy.ts';
import { unseenLines } from '../characters.ts';
import { readLanguage } from '../language-text.ts';
import { inOrder, linesOf, type Problem } from '../problems.ts';
import { type FrontMatter, readFrontMatter } from './front-matter.ts';

/** An edition as a programme admin writes it: front matter between two lines of ---, then Markdown for each language. */

type EditionFile = { ok: true; content: EditionContent } | { ok: false; problems: Problem[] };

/** What one language says, and where that begins in the file. */
type Part = { language: Language; text: string; line: number; marker: number };

/** Reads an edition; where anything is wrong, everything that is, by line. */
export function parseEditionFile(text: string, policy: Policy): EditionFile {
  const lines = linesOf(text);
  const end = lines.findIndex((line, index) => index > 0 && isFence(line));
  if (!isFence(lines[0] ?? '') || end < 0) {
    return {
      ok: false,
      problems: [{ line: 1, what: 'The file must begin with its front matter between two lines of ---.' }],
    };
  }
  const front = readFrontMatter(lines.slice(1, end).join('\n'), 2, policy);
  const problems = [...unseenLines(lines), ...front.problems];
  const parts = partsOf(lines, end + 1, front.titles, problems);
  // A front matter that cannot be read says nothing about the parts.
  if (front.problems.length === 0) problems.push(...unpaired(front.titles, parts));
  const variants = variantsOf(parts, front.titles, problems);
  if (problems.length > 0) return { ok: false, problems: inOrder(problems) };
  return { ok: true, content: { classification: front.classification, audience: front.audience, variants } };
}

function isFence(line: string): boolean {
  return /^---\s*$/.test(line);
}

/** @param from the first line of the body, counted from 0 */
function partsOf(lines: readonly string[], from: number, titles: FrontMatter['titles'], problems: Problem[]): Part[] {
  const starts = lines.flatMap((line, index) => {
    const language = index < from ? undefined : markerOf(line);
    return language ? [{ language, index }] : [];
  });
  const [first] = starts;
  const before = lines.slice(from, first?.index);
  const said = before.findIndex((line) => line.trim() !== '');
  const [only, ...others] = languages.filter((language) => titles[language]);
  if (!first && only && others.length === 0) {
    return [{ language: only, text: before.join('\n'), line: from + 1, marker: from }];
  }
  if (said >= 0) {
    problems.push({
      line: from + said + 1,
      what: 'Say which language begins here: <!-- ja --> or <!-- en --> on a line above.',
    });
  }
  return starts.map(({ language, index }, nth) => ({
    language,
    text: lines.slice(index + 1, starts[nth + 1]?.index).join('\n'),
    line: index + 2,
    marker: index + 1,
  }));
}

function markerOf(line: string): Language | undefined {
  const name = /^\s*<!--\s*(\w+)\s*-->\s*$/.exec(line)?.[1];
  return languages.find((language) => language === name);
}

/** Every title has a part, every part a title, and each one only. */
function unpaired(titles: FrontMatter['titles'], parts: readonly Part[]): Problem[] {
  const seen = new Set<Language>();
  const problems: Problem[] = [];
  for (const { language, marker } of parts) {
    if (seen.has(language)) problems.push({ line: marker, what: `A second part in ${language}; join the two.` });
    else if (!titles[language])
      problems.push({ line: marker, what: `There is no title in ${language}; add it to the front matter.` });
    seen.add(language);
  }
  for (const language of languages) {
    const title = titles[language];
    if (title && !seen.has(language)) {
      problems.push({
        line: title.line,
        what: `There is a title in ${language} and no text; add it after <!-- ${language} -->.`,
      });
    }
  }
  return problems;
}

function variantsOf(
  parts: readonly Part[],
  titles: FrontMatter['titles'],
  problems: Problem[],
): EditionContent['variants'] {
  const variants: { [language in Language]?: Variant } = {};
  for (const { language, text, line, marker } of parts) {
    const { blocks, problems: found } = readLanguage(language, { text, line, marker });
    problems.push(...found);
    const title = titles[language];
    if (title) variants[language] = { title: title.text, titleLine: title.line, blocks };
  }
  return variants;
}
