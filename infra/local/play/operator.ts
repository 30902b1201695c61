import { spawn } from 'node:child_process';
import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type LocalSettings, localEnvironment, repository } from '../settings.ts';

/** Plays an admin or operator: runs commands. */

export type Ran = { exitCode: number; said: string };

/**
 * Runs a command on a local stack, whichever runs as the ordinary one.
 * @returns what it printed for machines, and whether it went well
 */
export async function okaeri(settings: LocalSettings, ...args: string[]): Promise<Ran> {
  const child = spawn(
    process.execPath,
    ['--import', import.meta.resolve('tsx'), join(repository, 'cli/okaeri.ts'), '--aws', '--json', ...args],
    {
      // The local stack follows the demo's rules.
      env: { ...process.env, ...localEnvironment(settings), NODE_OPTIONS: '--conditions=demo' },
      stdio: ['ignore', 'pipe', 'ignore'],
    },
  );
  let said = '';
  child.stdout.on('data', (chunk: Buffer) => {
    said += chunk.toString();
  });
  const exitCode = await new Promise<number>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => resolve(code ?? 1));
  });
  return { exitCode, said };
}

/** What a command answers; it must go well. */
export async function said(settings: LocalSettings, ...args: string[]): Promise<unknown> {
  const ran = await okaeri(settings, ...args);
  if (ran.exitCode !== 0) throw new Error(`"${args.join(' ')}" failed: ${ran.said}`);
  return JSON.parse(ran.said);
}

/** Writes a file to give to a command. @returns its path */
export async function temporary(name: string, content: string): Promise<string> {
  const file = join(await mkdtemp(join(tmpdir(), 'okaeri-')), name);
  await writeFile(file, content);
  return file;
}
