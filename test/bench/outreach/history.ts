import { setTimeout } from 'node:timers/promises';
import {
  DescribeExecutionCommand,
  type HistoryEvent,
  paginateGetExecutionHistory,
  type SFNClient,
  StartExecutionCommand,
} from '@aws-sdk/client-sfn';
import * as z from 'zod/mini';

/** What an execution did, from its history. */
export type Execution = {
  /** States that were entered, and tries after the first: what AWS counts as transitions. */
  transitions: number;
  invocations: number;
  events: number;
  /** What each step answered. */
  answers: readonly unknown[];
};

/** Runs an execution to its end. @throws when it does not succeed */
export async function runExecution(states: SFNClient, stateMachineArn: string, input: object): Promise<string> {
  const { executionArn = '' } = await states.send(
    new StartExecutionCommand({ stateMachineArn, input: JSON.stringify(input) }),
  );
  await endOf(states, executionArn);
  return executionArn;
}

/** Waits for an execution's end. @throws when it does not succeed */
export async function endOf(states: SFNClient, executionArn: string): Promise<void> {
  for (;;) {
    const { status, error, cause } = await states.send(new DescribeExecutionCommand({ executionArn }));
    if (status === 'SUCCEEDED') return;
    if (status !== 'RUNNING') throw new Error(`${executionArn} ended as ${status}: ${error} ${cause}`);
    await setTimeout(100);
  }
}

export async function readHistory(states: SFNClient, executionArn: string): Promise<Execution> {
  const events: HistoryEvent[] = [];
  for await (const page of paginateGetExecutionHistory({ client: states }, { executionArn, maxResults: 1000 })) {
    events.push(...(page.events ?? []));
  }
  const entered = events.filter(({ type }) => type?.endsWith('StateEntered')).length;
  const tasks = events.filter(({ type }) => type === 'TaskStateEntered').length;
  const scheduled = events.filter(({ type }) => type === 'LambdaFunctionScheduled' || type === 'TaskScheduled').length;
  return {
    transitions: entered + Math.max(0, scheduled - tasks),
    invocations: scheduled,
    events: events.length,
    answers: events.flatMap(({ type, stateExitedEventDetails }) =>
      type === 'TaskStateExited' ? [JSON.parse(stateExitedEventDetails?.output ?? 'null')] : [],
    ),
  };
}

const Answer = z.object({
  outcome: z.string(),
  counts: z.optional(z.record(z.string(), z.number())),
  consumed: z.object({ reads: z.number(), writes: z.number() }),
});
export type Answer = z.infer<typeof Answer>;

/** The answers of the sweep's steps. */
export function answersOf({ answers }: Execution): Answer[] {
  return answers.map((answer) => Answer.parse(answer));
}
