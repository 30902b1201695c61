import { CfnElement, Stack, Validations } from 'aws-cdk-lib';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import type { IConstruct } from 'constructs';

/** A finding of the security check that is meant so, with its reason, beside the construct that causes it. */
export function acknowledge(construct: IConstruct, finding: string, reason: string): void {
  Validations.of(construct).acknowledge({ id: `AwsSolutions::AwsSolutions-${finding}`, reason });
}

/** Calling a function by any of its versions: how CDK grants an invocation. */
export function acknowledgeInvoke(caller: IConstruct, called: IFunction): void {
  const resource = called.node.defaultChild;
  if (!CfnElement.isCfnElement(resource)) return;
  const id = Stack.of(called).getLogicalId(resource);
  acknowledge(caller, `IAM5[Resource::<${id}.Arn>:*]`, 'The versions of one function, which the role may call.');
}
