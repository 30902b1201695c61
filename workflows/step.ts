import { Duration } from 'aws-cdk-lib';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import type { IChainable, TaskStateBase } from 'aws-cdk-lib/aws-stepfunctions';
import { LambdaInvoke } from 'aws-cdk-lib/aws-stepfunctions-tasks';
import type { Construct } from 'constructs';

/** The execution's own input, and the time of entering the state: what every step of the offboarding is given. */
export const subject = {
  person: '{% $states.context.Execution.Input.person %}',
  stint: '{% $states.context.Execution.Input.stint %}',
  generation: '{% $states.context.Execution.Input.generation %}',
};
export const now = '{% $states.context.State.EnteredTime %}';

/** Calls a function, and hands its answer on as the state's output. */
export function call(
  scope: Construct,
  name: string,
  step: { handler: IFunction; payload: Record<string, unknown>; assign?: Record<string, unknown> },
): LambdaInvoke {
  const task = LambdaInvoke.jsonata(scope, name, {
    lambdaFunction: step.handler,
    payload: { type: 0, value: step.payload },
    outputs: '{% $states.result.Payload %}',
    ...(step.assign && { assign: step.assign }),
    retryOnServiceExceptions: false,
    taskTimeout: { seconds: 90 },
  });
  retryFaults(task);
  return task;
}

/** Whatever a step throws, a retry may cure: 6 attempts after 2, 4, 8, 16, 32 and 64 s, about two minutes, spread by jitter. */
export function retryFaults(task: TaskStateBase, errors: string[] = ['States.ALL']): void {
  task.addRetry({ errors, interval: Duration.seconds(2), backoffRate: 2, maxAttempts: 6 });
}

export type Next = IChainable;
