import { Duration, RemovalPolicy, Stack } from 'aws-cdk-lib';
import {
  Alarm,
  type AlarmProps,
  ComparisonOperator,
  type IMetric,
  Stats,
  TreatMissingData,
} from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Key } from 'aws-cdk-lib/aws-kms';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import { Construct } from 'constructs';
import { accountThrottles, failedInvocations, oldestMessage, streamLag, sweepMetric, waiting } from './metrics.ts';
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

  private watchExecutions({ machines }: Watched): void {
    const period = { period: Duration.minutes(5) };
    for (const [name, machine] of Object.entries(machines)) {
      this.watch(`${name}-failed`, {
        metric: machine.metricFailed(period),
        means: `An execution of ${name} failed for good, so what it moves stands still.`,
        runbook: 'executions-failed',
      });
      this.watch(`${name}-timed-out`, {
        metric: machine.metricTimedOut(period),
        means: `An execution of ${name} ran longer than it ever should.`,
        runbook: 'executions-timed-out',
      });
      this.watch(`${name}-aborted`, {
        metric: machine.metricAborted(period),
        means: `Somebody stopped an execution of ${name} by hand.`,
        runbook: 'executions-aborted',
      });
      this.watch(`${name}-throttled`, {
        metric: machine.metricThrottled(period),
        means: `Step Functions slows ${name} down, because the account does more than its quota.`,
        runbook: 'executions-throttled',
      });
    }
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

  private watchFunctions({ functions, relay }: Watched): void {
    const period = { period: Duration.minutes(5) };
    for (const [name, watched] of Object.entries(functions)) {
      this.watch(`${name}-errors`, {
        metric: watched.metricErrors(period),
        means: `The function ${name} failed; callers try again, and this says that they had to.`,
        runbook: 'function-errors',
      });
    }
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
      means: 'Decisions were found that relay had not carried out, and it was shown them again.',
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
    this.watch('held-dispatches', {
      metric: sweepMetric('HeldDispatches', Stats.SUM, counted),
      means: 'Of a mail nobody knows for a day whether it went out, and it is not sent again by itself.',
      runbook: 'held-dispatches',
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

  /** Only the alarms of this account publish. The key is our own, since CloudWatch may not use the one of SNS. */
  private alarmTopic(): Topic {
    const alarms = new ServicePrincipal('cloudwatch.amazonaws.com');
    const conditions = { StringEquals: { 'aws:SourceAccount': Stack.of(this).account } };
    const key = new Key(this, 'Key', {
      description: 'Okaeri: encrypts alarms on their way',
      enableKeyRotation: true,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    key.addToResourcePolicy(
      new PolicyStatement({
        principals: [alarms],
        actions: ['kms:Decrypt', 'kms:GenerateDataKey*'],
        resources: ['*'],
        conditions,
      }),
    );
    const topic = new Topic(this, 'Topic', {
      topicName: 'okaeri-alarms',
      displayName: 'Okaeri',
      masterKey: key,
      enforceSSL: true,
    });
    topic.addToResourcePolicy(
      new PolicyStatement({ principals: [alarms], actions: ['sns:Publish'], resources: [topic.topicArn], conditions }),
    );
    return topic;
  }
}

function described(means: string, runbook: string): string {
  return `${means} docs/runbook.md#${runbook}`;
}
