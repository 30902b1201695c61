import { Command } from 'commander';
import { pendingBefore, touchConsequence } from '../../functions/adapters/consequences.ts';
import { count, print } from '../print.ts';
import { emptyQueue, failureQueues } from '../queues.ts';
import { stackOutputs } from '../target.ts';

/** `redrive`: gives everything that failed another try. */
export function redriveCommand(): Command {
  return new Command('redrive')
    .summary('give everything that failed another try')
    .description(
      'Shows every pending consequence, and every room in which somebody waits for word, once more, and empties each failure queue back into its source.',
    )
    .action(async (_: unknown, command: Command) => {
      // First, since the messages in relay's failure queue are only a sign of these.
      const pending = await touchPending();
      const queues: Record<string, number> = {};
      for (const queue of failureQueues(await stackOutputs())) queues[queue.name] = await emptyQueue(queue);
      const lines = Object.entries(queues).map(([name, number]) => `  ${name}: ${count(number, 'message')}`);
      print(
        command,
        { pending, queues },
        [`${count(pending, 'pending consequence')} shown again. Failure queues emptied:`, ...lines].join('\n'),
      );
    });
}

async function touchPending(): Promise<number> {
  const now = new Date().toISOString();
  let touched = 0;
  for await (const { pk, sk } of pendingBefore(now)) {
    if ((sk.startsWith('CONSEQUENCE#') || sk === 'ROOM') && (await touchConsequence({ pk, sk }, now))) touched += 1;
  }
  return touched;
}
