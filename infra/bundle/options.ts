import { resolve } from 'node:path';

/** How functions are bundled. The deployment and `npm run bench:init` both read it here. */

export const target = 'node20';

/** Japanese as it is written: escaped it takes twice the bytes. */
export const charset = 'utf8';

export const mainFields = ['module', 'main'];

/** Left out: only services that stream events load it, at run time, and Okaeri calls none. */
export const externals = ['@smithy/core/event-streams'];

/** What a bundle takes instead of what its code imports. */
export function aliases(policyFile: string): Record<string, string> {
  return {
    '#policy': policyFile,
    '@aws-sdk/credential-provider-node': resolve('infra/bundle/credentials.ts'),
  };
}
