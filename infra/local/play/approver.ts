import { DescribeExecutionCommand, SFNClient, StartExecutionCommand } from '@aws-sdk/client-sfn';
import { type LocalSettings, localClient } from '../settings.ts';
import type { Mail } from './leaver.ts';
import { machineArn } from './programme.ts';
import { until } from './until.ts';

/** Plays an approver in the Step Functions console. */

/** The input that an approval mail shows, as it stands. */
export function consoleInputIn(mail: Mail): string {
  const input = /\{"(?:reward|rehire)":[^{}]*\}/.exec(mail.text)?.[0];
  if (!input) throw new Error('the mail shows no input for the console');
  return input;
}

/** How the execution ended: its status, and its cause where it failed. */
export type Decided = { status: string; cause: string };

/** Starts decide-reward, or decide-rehire, with an input, and waits for its end. */
export async function decideInConsole(
  settings: LocalSettings,
  input: string,
  machine: 'DecideReward' | 'DecideRehire' = 'DecideReward',
): Promise<Decided> {
  const states = new SFNClient(await localClient(settings));
  const { executionArn } = await states.send(
    new StartExecutionCommand({ stateMachineArn: machineArn(settings, machine), input }),
  );
  return until('the end of the decision', async () => {
    const { status, cause = '' } = await states.send(new DescribeExecutionCommand({ executionArn }));
    return status === 'RUNNING' ? undefined : { status: String(status), cause };
  });
}
