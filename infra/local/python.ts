import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { lastLines, run, Trouble } from './processes.ts';
import { repository, stateHome } from './settings.ts';

const requirements = join(repository, 'infra/local/requirements.txt');
const log = join(stateHome, 'python.log');
const candidates = ['python3', 'python3.13', 'python3.12', 'python3.11', 'python3.10', 'python'];

type Context = { signal?: AbortSignal | undefined; say: (line: string) => void };

/**
 * The Python that has the emulator: a virtual environment made once, and again whenever the pinned
 * requirements change or it no longer works. It takes its name only when whole, so a half-made
 * one is never used and two runs at once do not disturb each other.
 */
export async function emulatorPython({ signal, say }: Context): Promise<string> {
  await mkdir(stateHome, { recursive: true });
  const mark = createHash('sha256')
    .update(await readFile(requirements))
    .digest('hex')
    .slice(0, 12);
  const home = join(stateHome, `python-${mark}`);
  const python = join(home, 'bin/python');
  if (await works(python, signal)) return python;

  const building = `${home}.${process.pid}`;
  try {
    await build(building, { signal, say });
    // Somebody else may have finished the same meanwhile, and use it already; theirs is as good.
    if (!(await works(python, signal))) {
      await rm(home, { recursive: true, force: true });
      await rename(building, home);
    }
  } finally {
    await rm(building, { recursive: true, force: true });
  }
  for (const name of await readdir(stateHome)) {
    if (/^python-\w+$/.test(name) && name !== `python-${mark}`) {
      await rm(join(stateHome, name), { recursive: true, force: true });
    }
  }
  return python;
}

async function build(home: string, { signal, say }: Context) {
  const base = await basePython(signal);
  say('making a virtual environment');
  const made = await run(base, { ...place(), args: ['-m', 'venv', '--clear', home], signal });
  if (!made.ok) {
    throw new Trouble(
      /ensurepip|No module named venv/.test(made.output)
        ? 'Python lacks its venv module. Install it (Debian and Ubuntu: apt install python3-venv) and run this again.'
        : `Python could not make a virtual environment:\n${lastLines(made.output)}\nAll of it is in ${log}`,
    );
  }
  const args = ['-m', 'pip', 'install', '--no-input', '--disable-pip-version-check', '--retries', '2'];
  const installed = await run(join(home, 'bin/python'), {
    ...place(),
    args: [...args, '--require-hashes', '-r', requirements],
    signal,
    say,
  });
  if (!installed.ok) throw new Trouble(pipTrouble(installed.output));
}

/** What a failed `pip install` means, in a sentence or with its last lines. */
function pipTrouble(output: string): string {
  if (/DO NOT MATCH THE HASHES/.test(output)) {
    return `A Python package is not the one that infra/local/requirements.txt pins by its hash, so nothing was installed. See ${log}`;
  }
  if (
    /name resolution|NewConnectionError|ConnectTimeout|ReadTimeout|ProxyError|Failed to establish|Network is unreachable|nodename nor servname|NameResolutionError/.test(
      output,
    )
  ) {
    return 'The Python package registry could not be reached. Look at the network (or proxy), and run this again.';
  }
  return `pip could not install the emulator:\n${lastLines(output)}\nAll of it is in ${log}`;
}

async function basePython(signal?: AbortSignal): Promise<string> {
  let old = '';
  for (const name of candidates) {
    const { ok, output } = await run(name, { ...place(), args: ['--version'], signal });
    const [, major, minor] = /Python (\d+)\.(\d+)/.exec(output) ?? [];
    if (!ok || !major || !minor) continue;
    if (Number(major) === 3 && Number(minor) >= 10) return name;
    old ||= output.trim();
  }
  throw new Trouble(
    old
      ? `${old} is too old for the local AWS. Install Python 3.10 or newer and run this again.`
      : 'No Python was found, and the local AWS needs it. Install Python 3.10 or newer and run this again.',
  );
}

async function works(python: string, signal?: AbortSignal): Promise<boolean> {
  return (await run(python, { ...place(), args: ['-c', 'import ministack, hypercorn, botocore'], signal })).ok;
}

const place = () => ({ cwd: repository, env: process.env, log });
