import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { FilterRule } from 'aws-cdk-lib/aws-lambda';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import type { StateMachine } from 'aws-cdk-lib/aws-stepfunctions';
import { Construct } from 'constructs';
import { acknowledge } from '../acknowledge.ts';
import type { DataStack } from '../stacks/data.ts';
import { OkaeriFunction } from './okaeri-function.ts';
import { wokenByStream } from './stream.ts';

/** What relay starts. */
type Machines = Record<'offboarding' | 'edition' | 'gathering' | 'contribution' | 'reward' | 'rehire', StateMachine>;

/** The table's stream wakes relay, the only one that may start and resume executions. */
export class Relay extends Construct {
  readonly handler: OkaeriFunction;
  readonly failed: Queue;

  constructor(
    scope: Construct,
    id: string,
    { data, machines, policyFile }: { data: DataStack; machines: Machines; policyFile: string },
  ) {
    super(scope, id);
    this.handler = new OkaeriFunction(this, 'Relay', {
      entry: 'relay/relay.ts',
      policyFile,
      table: data.table,
      tableActions: ['GetItem', 'Query', 'PutItem', 'UpdateItem', 'DeleteItem', 'ConditionCheckItem'],
      secrets: { IDENTITY_SECRET: data.secrets.identity },
      environment: {
        OFFBOARDING_MACHINE: machines.offboarding.stateMachineArn,
        EDITION_MACHINE: machines.edition.stateMachineArn,
        GATHERING_MACHINE: machines.gathering.stateMachineArn,
        CONTRIBUTION_MACHINE: machines.contribution.stateMachineArn,
        REWARD_MACHINE: machines.reward.stateMachineArn,
        REHIRE_MACHINE: machines.rehire.stateMachineArn,
      },
    });
    for (const machine of Object.values(machines)) machine.grantStartExecution(this.handler);
    // A task token names its execution, and a list belongs to the account: neither action knows a resource.
    this.handler.addToRolePolicy(
      new PolicyStatement({ actions: ['states:SendTaskSuccess', 'ses:DeleteSuppressedDestination'], resources: ['*'] }),
    );
    this.failed = wokenByStream(this, this.handler, {
      table: data.table,
      keys: FilterRule.beginsWith('CONSEQUENCE#'),
      queueName: 'okaeri-relay-failed',
      parallelizationFactor: 2,
    });
    acknowledge(
      this.handler.ownRole,
      'IAM5[Resource::*]',
      'dynamodb:ListStreams, states:SendTaskSuccess and ses:DeleteSuppressedDestination have no resource to name.',
    );
  }
}
