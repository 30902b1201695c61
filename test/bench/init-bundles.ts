import { join, resolve } from 'node:path';
import { build } from 'esbuild';
import { aliases, charset, externals, mainFields, target } from '../../infra/bundle/options.ts';
import { readTemplate, synthesize, textOf } from '../../infra/synth.ts';

/** Bundles functions as the deployment does, and says what is in them. */

export type FunctionToBundle = { name: string; entry: string; environment: Record<string, string> };

export type Bundle = Omit<FunctionToBundle, 'entry'> & {
  file: string;
  bytes: number /** The biggest parts, by package. */;
  parts: [string, number][];
};

/** Every function of the stack, with the settings it is given there. */
export async function functionsToBundle(folder: string): Promise<FunctionToBundle[]> {
  const outdir = join(folder, 'cdk.out');
  await synthesize(outdir);
  const { Resources } = await readTemplate(outdir, 'okaeri');
  return Object.values(Resources)
    .filter(({ Type }) => Type === 'AWS::Lambda::Function')
    .map(({ Properties = {} }) => ({
      name: textOf(Properties['FunctionName']),
      entry: textOf(Properties['Description']),
      environment: settings(Properties['Environment']),
    }));
}

function settings(environment: unknown): Record<string, string> {
  if (typeof environment !== 'object' || environment === null || !('Variables' in environment)) return {};
  return Object.fromEntries(Object.entries(environment.Variables ?? {}).map(([name, value]) => [name, textOf(value)]));
}

/** Bundles one function. */
export async function bundle({ name, entry, environment }: FunctionToBundle, folder: string): Promise<Bundle> {
  const file = join(folder, name, 'index.mjs');
  const { metafile } = await build({
    entryPoints: [entry],
    outfile: file,
    bundle: true,
    platform: 'node',
    format: 'esm',
    minify: true,
    target,
    charset,
    mainFields,
    external: externals,
    alias: aliases(resolve('policy.json')),
    tsconfig: 'tsconfig.json',
    metafile: true,
    logLevel: 'error',
  });
  const [output] = Object.values(metafile.outputs);
  if (!output) throw new Error(`${name} was not bundled`);
  const byPart = new Map<string, number>();
  for (const [input, { bytesInOutput }] of Object.entries(output.inputs)) {
    const part = partOf(input);
    byPart.set(part, (byPart.get(part) ?? 0) + bytesInOutput);
  }
  const parts = [...byPart].sort(([, a], [, b]) => b - a).slice(0, 5);
  return { name, environment, file, bytes: output.bytes, parts };
}

function partOf(input: string): string {
  const inPackage = /.*node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(input);
  return inPackage?.[1] ?? 'our own code';
}
