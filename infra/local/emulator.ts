import { mkdir, readFile, rm } from 'node:fs/promises';
import { get } from 'node:https';
import { delimiter, dirname, join } from 'node:path';
import type { Claim } from './claim.ts';
import { type Child, lastLines, run, startChild, Trouble, untilReady } from './processes.ts';
import { type LocalSettings, repository, workFolder } from './settings.ts';

const region = 'ap-northeast-1';
type Aws = LocalSettings['aws'];
type Start = {
  python: string;
  stateDir: string;
  port: number;
  smtp: number;
  claimed: Claim;
  signal?: AbortSignal | undefined;
};

/** The endpoint that AWS_ENDPOINT_URL names, if it does: then no emulator is started. */
export function givenAws(env: NodeJS.ProcessEnv): Aws | undefined {
  const endpoint = env.AWS_ENDPOINT_URL;
  if (!endpoint) return undefined;
  const certificate = env.AWS_CA_BUNDLE || env.NODE_EXTRA_CA_CERTS;
  return {
    endpoint: endpoint.replace(/\/$/, ''),
    ...(certificate ? { certificate } : {}),
    region,
    accessKeyId: env.AWS_ACCESS_KEY_ID || 'test',
    secretAccessKey: env.AWS_SECRET_ACCESS_KEY || 'test',
  };
}

/** Starts MiniStack with IAM enforced and waits until it answers. */
export async function startEmulator(start: Start): Promise<{ aws: Aws; child: Child }> {
  const { python, stateDir, port, smtp, claimed, signal } = start;
  const log = join(stateDir, 'emulator.log');
  const folder = workFolder(stateDir);
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { mode: 0o700 });
  const openssl = await run('openssl', { args: ['version'], cwd: repository, env: process.env, log, signal });
  if (!openssl.ok) {
    throw new Trouble(
      'openssl was not found, and the local AWS makes its certificate with it. Install it and run this again.',
    );
  }

  const aws = {
    endpoint: `https://localhost:${port}`,
    certificate: join(folder, 'ministack-tls/server.crt'),
    region,
    accessKeyId: 'test',
    secretAccessKey: 'test',
  };
  // Its own environment and nothing of ours: functions inherit it, and must not see a developer's settings.
  const env = {
    PATH: [dirname(process.execPath), process.env.PATH].join(delimiter),
    HOME: folder,
    TMPDIR: folder,
    TZ: 'UTC',
    LANG: 'C.UTF-8',
    AUTH: 'true',
    USE_SSL: '1',
    SMTP_HOST: `localhost:${smtp}`,
    GATEWAY_PORT: `${port}`,
    BIND_HOST: '127.0.0.1',
    CLOUDTRAIL_RECORDING: '1',
    MINISTACK_REGION: region,
    AWS_ACCESS_KEY_ID: aws.accessKeyId,
    AWS_SECRET_ACCESS_KEY: aws.secretAccessKey,
  };
  const child = await startChild(python, { args: ['-m', 'ministack'], env, cwd: folder, log });
  await claimed.add(child.pid);

  if (!(await untilReady(child, () => answers(aws), signal))) {
    const said = lastLines(await readFile(log, 'utf8').catch(() => ''));
    throw new Trouble(`The local AWS did not start:\n${said}\nAll of it is in ${log}`);
  }
  const stop = () => child.stop().then(() => rm(folder, { recursive: true, force: true }));
  return { aws, child: { ...child, stop } };
}

async function answers({ endpoint, certificate }: { endpoint: string; certificate: string }): Promise<boolean> {
  const ca = await readFile(certificate).catch(() => undefined);
  if (!ca) return false; // Made at first start, before it listens.
  return new Promise((resolve) => {
    get(`${endpoint}/_ministack/health`, { ca, timeout: 2000, agent: false }, (response) => {
      response.resume();
      resolve(response.statusCode === 200);
    })
      .on('timeout', () => resolve(false))
      .on('error', () => resolve(false));
  });
}
