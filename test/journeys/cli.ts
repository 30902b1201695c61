import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { repository } from '../../infra/local/settings.ts';

/**
 * Runs a command as an operator does, and gives what it prints for machines.
 * `--aws`: the environment leads to this run's stack, and a running `npm start` is left alone.
 */
export async function okaeri(...args: string[]): Promise<Record<string, unknown>> {
  const { stdout } = await promisify(execFile)('npx', ['tsx', 'cli/okaeri.ts', '--aws', '--json', ...args], {
    cwd: repository,
  });
  return JSON.parse(stdout) as Record<string, unknown>;
}
