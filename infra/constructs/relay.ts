import { Duration } from 'aws-cdk-lib';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { FilterCriteria, FilterRule, StartingPosition } from 'aws-cdk-lib/aws-lambda';
import { DynamoEventSource, SqsDlq } from 'aws-cdk-lib/aws-lambda-event-sources';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import type { StateMachine } from 'aws-cdk-lib/aws-stepfunctions';
import { Construct } from 'constructs';
import { acknowledge } from '../acknowledge.ts';
import type { DataStack } from '../stacks/data.ts';
import { OkaeriFunction } from './okaeri-function.ts';
import { failureQueue } from './work-queue.ts';

/** What relay starts. */
type Machines = Record<'offboarding' | 'edition' | 'gathering', StateMachine>;

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
      tableActions: ['GetItem', 'Query', 'UpdateItem', 'DeleteItem'],
      secrets: { IDENTITY_SECRET: data.secrets.identity },
      environment: {
        OFFBOARDING_MACHINE: machines.offboarding.stateMachineArn,
        EDITION_MACHINE: machines.edition.stateMachineArn,
        GATHERING_MACHINE: machines.gathering.stateMachineArn,
      },
    });
    for (const machine of Object.values(machines)) machine.grantStartExecution(this.handler);
    // A task token names its execution, and a list belongs to the account: neither action knows a resource.
    this.handler.addToRolePolicy(
      new PolicyStatement({ actions: ['states:SendTaskSuccess', 'ses:DeleteSuppressedDestination'], resources: ['*'] }),
    );
    this.failed = failureQueue(this, 'Failed', 'okaeri-relay-failed');
    acknowledge(this.failed, 'SQS3', 'It is a failure queue itself: of a stream.');
    this.handler.addEventSource(
      new DynamoEventSource(data.table, {
        startingPosition: StartingPosition.TRIM_HORIZON,
        batchSize: 100,
        reportBatchItemFailures: true,
        bisectBatchOnError: true,
        retryAttempts: 8,
        maxRecordAge: Duration.hours(20),
        parallelizationFactor: 2,
        onFailure: new SqsDlq(this.failed),
        filters: [
          FilterCriteria.filter({
            // A sweep touches what has been pending for long, which shows it here once more.
            eventName: FilterRule.or('INSERT', 'MODIFY'),
            dynamodb: { Keys: { sk: { S: FilterRule.beginsWith('CONSEQUENCE#') } } },
          }),
        ],
      }),
    );
    acknowledge(
      this.handler.ownRole,
      'IAM5[Resource::*]',
      'dynamodb:ListStreams, states:SendTaskSuccess and ses:DeleteSuppressedDestination have no resource to name.',
    );
  }
}
