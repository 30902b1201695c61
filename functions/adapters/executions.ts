import {
  ExecutionAlreadyExists,
  InvalidToken,
  SendTaskSuccessCommand,
  SFNClient,
  StartExecutionCommand,
  TaskDoesNotExist,
  TaskTimedOut,
} from '@aws-sdk/client-sfn';
import { setting } from './environment.ts';

/** Step Functions, as relay moves it. Everything here is harmless when repeated. */

const states = new SFNClient({});

type Started = 'started' | 'started before';

/** Starts the offboarding of a stint's generation. */
export function startOffboarding(
  person: string,
  { stint, generation }: { stint: number; generation: number },
): Promise<Started> {
  return start('OFFBOARDING_MACHINE', `${person}-${stint}-${generation}`, { person, stint, generation });
}

/** Starts the review of an edition. */
export function startReview(edition: number): Promise<Started> {
  return start('EDITION_MACHINE', `edition-${edition}`, { edition });
}

/** Starts the execution of a gathering. */
export function startGathering(gathering: number): Promise<Started> {
  return start('GATHERING_MACHINE', `gathering-${gathering}`, { gathering });
}

/** Starts the execution that tells what is to be told of a contribution. */
export function startContribution(contribution: number, round: number): Promise<Started> {
  return start('CONTRIBUTION_MACHINE', `contribution-${contribution}-${round}`, { contribution });
}

/** Starts the execution of a reward. */
export function startReward(reward: number, generation: number): Promise<Started> {
  return start('REWARD_MACHINE', `reward-${reward}-${generation}`, { reward, generation });
}

/** Starts an execution that carries a rehire on. */
export function startRehire(rehire: number, round: number): Promise<Started> {
  return start('REHIRE_MACHINE', `rehire-${rehire}-${round}`, { rehire, round });
}

/** A repeat must be identical byte for byte, in its name and its input. */
async function start(machine: string, name: string, input: Record<string, unknown>): Promise<Started> {
  try {
    await states.send(
      new StartExecutionCommand({ stateMachineArn: setting(machine), name, input: JSON.stringify(input) }),
    );
    return 'started';
  } catch (error) {
    if (error instanceof ExecutionAlreadyExists) return 'started before';
    throw error;
  }
}

/** Wakes a parked execution. The answer itself is in the table. */
export async function resumeExecution(taskToken: string): Promise<'resumed' | 'gone on'> {
  try {
    await states.send(new SendTaskSuccessCommand({ taskToken, output: '{}' }));
    return 'resumed';
  } catch (error) {
    if (error instanceof TaskTimedOut || error instanceof TaskDoesNotExist || error instanceof InvalidToken)
      return 'gone on';
    throw error;
  }
}
