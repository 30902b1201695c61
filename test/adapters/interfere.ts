import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { onTestFinished } from 'vitest';

type Client = Pick<DynamoDBDocumentClient, 'middlewareStack'>;
type Act = (call: { command: string; attempt: number; send: () => Promise<unknown> }) => Promise<unknown>;

/**
 * Stands between an SDK client and the network until the test ends: each attempt, those of the SDK's own
 * retries too, goes through `act`, which sends it or does not.
 */
export function interfere(client: Client, act: Act): () => void {
  const name = 'interference';
  const attempts = new Map<string, number>();
  client.middlewareStack.add(
    (next, context) => async (args) => {
      const command = String((context as { commandName?: string }).commandName);
      const attempt = (attempts.get(command) ?? 0) + 1;
      attempts.set(command, attempt);
      return (await act({ command, attempt, send: () => next(args) })) as Awaited<ReturnType<typeof next>>;
    },
    { step: 'deserialize', priority: 'low', name },
  );
  const stop = () => {
    client.middlewareStack.remove(name);
  };
  onTestFinished(stop);
  return stop;
}

/** What the network says when an answer is lost; the SDK tries again by itself. */
export function connectionReset(): Error {
  return Object.assign(new Error('socket hang up'), {
    code: 'ECONNRESET',
    name: 'TimeoutError',
    $retryable: { throttling: false },
  });
}

/** What the process never comes to know, as when it dies: nobody tries again. */
export function crash(): Error {
  return new Error('crashed here');
}
