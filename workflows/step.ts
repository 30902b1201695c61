import { Duration } from 'aws-cdk-lib';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import { Condition, JitterType, TaskInput, type TaskStateBase, Timeout } from 'aws-cdk-lib/aws-stepfunctions';
import { LambdaInvoke } from 'aws-cdk-lib/aws-stepfunctions-tasks';
import type { Construct } from 'constructs';

/** When the execution entered the state: the `now` of every step. */
export const now = '{% $states.context.State.EnteredTime %}';

/** What every step of an execution about a stint is given: its ids and the time. */
export const stint = {
  person: '{% $states.context.Execution.Input.person %}',
  stint: '{% $states.context.Execution.Input.stint %}',
  generation: '{% $states.context.Execution.Input.generation %}',
  now,
};

type Call = {
  handler: IFunction;
  payload: Record<string, unknown>;
  /** Variables that later states read. */
  assign?: Record<string, unknown>;
  /** How long one try may take. */
  timeout?: Duration;
  /** What happens there, for who reads the graph. */
  comment?: string;
};

/** A state that calls a function; the function's answer is the state's output. */
export function call(
  scope: Construct,
  name: string,
  { handler, payload, assign, timeout = Duration.seconds(90), comment }: Call,
): LambdaInvoke {
  const task = LambdaInvoke.jsonata(scope, name, {
    lambdaFunction: handler,
    payload: TaskInput.fromObject(payload),
    outputs: '{% $states.result.Payload %}',
    ...(assign && { assign }),
    ...(comment && { comment }),
    retryOnServiceExceptions: false,
    taskTimeout: Timeout.duration(timeout),
  });
  retry(task, ['States.ALL']);
  return task;
}

/**
 * Whatever a step throws a retry may cure: again after about 1, 2, 4 … 1024 s, then every half hour, for five hours in
 * all, so that an outage or SES's daily quota ends a departure's execution only when people should look.
 */
export function retry(task: TaskStateBase, errors: string[]): void {
  task.addRetry({
    errors,
    interval: Duration.seconds(1),
    backoffRate: 2,
    maxDelay: Duration.minutes(30),
    maxAttempts: 20,
    jitterStrategy: JitterType.FULL,
  });
}

/** A condition of a choice on what the step before answered. */
export function outcomeIs(...outcomes: string[]): Condition {
  return Condition.jsonata(`{% $states.input.outcome in ${JSON.stringify(outcomes)} %}`);
}
