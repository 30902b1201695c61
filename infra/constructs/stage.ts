import type { Config } from '../config.ts';
import type { DataStack } from '../stacks/data.ts';
import type { OkaeriFunctionProps } from './okaeri-function.ts';

/** What a stage of the programme is made of. */
export type StageProps = { config: Config; data: DataStack; configurationSet: string; portalUrl: string };

/** What a function takes that writes mail with links; `mayMail` lets it send that. */
export function mailing({ config, data, configurationSet, portalUrl }: StageProps) {
  return {
    policyFile: config.policyFile,
    table: data.table,
    secrets: { IDENTITY_SECRET: data.secrets.identity, LINK_SECRET: data.secrets.links },
    environment: { CONFIGURATION_SET: configurationSet, PORTAL_URL: portalUrl },
  } satisfies Partial<OkaeriFunctionProps>;
}
