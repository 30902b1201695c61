import { Logger } from '@aws-lambda-powertools/logger';
import { Metrics, MetricUnit } from '@aws-lambda-powertools/metrics';
import type { Context } from 'aws-lambda';
import PQueue from 'p-queue';
import * as z from 'zod/mini';
import { dueForOutreach } from '../adapters/calendar.ts';
import { type Consumed, consumedSince } from '../adapters/consumed.ts';
import { readEditions } from '../adapters/editions.ts';
import { sendQuota } from '../adapters/mail.ts';
import { policy } from '../adapters/policy.ts';
import { checkBreaker, giveLease, takeLease } from '../adapters/programme.ts';
import type { Breaker } from '../domain/breaker.ts';
import { isWorkingDay } from '../domain/cadence.ts';
import type { Given } from '../domain/decision.ts';
import { dateOf } from '../domain/time.ts';
import { Pace } from './pace.ts';
import { tellEditionsMissing, tellStopped } from './tell-admin.ts';
import { type Day, type Written, writeTo } from './write-to.ts';

/** The outreach of a day: everybody who is due, in order, at SES's rate. What does not fit into one call is left for the next. */

const logger = new Logger();
const metrics = new Metrics({ namespace: 'Okaeri', serviceName: 'sweep' });

const Event = z.object({
  /** The scheduled time, or a date in the company's time zone for a missed or simulated day. */
  date: z.string(),
  now: z.iso.datetime({ offset: true }),
  /** Who sends: the execution. */
  execution: z.string(),
});

/** Why it ends; `more` is called again. */
type Outcome = 'done' | 'more' | 'day off' | 'stopped by the breaker' | 'no more today';
export type Swept = { outcome: Outcome; counts: Partial<Record<Written | 'failed', number>>; consumed: Consumed };

/** Stop in time to answer. */
const leastMillisecondsLeft = 30_000;
/** Mails between two looks at what came back. */
const lookEvery = 100;
/** So many failures without a success are no longer about one person. */
const mostFailures = 20;

export async function handler(event: unknown, context: Pick<Context, 'getRemainingTimeInMillis'>): Promise<Swept> {
  const { date, now, execution } = Event.parse(event);
  const day = date.includes('T') ? dateOf(date, policy.company.timeZone) : date;
  consumedSince();
  const sweep = new Outreach(day, now, () => context.getRemainingTimeInMillis() > leastMillisecondsLeft);
  const outcome = isWorkingDay(day, policy)
    ? await sweep.run(execution, context.getRemainingTimeInMillis())
    : 'day off';
  const swept = { outcome, counts: sweep.counts, consumed: consumedSince() };
  metrics.addMetric('BreakerOpen', MetricUnit.Count, outcome === 'stopped by the breaker' ? 1 : 0);
  metrics.publishStoredMetrics();
  logger.info('outreach', swept);
  return swept;
}

class Outreach {
  readonly counts: Swept['counts'] = {};
  private readonly date: string;
  private readonly given: Given;
  private readonly hasTime: () => boolean;
  private ended: Outcome | undefined;
  private failures = 0;
  private uncounted = 0;
  private broken: unknown;

  constructor(date: string, now: string, hasTime: () => boolean) {
    this.date = date;
    this.hasTime = hasTime;
    this.given = { now, policy };
  }

  /** Nobody due costs a look at each shard and nothing else. */
  async run(execution: string, milliseconds: number): Promise<Outcome> {
    const due = dueForOutreach(this.date);
    const first = await due.next();
    if (first.done) return 'done';
    if (!(await takeLease(execution, milliseconds))) throw new Error('another sweep is sending');
    try {
      const breaker = await this.look();
      if (breaker.open) return 'stopped by the breaker';
      const { perSecond, leftToday } = await sendQuota();
      if (leftToday < 1) return 'no more today';
      const editions = await readEditions();
      await this.everybody(due, first.value, {
        date: this.date,
        given: this.given,
        editions,
        pace: new Pace(perSecond),
        hasTime: this.hasTime,
      });
      await this.look();
      if (this.ended) return this.ended;
      if (this.counts['no news']) await tellEditionsMissing(this.date, this.counts['no news'], this.given);
      return 'done';
    } finally {
      await giveLease(execution);
    }
  }

  private async everybody(due: AsyncGenerator<string>, first: string, day: Day): Promise<void> {
    // So many at once that the pace is SES's and not that of waiting for answers.
    const people = new PQueue({ concurrency: 8 });
    const write = (person: string) => void people.add(() => this.one(person, day));
    try {
      write(first);
      for await (const person of due) {
        if (!this.hasTime()) this.ended ??= 'more';
        if (this.ended) break;
        await people.onSizeLessThan(1);
        write(person);
      }
    } finally {
      // Whatever went wrong: a mail under way is not left behind.
      await people.onIdle();
    }
    if (this.broken) throw this.broken;
    if (this.failures >= mostFailures) throw new Error('nobody can be written to');
  }

  private async one(person: string, day: Day): Promise<void> {
    if (this.ended) return;
    const outcome = await writeTo(person, day).catch((error: unknown) => {
      // One that fails must not keep the rest waiting: still due tomorrow, and counted for a human.
      logger.error('not written to', { person, error: error instanceof Error ? error.name : 'unknown' });
      return 'failed' as const;
    });
    this.counts[outcome] = (this.counts[outcome] ?? 0) + 1;
    if (outcome === 'failed' || outcome === 'refused') this.fail();
    else this.failures = 0;
    if (outcome === 'no more today') this.ended ??= outcome;
    if (outcome === 'too fast') this.ended ??= 'more';
    if (outcome === 'sent') await this.sent();
  }

  private fail(): void {
    metrics.addMetric('SweepFailures', MetricUnit.Count, 1);
    metrics.publishStoredMetrics();
    this.failures += 1;
    if (this.failures >= mostFailures) this.ended ??= 'more';
  }

  private async sent(): Promise<void> {
    this.uncounted += 1;
    if (this.uncounted < lookEvery) return;
    try {
      if ((await this.look()).open) this.ended ??= 'stopped by the breaker';
    } catch (error) {
      // Without a look nothing more goes out; what is under way is finished first.
      this.ended ??= 'more';
      this.broken ??= error;
    }
  }

  /** Counts what went out, and looks whether too much came back. */
  private async look(): Promise<Breaker> {
    const sent = this.uncounted;
    this.uncounted = 0;
    const breaker = await checkBreaker(sent, this.given);
    if (breaker.open) await tellStopped(breaker, this.given);
    return breaker;
  }
}
