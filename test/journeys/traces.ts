import {
  CloudWatchLogsClient,
  FilterLogEventsCommand,
  paginateDescribeLogGroups,
} from '@aws-sdk/client-cloudwatch-logs';
import { type HistoryEvent, paginateGetExecutionHistory, paginateListExecutions } from '@aws-sdk/client-sfn';
import { expect } from 'vitest';
import { machineArn } from '../../infra/local/play/programme.ts';
import { settings, states } from './stage.ts';

/** Looks for traces of people where none may be: in logs and in what executions keep. */

export function expectNoTrace(text: string, traces: readonly string[], where: string): void {
  // JSON may write any of them as escapes.
  const escaped = traces.map((trace) =>
    JSON.stringify(trace)
      .slice(1, -1)
      .replaceAll(/[^\x20-\x7e]/g, (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`),
  );
  const found = [...traces, ...escaped].filter((trace) => text.includes(trace));
  expect(found, where).toEqual([]);
}

/** @returns how many lines were looked at: the test itself would be blind if nothing were logged */
export async function expectNoTraceInLogs(traces: readonly string[]): Promise<number> {
  const logs = new CloudWatchLogsClient({});
  let lines = 0;
  for await (const { logGroups = [] } of paginateDescribeLogGroups({ client: logs }, {})) {
    for (const { logGroupName } of logGroups) {
      for (let nextToken: string | undefined, first = true; first || nextToken; first = false) {
        const page = await logs.send(new FilterLogEventsCommand({ logGroupName, nextToken }));
        const text = (page.events ?? []).map(({ message }) => message).join('\n');
        lines += page.events?.length ?? 0;
        expectNoTrace(text, traces, String(logGroupName));
        nextToken = page.nextToken === nextToken ? undefined : page.nextToken;
      }
    }
  }
  return lines;
}

/** What each execution of a state machine keeps, where its name is one of ours: input and output of every state. */
export async function* historiesOf(
  machine: string,
  isOurs: (name: string) => boolean,
): AsyncGenerator<{ name: string; events: HistoryEvent[] }> {
  const stateMachineArn = machineArn(settings, machine);
  for await (const { executions = [] } of paginateListExecutions({ client: states }, { stateMachineArn })) {
    for (const { executionArn, name = '' } of executions.filter((execution) => isOurs(String(execution.name)))) {
      const events: HistoryEvent[] = [];
      for await (const page of paginateGetExecutionHistory(
        { client: states },
        { executionArn, includeExecutionData: true },
      ))
        events.push(...(page.events ?? []));
      yield { name, events };
    }
  }
}
