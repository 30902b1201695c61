import { join } from 'node:path';
import { type Resource, readTemplate, synthesize } from '../../../infra/synth.ts';
import { free, prices } from '../prices.ts';

/** What a month costs whether anybody is written to or not, each with how many there are. */
export type Fixed = { rows: readonly { what: string; count: number; usd: number }[]; usd: number; withoutFree: number };

/** Lambda asks a queue that wakes a function with five pollers, each for 20 seconds at a time. */
const pollsInMonth = 5 * (60 / 20) * 60 * 24 * 30.4;

/** Counts in the synthesized templates what has a price by the month. */
export async function fixedCost(folder: string): Promise<Fixed> {
  const outdir = join(folder, 'cdk.fixed');
  await synthesize(outdir);
  const resources = (await Promise.all(['okaeri-data', 'okaeri'].map((stack) => readTemplate(outdir, stack)))).flatMap(
    (template) => Object.values(template.Resources),
  );
  const of = (type: string) => resources.filter(({ Type }) => Type === type);
  const alarms = of('AWS::CloudWatch::Alarm');
  const polls = of('AWS::Lambda::EventSourceMapping').filter(isQueue).length * pollsInMonth;
  const counted = [
    { what: 'alarms', count: alarms.length, free: free.alarms, each: prices.alarm.usd },
    { what: 'metrics of our own', count: ownMetrics(alarms), free: free.metrics, each: prices.metric.usd },
    {
      what: 'dashboards',
      count: of('AWS::CloudWatch::Dashboard').length,
      free: free.dashboards,
      each: prices.dashboard.usd,
    },
    { what: 'secrets', count: of('AWS::SecretsManager::Secret').length, free: 0, each: prices.secret.usd },
    {
      what: 'requests by which Lambda looks into queues',
      count: polls,
      free: free.queueRequests,
      each: prices.queueRequest.usd,
    },
  ];
  const rows = counted.map((row) => ({
    what: row.what,
    count: Math.round(row.count),
    usd: Math.max(0, row.count - row.free) * row.each,
  }));
  return {
    rows,
    usd: rows.reduce((total, { usd }) => total + usd, 0),
    withoutFree: counted.reduce((total, { count, each }) => total + count * each, 0),
  };
}

function isQueue({ Properties = {} }: Resource): boolean {
  return Properties['BatchSize'] !== undefined && Properties['StartingPosition'] === undefined;
}

/** Those that an alarm watches; there is no other in the code. */
function ownMetrics(alarms: readonly Resource[]): number {
  const own = alarms.filter(({ Properties = {} }) => Properties['Namespace'] === 'Okaeri');
  return new Set(own.map(({ Properties = {} }) => Properties['MetricName'])).size;
}
