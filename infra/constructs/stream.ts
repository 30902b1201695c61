import { Duration } from 'aws-cdk-lib';
import type { ITable } from 'aws-cdk-lib/aws-dynamodb';
import { FilterCriteria, FilterRule, StartingPosition } from 'aws-cdk-lib/aws-lambda';
import { DynamoEventSource, SqsDlq } from 'aws-cdk-lib/aws-lambda-event-sources';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import { acknowledge } from '../acknowledge.ts';
import type { OkaeriFunction } from './okaeri-function.ts';
import { failureQueue } from './work-queue.ts';

type StreamProps = {
  table: ITable;
  /** A rule for the sort keys of what wakes it. */
  keys: readonly unknown[];
  /** Of the queue in which waits what could not be handled. */
  queueName: string;
  parallelizationFactor?: number;
};

/** The table's stream wakes a function. @returns the queue of what it could not handle after all its tries */
export function wokenByStream(
  scope: Construct,
  handler: OkaeriFunction,
  { table, keys, queueName, parallelizationFactor }: StreamProps,
): Queue {
  const failed = failureQueue(scope, 'Failed', queueName);
  acknowledge(failed, 'SQS3', 'It is a failure queue itself: of a stream.');
  handler.addEventSource(
    new DynamoEventSource(table, {
      startingPosition: StartingPosition.TRIM_HORIZON,
      // What was written at once is handled in one go.
      batchSize: 100,
      reportBatchItemFailures: true,
      bisectBatchOnError: true,
      retryAttempts: 8,
      maxRecordAge: Duration.hours(20),
      ...(parallelizationFactor !== undefined && { parallelizationFactor }),
      onFailure: new SqsDlq(failed),
      filters: [
        FilterCriteria.filter({
          // A sweep touches what has been pending for long, which shows it here once more.
          eventName: FilterRule.or('INSERT', 'MODIFY'),
          dynamodb: { Keys: { sk: { S: keys } } },
        }),
      ],
    }),
  );
  return failed;
}
