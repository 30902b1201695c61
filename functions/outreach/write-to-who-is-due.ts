import { Logger } from '@aws-lambda-powertools/logger';
import type { Context } from 'aws-lambda';
import * as z from 'zod/mini';
import { dueForOutreach } from '../adapters/calendar.ts';
import { type Consumed, consumedSince } from '../adapters/consumed.ts';
import { readEditions } from '../adapters/editions.ts';
import { readGatherings } from '../adapters/gatherings.ts';
import { policy } from '../adapters/policy.ts';
import { isWorkingDay } from '../domain/cadence.ts';
import { type Given, today } from '../domain/decision.ts';
import { mayBeTold } from '../domain/edition.ts';
import { isUpcoming } from '../domain/plan-review.ts';
import { dateOf, later, type PlainDate } from '../domain/time.ts';
import { inBulk, type Run, type Stop } from '../mail/in-bulk.ts';
import { isStoppedAfter } from '../mail/stopped.ts';
import { tellEditionsMissing } from './tell-staff.ts';
import { type Day, writeTo } from './write-to-one.ts';

/** The outreach of a day: everybody who is due, in order, at SES's rate. What does not fit into one call is left for the next. */

const logger = new Logger();

const Event = z.object({
  /** The scheduled time, or a date in the company's time zone for a missed or simulated day. */
  date: z.string(),
  now: z.iso.datetime({ offset: true }),
  /** Who sends: the execution. */
  execution: z.string(),
});

type Outcome = Stop | 'day off';
type Counts = Run['counts'];
export type Swept = { outcome: Outcome; counts: Counts; consumed: Consumed };

/** News is among so many of the newest: a look costs the same however many there have been. */
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
  const run = { holder: execution, milliseconds: context.getRemainingTimeInMillis(), hasTime, counts };
  const outcome = isWorkingDay(day, policy) ? await sweep(day, given, run) : 'day off';
  const swept = { outcome, counts, consumed: consumedSince() };
  logger.info('outreach', swept);
  return swept;
}

/** Nobody due costs a look at each shard and nothing else. */
async function sweep(date: PlainDate, given: Given, run: Omit<Run, 'isStopped'>): Promise<Outcome> {
  const day: Day = { date, given, editions: [], gatherings: [], hasTime: run.hasTime };
  const outcome = await inBulk(dueForOutreach(date), (person, pace) => writeTo(person, day, pace), {
    ...run,
    isStopped: async (sent) => {
      const isStopped = await isStoppedAfter(sent, given);
      if (!isStopped) Object.assign(day, await news(given));
      return isStopped;
    },
  });
  if (run.counts['no news']) await tellEditionsMissing(date, run.counts['no news'], given);
  return outcome;
}

/** What may be told now. */
async function news(given: Given): Promise<Pick<Day, 'editions' | 'gatherings'>> {
  const [editions, gatherings] = await Promise.all([readEditions(newsAmong), readGatherings(newsAmong)]);
  return {
    editions: editions.filter((edition) => mayBeTold(edition, given)),
    gatherings: gatherings.flatMap((gathering) => (isUpcoming(gathering, given) ? [gathering] : [])),
  };
}
