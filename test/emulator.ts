import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { startLocal } from '../infra/local/local.ts';
import { type LocalSettings, localEnvironment, stateHome } from '../infra/local/settings.ts';

declare module 'vitest' {
  interface ProvidedContext {
    settings: LocalSettings;
  }
}

/** One emulator for all tests that need it, on free ports: a running `npm start` is not disturbed. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const stateDir = join(stateHome, `test-${process.pid}-${project.name}`);
  const local = await startLocal({ stateDir, ports: 'free' });
  lead(project, local.settings);
  return async () => {
    await local.stop();
    await rm(stateDir, { recursive: true, force: true });
  };
}

/** Leads the tests of a project, and the adapters that they call, to one stack and to nothing else of AWS. */
export function lead(project: TestProject, settings: LocalSettings): void {
  project.provide('settings', settings);
  // Workers start after this, and node reads its certificates only when it starts.
  project.config.env = {
    ...project.config.env,
    ...localEnvironment(settings),
    TABLE_NAME: settings.table,
    PORTAL_URL: settings.portal,
    IDENTITY_SECRET: 'okaeri/identity',
    LINK_SECRET: 'okaeri/links',
    PAYOUT_SECRET: 'okaeri/payout',
    PAYOUT_URL: settings.payroll,
    HRIS_URL: settings.returns,
    HRIS_SECRET: 'okaeri/hris',
    CONFIGURATION_SET: 'okaeri',
    OFFBOARDING_MACHINE: `arn:aws:states:${settings.aws.region}:000000000000:stateMachine:${settings.stateMachines['Offboarding']}`,
    EDITION_MACHINE: `arn:aws:states:${settings.aws.region}:000000000000:stateMachine:${settings.stateMachines['Edition']}`,
    POWERTOOLS_LOG_LEVEL: 'SILENT',
    POWERTOOLS_METRICS_DISABLED: 'true',
    AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: 'true',
  };
}
