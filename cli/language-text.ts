import type { Block } from '../functions/domain/edition-content.ts';
import type { Language } from '../functions/domain/language.ts';
import { readMarkdown } from './markdown.ts';
import type { Problem } from './problems.ts';

const mostBytes = 20 * 1024;

/**
 * Reads what a submitted file says in one language.
 * @param line the line of the file on which the text begins
 * @param marker the line that names the language
 */
export function readLanguage(
  language: Language,
  { text, line, marker }: { text: string; line: number; marker: number },
): { blocks: Block[]; problems: Problem[] } {
  const refused = (what: string) => ({ blocks: [], problems: [{ line: marker, what }] });
  const size = Buffer.byteLength(text);
  if (size > mostBytes) {
    return refused(`The text in ${language} has ${Math.ceil(size / 1024)} KB, and a mail takes 20; shorten it.`);
  }
  const read = readMarkdown(text, line);
  return read.blocks.length === 0 && read.problems.length === 0
    ? refused(`The text in ${language} is empty; write it.`)
    : read;
}
