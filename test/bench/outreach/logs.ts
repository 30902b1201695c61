import { CloudFormationClient, paginateListStackResources } from '@aws-sdk/client-cloudformation';
import { CloudWatchLogsClient, paginateFilterLogEvents } from '@aws-sdk/client-cloudwatch-logs';
import * as z from 'zod/mini';
import { type LocalSettings, localClient } from '../../../infra/local/settings.ts';

/** What a function's log group tells. */
export type Calls = {
  invocations: number;
  milliseconds: number;
  bytes: number;
  reads: number;
  writes: number;
  lines: readonly Line[];
};

const Line = z.object({
  message: z.string(),
  count: z.optional(z.number()),
  outcome: z.optional(z.string()),
  consumed: z.optional(z.object({ reads: z.number(), writes: z.number() })),
});
type Line = z.infer<typeof Line>;

/** What CloudWatch adds to each event when it counts bytes. */
const overhead = 26;

/** Reads the log group of a function. @param id how the construct is called: the end of its logical id, but for the hash */
export async function readCalls(settings: LocalSettings, stack: string, id: string): Promise<Calls> {
  const client = await localClient(settings);
  const logs = new CloudWatchLogsClient(client);
  const calls = { invocations: 0, milliseconds: 0, bytes: 0, reads: 0, writes: 0 };
  const lines: Line[] = [];
  const logGroupName = await logGroup(new CloudFormationClient(client), stack, id);
  for await (const { events = [] } of paginateFilterLogEvents({ client: logs }, { logGroupName, limit: 10_000 })) {
    for (const { message = '' } of events) {
      calls.bytes += Buffer.byteLength(message) + overhead;
      if (message.startsWith('START ')) calls.invocations += 1;
      calls.milliseconds += Number(/^REPORT .*\tDuration: ([\d.]+) ms/.exec(message)?.[1] ?? 0);
      const line = lineOf(message);
      if (!line) continue;
      lines.push(line);
      calls.reads += line.consumed?.reads ?? 0;
      calls.writes += line.consumed?.writes ?? 0;
    }
  }
  return { ...calls, lines };
}

async function logGroup(client: CloudFormationClient, stack: string, id: string): Promise<string> {
  for await (const page of paginateListStackResources({ client }, { StackName: stack })) {
    for (const { ResourceType, LogicalResourceId, PhysicalResourceId } of page.StackResourceSummaries ?? []) {
      const isIt =
        ResourceType === 'AWS::Logs::LogGroup' && new RegExp(`${id}Logs[0-9A-F]{8}$`).test(`${LogicalResourceId}`);
      if (isIt && PhysicalResourceId) return PhysicalResourceId;
    }
  }
  throw new Error(`${stack} has no log group of ${id}`);
}

/** A line of ours; nothing for Lambda's own. */
function lineOf(message: string): Line | undefined {
  try {
    return Line.safeParse(JSON.parse(message)).data;
  } catch {
    return undefined;
  }
}
