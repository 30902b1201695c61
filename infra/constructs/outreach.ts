import { Duration } from 'aws-cdk-lib';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { StateMachine } from 'aws-cdk-lib/aws-stepfunctions';
import { Construct } from 'constructs';
import { decideEdition, edition } from '../../workflows/edition.ts';
import { mayMail } from './may-mail.ts';
import { deciding, OkaeriFunction } from './okaeri-function.ts';
import { mailing, type StageProps } from './stage.ts';
import { workflow } from './workflow.ts';

/** Editions and their review, and the function that writes to who is due. */
export class Outreach extends Construct {
  readonly handler: OkaeriFunction;
  readonly machines: Record<'edition' | 'decideEdition', StateMachine>;

  constructor(scope: Construct, id: string, props: StageProps) {
    super(scope, id);
    const { policy, policyFile } = props.config;
    const { table, secrets } = props.data;
    this.handler = new OkaeriFunction(this, 'Outreach', {
      ...mailing(props),
      entry: 'outreach/write-to-who-is-due.ts',
      tableActions: [...deciding, 'GetItem', 'UpdateItem', 'ConditionCheckItem'],
      indexes: ['outreach'],
      // As long as a function may: at 14 mails a second that is more than 10,000 in one call.
      timeout: Duration.minutes(15),
    });
    this.handler.addToRolePolicy(new PolicyStatement({ actions: ['ses:GetSendQuota'], resources: ['*'] }));
    const review = new OkaeriFunction(this, 'Review', {
      ...mailing(props),
      entry: 'outreach/review.ts',
      tableActions: ['GetItem', 'PutItem', 'UpdateItem', 'DeleteItem'],
    });
    for (const sender of [this.handler, review]) mayMail(sender, policy.company.sender);
    const decide = new OkaeriFunction(this, 'DecideEdition', {
      policyFile,
      table,
      tableActions: ['GetItem', 'PutItem'],
      secrets: { LINK_SECRET: secrets.links },
      entry: 'outreach/decide-edition.ts',
    });
    this.machines = {
      edition: workflow(this, 'Edition', {
        definition: (place) => edition(place, { review, table, policy }),
        functions: [review],
        timeout: Duration.days(360),
      }),
      decideEdition: workflow(this, 'Decide-Edition', {
        definition: (place) => decideEdition(place, { decide }),
        functions: [decide],
        timeout: Duration.hours(1),
      }),
    };
  }
}
