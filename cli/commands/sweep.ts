import { setTimeout as sleep } from 'node:timers/promises';
import {
  DescribeExecutionCommand,
  GetExecutionHistoryCommand,
  ListStateMachinesCommand,
  SFNClient,
  StartExecutionCommand,
} from '@aws-sdk/client-sfn';
import { Command, InvalidArgumentError } from 'commander';
import * as z from 'zod/mini';
import { policy } from '../../functions/adapters/policy.ts';
import { dateOf, type PlainDate } from '../../functions/domain/time.ts';
import { count, print } from '../print.ts';
import { isEmulated, output, stackOutputs } from '../target.ts';
import { Trouble } from '../trouble.ts';

const longestWait = 15 * 60_000;

/** `sweep [--date YYYY-MM-DD]`: does what the calendar does every day. */
export function sweepCommand(): Command {
  return new Command('sweep')
    .summary('do what the daily sweep does, for today, a missed day or, on the local stack, a coming one')
    .option('--date <YYYY-MM-DD>', 'the day, in the company’s time zone (default: today)', dateOption)
    .action(async ({ date }: { date?: string }, command: Command) => {
      const today = dateOf(new Date().toISOString(), policy.company.timeZone);
      const day = dayToSweep(date, today, isEmulated(process.env));
      const machine = await machineArn(output(await stackOutputs(), 'StateMachineSweep'));
      const name = `cli-${day}-${Date.now()}`;
      const { executionArn = '' } = await states.send(
        new StartExecutionCommand({ stateMachineArn: machine, name, input: JSON.stringify({ date: day }) }),
      );
      console.error(`Sweeping ${day} (execution ${name}) …`);
      await untilEnded(executionArn, name);
      const { end, due, outreach } = await endOf(executionArn);
      print(
        command,
        { date: day, execution: name, end, due, outreach },
        `${endInWords(end, day)} ${outreachInWords(outreach)} ${dueInWords(due)}`,
      );
    });
}

/**
 * The day to sweep.
 * @throws Trouble for a coming day, unless nobody real is meant
 */
export function dayToSweep(date: PlainDate | undefined, today: PlainDate, emulated: boolean): PlainDate {
  if (date !== undefined && date > today && !emulated) {
    throw new Trouble(
      `${date} is still to come: on AWS that would enrol people early and forget who refused. Name today (${today}) or a day before, or try it on the local stack ("npm start").`,
    );
  }
  return date ?? today;
}

/** What a sweep came to, by the name of the state it ended in. */
export function endInWords(end: string | undefined, day: PlainDate): string {
  switch (end) {
    case 'Stopped by the breaker':
      return 'Outreach was stopped by the breaker; see "outreach status".';
    case 'Quota used up':
      return 'SES’s daily quota is used up; the rest is due tomorrow.';
    default:
      return `Swept ${day}.`;
  }
}

function dateOption(text: string): string {
  if (!z.safeParse(z.iso.date(), text).success) throw new InvalidArgumentError('It must be a date such as 2026-12-31.');
  return text;
}

const states = new SFNClient({});

async function machineArn(machine: string): Promise<string> {
  for (let nextToken: string | undefined, first = true; first || nextToken; first = false) {
    const page = await states.send(new ListStateMachinesCommand({ nextToken }));
    const found = page.stateMachines?.find(({ name }) => name === machine)?.stateMachineArn;
    if (found) return found;
    nextToken = page.nextToken;
  }
  throw new Trouble(`There is no state machine "${machine}": deploy the stack again.`);
}

/** The state that an execution ended in, how much it acted on, and what its calls of outreach counted. */
async function endOf(executionArn: string): Promise<{ end?: string; due: number; outreach: OutreachCounts }> {
  let end: string | undefined;
  let due = 0;
  const outreach: OutreachCounts = {};
  for (let nextToken: string | undefined, first = true; first || nextToken; first = false) {
    const page = await states.send(new GetExecutionHistoryCommand({ executionArn, nextToken }));
    for (const { stateExitedEventDetails: exited } of page.events ?? []) {
      end = exited?.name ?? end;
      const acted = ActedOn.safeParse(exited?.name === 'Act on what is due' && JSON.parse(exited.output ?? '{}'));
      due += acted.success ? acted.data.count : 0;
      const output = Counted.safeParse(exited?.name === 'Write to who is due' && JSON.parse(exited.output ?? '{}'));
      for (const [outcome, number] of output.success ? Object.entries(output.data.counts) : [])
        outreach[outcome] = (outreach[outcome] ?? 0) + number;
    }
    nextToken = page.nextToken;
  }
  return { ...(end && { end }), due, outreach };
}

const ActedOn = z.object({ count: z.number() });
const Counted = z.object({ counts: z.record(z.string(), z.number()) });
type OutreachCounts = Record<string, number>;

/** Dates that came: last days, gatherings, data that expires. */
export function dueInWords(due: number): string {
  return due === 0 ? 'Nothing else was due.' : `${count(due, 'other thing')} ${due === 1 ? 'was' : 'were'} due.`;
}

/** What became of those who were due for outreach. */
export function outreachInWords(counts: Readonly<Record<string, number>>): string {
  const parts = Object.entries(counts).map(([outcome, number]) => `${number} ${outcome}`);
  return parts.length > 0 ? `Outreach: ${parts.join(', ')}.` : 'Nobody was due for outreach.';
}

async function untilEnded(executionArn: string, name: string): Promise<void> {
  for (const deadline = Date.now() + longestWait; Date.now() < deadline; await sleep(1000)) {
    const execution = await states.send(new DescribeExecutionCommand({ executionArn }));
    if (execution.status === 'SUCCEEDED') return;
    if (execution.status !== 'RUNNING') {
      throw new Trouble(
        `The sweep ended as ${execution.status}${execution.error ? ` (${execution.error})` : ''}: see execution ${name} in Step Functions.`,
      );
    }
  }
  throw new Trouble(`The sweep still runs after 15 minutes: see execution ${name} in Step Functions.`);
}
