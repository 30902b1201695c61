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

/** The name and input of an execution: a repeat must be identical byte for byte. */
export function executionOf(person: string, { stint, generation }: { stint: number; generation: number }) {
  return { name: `${person}-${stint}-${generation}`, input: JSON.stringify({ person, stint, generation }) };
}

export async function startExecution(execution: {
  name: string;
  input: string;
}): Promise<'started' | 'started before'> {
  try {
    await states.send(new StartExecutionCommand({ stateMachineArn: setting('OFFBOARDING_MACHINE'), ...execution }));
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
