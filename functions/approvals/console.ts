import * as z from 'zod/mini';
import type { ApprovalWord } from '../domain/approval-word.ts';
import { longestNote } from '../domain/review.ts';

/** The Step Functions console, where approvers decide. */

/**
 * Where an approver finds it.
 * @param execution the ARN of the waiting one: `arn:aws:states:REGION:ACCOUNT:execution:MACHINE:NAME`
 * @param machine takes the word, like `okaeri-decide-reward`
 */
export function consoleOf(execution: string, machine: string): { executionUrl: string; stateMachineUrl: string } {
  const [, partition = 'aws', , region = '', account = ''] = execution.split(':');
  const console = `https://${region}.console.aws.amazon.com/states/home?region=${region}#`;
  const arn = `arn:${partition}:states:${region}:${account}:stateMachine:${machine}`;
  return {
    executionUrl: `${console}/v2/executions/details/${execution}`,
    stateMachineUrl: `${console}/statemachines/view/${encodeURIComponent(arn)}`,
  };
}

/** What somebody typed: a code, and whatever else could be read. */
type Typed = Pick<ApprovalWord, 'decision' | 'note'> & { number: number | undefined; code: string };

const Input = z.looseObject({ code: z.string() });
const Matter = z.coerce.number().check(z.int(), z.minimum(1));
const Decision = z.enum(['approve', 'reject']);
const Note = z.string().check(z.trim(), z.minLength(1), z.maxLength(longestNote));

/**
 * Reads what somebody typed into the console. A code that is there is to be spent, whatever else is wrong.
 * @param called under which name the number stands, like `reward`
 * @returns nothing where there is no code
 */
export function typedInConsole(input: unknown, called: string): Typed | undefined {
  const typed = Input.safeParse(input).data;
  return (
    typed && {
      number: Matter.safeParse(typed[called]).data,
      code: typed.code,
      decision: Decision.safeParse(typed.decision).data,
      note: Note.safeParse(typed.note).data,
    }
  );
}
