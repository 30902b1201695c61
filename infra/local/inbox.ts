import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Claim } from './claim.ts';
import { type Child, startChild, Trouble, untilReady } from './processes.ts';
import { repository } from './settings.ts';

type Start = { stateDir: string; web: number; smtp: number; claimed: Claim; signal?: AbortSignal | undefined };

/** Starts the inbox (maildev) that every mail ends in; its mails are JSON at `/api/email`. */
export async function startInbox({ stateDir, web, smtp, claimed, signal }: Start): Promise<Child> {
  const folder = join(stateDir, 'inbox');
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  const log = join(stateDir, 'inbox.log');
  const maildev = join(repository, 'node_modules/maildev/dist/bin/maildev.js');
  const child = await startChild(process.execPath, {
    args: [maildev, '--ip', '127.0.0.1', '--smtp', `${smtp}`, '--web-ip', '127.0.0.1', '--web', `${web}`],
    env: { PATH: process.env.PATH, TMPDIR: folder },
    cwd: folder,
    log,
  });
  await claimed.add(child.pid);

  const answers = () =>
    fetch(`http://127.0.0.1:${web}/api/healthz`).then(
      (response) => response.ok,
      () => false,
    );
  if (!(await untilReady(child, answers, signal))) throw new Trouble(`The inbox did not start. See ${log}`);
  return child;
}
