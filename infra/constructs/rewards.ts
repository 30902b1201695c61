import { Duration } from 'aws-cdk-lib';
import type { StateMachine } from 'aws-cdk-lib/aws-stepfunctions';
import { Construct } from 'constructs';
import { contribution } from '../../workflows/contribution.ts';
import { decide } from '../../workflows/decide.ts';
import { reward } from '../../workflows/reward.ts';
import { mayMail } from './may-mail.ts';
import { deciding, OkaeriFunction } from './okaeri-function.ts';
import { mailing, type StageProps } from './stage.ts';
import { workflow } from './workflow.ts';

/** Contributions and rewards: who tells of them, who asks and pays, and where approvers decide. */
export class Rewards extends Construct {
  readonly machines: Record<'contribution' | 'reward' | 'decideReward', StateMachine>;

  constructor(scope: Construct, id: string, props: StageProps) {
    super(scope, id);
    const { policy, policyFile, payoutUrl } = props.config;
    const { table, secrets } = props.data;
    const common = mailing(props);
    const tells = new OkaeriFunction(this, 'Contribution', {
      ...common,
      entry: 'rewards/contribution-steps.ts',
      tableActions: [...deciding, 'GetItem', 'UpdateItem'],
    });
    const pays = new OkaeriFunction(this, 'Reward', {
      ...common,
      entry: 'rewards/reward-steps.ts',
      tableActions: [...deciding, 'GetItem', 'UpdateItem'],
      secrets: { ...common.secrets, PAYOUT_SECRET: secrets.payout },
      environment: { ...common.environment, ...(payoutUrl && { PAYOUT_URL: payoutUrl }) },
    });
    for (const sender of [tells, pays]) mayMail(sender, policy.company.sender);
    const decides = new OkaeriFunction(this, 'DecideReward', {
      policyFile,
      table,
      tableActions: ['GetItem', 'Query', 'PutItem'],
      secrets: { LINK_SECRET: secrets.links },
      entry: 'rewards/decide-reward.ts',
    });
    this.machines = {
      contribution: workflow(this, 'Contribution', {
        definition: (place) => contribution(place, { steps: tells }),
        functions: [tells],
        timeout: Duration.days(2),
      }),
      reward: workflow(this, 'Reward', {
        definition: (place) => reward(place, { steps: pays, table, policy }),
        functions: [pays],
        timeout: Duration.days(360),
      }),
      decideReward: workflow(this, 'Decide-Reward', {
        definition: (place) => decide(place, { decide: decides, what: 'reward' }),
        functions: [decides],
        timeout: Duration.hours(1),
      }),
    };
  }
}
