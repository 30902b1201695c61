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
  /** The payroll or gift system that payouts are instructed by; without it they go into a file. */
  payoutUrl?: string;
  /** The HR system that returns are written back to; without it somebody of HR does. */
  hrisUrl?: string;
};

/**
 * Reads the context given with `cdk … -c name=value`: `policy`, `portalUrl`, `alarmEmail`, `payoutUrl`, `hrisUrl`.
 * @throws when the policy or an address is not valid
 */
export function readConfig(app: App): Config {
  const context = (name: string): string | undefined => app.node.tryGetContext(name)?.toString();
  // zod/mini has no messages of its own, and whoever edits the policy must be told what is wrong.
  z.config(en());
  const policyFile = resolve(context('policy') ?? 'policy.json');
  const portalUrl = context('portalUrl');
  const alarmEmail = context('alarmEmail');
  const payoutUrl = context('payoutUrl');
  const hrisUrl = context('hrisUrl');
  for (const [name, url] of Object.entries({ payoutUrl, hrisUrl })) {
    if (url && !isEncrypted(url)) {
      throw new Error(`${name} must be an address that begins with https:// (or with http://localhost, to try it)`);
    }
  }
  return {
    policy: parsePolicy(JSON.parse(readFileSync(policyFile, 'utf8'))),
    policyFile,
    ...(portalUrl && { portalUrl }),
    ...(alarmEmail && { alarmEmail }),
    ...(payoutUrl && { payoutUrl }),
    ...(hrisUrl && { hrisUrl }),
  };
}

/** Who is paid, and who comes back, crosses no network unencrypted. */
function isEncrypted(text: string): boolean {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (!url || url.username || url.password) return false;
  return url.protocol === 'https:' || (url.protocol === 'http:' && url.hostname === 'localhost');
}
