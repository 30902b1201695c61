import { Logger } from '@aws-lambda-powertools/logger';
import type { Context } from 'aws-lambda';
import * as z from 'zod/mini';
import { type Due, dueBy } from '../adapters/calendar.ts';
import { forgetCandidate } from '../adapters/candidates.ts';
import { pendingBefore, touchConsequence } from '../adapters/consequences.ts';
import { type Consumed, consumedSince } from '../adapters/consumed.ts';
import { decideOnContribution, readContribution } from '../adapters/contributions.ts';
import { forgetPerson, remove } from '../adapters/erasing.ts';
import { decideOnGathering, readGathering } from '../adapters/gatherings.ts';
import { readLastReport } from '../adapters/last-report.ts';
import { measure } from '../adapters/metrics.ts';
import { decideAndWrite, loadPerson } from '../adapters/people.ts';
import { policy } from '../adapters/policy.ts';
import { decideOnRehire } from '../adapters/rehires.ts';
import { lapseOffers } from '../adapters/rooms.ts';
import { forgetNeeds, putOffForgetting, readRsvp } from '../adapters/rsvps.ts';
import { reconcileSuppressed } from '../adapters/ses-suppression-list.ts';
import { numberIn } from '../adapters/table.ts';
import { contributionDue } from '../domain/contribution-due.ts';
import type { Given } from '../domain/decision.ts';
import { personDue, questionDue } from '../domain/due.ts';
import { gatheringDue } from '../domain/gathering-notes.ts';
import { needsUntil } from '../domain/gathering-plan.ts';
import { rehireDue } from '../domain/rehire-due.ts';
import { dateOf, instantAfter, type PlainDate } from '../domain/time.ts';

/** The daily sweep, a step of its state machine at a time. What does not fit into one run is left for the next. */

const logger = new Logger();

const Sweep = z.object({
  /** The whole day, or only what is pending, as every hour. */
  step: z.enum(['day', 'pending']),
  /** The scheduled time, or a date in the company's time zone for a missed or simulated day. */
  date: z.string(),
  now: z.iso.datetime({ offset: true }),
});

/** Stop in time to answer; the state machine then calls again. */
const leastMillisecondsLeft = 20_000;

export type Swept = { outcome: 'done' | 'more'; count: number; consumed: Consumed };

export async function handler(event: unknown, context: Pick<Context, 'getRemainingTimeInMillis'>): Promise<Swept> {
  const { step, date, now } = Sweep.parse(event);
  const day = date.includes('T') ? dateOf(date, policy.company.timeZone) : date;
  const hasTime = () => context.getRemainingTimeInMillis() > leastMillisecondsLeft;
  consumedSince();
  const count = { done: 0 };
  const isDone =
    (step === 'pending' || (await each(dueBy(day), (item) => actOn(item, day, now), hasTime, count))) &&
    (await each(pendingBefore(minutesBefore(now, 10)), (item) => takeUp(item, now), hasTime, count));
  if (isDone && step === 'day') {
    await measureSilence(now);
    await safely(() => reconcileSuppressed(now, hasTime));
  }
  return { outcome: isDone ? 'done' : 'more', count: count.done, consumed: consumedSince() };
}

/** @returns false where time ran out before the end */
async function each<T>(
  items: AsyncIterable<T>,
  act: (item: T) => Promise<void>,
  hasTime: () => boolean,
  count: { done: number },
): Promise<boolean> {
  for await (const item of items) {
    if (!hasTime()) return false;
    await safely(() => act(item));
    count.done += 1;
  }
  return true;
}

/** One that fails must not keep the rest waiting: it is still due tomorrow, and counted for a human. */
async function safely(act: () => Promise<unknown>): Promise<void> {
  try {
    await act();
  } catch (error) {
    logger.error('not swept', { error: error instanceof Error ? error.name : 'unknown' });
    measure('SweepFailures');
  }
}

async function actOn({ pk, sk, person, kind, id }: Due, date: PlainDate, now: string): Promise<void> {
  const given = { now, policy };
  switch (kind) {
    case 'candidate':
      await forgetCandidate(numberIn(pk));
      return;
    case 'evidence':
    case 'kept':
      await remove({ pk, sk });
      return;
    case 'question':
      await decideAndWrite(person, (file) => questionDue(file, id, date, given));
      return;
    case 'gathering':
      await decideOnGathering(numberIn(id), (gathering) => gatheringDue(gathering, date, given));
      return;
    case 'contribution':
      await actOnContribution(numberIn(id), date, given);
      return;
    case 'rehire':
      await decideOnRehire(numberIn(id), (rehire, { file }) => rehireDue(rehire, date, file, given), given);
      return;
    case 'room':
      await lapseOffers(numberIn(id), date);
      return;
    case 'rsvp':
      await tidyRsvp(person, numberIn(id), date);
      return;
    case 'person': {
      const file = await loadPerson(person);
      const { outcome } = personDue(file, date, given);
      if (outcome === 'forgotten') await forgetPerson(file);
      else await decideAndWrite(person, (current) => personDue(current, date, given));
      logger.info('due', { person, outcome });
    }
  }
}

/** A holding period looks at whether somebody who was hired is still here. */
async function actOnContribution(number: number, date: PlainDate, given: Given): Promise<void> {
  const person = (await readContribution(number))?.hire?.person;
  const hired = person ? (await loadPerson(person)).person : undefined;
  await decideOnContribution(number, (contribution) => contributionDue(contribution, { date, hired }, given));
}

/** What guests of a gathering said they need goes, so long after its end; where that has moved, it is looked at again then. */
async function tidyRsvp(person: string, number: number, date: PlainDate): Promise<void> {
  const [said, gathering] = [await readRsvp(person, number), await readGathering(number)];
  if (!said) return;
  const until = gathering?.plan && needsUntil(gathering.plan, policy);
  if (until && until > date) await putOffForgetting(person, said, until);
  else await forgetNeeds(person, said);
}

/**
 * A consequence that relay has not carried out, and a room in which somebody waits for word, are shown again; an answer not
 * taken and a mail in doubt are counted for a human.
 */
async function takeUp({ pk, sk, since }: { pk: string; sk: string; since: string }, now: string): Promise<void> {
  if (sk.startsWith('CONSEQUENCE#') || sk === 'ROOM') {
    await touchConsequence({ pk, sk }, now);
    measure('PendingConsequences');
  } else if (sk.startsWith('RECORD#question#')) {
    if (since < minutesBefore(now, 60)) measure('AnswersNotTaken');
  } else if (since < minutesBefore(now, 24 * 60)) {
    measure('HeldDispatches');
  }
}

/** 1 when the HR system has been silent for longer than the policy says; before the first report it is not. */
async function measureSilence(now: string): Promise<void> {
  const last = await readLastReport();
  const { hris, company } = policy;
  const isSilent =
    last !== undefined && Date.parse(instantAfter(last, hris.silentAfter, company.timeZone)) < Date.parse(now);
  measure('HrisSilent', isSilent ? 1 : 0);
}

function minutesBefore(now: string, minutes: number): string {
  return new Date(Date.parse(now) - minutes * 60_000).toISOString();
}
