import { readFile, rm } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import * as z from 'zod/mini';
import { lastLines, run, Trouble } from './processes.ts';
import { type LocalSettings, localEnvironment, localPolicy, repository } from './settings.ts';

const outputsSchema = z.object({ okaeri: z.record(z.string(), z.string()) });
export type Outputs = z.infer<typeof outputsSchema>['okaeri'];
type Deploy = {
  aws: LocalSettings['aws'];
  stateDir: string;
  portal: string;
  /** Where payouts are instructed. */
  payroll: string;
  /** Where the HR system is told of returns. */
  hris: string;
  /** The demo's, where none is given. */
  policy?: string | undefined;
  signal?: AbortSignal | undefined;
  say: (line: string) => void;
};

const cdk = join(repository, 'node_modules/aws-cdk/bin/cdk');

/** `cdk bootstrap`: once for each emulator, harmless when done before. */
export async function bootstrap(to: Deploy): Promise<void> {
  await runCdk(to, 'bootstrap', [`aws://000000000000/${to.aws.region}`]);
}

/** `cdk deploy --all` of the app as it is, with the policy given; gives the outputs of the stack `okaeri`. */
export async function deploy(to: Deploy): Promise<Outputs> {
  const outputs = join(to.stateDir, 'outputs.json');
  await rm(outputs, { force: true });
  await runCdk(to, 'deploy', [
    '--all',
    '--require-approval',
    'never',
    '--progress',
    'events',
    '--outputs-file',
    outputs,
  ]);
  const parsed = outputsSchema.safeParse(JSON.parse(await readFile(outputs, 'utf8')));
  if (!parsed.success) throw new Trouble(`The CDK app has no stack "okaeri" with outputs. See ${outputs}`);
  return parsed.data.okaeri;
}

async function runCdk(
  { aws, stateDir, portal, payroll, hris, policy = localPolicy, signal, say }: Deploy,
  command: string,
  args: string[],
) {
  const log = join(stateDir, `cdk-${command}.log`);
  await rm(log, { force: true });
  const context = [
    '-c',
    `policy=${policy}`,
    '-c',
    `portalUrl=${portal}`,
    '-c',
    `payoutUrl=${payroll}`,
    '-c',
    `hrisUrl=${hris}`,
  ];
  // cdk.json names tools of ours, also when nobody put them on the path.
  const path = [join(repository, 'node_modules/.bin'), process.env.PATH].join(delimiter);
  // Each command has its own assembly, so that a run beside this one, or the other command, is not in its way.
  const common = ['--output', join(stateDir, command === 'deploy' ? 'cdk.out' : 'cdk.bootstrap'), '--no-notices'];
  const { ok, output } = await run(process.execPath, {
    args: [cdk, command, ...args, ...context, ...common],
    cwd: repository,
    env: { ...process.env, ...localEnvironment({ aws }), PATH: path, CI: 'true', CDK_DISABLE_CLI_TELEMETRY: 'true' },
    log,
    signal,
    say,
  });
  if (!ok)
    throw new Trouble(`cdk ${command} did not succeed:\n${lastLines(tellingLines(output))}\nAll of it is in ${log}`);
}

/** The lines that say why, where there are any: a rollback's many steps after them say nothing. */
function tellingLines(output: string): string {
  const telling = output
    .split('\n')
    .filter((line) => /_FAILED|error|❌|‣/i.test(line) && !/ROLLBACK_IN_PROGRESS/.test(line));
  return telling.length > 0 ? telling.join('\n') : output;
}
