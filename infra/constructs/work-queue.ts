import { Duration } from 'aws-cdk-lib';
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';

/** A queue whose failures wait in another one, until `okaeri redrive` brings them back. */
export class WorkQueue extends Construct {
  readonly queue: Queue;
  readonly failed: Queue;

  /** @param visibility six times the consumer's time-out and its batching window, as Lambda asks for */
  constructor(scope: Construct, id: string, { visibility }: { visibility: Duration }) {
    super(scope, id);
    this.failed = failureQueue(this, 'Failed', `okaeri-${id.toLowerCase()}-failed`);
    this.queue = new Queue(this, 'Queue', {
      queueName: `okaeri-${id.toLowerCase()}`,
      encryption: QueueEncryption.SQS_MANAGED,
      enforceSSL: true,
      visibilityTimeout: visibility,
      retentionPeriod: Duration.days(14),
      deadLetterQueue: { queue: this.failed, maxReceiveCount: 5 },
    });
  }
}

/** Keeps what failed for as long as SQS can, encrypted. */
export function failureQueue(scope: Construct, id: string, queueName: string): Queue {
  return new Queue(scope, id, {
    queueName,
    encryption: QueueEncryption.SQS_MANAGED,
    enforceSSL: true,
    retentionPeriod: Duration.days(14),
  });
}
