import { Duration, TimeZone } from 'aws-cdk-lib';
import { Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { ContextAttribute, Schedule, ScheduleExpression, ScheduleTargetInput } from 'aws-cdk-lib/aws-scheduler';
import { LambdaInvoke, StepFunctionsStartExecution } from 'aws-cdk-lib/aws-scheduler-targets';
import type { StateMachine } from 'aws-cdk-lib/aws-stepfunctions';
import { Construct } from 'constructs';
import { sweep } from '../../workflows/sweep.ts';
import { acknowledgeInvoke } from '../acknowledge.ts';
import type { Config } from '../config.ts';
import type { DataStack } from '../stacks/data.ts';
import { OkaeriFunction } from './okaeri-function.ts';
import { workflow } from './workflow.ts';

/** Once a day, at six in the morning of the company. */
export class Sweep extends Construct {
  readonly machine: StateMachine;
  readonly handler: OkaeriFunction;

  constructor(scope: Construct, id: string, { config, data }: { config: Config; data: DataStack }) {
    super(scope, id);
    this.handler = new OkaeriFunction(this, 'Sweep', {
      entry: 'sweep/sweep.ts',
      policyFile: config.policyFile,
      table: data.table,
      tableActions: ['GetItem', 'Query', 'PutItem', 'UpdateItem', 'DeleteItem'],
      indexes: ['due', 'pending'],
      timeout: Duration.seconds(80),
    });
    this.machine = workflow(this, 'Sweep', {
      definition: (place) => sweep(place, { handler: this.handler }),
      functions: [this.handler],
      timeout: Duration.hours(12),
    });
    new Schedule(this, 'Daily', {
      description: 'Okaeri: the daily sweep',
      schedule: ScheduleExpression.cron({
        hour: '6',
        minute: '0',
        timeZone: TimeZone.of(config.policy.company.timeZone),
      }),
      target: new StepFunctionsStartExecution(this.machine, {
        input: ScheduleTargetInput.fromObject({ date: ContextAttribute.scheduledTime }),
      }),
    });
    const hourlyRole = new Role(this, 'HourlyRole', { assumedBy: new ServicePrincipal('scheduler.amazonaws.com') });
    acknowledgeInvoke(hourlyRole, this.handler);
    // What is pending does not wait for the morning; a call of the function costs no state transition.
    new Schedule(this, 'Hourly', {
      description: 'Okaeri: take up what is pending',
      schedule: ScheduleExpression.rate(Duration.hours(1)),
      target: new LambdaInvoke(this.handler, {
        role: hourlyRole,
        input: ScheduleTargetInput.fromObject({
          step: 'pending',
          date: ContextAttribute.scheduledTime,
          now: ContextAttribute.scheduledTime,
        }),
      }),
    });
  }
}
