import { spawn } from 'node:child_process';
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
