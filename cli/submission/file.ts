import { createHash } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { parse } from 'node:path';
import type { Command } from 'commander';
import type { Language } from '../../functions/domain/language.ts';
import { pathOf, readGiven } from '../files.ts';
import { print } from '../print.ts';
import type { Problem } from '../problems.ts';
import { Trouble } from '../trouble.ts';
import { problemsText, type Translated } from './text.ts';

/** A file that goes to a review, and the files of a preview of its mail. */

type Unreadable = { ok: false; problems: Problem[] };

/** Reads a file that the user named; where it cannot be read, that is printed instead. */
export async function readSubmitted<Read extends { ok: true }>(
  command: Command,
  file: string,
  readText: (text: string) => Read | Unreadable,
): Promise<(Read & { digest: string }) | undefined> {
  const bytes = await readGiven(file);
  const read = readText(textOf(bytes));
  if (read.ok) return { ...read, digest: createHash('sha256').update(bytes).digest('hex') };
  const { problems } = read;
  print(command, { outcome: 'not readable', problems }, problemsText(problems));
  process.exitCode = 1;
  return undefined;
}

function textOf(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new Trouble('The file is not UTF-8: save it with that encoding.');
  }
}

/** Who a previewed mail is to. */
export const sampleNames: Readonly<Record<Language, string>> = { ja: '青木 遥', en: 'Haruka Aoki' };

/**
 * Prints a preview.
 * @param output where its mails are written, too, if the user wants that
 */
export async function printPreview(
  command: Command,
  {
    result,
    text,
    letters,
    output,
  }: { result: object; text: string; letters: readonly Translated[]; output: string | undefined },
): Promise<void> {
  const files = output === undefined ? [] : await writeLetters(output, letters);
  const mails = letters.map(({ language, letter: { subject, text: body } }) => ({ language, subject, text: body }));
  const written = files.length > 0 ? `\nWritten: ${files.join(' and ')}` : '';
  print(command, { ...result, mails, ...(files.length > 0 && { files }) }, text + written);
}

/** Writes one file for each mail; of two, each has its language in its name. @returns their names */
async function writeLetters(output: string, letters: readonly Translated[]): Promise<string[]> {
  const { dir, name, ext } = parse(output);
  const files: string[] = [];
  for (const { language, letter } of letters) {
    const file = letters.length === 1 ? output : `${dir ? `${dir}/` : ''}${name}.${language}${ext}`;
    await writeFile(pathOf(file), letter.html);
    files.push(file);
  }
  return files;
}
