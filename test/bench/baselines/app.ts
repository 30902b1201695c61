import { App, CfnOutput, Duration, RemovalPolicy, Stack } from 'aws-cdk-lib';
import { AttributeType, BillingMode, Table } from 'aws-cdk-lib/aws-dynamodb';
import { Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Schedule, ScheduleExpression, ScheduleTargetInput } from 'aws-cdk-lib/aws-scheduler';
import { LambdaInvoke, StepFunctionsStartExecution } from 'aws-cdk-lib/aws-scheduler-targets';
import { Secret } from 'aws-cdk-lib/aws-secretsmanager';
import { DefinitionBody, QueryLanguage, StateMachine } from 'aws-cdk-lib/aws-stepfunctions';
import { Construct } from 'constructs';
import { readConfig } from '../../../infra/config.ts';
import { mayMail } from '../../../infra/constructs/may-mail.ts';
import { deciding, OkaeriFunction } from '../../../infra/constructs/okaeri-function.ts';
import { alumnusId } from '../outreach/alumni.ts';
import { touchMachine } from './machine.ts';
import { alumni, designs, names, touchesFrom } from './plan.ts';

/** The ordinary designs, deployed beside Okaeri to the same emulator. */

const app = new App();
const { policy, policyFile, portalUrl = '' } = readConfig(app);
const start = new Date(String(app.node.tryGetContext('start')));
const stack = new Stack(app, 'okaeri-baselines');

// No index: nobody looks for what is due.
const table = new Table(stack, 'Table', {
  partitionKey: { name: 'pk', type: AttributeType.STRING },
  sortKey: { name: 'sk', type: AttributeType.STRING },
  billingMode: BillingMode.PAY_PER_REQUEST,
  removalPolicy: RemovalPolicy.DESTROY,
});
new CfnOutput(stack, 'TableName', { value: table.tableName });
const secret = (name: string) => Secret.fromSecretNameV2(stack, name, `okaeri/${name}`);
const secrets = { IDENTITY_SECRET: secret('identity'), LINK_SECRET: secret('links') };
const role = new Role(stack, 'SchedulerRole', { assumedBy: new ServicePrincipal('scheduler.amazonaws.com') });

for (const name of names) {
  const place = new Construct(stack, name);
  const touch = new OkaeriFunction(place, name, {
    entry: '../test/bench/baselines/touch.ts',
    policyFile,
    table,
    tableActions: [...deciding, 'GetItem', 'UpdateItem'],
    secrets,
    environment: { CONFIGURATION_SET: 'okaeri', PORTAL_URL: portalUrl },
    timeout: Duration.seconds(60),
  });
  mayMail(touch, policy.company.sender);
  const form = designs[name];
  const machine =
    form &&
    new StateMachine(place, 'Machine', {
      stateMachineName: `okaeri-baseline-${name}`,
      definitionBody: DefinitionBody.fromChainable(touchMachine(place, touch, form)),
      queryLanguage: QueryLanguage.JSONATA,
    });
  if (form?.sleeps) continue;
  for (let index = 0; index < alumni; index += 1) {
    for (const [nth, each] of touchesFrom(start, index).entries()) {
      const input = ScheduleTargetInput.fromObject({
        step: 'write',
        person: alumnusId(name, index),
        touches: [each],
      });
      new Schedule(place, `Touch${index}-${nth}`, {
        schedule: ScheduleExpression.at(new Date(each.at)),
        target: machine
          ? new StepFunctionsStartExecution(machine, { role, input })
          : new LambdaInvoke(touch, { role, input }),
      });
    }
  }
}
