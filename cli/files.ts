import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { Trouble } from './trouble.ts';

/** A path as the user typed it: npm runs scripts in the project's root, wherever they were called. */
export function pathOf(typed: string): string {
  return resolve(process.env['INIT_CWD'] ?? process.cwd(), typed);
}

/** Reads a file that the user named. */
export async function readGiven(typed: string): Promise<Buffer> {
  try {
    return await readFile(pathOf(typed));
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code === 'ENOENT') throw new Trouble(`There is no file ${typed}.`);
    if (code === 'EISDIR') throw new Trouble(`${typed} is a folder; name a file.`);
    if (code === 'EACCES') throw new Trouble(`The file ${typed} cannot be read: its permissions do not allow it.`);
    throw error;
  }
}
