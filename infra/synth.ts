import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import * as z from 'zod/mini';

/** The app's templates for those who only read them: tests, pictures and the bench. Nothing is bundled. */

const run = promisify(execFile);

const Resource = z.object({
  Type: z.string(),
  Properties: z.optional(z.record(z.string(), z.unknown())),
  DeletionPolicy: z.optional(z.string()),
  UpdateReplacePolicy: z.optional(z.string()),
});
export type Resource = z.infer<typeof Resource>;
const Template = z.object({
  Resources: z.record(z.string(), Resource),
  Outputs: z.optional(z.record(z.string(), z.object({ Value: z.unknown() }))),
});
export type Template = z.infer<typeof Template>;

const Choice = z.object({ Condition: z.string(), Next: z.string(), Comment: z.optional(z.string()) });
const Caught = z.object({ ErrorEquals: z.array(z.string()), Next: z.string() });
const State = z.object({
  Type: z.string(),
  Comment: z.optional(z.string()),
  Resource: z.optional(z.string()),
  Arguments: z.optional(z.record(z.string(), z.unknown())),
  Output: z.optional(z.unknown()),
  Assign: z.optional(z.record(z.string(), z.unknown())),
  Next: z.optional(z.string()),
  End: z.optional(z.boolean()),
  TimeoutSeconds: z.optional(z.number()),
  Choices: z.optional(z.array(Choice)),
  Default: z.optional(z.string()),
  Retry: z.optional(z.array(z.object({ ErrorEquals: z.array(z.string()), MaxAttempts: z.optional(z.number()) }))),
  Catch: z.optional(z.array(Caught)),
});
export type State = z.infer<typeof State>;
const Definition = z.looseObject({
  StartAt: z.string(),
  States: z.record(z.string(), State),
  TimeoutSeconds: z.optional(z.number()),
});
export type Definition = z.infer<typeof Definition>;

/**
 * Runs the app as the CDK CLI does, checks included.
 * @param policy the policy file to deploy
 * @throws with what the app printed when it has a finding
 */
export async function synthesize(outdir: string, policy = 'policy.json'): Promise<void> {
  const { context } = z
    .object({ context: z.record(z.string(), z.unknown()) })
    .parse(JSON.parse(await readFile('cdk.json', 'utf8')));
  const env = {
    PATH: process.env['PATH'],
    CDK_OUTDIR: outdir,
    CDK_CONTEXT_JSON: JSON.stringify({ ...context, policy: resolve(policy), 'aws:cdk:bundling-stacks': [] }),
  };
  await run(process.execPath, ['--import', 'tsx', 'infra/app.ts'], { env }).catch((error: unknown) => {
    const said = error instanceof Error && 'stderr' in error ? String(error.stderr) : String(error);
    // Node quotes the line that threw, and the library's lines are as long as its files.
    throw new Error(
      `The app does not synthesize:\n${said
        .split('\n')
        .filter((line) => line.length < 500)
        .join('\n')}`,
    );
  });
}

/** The template of a stack. */
export async function readTemplate(outdir: string, stack: string): Promise<Template> {
  return Template.parse(JSON.parse(await readFile(join(outdir, `${stack}.template.json`), 'utf8')));
}

/** The state machines of a template by name, what only a deployment knows in angle brackets. */
export function definitionsOf(template: Template): Record<string, Definition> {
  const machines = Object.values(template.Resources).filter(({ Type }) => Type === 'AWS::StepFunctions::StateMachine');
  return Object.fromEntries(
    machines.map(({ Properties = {} }) => [
      String(Properties['StateMachineName']),
      Definition.parse(JSON.parse(textOf(Properties['DefinitionString']))),
    ]),
  );
}

/** A template's value as text: joined, with the names of what it refers to. */
export function textOf(value: unknown): string {
  if (typeof value === 'string') return value;
  if (typeof value !== 'object' || value === null) return String(value);
  const [[name, argument] = ['', undefined]] = Object.entries(value);
  if (name === 'Fn::Join' && Array.isArray(argument)) return argument[1].map(textOf).join(argument[0]);
  if (name === 'Fn::GetAtt' && Array.isArray(argument)) return `<${argument.join('.')}>`;
  return argument === 'AWS::Partition' ? 'aws' : `<${textOf(argument)}>`;
}
