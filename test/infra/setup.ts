import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { synthesize } from '../../infra/synth.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Where the app is synthesized, a folder for each policy. */
    assemblies?: string;
  }
}

/** Synthesizes the app once for all test files, with the real policy and with the demo's. */
export default async function setup({ provide }: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), 'okaeri-test-'));
  await synthesizeBoth(folder);
  provide('assemblies', folder);
  return () => rm(folder, { recursive: true, force: true });
}

/** @throws when a check of the app has a finding */
export async function synthesizeBoth(folder: string): Promise<void> {
  await Promise.all([
    synthesize(join(folder, 'policy.json')),
    synthesize(join(folder, 'policy.demo.json'), 'policy.demo.json'),
  ]);
}
