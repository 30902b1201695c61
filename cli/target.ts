import {
  CloudFormationClient,
  CloudFormationServiceException,
  DescribeStacksCommand,
} from '@aws-sdk/client-cloudformation';
import type { LocalSettings } from '../infra/local/settings.ts';
import { localEnvironment } from '../infra/local/settings.ts';
import { Trouble } from './trouble.ts';

/** Where the commands act: on AWS only where that is said, since much of what they do cannot be undone. */
export type Target = { kind: 'local'; settings: LocalSettings } | { kind: 'aws' } | { kind: 'none' };

/**
 * Chooses the target.
 * @param running the settings of the local stack, where one runs
 */
export function chooseTarget(args: readonly string[], running: LocalSettings | undefined): Target {
  if (args.includes('--aws')) return { kind: 'aws' };
  return running ? { kind: 'local', settings: running } : { kind: 'none' };
}

/** What is said of the target before a command runs; nothing where there is none. */
export function targetInWords(target: Target, env: NodeJS.ProcessEnv): string {
  if (target.kind === 'local') return `On the local stack (${target.settings.portal}).`;
  if (target.kind === 'none') return '';
  const profile = env['AWS_PROFILE'] ? `, profile ${env['AWS_PROFILE']}` : '';
  return `On AWS (${env['AWS_REGION'] ?? env['AWS_DEFAULT_REGION'] ?? 'region of the profile'}${profile}).`;
}

/** How node is started for a target: the local stack is deployed with the demo's policy and has a certificate of its own. */
export function startFor(target: Target): { nodeOptions: string[]; env: Record<string, string> } {
  if (target.kind !== 'local') return { nodeOptions: [], env: {} };
  return { nodeOptions: ['--conditions=demo'], env: localEnvironment(target.settings) };
}

/** Whether the commands act on an emulator, the local stack's or another: AWS has no one endpoint for all of it. */
export function isEmulated(env: NodeJS.ProcessEnv): boolean {
  return Boolean(env['AWS_ENDPOINT_URL']);
}

/** The outputs of the stack, by name. */
export type Outputs = Readonly<Record<string, string>>;

let known: Promise<Outputs> | undefined;

/** The outputs of the deployed stack `okaeri`, read once. */
export function stackOutputs(): Promise<Outputs> {
  known ??= readOutputs();
  return known;
}

async function readOutputs(): Promise<Outputs> {
  const stacks = new CloudFormationClient({});
  try {
    const { Stacks = [] } = await stacks.send(new DescribeStacksCommand({ StackName: 'okaeri' }));
    const outputs = Stacks[0]?.Outputs ?? [];
    return Object.fromEntries(
      outputs.flatMap(({ OutputKey, OutputValue }) => (OutputKey && OutputValue ? [[OutputKey, OutputValue]] : [])),
    );
  } catch (error) {
    if (error instanceof CloudFormationServiceException && /does not exist/.test(error.message)) {
      throw new Trouble(
        'The stack "okaeri" is not in this account and region: deploy it with "npm run deploy", or run "npm start" for the local stack.',
      );
    }
    throw error;
  }
}

/** One output of the stack that a command cannot do without. */
export function output(outputs: Outputs, name: string): string {
  const value = outputs[name];
  if (!value) throw new Trouble(`The stack "okaeri" has no output "${name}": deploy this version of it first.`);
  return value;
}

/** The settings that the adapters read, as the stack gives them to its functions. */
export function adapterSettings(outputs: Outputs): Record<string, string> {
  return {
    TABLE_NAME: output(outputs, 'TableName'),
    IDENTITY_SECRET: output(outputs, 'IdentitySecret'),
    LINK_SECRET: output(outputs, 'LinkSecret'),
  };
}
