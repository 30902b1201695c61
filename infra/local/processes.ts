import { execFile, spawn } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import { open, readFile } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';

/** Something a person can put right: its message is the whole of what they are shown. */
export class Trouble extends Error {}

export type Child = {
  pid: number;
  /** Settles when the process is gone, whatever the reason. */
  ended: Promise<void>;
  stop(): Promise<void>;
};

type Start = { args: string[]; env: NodeJS.ProcessEnv; cwd: string; log: string };

/** Starts a process that stays, as leader of a group of its own so that its children end with it. */
export async function startChild(command: string, { args, env, cwd, log }: Start): Promise<Child> {
  const file = await open(log, 'w');
  try {
    const child = spawn(command, args, { cwd, env, detached: true, stdio: ['ignore', file.fd, file.fd] });
    const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
    const pid = await new Promise<number>((resolve, reject) => {
      child.once('error', reject);
      child.once('spawn', () => resolve(child.pid ?? 0));
    });
    return { pid, ended, stop: () => stopGroup(pid, ended) };
  } finally {
    await file.close();
  }
}

/** Waits until a child answers; else ends it and says so. True when it answers. */
export async function untilReady(
  child: Child,
  answers: () => Promise<boolean>,
  signal?: AbortSignal,
): Promise<boolean> {
  let gone = false;
  void child.ended.then(() => {
    gone = true;
  });
  for (const deadline = Date.now() + 60_000; !(await answers()); await sleep(150)) {
    if (!gone && !signal?.aborted && Date.now() < deadline) continue;
    await child.stop();
    signal?.throwIfAborted();
    return false;
  }
  return true;
}

type Run = Start & { signal?: AbortSignal | undefined; say?: (line: string) => void; within?: number };

/** Runs a command to its end, with its output in a log file; `say` hears each line as it comes. */
export async function run(command: string, { args, env, cwd, log, signal, say, within = 300_000 }: Run) {
  const enough = AbortSignal.any([AbortSignal.timeout(within), ...(signal ? [signal] : [])]);
  const file = createWriteStream(log, { flags: 'a' });
  const child = spawn(command, args, { cwd, env, detached: true, stdio: ['ignore', 'pipe', 'pipe'] });
  const end = () => killGroup(child.pid, 'SIGKILL');
  enough.addEventListener('abort', end);
  if (enough.aborted) end();
  let output = '';
  const hear = (chunk: Buffer) => {
    file.write(chunk);
    output += chunk.toString();
    const line = output
      .trimEnd()
      .split(/[\r\n]+/)
      .at(-1)
      ?.trim();
    if (line) say?.(line);
  };
  child.stdout.on('data', hear);
  child.stderr.on('data', hear);
  const ok = await new Promise<boolean>((resolve) => {
    child.once('error', (error) => {
      hear(Buffer.from(`${error.message}\n`));
      resolve(false);
    });
    child.once('close', (code) => resolve(code === 0));
  });
  enough.removeEventListener('abort', end);
  file.end();
  signal?.throwIfAborted();
  return { ok, output };
}

/** The last lines of an output, as a report of what went wrong shows them. */
export function lastLines(output: string, count = 12): string {
  const lines = output.split(/[\r\n]+/).filter((line) => line.trim() !== '');
  return lines
    .slice(-count)
    .map((line) => `  ${line}`)
    .join('\n');
}

/** Ends a process group: asks, waits three seconds, then makes sure of what is left. */
export async function stopGroup(pid: number, ended?: Promise<void>): Promise<void> {
  killGroup(pid, 'SIGTERM');
  const waiting = ended ?? pollUntilGone(pid);
  await Promise.race([waiting, sleep(3000, undefined, { ref: false })]);
  killGroup(pid, 'SIGKILL');
}

async function pollUntilGone(pid: number) {
  for (let turn = 0; turn < 30 && isAlive(pid); turn += 1) await sleep(100);
}

function killGroup(pid: number | undefined, signal: NodeJS.Signals) {
  if (!pid) return;
  try {
    process.kill(-pid, signal);
  } catch {
    // Gone already, which is what is wanted.
  }
}

/** Whether a process of this id exists. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

/** The command line of a process, or nothing when it is gone: tells ours from one that got its number later. */
export async function commandLine(pid: number): Promise<string> {
  try {
    return (await readFile(`/proc/${pid}/cmdline`, 'utf8')).replaceAll('\0', ' ').trim();
  } catch {
    const { stdout } = await promisify(execFile)('ps', ['-ww', '-o', 'command=', '-p', `${pid}`]).catch(() => ({
      stdout: '',
    }));
    return stdout.trim();
  }
}
