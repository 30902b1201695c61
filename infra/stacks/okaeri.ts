import { CfnOutput, Stack, type StackProps } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import type { Config } from '../config.ts';
import { Alarms } from '../constructs/alarms.ts';
import { ProgrammeDashboard } from '../constructs/dashboard.ts';
import { FrontDoors } from '../constructs/front-doors.ts';
import { Gatherings } from '../constructs/gatherings.ts';
import { MailFeedback } from '../constructs/mail-feedback.ts';
import { Offboarding } from '../constructs/offboarding.ts';
import { Outreach } from '../constructs/outreach.ts';
import { Rehires } from '../constructs/rehires.ts';
import { Relay } from '../constructs/relay.ts';
import { Rewards } from '../constructs/rewards.ts';
import { Sweep } from '../constructs/sweep.ts';
import { watchedIn } from '../constructs/watched.ts';
import type { DataStack } from './data.ts';

/** Everything that acts: front doors, workflows, relay, sweep and mail. It can be deleted and deployed again; the data stack stays. */
export class OkaeriStack extends Stack {
  constructor(scope: Construct, id: string, props: StackProps & { config: Config; data: DataStack }) {
    super(scope, id, props);
    const { config, data } = props;
    const { policyFile } = config;
    const doors = new FrontDoors(this, 'FrontDoors', { data, policyFile, portalUrl: config.portalUrl });
    const mail = new MailFeedback(this, 'Mail', { data, policyFile });
    const { portalUrl } = doors;
    const stage = { config, data, configurationSet: mail.configurationSet, portalUrl };
    const offboarding = new Offboarding(this, 'OffboardingStage', stage);
    const outreach = new Outreach(this, 'OutreachStage', stage);
    const gatherings = new Gatherings(this, 'GatheringsStage', stage);
    const rewards = new Rewards(this, 'RewardsStage', stage);
    const rehires = new Rehires(this, 'RehiresStage', stage);
    const machines = {
      offboarding: offboarding.machine,
      edition: outreach.machines.edition,
      gathering: gatherings.machines.gathering,
      contribution: rewards.machines.contribution,
      reward: rewards.machines.reward,
      rehire: rehires.machines.rehire,
    };
    const relay = new Relay(this, 'RelayStage', { data, machines, policyFile });
    const sweep = new Sweep(this, 'SweepStage', { config, data, outreach: outreach.handler });

    const { webhook, busIntake } = doors.functions;
    const intake = { webhook, bus: busIntake };
    const watched = watchedIn(this, { api: doors.api, intake, relay: relay.handler, sweep: sweep.machine });
    new Alarms(this, 'Alarms', { watched, alarmEmail: config.alarmEmail });
    new ProgrammeDashboard(this, 'Overview', { watched });

    this.output({
      ApiId: doors.api.apiId,
      ApiUrl: doors.api.apiEndpoint,
      PortalUrl: portalUrl,
      TableName: data.table.tableName,
      BusName: doors.bus.eventBusName,
      HrisSecret: data.secrets.hris.secretName,
      LinkSecret: data.secrets.links.secretName,
      PayoutSecret: data.secrets.payout.secretName,
      IdentitySecret: data.secrets.identity.secretName,
      QueueIntake: doors.intake.queue.queueName,
      QueueIntakeFailed: doors.intake.failed.queueName,
      QueueFeedback: mail.feedback.queue.queueName,
      QueueFeedbackFailed: mail.feedback.failed.queueName,
      QueueRelayFailed: relay.failed.queueName,
      QueueSeatsFailed: gatherings.failed.queueName,
      StateMachineOffboarding: offboarding.machine.stateMachineName,
      StateMachineEdition: outreach.machines.edition.stateMachineName,
      StateMachineDecideEdition: outreach.machines.decideEdition.stateMachineName,
      StateMachineGathering: gatherings.machines.gathering.stateMachineName,
      StateMachineDecideGathering: gatherings.machines.decideGathering.stateMachineName,
      StateMachineContribution: rewards.machines.contribution.stateMachineName,
      StateMachineReward: rewards.machines.reward.stateMachineName,
      StateMachineDecideReward: rewards.machines.decideReward.stateMachineName,
      StateMachineRehire: rehires.machines.rehire.stateMachineName,
      StateMachineDecideRehire: rehires.machines.decideRehire.stateMachineName,
      StateMachineSweep: sweep.machine.stateMachineName,
    });
  }

  /** What the CLI and the local stack find things by. */
  private output(values: Record<string, string>): void {
    for (const [name, value] of Object.entries(values)) new CfnOutput(this, name, { value });
  }
}
