import { writeFile } from 'node:fs/promises';
import { parse } from 'node:path';
import type { Letter } from '../functions/domain/dispatch.ts';
import type { Language } from '../functions/domain/language.ts';
import type { DecidedBy } from '../functions/domain/review.ts';
import { pathOf } from './files.ts';
import { Trouble } from './trouble.ts';

/** What commands share that take a file, preview its mail and have it reviewed. */

/** The text of a file. */
export function textOf(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new Trouble('The file is not UTF-8: save it with that encoding.');
  }
}

/** Who a previewed mail is to. */
export const sampleNames: Readonly<Record<Language, string>> = { ja: '青木 遥', en: 'Haruka Aoki' };

/** A mail in one language. */
export type Translated = { language: Language; letter: Letter };

/** Writes one file for each mail; of two, each has its language in its name. @returns their names */
export async function writeLetters(output: string, letters: readonly Translated[]): Promise<string[]> {
  const { dir, name, ext } = parse(output);
  const files: string[] = [];
  for (const { language, letter } of letters) {
    const file = letters.length === 1 ? output : `${dir ? `${dir}/` : ''}${name}.${language}${ext}`;
    await writeFile(pathOf(file), letter.html);
    files.push(file);
  }
  return files;
}

/** How a decision was made. */
export const deciders: Readonly<Record<DecidedBy, string>> = {
  link: 'by the link to the reviewer',
  console: 'in the console',
  cli: 'by command',
  calendar: 'since nobody decided in time',
};
