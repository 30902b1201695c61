import { Duration, Stack } from 'aws-cdk-lib';
import {
  Alarm,
  type AlarmProps,
  ComparisonOperator,
  type IMetric,
  Stats,
  TreatMissingData,
} from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import { EventField, Rule, RuleTargetInput } from 'aws-cdk-lib/aws-events';
import { SnsTopic } from 'aws-cdk-lib/aws-events-targets';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import { Construct } from 'constructs';
import { acknowledge } from '../acknowledge.ts';
import {
  accountErrors,
  accountStateThrottles,
  accountThrottles,
  failedInvocations,
  oldestMessage,
  streamLag,
  sweepMetric,
  waiting,
} from './metrics.ts';
import type { Watched } from './watched.ts';

export type AlarmsProps = { watched: Watched; alarmEmail?: string | undefined };

type Watch = {
  metric: IMetric;
  /** What it means, in a sentence. */
  means: string;
  /** Its heading in docs/runbook.md. */
  runbook: string;
  /** Alarms at this and above. */
  atLeast?: number;
  missing?: TreatMissingData;
};

/** Tells a human when something stopped. Each alarm is one metric, and says where the runbook goes on. */
export class Alarms extends Construct {
  readonly topic: Topic;

  constructor(scope: Construct, id: string, { watched, alarmEmail }: AlarmsProps) {
    super(scope, id);
    this.topic = this.alarmTopic();
    if (alarmEmail) this.topic.addSubscription(new EmailSubscription(alarmEmail));
    this.watchExecutions(watched);
    this.watchQueues(watched);
    this.watchFunctions(watched);
    this.watchFrontDoors(watched);
    this.watchSweep(watched);
  }

  /** Step Functions tells how executions end by itself, so that one rule takes the place of three alarms for each machine. */
  private watchExecutions({ machines }: Watched): void {
    const event = (field: string) => EventField.fromPath(`$.detail.${field}`);
    const rule = new Rule(this, 'ExecutionsFailed', {
      eventPattern: {
        source: ['aws.states'],
        detailType: ['Step Functions Execution Status Change'],
        detail: {
          status: ['FAILED', 'TIMED_OUT', 'ABORTED'],
          stateMachineArn: Object.entries(machines)
            // A decision that does not count fails, so that the approver reads why; forged ones have an alarm of their own.
            .filter(([name]) => name !== 'decide-reward' && name !== 'decide-rehire')
            .map(([, { stateMachineArn }]) => stateMachineArn),
        },
      },
    });
    const text = `An execution ended as ${event('status')}, so what it moves stands still: ${event('stateMachineArn')}, started ${event('startDate')}. docs/runbook.md#executions-failed`;
    rule.addTarget(new SnsTopic(this.topic, { message: RuleTargetInput.fromText(text) }));
    this.watch('executions-throttled', {
      metric: accountStateThrottles(),
      means: 'Step Functions slows executions down, because the account does more than its quota.',
      runbook: 'executions-throttled',
    });
  }

  private watchQueues({ failureQueues, workQueues }: Watched): void {
    for (const [name, queue] of Object.entries(failureQueues)) {
      this.watch(`${name}-waiting`, {
        metric: waiting(queue),
        means: `Something could not be handled after all its tries and waits in ${name}.`,
        runbook: 'failure-queue-not-empty',
      });
    }
    for (const [name, queue] of Object.entries(workQueues)) {
      this.watch(`${name}-late`, {
        metric: oldestMessage(queue),
        atLeast: Duration.minutes(30).toSeconds(),
        means: `A message has waited in ${name} for half an hour, so whoever takes from it is stuck.`,
        runbook: 'work-queue-late',
      });
    }
  }

  private watchFunctions({ relay }: Watched): void {
    // One alarm each would cost more than everything that they watch; the dashboard shows which function it is.
    this.watch('functions-errors', {
      metric: accountErrors(),
      means: 'A function of the account failed; callers try again, and this says that they had to.',
      runbook: 'function-errors',
    });
    // Functions share the account's concurrency, so a metric for all of them tells as much as one for each.
    this.watch('functions-throttled', {
      metric: accountThrottles(),
      means: 'Lambda turns calls away, because the account runs as many functions at once as it may.',
      runbook: 'functions-throttled',
    });
    this.watch('relay-behind', {
      metric: streamLag(relay),
      atLeast: Duration.minutes(15).toMilliseconds(),
      means: 'Relay carries out what was decided more than a quarter of an hour ago, or cannot.',
      runbook: 'relay-behind',
    });
  }

  private watchFrontDoors({ api, rules }: Watched): void {
    this.watch('front-door-errors', {
      metric: api.metricServerError({ period: Duration.minutes(5), statistic: Stats.SUM }),
      means: 'The webhook or a page answered 5xx, so a report may be missing or somebody saw an apology.',
      runbook: 'front-door-errors',
    });
    for (const [name, rule] of Object.entries(rules)) {
      this.watch(`${name}-undelivered`, {
        metric: failedInvocations(rule),
        means: `EventBridge could not hand events to the queue behind ${name}.`,
        runbook: 'events-undelivered',
      });
    }
  }

  private watchSweep({ sweep }: Watched): void {
    // Counted every hour; two of them, so that the alarm does not go off and on between counts.
    const counted = Duration.hours(2);
    this.watch('pending-consequences', {
      metric: sweepMetric('PendingConsequences', Stats.SUM, counted),
      means: 'Decisions not carried out, or guests not told of their place, were found and shown to the stream again.',
      runbook: 'pending-consequences',
    });
    this.watch('answers-not-taken', {
      metric: sweepMetric('AnswersNotTaken', Stats.SUM, counted),
      means: 'A question was settled more than an hour ago, and the execution parked on it has not gone on.',
      runbook: 'answers-not-taken',
    });
    this.watch('sweep-failures', {
      metric: sweepMetric('SweepFailures', Stats.SUM, Duration.hours(1)),
      means: 'The sweep could not act on something that is due, and left it for the next day.',
      runbook: 'sweep-failures',
    });
    this.watch('breaker-open', {
      metric: sweepMetric('BreakerOpen', Stats.SUM, Duration.days(1)),
      means: 'Too much mail came back or was complained about, and outreach has stopped until a human decides.',
      runbook: 'breaker-open',
    });
    this.watch('held-dispatches', {
      metric: sweepMetric('HeldDispatches', Stats.SUM, counted),
      means: 'Of a mail nobody knows for a day whether it went out, and it is not sent again by itself.',
      runbook: 'held-dispatches',
    });
    this.watch('refused-codes', {
      metric: sweepMetric('RefusedCodes', Stats.SUM, Duration.hours(1)),
      atLeast: 3,
      means: 'Somebody tries to decide on rewards with codes that are none, or were used before.',
      runbook: 'refused-codes',
    });
    // Anybody can make up a link, and some mail programs cut them off: apart from codes, so that it hides nothing.
    this.watch('refused-links', {
      metric: sweepMetric('RefusedLinks', Stats.SUM, Duration.hours(1)),
      atLeast: 10,
      means: 'Links for approvers that nobody signed were opened, again and again.',
      runbook: 'refused-links',
    });
    this.watch('payouts-not-confirmed', {
      metric: sweepMetric('PayoutsNotConfirmed', Stats.SUM, Duration.days(1)),
      means: 'The payout system has not confirmed a payout for longer than the policy allows (rewards.payout).',
      runbook: 'payouts-not-confirmed',
    });
    this.watch('hris-silent', {
      metric: sweepMetric('HrisSilent', Stats.MAXIMUM, Duration.hours(1)),
      means: 'The HR system has reported nothing for longer than the policy allows (hris.silentAfter).',
      runbook: 'hris-silent',
      // Measured once a day, and true until measured again.
      missing: TreatMissingData.IGNORE,
    });
    // Alarms look back seven days at most: 26 periods of an hour are within that.
    this.alarm('sweep-missed', {
      metric: sweep.metricStarted({ period: Duration.hours(1) }),
      threshold: 1,
      comparisonOperator: ComparisonOperator.LESS_THAN_THRESHOLD,
      evaluationPeriods: 26,
      treatMissingData: TreatMissingData.BREACHING,
      alarmDescription: described('The daily sweep has not started for 26 hours.', 'sweep-missed'),
    });
  }

  /** Alarms at the first period with something to tell; no data means that nothing happened. */
  private watch(
    name: string,
    { metric, means, runbook, atLeast = 1, missing = TreatMissingData.NOT_BREACHING }: Watch,
  ): void {
    this.alarm(name, {
      metric,
      threshold: atLeast,
      comparisonOperator: ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
      evaluationPeriods: 1,
      treatMissingData: missing,
      alarmDescription: described(means, runbook),
    });
  }

  private alarm(name: string, props: AlarmProps): void {
    new Alarm(this, name, { alarmName: `okaeri-${name}`, ...props }).addAlarmAction(new SnsAction(this.topic));
  }

  /** What alarms say is about nobody, so the topic needs no key of its own, which would cost a dollar a month. */
  private alarmTopic(): Topic {
    const topic = new Topic(this, 'Topic', { topicName: 'okaeri-alarms', displayName: 'Okaeri', enforceSSL: true });
    acknowledge(topic, 'SNS2', 'Alarms hold no data of anybody; a key of our own would cost more than the mails.');
    topic.addToResourcePolicy(
      new PolicyStatement({
        principals: [new ServicePrincipal('cloudwatch.amazonaws.com')],
        actions: ['sns:Publish'],
        resources: [topic.topicArn],
        conditions: { StringEquals: { 'aws:SourceAccount': Stack.of(this).account } },
      }),
    );
    return topic;
  }
}

function described(means: string, runbook: string): string {
  return `${means} docs/runbook.md#${runbook}`;
}
