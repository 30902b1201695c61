import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { App } from 'aws-cdk-lib';
import * as z from 'zod/mini';
import en from 'zod/v4/locales/en.js';
import { type Policy, parsePolicy } from '../functions/domain/policy.ts';

/** What a deployment may choose; everything else is in the policy. */
export type Config = {
  policy: Policy;
  /** The policy file, absolute: functions bundle the same one. */
  policyFile: string;
  /** Where people reach the portal, if the company puts a domain of its own before the API. */
  portalUrl?: string;
  /** Who is told of alarms. */
  alarmEmail?: string;
};

/**
 * Reads the context given with `cdk … -c name=value`: `policy`, `portalUrl`, `alarmEmail`.
 * @throws when the policy is not valid
 */
export function readConfig(app: App): Config {
  const context = (name: string): string | undefined => app.node.tryGetContext(name)?.toString();
  // zod/mini has no messages of its own, and whoever edits the policy must be told what is wrong.
  z.config(en());
  const policyFile = resolve(context('policy') ?? 'policy.json');
  const portalUrl = context('portalUrl');
  const alarmEmail = context('alarmEmail');
  return {
    policy: parsePolicy(JSON.parse(readFileSync(policyFile, 'utf8'))),
    policyFile,
    ...(portalUrl && { portalUrl }),
    ...(alarmEmail && { alarmEmail }),
  };
}
