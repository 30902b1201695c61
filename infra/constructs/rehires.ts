import { Duration } from 'aws-cdk-lib';
import type { StateMachine } from 'aws-cdk-lib/aws-stepfunctions';
import { Construct } from 'constructs';
import { decide as decides } from '../../workflows/decide.ts';
import { rehire } from '../../workflows/rehire.ts';
import { mayMail } from './may-mail.ts';
import { deciding, OkaeriFunction } from './okaeri-function.ts';
import { mailing, type StageProps } from './stage.ts';
import { workflow } from './workflow.ts';

/** Returns: who tells of them and asks, and where it is decided. */
export class Rehires extends Construct {
  readonly machines: Record<'rehire' | 'decideRehire', StateMachine>;

  constructor(scope: Construct, id: string, props: StageProps) {
    super(scope, id);
    const { policy, policyFile, hrisUrl } = props.config;
    const { table, secrets } = props.data;
    const common = mailing(props);
    const steps = new OkaeriFunction(this, 'Rehire', {
      ...common,
      entry: 'rehire/rehire-steps.ts',
      tableActions: [...deciding, 'GetItem', 'UpdateItem', 'ConditionCheckItem'],
      secrets: { ...common.secrets, HRIS_SECRET: secrets.hris },
      environment: { ...common.environment, ...(hrisUrl && { HRIS_URL: hrisUrl }) },
    });
    mayMail(steps, policy.company.sender);
    const decide = new OkaeriFunction(this, 'DecideRehire', {
      policyFile,
      table,
      tableActions: ['GetItem', 'Query', 'PutItem', 'ConditionCheckItem'],
      secrets: { LINK_SECRET: secrets.links },
      entry: 'rehire/decide-rehire.ts',
    });
    this.machines = {
      rehire: workflow(this, 'Rehire', {
        definition: (place) => rehire(place, { steps, table, policy }),
        functions: [steps],
        // Two approvals at most, of some weeks each; never a year.
        timeout: Duration.days(180),
      }),
      decideRehire: workflow(this, 'Decide-Rehire', {
        definition: (place) => decides(place, { decide, what: 'rehire' }),
        functions: [decide],
        timeout: Duration.hours(1),
      }),
    };
  }
}
