import { Duration } from 'aws-cdk-lib';
import type { StateMachine } from 'aws-cdk-lib/aws-stepfunctions';
import { Construct } from 'constructs';
import { offboarding } from '../../workflows/offboarding.ts';
import { mayMail } from './may-mail.ts';
import { deciding, OkaeriFunction, type OkaeriFunctionProps } from './okaeri-function.ts';
import { mailing, type StageProps } from './stage.ts';
import { workflow } from './workflow.ts';

/** The offboarding state machine and the functions of its steps. */
export class Offboarding extends Construct {
  readonly machine: StateMachine;
  readonly functions: Record<'takeStock' | 'ask' | 'remind' | 'close' | 'enrol' | 'welcome', OkaeriFunction>;

  constructor(scope: Construct, id: string, props: StageProps) {
    super(scope, id);
    const { policy, policyFile } = props.config;
    const { table } = props.data;
    const step = (name: string, entry: string, more: Partial<OkaeriFunctionProps> = {}) =>
      new OkaeriFunction(this, name, {
        entry: `offboarding/${entry}`,
        policyFile,
        table,
        tableActions: deciding,
        timeout: Duration.seconds(60),
        ...more,
      });
    const writing: Partial<OkaeriFunctionProps> = {
      ...mailing(props),
      tableActions: [...deciding, 'GetItem', 'UpdateItem'],
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
    for (const sender of [ask, remind, welcome]) mayMail(sender, policy.company.sender);
    this.machine = workflow(this, 'Offboarding', {
      definition: (place) => offboarding(place, { steps: this.functions, table, policy }),
      functions: Object.values(this.functions),
      // A Standard execution lives a year at most; an announcement further ahead starts its execution later.
      timeout: Duration.days(360),
    });
  }
}
