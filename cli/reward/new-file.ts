import { type FileHandle, open, unlink } from 'node:fs/promises';
import { pathOf } from '../files.ts';
import { Trouble } from '../trouble.ts';

/**
 * Opens a new file, readable by nobody else: before anything is decided, so that what is to stand in it has a place.
 * @throws Trouble where there is one already
 */
export async function openNew(typed: string): Promise<FileHandle> {
  try {
    return await open(pathOf(typed), 'wx', 0o600);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code === 'EEXIST') throw new Trouble(`There is a file ${typed} already; name another.`);
    if (code === 'ENOENT' || code === 'ENOTDIR')
      throw new Trouble(`${typed} cannot be written: there is no such folder.`);
    if (code === 'EACCES') throw new Trouble(`${typed} cannot be written: the permissions do not allow it.`);
    throw error;
  }
}

/** Closes and deletes a file into which nothing was written. */
export async function discard(file: FileHandle, typed: string): Promise<void> {
  await file.close();
  await unlink(pathOf(typed));
}
