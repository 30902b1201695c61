import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, inject } from 'vitest';
import { type Definition, definitionsOf, type Resource, readTemplate, type Template } from '../../infra/synth.ts';
import { synthesizeBoth } from './setup.ts';

/** The synthesized app: from the run's setup, or made here when a file runs without it. */
const shared = inject('assemblies');
const folder = shared ?? mkdtempSync(join(tmpdir(), 'okaeri-test-'));
if (!shared) {
  await synthesizeBoth(folder);
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
}

export const app: Template = await readTemplate(join(folder, 'policy.json'), 'okaeri');
export const data: Template = await readTemplate(join(folder, 'policy.json'), 'okaeri-data');
export const machines: Record<string, Definition> = definitionsOf(app);
export const demoMachines: Record<string, Definition> = definitionsOf(
  await readTemplate(join(folder, 'policy.demo.json'), 'okaeri'),
);

/** Where the assembly of the real policy is. */
export const assemblyFolder = join(folder, 'policy.json');

/** As it comes from JSON: the tests look deep into it. */
type Json = ReturnType<typeof JSON.parse>;

/** The resources of a type, by logical id. */
export function ofType(
  template: Template,
  type: string,
): Record<string, Resource & { Properties: Record<string, Json> }> {
  return Object.fromEntries(
    Object.entries(template.Resources).flatMap(([id, resource]) =>
      resource.Type === type ? [[id, { ...resource, Properties: resource.Properties ?? {} }]] : [],
    ),
  );
}
