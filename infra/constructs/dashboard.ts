import { Duration } from 'aws-cdk-lib';
import {
  Dashboard,
  GraphWidget,
  type IMetric,
  LogQueryVisualizationType,
  LogQueryWidget,
  Metric,
  Stats,
} from 'aws-cdk-lib/aws-cloudwatch';
import { Construct } from 'constructs';
import { oldestMessage, streamLag, sweepMetric, waiting } from './metrics.ts';
import type { Watched } from './watched.ts';

const hourly = { period: Duration.hours(1), statistic: Stats.SUM };
const often = { period: Duration.minutes(5) };

/** One picture of the programme at work: what comes in, how it ends, what waits, and what is slow or broken. */
export class ProgrammeDashboard extends Construct {
  constructor(scope: Construct, id: string, { watched }: { watched: Watched }) {
    super(scope, id);
    const { api, functions, machines } = watched;
    new Dashboard(this, 'Dashboard', {
      dashboardName: 'okaeri',
      defaultInterval: Duration.days(7),
      widgets: [
        [
          graph('Departures received', [
            ...each(watched.intake, (receiver, label) => receiver.metricInvocations({ ...hourly, label })),
            api.metricCount({ ...hourly, label: 'requests to all doors' }),
            api.metricClientError({ ...hourly, label: '4xx' }),
            api.metricServerError({ ...hourly, label: '5xx' }),
          ]),
          ...Object.entries(machines).map(([name, machine]) =>
            graph(`Executions of ${name}`, [
              machine.metricStarted({ ...hourly, label: 'started' }),
              machine.metricSucceeded({ ...hourly, label: 'reached an end' }),
              machine.metricFailed({ ...hourly, label: 'failed' }),
              machine.metricTimedOut({ ...hourly, label: 'timed out' }),
              machine.metricAborted({ ...hourly, label: 'aborted' }),
            ]),
          ),
        ],
        Object.keys(machines).map(endings),
        [
          // SES counts what it sends by account.
          graph('Mails of this account', ['Send', 'Delivery', 'Bounce', 'Complaint', 'Reject'].map(mail)),
          graph('Sweep', [
            sweepMetric('PendingConsequences', Stats.SUM, hourly.period),
            sweepMetric('HeldDispatches', Stats.SUM, hourly.period),
            sweepMetric('SweepFailures', Stats.SUM, hourly.period),
            sweepMetric('BreakerOpen', Stats.SUM, hourly.period),
            sweepMetric('RefusedCodes', Stats.SUM, hourly.period),
            sweepMetric('RefusedLinks', Stats.SUM, hourly.period),
            sweepMetric('PayoutsNotConfirmed', Stats.SUM, hourly.period),
            sweepMetric('HrisSilent', Stats.MAXIMUM, Duration.days(1)),
          ]),
          graph(
            'Relay and seats: how far behind, in ms',
            each(readersOfStream(functions), (reader, label) => streamLag(reader).with({ label })),
          ),
        ],
        [
          graph(
            'Failure queues: waiting',
            each(watched.failureQueues, (queue, label) => waiting(queue).with({ label })),
          ),
          graph(
            'Work queues: oldest message',
            each(watched.workQueues, (queue, label) => oldestMessage(queue).with({ label })),
          ),
        ],
        [
          graph(
            'Functions: how long, p95',
            each(functions, (called, label) => called.metricDuration({ ...often, statistic: Stats.p(95), label })),
          ),
          graph(
            'Functions: errors',
            each(functions, (called, label) => called.metricErrors({ ...often, label })),
          ),
        ],
      ],
    });
  }
}

/** Functions that the table's stream wakes. */
function readersOfStream({ relay, seats }: Watched['functions']): Watched['functions'] {
  return { ...(relay && { relay }), ...(seats && { seats }) };
}

/** A third of the dashboard's width. */
const size = { width: 8, height: 6 };

const graph = (title: string, left: IMetric[]): GraphWidget => new GraphWidget({ title, left, ...size });

/** The ends that executions reached. The log carries names of states, never what went through them. */
function endings(machine: string): LogQueryWidget {
  return new LogQueryWidget({
    title: `How executions of ${machine} ended`,
    logGroupNames: [`/aws/vendedlogs/states/okaeri-${machine}`],
    view: LogQueryVisualizationType.TABLE,
    queryLines: [
      'filter type in ["SucceedStateEntered", "FailStateEntered"]',
      'stats count(*) as executions by details.name as outcome',
      'sort executions desc',
    ],
    ...size,
  });
}

const mail = (metricName: string): Metric =>
  new Metric({ namespace: 'AWS/SES', metricName, label: metricName.toLowerCase(), ...hourly });

function each<T>(things: Readonly<Record<string, T>>, metric: (thing: T, label: string) => IMetric): IMetric[] {
  return Object.entries(things).map(([name, thing]) => metric(thing, name));
}
