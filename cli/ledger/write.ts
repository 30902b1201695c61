import { writeFile } from 'node:fs/promises';
import { pathOf } from '../files.ts';
import { Trouble } from '../trouble.ts';

/** Writes a file that the user named, over one that is there. @returns its name */
export async function writeGiven(typed: string, content: string): Promise<string> {
  try {
    await writeFile(pathOf(typed), content);
    return typed;
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code === 'ENOENT') throw new Trouble(`${typed} cannot be written: there is no such folder.`);
    if (code === 'EISDIR') throw new Trouble(`${typed} is a folder; name a file.`);
    if (code === 'EACCES') throw new Trouble(`${typed} cannot be written: its permissions do not allow it.`);
    throw error;
  }
}
