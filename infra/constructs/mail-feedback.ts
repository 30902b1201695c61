import { Arn, Duration, Stack } from 'aws-cdk-lib';
import { Rule } from 'aws-cdk-lib/aws-events';
import { SqsQueue } from 'aws-cdk-lib/aws-events-targets';
import { SqsEventSource } from 'aws-cdk-lib/aws-lambda-event-sources';
import { CfnConfigurationSet, CfnConfigurationSetEventDestination } from 'aws-cdk-lib/aws-ses';
import { Construct } from 'constructs';
import type { DataStack } from '../stacks/data.ts';
import { OkaeriFunction } from './okaeri-function.ts';
import { WorkQueue } from './work-queue.ts';

/** SES reports what became of each mail: configuration set → default bus → queue → one function call for a batch. */
export class MailFeedback extends Construct {
  readonly configurationSet = 'okaeri';
  readonly feedback: WorkQueue;
  readonly handler: OkaeriFunction;

  constructor(scope: Construct, id: string, { data, policyFile }: { data: DataStack; policyFile: string }) {
    super(scope, id);
    const set = new CfnConfigurationSet(this, 'ConfigurationSet', {
      name: this.configurationSet,
      reputationOptions: { reputationMetricsEnabled: true },
      suppressionOptions: { suppressedReasons: ['BOUNCE', 'COMPLAINT'] },
      deliveryOptions: { tlsPolicy: 'REQUIRE' },
    });
    const destination = new CfnConfigurationSetEventDestination(this, 'Destination', {
      configurationSetName: set.ref,
      eventDestination: {
        name: 'default-bus',
        enabled: true,
        matchingEventTypes: ['delivery', 'bounce', 'complaint', 'reject'],
        eventBridgeDestination: {
          eventBusArn: Arn.format(
            { service: 'events', resource: 'event-bus', resourceName: 'default' },
            Stack.of(this),
          ),
        },
      },
    });
    destination.addDependency(set);

    this.feedback = new WorkQueue(this, 'Feedback', { visibility: Duration.seconds(6 * 30 + 60) });
    new Rule(this, 'Reports', {
      eventPattern: {
        source: ['aws.ses'],
        detail: { mail: { tags: { 'ses:configuration-set': [this.configurationSet] } } },
      },
      targets: [new SqsQueue(this.feedback.queue, { deadLetterQueue: this.feedback.failed })],
    });
    this.handler = new OkaeriFunction(this, 'MailFeedback', {
      entry: 'feedback/feedback.ts',
      policyFile,
      table: data.table,
      tableActions: ['GetItem', 'BatchGetItem', 'Query', 'PutItem', 'UpdateItem', 'DeleteItem'],
    });
    // Reports come by the hundred after a sweep, and a minute is soon enough: one call for a hundred of them.
    this.handler.addEventSource(
      new SqsEventSource(this.feedback.queue, {
        batchSize: 100,
        maxBatchingWindow: Duration.minutes(1),
        reportBatchItemFailures: true,
      }),
    );
  }
}
