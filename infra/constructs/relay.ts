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

/** The table's stream wakes relay, the only one that may start and resume executions. */
export class Relay extends Construct {
  readonly handler: OkaeriFunction;
  readonly failed: Queue;

  constructor(
    scope: Construct,
    id: string,
    { data, machine, policyFile }: { data: DataStack; machine: StateMachine; policyFile: string },
  ) {
    super(scope, id);
    this.handler = new OkaeriFunction(this, 'Relay', {
      entry: 'relay/relay.ts',
      policyFile,
      table: data.table,
      tableActions: ['GetItem', 'Query', 'UpdateItem', 'DeleteItem'],
      environment: { OFFBOARDING_MACHINE: machine.stateMachineArn },
    });
    machine.grantStartExecution(this.handler);
    // A task token names its execution; the action knows no resource.
    this.handler.addToRolePolicy(new PolicyStatement({ actions: ['states:SendTaskSuccess'], resources: ['*'] }));
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
      'dynamodb:ListStreams and states:SendTaskSuccess have no resource to name.',
    );
  }
}
