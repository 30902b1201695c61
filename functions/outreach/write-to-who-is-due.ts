import { Logger } from '@aws-lambda-powertools/logger';
import type { Context } from 'aws-lambda';
import * as z from 'zod/mini';
import { checkBreaker } from '../adapters/breaker.ts';
import { dueForOutreach } from '../adapters/calendar.ts';
import { type Consumed, consumedSince } from '../adapters/consumed.ts';
import { readEditions } from '../adapters/editions.ts';
import { giveLease, takeLease } from '../adapters/lease.ts';
import { sendQuota } from '../adapters/mail.ts';
import { measure } from '../adapters/metrics.ts';
import { policy } from '../adapters/policy.ts';
import { isWorkingDay } from '../domain/cadence.ts';
import { type Given, today } from '../domain/decision.ts';
import { mayBeTold } from '../domain/edition.ts';
import { dateOf, later, type PlainDate } from '../domain/time.ts';
import { Pace } from '../mail/pace.ts';
import { tellEditionsMissing, tellStopped } from './tell-staff.ts';
import { writeToAll } from './write-to-all.ts';
import type { Day, Written } from './write-to-one.ts';

/** The outreach of a day: everybody who is due, in order, at SES's rate. What does not fit into one call is left for the next. */

const logger = new Logger();

const Event = z.object({
  /** The scheduled time, or a date in the company's time zone for a missed or simulated day. */
  date: z.string(),
  now: z.iso.datetime({ offset: true }),
  /** Who sends: the execution. */
  execution: z.string(),
});

/** Why it ends; `more` is called again. */
type Outcome = 'done' | 'more' | 'day off' | 'stopped by the breaker' | 'no more today';
type Counts = Partial<Record<Written | 'failed', number>>;
export type Swept = { outcome: Outcome; counts: Counts; consumed: Consumed };

/** News is among so many of the newest editions: a look costs the same however many there have been. */
const newsAmong = 20;

/** Stop in time to answer. */
const leastMillisecondsLeft = 30_000;

export async function handler(event: unknown, context: Pick<Context, 'getRemainingTimeInMillis'>): Promise<Swept> {
  const { date, now, execution } = Event.parse(event);
  const given = { now, policy };
  // A day that was missed is made up for today: mail counts from when it goes out.
  const day = later(date.includes('T') ? dateOf(date, policy.company.timeZone) : date, today(given));
  consumedSince();
  const counts: Counts = {};
  const hasTime = () => context.getRemainingTimeInMillis() > leastMillisecondsLeft;
  const outcome = isWorkingDay(day, policy)
    ? await sweep(day, given, { execution, milliseconds: context.getRemainingTimeInMillis(), hasTime, counts })
    : 'day off';
  const swept = { outcome, counts, consumed: consumedSince() };
  logger.info('outreach', swept);
  return swept;
}

type Run = { execution: string; milliseconds: number; hasTime: () => boolean; counts: Counts };

/** Nobody due costs a look at each shard and nothing else. */
async function sweep(
  date: PlainDate,
  given: Given,
  { execution, milliseconds, hasTime, counts }: Run,
): Promise<Outcome> {
  const due = dueForOutreach(date);
  const first = await due.next();
  if (first.done) return 'done';
  if (!(await takeLease(execution, milliseconds))) throw new Error('another sweep is sending');
  try {
    const look = lookout(given);
    const { breaker, editions } = await look(0);
    if (breaker.open) return 'stopped by the breaker';
    const { perSecond, leftToday } = await sendQuota();
    if (leftToday < 1) return 'no more today';
    const day: Day = { date, given, editions, pace: new Pace(perSecond), hasTime };
    const outcome = await writeToAll(day, { first: first.value, others: due, look, counts });
    if (counts['no news']) await tellEditionsMissing(date, counts['no news'], given);
    return outcome;
  } finally {
    await giveLease(execution);
  }
}

/** Counts what went out, looks whether too much came back, and reads which editions may be told. */
function lookout(given: Given) {
  return async (sent: number) => {
    const breaker = await checkBreaker(sent, given);
    measure('BreakerOpen', breaker.open ? 1 : 0);
    if (breaker.open) await tellStopped(breaker, given);
    const editions = (await readEditions(newsAmong)).filter((edition) => mayBeTold(edition, given));
    return { breaker, editions };
  };
}
