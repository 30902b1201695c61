import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { type LocalSettings, localEnvironment, repository } from '../../../infra/local/settings.ts';

/** The id of an alumnus of the bench, in hex as a keyed hash is. */
export function alumnusId(group: string, index: number): string {
  return createHash('sha256').update(`${group} ${index}`).digest('hex').slice(0, 24);
}

/** Runs test/bench/outreach-seed.ts for a table. */
export async function seed(settings: LocalSettings, table: string, args: readonly string[]): Promise<void> {
  const child = spawn(process.execPath, ['--import', 'tsx', 'test/bench/outreach-seed.ts', ...args], {
    cwd: repository,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: {
      PATH: process.env['PATH'],
      ...localEnvironment(settings),
      TABLE_NAME: table,
      AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: 'true',
    },
  });
  const code = await new Promise((resolve) => child.once('close', resolve));
  if (code !== 0) throw new Error(`seeding ended with ${String(code)}`);
}
