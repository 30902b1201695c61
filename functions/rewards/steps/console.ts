/** Where an approver finds the Step Functions console, by the ARN of an execution: `arn:aws:states:REGION:ACCOUNT:execution:MACHINE:NAME`. */
export function consoleOf(execution: string): { executionUrl: string; stateMachineUrl: string } {
  const [, partition = 'aws', , region = '', account = ''] = execution.split(':');
  const console = `https://${region}.console.aws.amazon.com/states/home?region=${region}#`;
  const machine = `arn:${partition}:states:${region}:${account}:stateMachine:okaeri-decide-reward`;
  return {
    executionUrl: `${console}/v2/executions/details/${execution}`,
    stateMachineUrl: `${console}/statemachines/view/${encodeURIComponent(machine)}`,
  };
}
