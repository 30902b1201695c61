import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { Agent } from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as z from 'zod/mini';

/** The root of this checkout, where the CDK app is. */
export const repository = fileURLToPath(new URL('../../', import.meta.url));

/** The rules with waits of seconds. */
export const localPolicy = 'policy.demo.json';

/** What running locally leaves on disk; `npm start` keeps its own state here, each test run in a folder below. */
export const stateHome = join(repository, '.okaeri');

const names = z.record(z.string(), z.string());

/** What another tool needs to know about a running local stack: `.okaeri/local.json`. */
export const localSettings = z.object({
  pid: z.int(),
  aws: z.object({
    endpoint: z.url(),
    /** Absent when the endpoint's certificate is one that everybody trusts. */
    certificate: z.optional(z.string()),
    region: z.string(),
    accessKeyId: z.string(),
    secretAccessKey: z.string(),
  }),
  portal: z.url(),
  hris: z.object({ url: z.url(), secret: z.string() }),
  inbox: z.url(),
  /** The stand-in for the company's payroll system; what it was told to pay is JSON there. */
  payroll: z.url(),
  /** The stand-in for the HR system where returns are written back; what it was told is JSON there. */
  returns: z.url(),
  table: z.string(),
  bus: z.string(),
  apiId: z.string(),
  queues: names,
  stateMachines: names,
  functions: names,
});

export type LocalSettings = z.infer<typeof localSettings>;

/** Where a state directory keeps its settings. */
export const settingsFile = (stateDir: string) => join(stateDir, 'local.json');

/**
 * Where the emulator of a state directory unpacks functions. It is outside of the checkout, or they would find the
 * checkout's node_modules and its package.json, which they do not have on AWS.
 */
export function workFolder(stateDir: string): string {
  return join(tmpdir(), `okaeri-${createHash('sha256').update(stateDir).digest('hex').slice(0, 12)}`);
}

/** The settings of the stack that runs from this state directory, or undefined when none does. */
export async function readLocal(stateDir: string): Promise<LocalSettings | undefined> {
  const text = await readFile(settingsFile(stateDir), 'utf8').catch(() => undefined);
  if (text === undefined) return undefined;
  try {
    return localSettings.parse(JSON.parse(text));
  } catch {
    return undefined; // Written by another version, or cut short: nobody can use it.
  }
}

/** The environment with which a child process reaches the local AWS, and nothing else of AWS. */
export function localEnvironment({ aws }: Pick<LocalSettings, 'aws'>): Record<string, string> {
  return {
    AWS_ENDPOINT_URL: aws.endpoint,
    AWS_REGION: aws.region,
    AWS_DEFAULT_REGION: aws.region,
    AWS_ACCESS_KEY_ID: aws.accessKeyId,
    AWS_SECRET_ACCESS_KEY: aws.secretAccessKey,
    // A developer's own profile or session must neither be used nor be needed.
    AWS_SESSION_TOKEN: '',
    AWS_PROFILE: '',
    AWS_CONFIG_FILE: '/dev/null',
    AWS_SHARED_CREDENTIALS_FILE: '/dev/null',
    NO_PROXY: [process.env.NO_PROXY, 'localhost,127.0.0.1'].filter(Boolean).join(','),
    ...(aws.certificate ? { AWS_CA_BUNDLE: aws.certificate, NODE_EXTRA_CA_CERTS: aws.certificate } : {}),
  };
}

/** The configuration with which an SDK client of this very process reaches the local AWS. */
export async function localClient({ aws }: Pick<LocalSettings, 'aws'>) {
  const ca = aws.certificate ? { ca: await readFile(aws.certificate) } : {};
  return {
    endpoint: aws.endpoint,
    region: aws.region,
    credentials: { accessKeyId: aws.accessKeyId, secretAccessKey: aws.secretAccessKey },
    requestHandler: { httpsAgent: new Agent({ keepAlive: true, ...ca }) },
  };
}
