import { Duration } from 'aws-cdk-lib';
import type { StateMachine } from 'aws-cdk-lib/aws-stepfunctions';
import { Construct } from 'constructs';
import { offboarding } from '../../workflows/offboarding.ts';
import type { Config } from '../config.ts';
import type { DataStack } from '../stacks/data.ts';
import { mayMail } from './may-mail.ts';
import { deciding, OkaeriFunction, type OkaeriFunctionProps } from './okaeri-function.ts';
import { workflow } from './workflow.ts';

export type OffboardingProps = { config: Config; data: DataStack; configurationSet: string; portalUrl: string };

/** The offboarding state machine and the functions of its steps. */
export class Offboarding extends Construct {
  readonly machine: StateMachine;
  readonly functions: Record<'takeStock' | 'ask' | 'remind' | 'close' | 'enrol' | 'welcome', OkaeriFunction>;

  constructor(scope: Construct, id: string, { config, data, configurationSet, portalUrl }: OffboardingProps) {
    super(scope, id);
    const { table, secrets } = data;
    const step = (name: string, entry: string, more: Partial<OkaeriFunctionProps> = {}) =>
      new OkaeriFunction(this, name, {
        entry: `offboarding/${entry}`,
        policyFile: config.policyFile,
        table,
        tableActions: deciding,
        timeout: Duration.seconds(60),
        ...more,
      });
    const writing: Partial<OkaeriFunctionProps> = {
      tableActions: [...deciding, 'GetItem', 'UpdateItem'],
      secrets: { IDENTITY_SECRET: secrets.identity, LINK_SECRET: secrets.links },
      environment: { CONFIGURATION_SET: configurationSet, PORTAL_URL: portalUrl },
    };
    this.functions = {
      takeStock: step('TakeStock', 'take-stock.ts'),
      ask: step('Ask', 'ask.ts', writing),
      remind: step('Remind', 'remind.ts', writing),
      close: step('Close', 'close.ts'),
      enrol: step('Enrol', 'enrol.ts'),
      welcome: step('Welcome', 'welcome.ts', writing),
    };
    const { ask, remind, welcome } = this.functions;
    for (const sender of [ask, remind, welcome]) mayMail(sender, config.policy.company.sender);
    this.machine = workflow(this, 'Offboarding', {
      definition: (place) => offboarding(place, { steps: this.functions, table, policy: config.policy }),
      functions: Object.values(this.functions),
      // A Standard execution lives a year at most; an announcement further ahead starts its execution later.
      timeout: Duration.days(360),
    });
  }
}
