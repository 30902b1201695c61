import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import { Choice, type IChainable, Succeed } from 'aws-cdk-lib/aws-stepfunctions';
import type { Construct } from 'constructs';
import { call, now, outcomeIs } from './step.ts';

/** The daily sweep for a date: what is due, what is pending, and whether the HR system still reports. */
export function sweep(scope: Construct, { handler }: { handler: IFunction }): IChainable {
  const date = '{% $states.context.Execution.Input.date %}';
  const run = (name: string, step: string) => call(scope, name, { handler, payload: { step, date, now } });
  const due = run('Act on what is due', 'due');
  const pending = run('Take up what is pending', 'pending');
  const silence = run('Check that the HR system reports', 'silence');
  const more = (name: string, step: IChainable, next: IChainable) =>
    Choice.jsonata(scope, name).when(outcomeIs('more'), step, { comment: 'Yes' }).otherwise(next);
  silence.next(Succeed.jsonata(scope, 'Swept'));
  pending.next(more('More pending?', pending, silence));
  return due.next(more('More due?', due, pending));
}
