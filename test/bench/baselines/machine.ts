import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import { Choice, Condition, type IChainable, Succeed, Wait, WaitTime } from 'aws-cdk-lib/aws-stepfunctions';
import type { Construct } from 'constructs';
import { call, outcomeIs } from '../../../workflows/step.ts';

/** The ordinary designs with an execution: one that sleeps between touches, or one for each touch. */

export type Form = {
  /** Sleeps until each touch, and goes on to the next one; else it is started for one touch. */
  sleeps: boolean;
  /** A state for each step, as one draws it; else as few as will do. */
  stepByStep: boolean;
};

const touch = { person: '{% $states.input.person %}', touches: '{% $states.input.touches %}' };

export function touchMachine(scope: Construct, handler: IFunction, { sleeps, stepByStep }: Form): IChainable {
  const write = call(scope, 'Write', { handler, payload: { step: 'write', ...touch } });
  const done = Succeed.jsonata(scope, 'Done');
  const wait = sleeps
    ? Wait.jsonata(scope, 'Wait for the touch', { time: WaitTime.timestamp('{% $states.input.touches[0].at %}') })
    : undefined;
  const next = wait
    ? Choice.jsonata(scope, 'Another touch?')
        .when(Condition.jsonata('{% $count($states.input.touches) > 0 %}'), wait)
        .otherwise(done)
    : done;
  if (!stepByStep) {
    write.next(next);
    return wait ? wait.next(write) : write;
  }
  const look = call(scope, 'Look whether a mail is wanted', { handler, payload: { step: 'look', ...touch } });
  write.next(Choice.jsonata(scope, 'Was it written?').when(outcomeIs('sent', 'sent before'), next).otherwise(done));
  look.next(Choice.jsonata(scope, 'Is a mail wanted?').when(outcomeIs('write'), write).otherwise(done));
  return wait ? wait.next(look) : look;
}
