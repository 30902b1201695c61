import { readFile } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { paginateListExecutions, SFNClient, StartExecutionCommand } from '@aws-sdk/client-sfn';
import * as z from 'zod/mini';
import { lastLines, run } from '../../../infra/local/processes.ts';
import { type LocalSettings, localClient, localEnvironment, repository } from '../../../infra/local/settings.ts';
import { alumnusId, seed } from '../outreach/alumni.ts';
import { endOf, readHistory } from '../outreach/history.ts';
import { readCalls } from '../outreach/logs.ts';
import { Bar } from '../outreach/progress.ts';
import { sum, type Usage } from '../outreach/usage.ts';
import { alumni, type Design, designs, firstDay, names, touchesFrom } from './plan.ts';

const stackName = 'okaeri-baselines';
const Outputs = z.object({ [stackName]: z.object({ TableName: z.string() }) });

/** Deploys the ordinary designs, plays them, and counts. What is the same for each mail in every design, SES's reports, is not among it. */
export async function playBaselines(
  settings: LocalSettings,
  stateDir: string,
  policy: string,
): Promise<Record<Design, Usage>> {
  const bar = new Bar('The ordinary designs');
  // Schedules are made with the stack, and must find everybody there.
  const start = new Date(Date.now() + 90_000);
  const table = await deployBaselines(settings, stateDir, { policy, start });
  for (const group of names) {
    await seed(settings, table, ['--group', group, '--alumni', `${alumni}`, '--from', firstDay, '--away', '225']);
  }
  const touches = touchesFrom(start, 0);
  const editions = touches.flatMap(({ date }) => ['--edition', date]);
  await seed(settings, table, editions);
  if (Date.now() > start.getTime()) throw new Error('the ordinary designs were not ready in time');

  const states = new SFNClient(await localClient(settings));
  const machine = (name: Design) =>
    `arn:aws:states:${settings.aws.region}:000000000000:stateMachine:okaeri-baseline-${name}`;
  const sleeping: string[] = [];
  for (const name of names.filter((one) => designs[one]?.sleeps)) {
    for (let index = 0; index < alumni; index += 1) {
      const input = JSON.stringify({ person: alumnusId(name, index), touches: touchesFrom(start, index) });
      const { executionArn = '' } = await states.send(
        new StartExecutionCommand({ stateMachineArn: machine(name), input }),
      );
      sleeping.push(executionArn);
    }
  }
  for (const executionArn of sleeping) await endOf(states, executionArn);
  await untilFired(settings, alumni * touches.length);

  const usage = async (name: Design): Promise<Usage> => {
    const form = designs[name];
    const transitions = form ? await transitionsOf(states, machine(name)) : 0;
    return sum(await callsOf(settings, name), {
      // The end of a sleeping execution comes once in an alumnus's life, not with each mail.
      transitions: form?.sleeps ? transitions - alumni : transitions,
      schedules: form?.sleeps ? 0 : alumni * touches.length,
    });
  };
  const counted = {
    SleepingSteps: await usage('SleepingSteps'),
    Sleeping: await usage('Sleeping'),
    ScheduledSteps: await usage('ScheduledSteps'),
    Scheduled: await usage('Scheduled'),
  };
  for (const [name, { mails }] of Object.entries(counted)) {
    if (mails !== alumni * touches.length) throw new Error(`${name} sent ${mails} mails`);
  }
  bar.end(`The ordinary designs played, ${alumni} alumni with ${touches.length} mails each`);
  return counted;
}

async function deployBaselines(
  settings: LocalSettings,
  stateDir: string,
  { policy, start }: { policy: string; start: Date },
): Promise<string> {
  const outputs = join(stateDir, 'baselines.json');
  const context = [`policy=${policy}`, `portalUrl=${settings.portal}`, `start=${start.toISOString()}`];
  const { ok, output } = await run(process.execPath, {
    args: [
      join(repository, 'node_modules/aws-cdk/bin/cdk'),
      'deploy',
      '--app',
      'tsx test/bench/baselines/app.ts',
      '--output',
      join(stateDir, 'cdk.baselines'),
      '--outputs-file',
      outputs,
      '--require-approval=never',
      '--no-notices',
      ...context.flatMap((each) => ['-c', each]),
    ],
    cwd: repository,
    env: {
      ...process.env,
      ...localEnvironment(settings),
      PATH: [join(repository, 'node_modules/.bin'), process.env['PATH']].join(delimiter),
      CI: 'true',
    },
    log: join(stateDir, 'cdk-baselines.log'),
  });
  if (!ok) throw new Error(`the ordinary designs were not deployed:\n${lastLines(output)}`);
  return Outputs.parse(JSON.parse(await readFile(outputs, 'utf8')))[stackName].TableName;
}

/** Waits until the functions that schedules call have written all their mails. */
async function untilFired(settings: LocalSettings, mails: number): Promise<void> {
  for (let turn = 0; turn < 60; turn += 1) {
    const counts = await Promise.all(
      (['ScheduledSteps', 'Scheduled'] as const).map(async (name) => (await callsOf(settings, name)).mails ?? 0),
    );
    if (counts.every((count) => count >= mails)) break;
    await setTimeout(2000);
  }
  // The last executions end a moment after their mail.
  await setTimeout(2000);
}

async function callsOf(settings: LocalSettings, name: Design): Promise<Partial<Usage>> {
  const { invocations, milliseconds, bytes, reads, writes, lines } = await readCalls(settings, stackName, name);
  const mails = lines.filter(({ outcome }) => outcome === 'sent').length;
  return { mails, invocations, reads, writes, logBytes: bytes, gigabyteSeconds: (milliseconds / 1000) * 0.5 };
}

async function transitionsOf(states: SFNClient, stateMachineArn: string): Promise<number> {
  let transitions = 0;
  for await (const { executions = [] } of paginateListExecutions({ client: states }, { stateMachineArn })) {
    for (const { executionArn = '' } of executions) {
      transitions += (await readHistory(states, executionArn)).transitions;
    }
  }
  return transitions;
}
