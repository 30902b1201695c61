import type { Duration } from 'aws-cdk-lib';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import { DefinitionBody, type IChainable, LogLevel, QueryLanguage, StateMachine } from 'aws-cdk-lib/aws-stepfunctions';
import { Construct } from 'constructs';
import { acknowledge, acknowledgeInvoke } from '../acknowledge.ts';

type WorkflowProps = {
  definition: (scope: Construct) => IChainable;
  functions: readonly IFunction[];
  timeout: Duration;
};

/** A state machine named after its workflow, logged without data and traced. */
export function workflow(
  scope: Construct,
  name: string,
  { definition, functions, timeout }: WorkflowProps,
): StateMachine {
  const machine = new StateMachine(scope, `${name}Machine`, {
    stateMachineName: `okaeri-${name.toLowerCase()}`,
    definitionBody: DefinitionBody.fromChainable(definition(new Construct(scope, `${name}States`))),
    queryLanguage: QueryLanguage.JSONATA,
    timeout,
    tracingEnabled: true,
    logs: {
      destination: new LogGroup(scope, `${name}MachineLogs`, {
        logGroupName: `/aws/vendedlogs/states/okaeri-${name.toLowerCase()}`,
        retention: RetentionDays.TWO_WEEKS,
      }),
      level: LogLevel.ALL,
      includeExecutionData: false,
    },
  });
  acknowledge(machine, 'IAM5[Resource::*]', 'Log delivery and X-Ray have no resources to name.');
  for (const called of functions) acknowledgeInvoke(machine, called);
  return machine;
}
