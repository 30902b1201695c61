import { Duration } from 'aws-cdk-lib';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { FilterRule } from 'aws-cdk-lib/aws-lambda';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import type { StateMachine } from 'aws-cdk-lib/aws-stepfunctions';
import { Construct } from 'constructs';
import { decideGathering, gathering } from '../../workflows/gathering.ts';
import { mayMail } from './may-mail.ts';
import { deciding, OkaeriFunction } from './okaeri-function.ts';
import { mailing, type StageProps } from './stage.ts';
import { wokenByStream } from './stream.ts';
import { workflow } from './workflow.ts';

/** Gatherings: their execution, and who seats people and tells them. */
export class Gatherings extends Construct {
  readonly machines: Record<'gathering' | 'decideGathering', StateMachine>;
  readonly failed: Queue;

  constructor(scope: Construct, id: string, props: StageProps) {
    super(scope, id);
    const { policy, policyFile } = props.config;
    const { table, secrets } = props.data;
    const steps = new OkaeriFunction(this, 'Gathering', {
      ...mailing(props),
      entry: 'gatherings/steps.ts',
      tableActions: [...deciding, 'GetItem', 'UpdateItem', 'ConditionCheckItem'],
      indexes: ['invitable'],
      // As long as a function may: invitations go to many.
      timeout: Duration.minutes(15),
    });
    const seats = new OkaeriFunction(this, 'Seats', {
      ...mailing(props),
      entry: 'gatherings/seats.ts',
      tableActions: [...deciding, 'GetItem', 'UpdateItem'],
      timeout: Duration.minutes(5),
    });
    for (const sender of [steps, seats]) {
      mayMail(sender, policy.company.sender);
      sender.addToRolePolicy(new PolicyStatement({ actions: ['ses:GetSendQuota'], resources: ['*'] }));
    }
    const decide = new OkaeriFunction(this, 'DecideGathering', {
      policyFile,
      table,
      tableActions: ['GetItem', 'PutItem'],
      secrets: { LINK_SECRET: secrets.links },
      entry: 'gatherings/decide-gathering.ts',
    });
    this.failed = wokenByStream(this, seats, {
      table,
      keys: FilterRule.isEqual('ROOM'),
      queueName: 'okaeri-seats-failed',
    });
    this.machines = {
      gathering: workflow(this, 'Gathering', {
        definition: (place) => gathering(place, { steps, table }),
        functions: [steps],
        timeout: Duration.days(360),
      }),
      decideGathering: workflow(this, 'Decide-Gathering', {
        definition: (place) => decideGathering(place, { decide }),
        functions: [decide],
        timeout: Duration.hours(1),
      }),
    };
  }
}
