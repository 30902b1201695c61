import {
  DeleteMessageCommand,
  GetQueueUrlCommand,
  type Message,
  ReceiveMessageCommand,
  SendMessageCommand,
  SQSClient,
} from '@aws-sdk/client-sqs';
import type { Outputs } from './target.ts';

/** Failure queues, and how what is in them gets another try. */

export type FailureQueue = {
  name: string;
  failed: string;
  /** Absent: its messages only say that something failed. */
  source?: string;
};

/** The failure queues among the outputs of the stack: `QueueIntakeFailed` belongs to `QueueIntake`. */
export function failureQueues(outputs: Outputs): FailureQueue[] {
  return Object.entries(outputs).flatMap(([output, failed]) => {
    const name = /^Queue(\w+)Failed$/.exec(output)?.[1];
    if (!name) return [];
    const source = outputs[`Queue${name}`];
    return [{ name, failed, ...(source && { source }) }];
  });
}

const sqs = new SQSClient({});

/**
 * Empties a failure queue into its source, or for good where it has none.
 * A message is deleted once it is safe in the source; one that fails anew meanwhile stays for the next time.
 * @returns how many messages
 */
export async function emptyQueue({ failed, source }: FailureQueue): Promise<number> {
  const began = Date.now();
  const from = await urlOf(failed);
  const to = source && (await urlOf(source));
  for (let moved = 0; ; ) {
    const old = (await receive(from)).filter((message) => Number(message.Attributes?.SentTimestamp ?? 0) < began);
    if (old.length === 0) return moved;
    for (const { Body, MessageAttributes, ReceiptHandle } of old) {
      if (to) {
        await sqs.send(
          new SendMessageCommand({
            QueueUrl: to,
            MessageBody: Body ?? '',
            ...(MessageAttributes && { MessageAttributes }),
          }),
        );
      }
      await sqs.send(new DeleteMessageCommand({ QueueUrl: from, ReceiptHandle }));
      moved += 1;
    }
  }
}

async function receive(url: string): Promise<Message[]> {
  const { Messages = [] } = await sqs.send(
    new ReceiveMessageCommand({
      QueueUrl: url,
      MaxNumberOfMessages: 10,
      // A short poll may miss messages that are there.
      WaitTimeSeconds: 1,
      VisibilityTimeout: 60,
      MessageAttributeNames: ['All'],
      MessageSystemAttributeNames: ['SentTimestamp'],
    }),
  );
  return Messages;
}

async function urlOf(queue: string): Promise<string> {
  const { QueueUrl = '' } = await sqs.send(new GetQueueUrlCommand({ QueueName: queue }));
  return QueueUrl;
}
