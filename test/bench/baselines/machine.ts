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

export function touchMachine(scope: Construct, touch: IFunction, { sleeps, stepByStep }: Form): IChainable {
  const state = { person: '{% $states.input.person %}', touches: '{% $states.input.touches %}' };
  const write = call(scope, 'Write', { handler: touch, payload: { step: 'write', ...state } });
  const end = Succeed.jsonata(scope, 'Done');
  const look = call(scope, 'Look whether a mail is wanted', { handler: touch, payload: { step: 'look', ...state } });
  const wanted = Choice.jsonata(scope, 'Is a mail wanted?').when(outcomeIs('write'), write).otherwise(end);
  const steps = stepByStep ? look.next(wanted) : write;

  const wait = Wait.jsonata(scope, 'Wait for the touch', {
    time: WaitTime.timestamp('{% $states.input.touches[0].at %}'),
  });
  const another = Choice.jsonata(scope, 'Another touch?')
    .when(Condition.jsonata('{% $count($states.input.touches) > 0 %}'), wait)
    .otherwise(end);
  const next = sleeps ? another : end;
  const written = Choice.jsonata(scope, 'Was it written?').when(outcomeIs('sent', 'sent before'), next).otherwise(end);
  write.next(stepByStep ? written : next);
  return sleeps ? wait.next(steps) : steps;
}
