import { Duration, TimeZone } from 'aws-cdk-lib';
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { ContextAttribute, Schedule, ScheduleExpression, ScheduleTargetInput } from 'aws-cdk-lib/aws-scheduler';
import { LambdaInvoke, StepFunctionsStartExecution } from 'aws-cdk-lib/aws-scheduler-targets';
import type { StateMachine } from 'aws-cdk-lib/aws-stepfunctions';
import { Construct } from 'constructs';
import { sweep } from '../../workflows/sweep.ts';
import { acknowledge, acknowledgeInvoke } from '../acknowledge.ts';
import type { Config } from '../config.ts';
import type { DataStack } from '../stacks/data.ts';
import { OkaeriFunction } from './okaeri-function.ts';
import { workflow } from './workflow.ts';

type SweepProps = { config: Config; data: DataStack; outreach: OkaeriFunction };

/** Once a day, at six in the morning of the company. */
export class Sweep extends Construct {
  readonly machine: StateMachine;

  constructor(scope: Construct, id: string, { config, data, outreach }: SweepProps) {
    super(scope, id);
    const day = new OkaeriFunction(this, 'Sweep', {
      entry: 'sweep/sweep.ts',
      policyFile: config.policyFile,
      table: data.table,
      tableActions: ['GetItem', 'Query', 'PutItem', 'BatchWriteItem', 'UpdateItem', 'DeleteItem', 'ConditionCheckItem'],
      indexes: ['due', 'pending'],
      secrets: { IDENTITY_SECRET: data.secrets.identity },
      timeout: Duration.seconds(80),
    });
    day.addToRolePolicy(new PolicyStatement({ actions: ['ses:ListSuppressedDestinations'], resources: ['*'] }));
    acknowledge(day.ownRole, 'IAM5[Resource::*]', 'The suppression list of an account has no resource to name.');
    this.machine = workflow(this, 'Sweep', {
      definition: (place) => sweep(place, { day, outreach }),
      functions: [day, outreach],
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
    acknowledgeInvoke(hourlyRole, day);
    // What is pending does not wait for the morning; a call of the function costs no state transition.
    new Schedule(this, 'Hourly', {
      description: 'Okaeri: take up what is pending',
      schedule: ScheduleExpression.rate(Duration.hours(1)),
      target: new LambdaInvoke(day, {
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
