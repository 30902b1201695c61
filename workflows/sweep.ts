import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import { Choice, Condition, type IChainable, Succeed } from 'aws-cdk-lib/aws-stepfunctions';
import type { Construct } from 'constructs';
import { call, now, outcomeIs } from './step.ts';

/** The daily sweep for a date: what is due, what is pending, and whether the HR system still reports. */
export function sweep(scope: Construct, { handler }: { handler: IFunction }): IChainable {
  const date = '{% $states.context.Execution.Input.date %}';
  const run = (name: string, step: string, assign: Record<string, unknown>) =>
    call(scope, name, { handler, payload: { step, date, now }, assign });
  const due = run('Act on what is due', 'due', { due: '{% $states.result.Payload.count %}' });
  const pending = run('Take up what is pending', 'pending', { pending: '{% $states.result.Payload.count %}' });
  const silence = run('Check that the HR system reports', 'silence', {});
  const swept = Succeed.jsonata(scope, 'Swept', { outputs: { date, due: '{% $due %}', pending: '{% $pending %}' } });
  const more = (name: string, step: IChainable, next: IChainable) =>
    Choice.jsonata(scope, name)
      .when(Condition.jsonata(outcomeIs('more')), step, { comment: 'Yes' })
      .otherwise(next);
  silence.next(swept);
  pending.next(more('More pending?', pending, silence));
  return due.next(more('More due?', due, pending));
}
