import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import * as z from 'zod/mini';
import { commandLine, isAlive, stopGroup, Trouble } from './processes.ts';
import { settingsFile, stateHome, workFolder } from './settings.ts';

const claimed = z.object({ owner: z.int(), command: z.string(), started: z.array(z.int()) });
const claimFile = (stateDir: string) => join(stateDir, 'processes.json');

export type Claim = { add(pid: number): Promise<void>; release(): Promise<void> };

/**
 * Takes a state directory for this process, and remembers what this process starts, so that the
 * next one can end what a crash left behind. Refused while the process that took it is alive.
 */
export async function claim(stateDir: string): Promise<Claim> {
  await mkdir(stateDir, { recursive: true });
  for (const other of await abandonedTests()) await endLeftovers(other);
  const started: number[] = [];
  const mine = { owner: process.pid, command: await commandLine(process.pid), started };
  const write = (flag: 'w' | 'wx') => writeFile(claimFile(stateDir), JSON.stringify(mine), { flag });
  const taken = () =>
    write('wx').then(
      () => false,
      () => true,
    );
  if (await taken()) {
    const owner = await livingOwner(stateDir);
    if (owner) {
      throw new Trouble(
        `Okaeri is running here already, as process ${owner}. Press Ctrl-C in its terminal, or run: kill ${owner}`,
      );
    }
    await endLeftovers(stateDir);
    if (await taken()) throw new Trouble('Okaeri is being started here by somebody else at this moment.');
  }
  return {
    async add(pid) {
      started.push(pid);
      await write('w');
    },
    async release() {
      await rm(settingsFile(stateDir), { force: true });
      await rm(claimFile(stateDir), { force: true });
    },
  };
}

async function read(stateDir: string) {
  const text = await readFile(claimFile(stateDir), 'utf8').catch(() => '');
  try {
    return claimed.parse(JSON.parse(text));
  } catch {
    return undefined;
  }
}

async function livingOwner(stateDir: string): Promise<number | undefined> {
  const found = await read(stateDir);
  if (!found || !isAlive(found.owner)) return undefined;
  return (await commandLine(found.owner)) === found.command ? found.owner : undefined;
}

async function endLeftovers(stateDir: string): Promise<void> {
  for (const pid of (await read(stateDir))?.started ?? []) {
    if (/ministack|maildev/.test(await commandLine(pid))) await stopGroup(pid);
  }
  await rm(workFolder(stateDir), { recursive: true, force: true });
  await rm(claimFile(stateDir), { force: true });
  await rm(settingsFile(stateDir), { force: true });
  if (basename(stateDir).startsWith('test-')) await rm(stateDir, { recursive: true, force: true });
}

/** Test runs take a directory each and never come back to it: whoever starts next tidies up. */
async function abandonedTests(): Promise<string[]> {
  const found: string[] = [];
  for (const name of await readdir(stateHome).catch(() => [])) {
    const dir = join(stateHome, name);
    const [, pid] = /^test-(\d+)-/.exec(name) ?? [];
    if (pid && !isAlive(Number(pid)) && !(await livingOwner(dir))) found.push(dir);
  }
  return found;
}
