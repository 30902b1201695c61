import { Duration, Fn } from 'aws-cdk-lib';
import { Metric, Stats } from 'aws-cdk-lib/aws-cloudwatch';
import type { CfnRule } from 'aws-cdk-lib/aws-events';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import type { Queue } from 'aws-cdk-lib/aws-sqs';

/** Metrics that both the alarms and the dashboard read. */

const period = Duration.minutes(5);

export const waiting = (queue: Queue): Metric =>
  queue.metricApproximateNumberOfMessagesVisible({ period, statistic: Stats.MAXIMUM });

export const oldestMessage = (queue: Queue): Metric =>
  queue.metricApproximateAgeOfOldestMessage({ period, statistic: Stats.MAXIMUM });

/** How old a record of the stream is when the function has taken it, in milliseconds. */
export const streamLag = (reader: IFunction): Metric =>
  reader.metric('IteratorAge', { period, statistic: Stats.MAXIMUM });

/** Of every function of the account: one metric, and one alarm, for all of them. */
export const accountErrors = (): Metric =>
  new Metric({ namespace: 'AWS/Lambda', metricName: 'Errors', period, statistic: Stats.SUM });

/** State transitions of the account that Step Functions delayed. */
export const accountStateThrottles = (): Metric =>
  new Metric({
    namespace: 'AWS/States',
    metricName: 'ThrottledEvents',
    dimensionsMap: { ServiceMetric: 'StateTransition' },
    period,
    statistic: Stats.SUM,
  });

export const accountThrottles = (): Metric =>
  new Metric({ namespace: 'AWS/Lambda', metricName: 'Throttles', period, statistic: Stats.SUM });

/**
 * Events that a rule could neither hand over nor leave in its dead-letter queue.
 * A rule of the default bus goes by its name alone; the reference to another bus's rule is "bus|rule".
 */
export function failedInvocations(rule: CfnRule): Metric {
  const dimensionsMap: Record<string, string> = rule.eventBusName
    ? { EventBusName: rule.eventBusName, RuleName: Fn.select(2, Fn.split('/', rule.attrArn)) }
    : { RuleName: rule.ref };
  return new Metric({
    namespace: 'AWS/Events',
    metricName: 'FailedInvocations',
    dimensionsMap,
    period,
    statistic: Stats.SUM,
  });
}

/** What the sweep itself counts. */
export function sweepMetric(metricName: string, statistic: string, each: Duration): Metric {
  return new Metric({ namespace: 'Okaeri', metricName, dimensionsMap: { service: 'sweep' }, statistic, period: each });
}
