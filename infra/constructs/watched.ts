import type { HttpApi } from 'aws-cdk-lib/aws-apigatewayv2';
import { CfnRule } from 'aws-cdk-lib/aws-events';
import { CfnFunction, type IFunction } from 'aws-cdk-lib/aws-lambda';
import { CfnQueue, Queue } from 'aws-cdk-lib/aws-sqs';
import { CfnStateMachine, StateMachine } from 'aws-cdk-lib/aws-stepfunctions';
import type { IConstruct } from 'constructs';
import { OkaeriFunction } from './okaeri-function.ts';

type ByName<T> = Readonly<Record<string, T>>;

/** Everything that runs and may stop, by name. */
export type Watched = {
  machines: ByName<StateMachine>;
  functions: ByName<OkaeriFunction>;
  workQueues: ByName<Queue>;
  failureQueues: ByName<Queue>;
  rules: ByName<CfnRule>;
  api: HttpApi;
  /** What receives departures. */
  intake: ByName<IFunction>;
  relay: IFunction;
  sweep: StateMachine;
};

/** Finds what is watched below a scope, so that what a later stage adds is not forgotten. */
export function watchedIn(scope: IConstruct, singled: Pick<Watched, 'api' | 'intake' | 'relay' | 'sweep'>): Watched {
  const all = scope.node.findAll();
  const queues = all.filter((found) => found instanceof Queue);
  return {
    machines: byName(all.filter((found) => found instanceof StateMachine)),
    functions: byName(all.filter((found) => found instanceof OkaeriFunction)),
    workQueues: byName(queues.filter((queue) => queue.deadLetterQueue)),
    failureQueues: byName(queues.filter((queue) => !queue.deadLetterQueue)),
    rules: byName(all.filter((found) => found instanceof CfnRule)),
    ...singled,
  };
}

function byName<T extends IConstruct>(found: readonly T[]): ByName<T> {
  return Object.fromEntries(found.map((construct) => [nameOf(construct), construct]));
}

/** What the stack calls it, else what it is called among the constructs. */
function nameOf(construct: IConstruct): string {
  const resource = construct.node.defaultChild;
  const given =
    resource instanceof CfnFunction
      ? resource.functionName
      : resource instanceof CfnQueue
        ? resource.queueName
        : resource instanceof CfnStateMachine
          ? resource.stateMachineName
          : construct.node.scope?.node.id;
  return (given ?? construct.node.id).replace(/^okaeri-/, '').toLowerCase();
}
