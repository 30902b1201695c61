import { Duration } from 'aws-cdk-lib';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { FilterCriteria, FilterRule, StartingPosition } from 'aws-cdk-lib/aws-lambda';
import { DynamoEventSource, SqsDlq } from 'aws-cdk-lib/aws-lambda-event-sources';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import type { StateMachine } from 'aws-cdk-lib/aws-stepfunctions';
import { Construct } from 'constructs';
import { decideGathering, gathering } from '../../workflows/gathering.ts';
import { acknowledge } from '../acknowledge.ts';
import { mayMail } from './may-mail.ts';
import { deciding, OkaeriFunction } from './okaeri-function.ts';
import type { OutreachProps } from './outreach.ts';
import { failureQueue } from './work-queue.ts';
import { workflow } from './workflow.ts';

/** Gatherings: their execution, and who seats people and tells them. */
export class Gatherings extends Construct {
  readonly machines: Record<'gathering' | 'decideGathering', StateMachine>;
  readonly failed: Queue;

  constructor(scope: Construct, id: string, { config, data, configurationSet, portalUrl }: OutreachProps) {
    super(scope, id);
    const { policy, policyFile } = config;
    const { table, secrets } = data;
    const mailing = {
      policyFile,
      table,
      secrets: { IDENTITY_SECRET: secrets.identity, LINK_SECRET: secrets.links },
      environment: { CONFIGURATION_SET: configurationSet, PORTAL_URL: portalUrl },
    };
    const steps = new OkaeriFunction(this, 'Gathering', {
      ...mailing,
      entry: 'gatherings/steps.ts',
      tableActions: [...deciding, 'GetItem', 'UpdateItem', 'ConditionCheckItem'],
      indexes: ['invitable'],
      // As long as a function may: invitations go to many.
      timeout: Duration.minutes(15),
    });
    const seats = new OkaeriFunction(this, 'Seats', {
      ...mailing,
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
    this.failed = failureQueue(this, 'Failed', 'okaeri-seats-failed');
    acknowledge(this.failed, 'SQS3', 'It is a failure queue itself: of a stream.');
    seats.addEventSource(
      new DynamoEventSource(table, {
        startingPosition: StartingPosition.TRIM_HORIZON,
        // Several answers at once are told in one go.
        batchSize: 100,
        reportBatchItemFailures: true,
        bisectBatchOnError: true,
        retryAttempts: 8,
        maxRecordAge: Duration.hours(20),
        onFailure: new SqsDlq(this.failed),
        filters: [
          FilterCriteria.filter({
            eventName: FilterRule.or('INSERT', 'MODIFY'),
            dynamodb: { Keys: { sk: { S: FilterRule.isEqual('ROOM') } } },
          }),
        ],
      }),
    );
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
