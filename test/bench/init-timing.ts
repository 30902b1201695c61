import { execFile } from 'node:child_process';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';

const run = promisify(execFile);

/**
 * How long a process of its own takes to import a file, in milliseconds. Its start and exit do not count, nor what the
 * first import of any process costs: Lambda's runtime has imported before.
 * @param other a file to import first
 */
export async function importTime(
  file: string,
  other: string,
  environment: Readonly<Record<string, string>>,
): Promise<number> {
  const script = `await import(${JSON.stringify(`${pathToFileURL(other).href}?first`)});
const began = process.hrtime.bigint();
await import(${JSON.stringify(pathToFileURL(file).href)});
console.log(String(process.hrtime.bigint() - began));
process.exit();`;
  const { stdout } = await run(process.execPath, ['--input-type=module', '--eval', script], {
    env: { ...environment, ...lambda },
  });
  return Number(stdout) / 1e6;
}

/** What Lambda gives every function. */
const lambda = {
  AWS_REGION: 'ap-northeast-1',
  AWS_ACCESS_KEY_ID: 'bench',
  AWS_SECRET_ACCESS_KEY: 'bench',
  AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs24.x',
  TZ: 'UTC',
};

export function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}
