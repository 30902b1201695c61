/**
 * What AWS charges in Tokyo (ap-northeast-1), in US dollars, list price without free tiers, as of November 2026.
 * `checked`: read in a copy of AWS's page or price list for Tokyo while this was written; the others are as commonly
 * given, and to be compared with the page before they are relied on.
 */

type Price = { usd: number; per: string; source: string; checked: boolean };

const million = 1e6;

export const asOf = '2026-11';

export const prices = {
  mail: { usd: 0.1 / 1000, per: 'mail', source: 'https://aws.amazon.com/ses/pricing/', checked: false },
  transition: {
    usd: 0.025 / 1000,
    per: 'state transition of a Standard workflow',
    source: 'https://aws.amazon.com/step-functions/pricing/',
    checked: true,
  },
  invocation: {
    usd: 0.2 / million,
    per: 'Lambda request',
    source: 'https://aws.amazon.com/lambda/pricing/',
    checked: true,
  },
  gigabyteSecond: {
    usd: 0.0000133334,
    per: 'GB-second of Lambda on ARM',
    source: 'https://aws.amazon.com/lambda/pricing/',
    checked: true,
  },
  write: {
    usd: 0.715 / million,
    per: 'write request unit, on demand (since November 2024)',
    source: 'https://aws.amazon.com/dynamodb/pricing/on-demand/',
    checked: true,
  },
  read: {
    usd: 0.1425 / million,
    per: 'read request unit, on demand (since November 2024)',
    source: 'https://aws.amazon.com/dynamodb/pricing/on-demand/',
    checked: true,
  },
  queueRequest: {
    usd: 0.4 / million,
    per: 'SQS request, standard queue',
    source: 'https://aws.amazon.com/sqs/pricing/',
    checked: false,
  },
  schedule: {
    usd: 1.25 / million,
    per: 'EventBridge Scheduler invocation',
    source: 'https://aws.amazon.com/eventbridge/pricing/',
    checked: true,
  },
  secretCall: {
    usd: 0.05 / 10_000,
    per: 'Secrets Manager call',
    source: 'https://aws.amazon.com/secrets-manager/pricing/',
    checked: false,
  },
  logGigabyte: {
    usd: 0.76,
    per: 'GB of logs taken in',
    source: 'https://aws.amazon.com/cloudwatch/pricing/',
    checked: true,
  },
  trace: { usd: 5 / million, per: 'X-Ray trace', source: 'https://aws.amazon.com/xray/pricing/', checked: false },
  alarm: { usd: 0.1, per: 'alarm and month', source: 'https://aws.amazon.com/cloudwatch/pricing/', checked: true },
  metric: {
    usd: 0.3,
    per: 'metric of our own and month',
    source: 'https://aws.amazon.com/cloudwatch/pricing/',
    checked: true,
  },
  dashboard: {
    usd: 3,
    per: 'dashboard and month',
    source: 'https://aws.amazon.com/cloudwatch/pricing/',
    checked: false,
  },
  secret: {
    usd: 0.4,
    per: 'secret and month',
    source: 'https://aws.amazon.com/secrets-manager/pricing/',
    checked: true,
  },
} as const satisfies Record<string, Price>;

/** What is free each month, for ever and in every account; only the fixed cost is given with it. */
export const free = { alarms: 10, metrics: 10, dashboards: 3, queueRequests: million } as const;
