import { Metrics, MetricUnit } from '@aws-lambda-powertools/metrics';

/** What the sweep counts for the alarms, which know it by its service. */
const metrics = new Metrics({ namespace: 'Okaeri', serviceName: 'sweep' });

type Counted =
  | 'AnswersNotTaken'
  | 'BreakerOpen'
  | 'HeldDispatches'
  | 'HrisSilent'
  | 'PayoutsNotConfirmed'
  | 'PendingConsequences'
  | 'RefusedCodes'
  | 'RefusedLinks'
  | 'SweepFailures';

export function measure(name: Counted, count = 1): void {
  metrics.addMetric(name, MetricUnit.Count, count);
  metrics.publishStoredMetrics();
}
