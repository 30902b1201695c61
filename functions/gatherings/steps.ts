import type { Context } from 'aws-lambda';
import * as z from 'zod/mini';
import { decideOnGathering, readGathering } from '../adapters/gatherings.ts';
import { correctCost } from '../adapters/ledger.ts';
import { NotSent } from '../adapters/mail.ts';
import { policy } from '../adapters/policy.ts';
import { setRoom } from '../adapters/rooms.ts';
import type { Given } from '../domain/decision.ts';
import { type Announced, dateOfGathering, type Gathering, isAnnounced, takesAnswers } from '../domain/gathering.ts';
import { restedUntilTomorrow, stepDone } from '../domain/gathering-notes.ts';
import { datesOf, placesIn } from '../domain/gathering-plan.ts';
import { type NextStep, takeStockOfGathering } from '../domain/gathering-steps.ts';
import type { PlainDate } from '../domain/time.ts';
import type { Bulk, StepOutcome } from './letters/to-many.ts';
import { bookCost } from './steps/book-cost.ts';
import { invite } from './steps/invite.ts';
import { remind, reminderDue } from './steps/remind.ts';
import { askForReview, tellAdmin } from './steps/review.ts';
import { sendDetails } from './steps/send-details.ts';
import { tellHosts, tellOrganiser } from './steps/tell-hosts.ts';
import { tellOfCancellation } from './steps/tell-of-cancellation.ts';
import { tellOfChange } from './steps/tell-of-change.ts';
import { thank } from './steps/thank.ts';

/** The steps of a gathering's execution. Each notes what it has done; the next stock finds it. */

const steps = [
  'take stock',
  'ask for the review',
  'tell the admin',
  'tell the hosts',
  'tell of the change',
  'invite',
  'remind',
  'close the answers',
  'send the details',
  'thank',
  'book the cost',
  'tell of the cancellation',
] as const;

const Event = z.object({
  step: z.enum(steps),
  gathering: z.int(),
  now: z.iso.datetime({ offset: true }),
  /** Who sends: the execution. */
  execution: z.string(),
});

/** Stop in time to answer. */
const leastMillisecondsLeft = 30_000;

/** What came of a step: where the gathering stands, or whether the step is done. `wait`: counts the waits. */
export type Stepped = { outcome: NextStep | StepOutcome | 'unknown'; wait?: number };

export async function handler(event: unknown, context: Pick<Context, 'getRemainingTimeInMillis'>): Promise<Stepped> {
  const { step, gathering: number, now, execution } = Event.parse(event);
  const given = { now, policy };
  if (step === 'take stock') return takeStock(number, given);
  const gathering = await readGathering(number);
  if (!gathering) return { outcome: 'unknown' };
  const run = {
    holder: execution,
    milliseconds: context.getRemainingTimeInMillis(),
    hasTime: () => context.getRemainingTimeInMillis() > leastMillisecondsLeft,
    counts: {},
  };
  try {
    return { outcome: await carryOut(step, gathering, given, run) };
  } catch (error) {
    // A mail to the staff meets SES's daily quota too.
    if (!(error instanceof NotSent) || error.why !== 'no more today') throw error;
    await decideOnGathering(number, (now) => restedUntilTomorrow(now, given));
    return { outcome: error.why };
  }
}

/** Where the gathering stands; its room is as large, and as open, as the plan now says. */
async function takeStock(number: number, given: Given): Promise<Stepped> {
  let wait: number | undefined;
  const outcome = await decideOnGathering(number, (gathering) => {
    const decision = takeStockOfGathering(gathering, given);
    wait = decision.write?.gathering.waits;
    return decision;
  });
  const gathering = await readGathering(number);
  if (gathering?.plan)
    await setRoom(number, { capacity: placesIn(gathering.plan), open: takesAnswers(gathering, given) });
  return { outcome, ...(wait !== undefined && { wait }) };
}

async function carryOut(
  step: Exclude<(typeof steps)[number], 'take stock'>,
  gathering: Gathering,
  given: Given,
  run: Bulk['run'],
): Promise<StepOutcome> {
  switch (step) {
    case 'ask for the review':
      return askForReview(gathering, given);
    case 'tell the admin':
      return tellAdmin(gathering, given);
    default: {
      // Called off since the last stock: the next one finds what there is to do instead.
      const isForIt = (gathering.status === 'cancelled') === (step === 'tell of the cancellation');
      return isAnnounced(gathering) && isForIt ? carryOutPlan(step, gathering, given, run) : 'done';
    }
  }
}

async function carryOutPlan(
  step: Exclude<(typeof steps)[number], 'take stock' | 'ask for the review' | 'tell the admin'>,
  gathering: Announced,
  given: Given,
  run: Bulk['run'],
): Promise<StepOutcome> {
  const { number, revision, plan } = gathering;
  const bulk = { gathering, given, run };
  const dates = datesOf(plan, given.policy);
  switch (step) {
    case 'tell the hosts':
      await tellOrganiser(gathering, given);
      await tellHosts(gathering, given);
      return noteDone(gathering, 'done', { hosts: revision }, dates.end, given);
    case 'invite':
      return noteDone(gathering, await invite(bulk), { invited: revision }, dates.deadline, given);
    case 'tell of the change':
      return noteDone(gathering, await tellOfChange(bulk), { told: revision }, dates.end, given);
    case 'remind': {
      const on = reminderDue(gathering, given);
      return on ? noteDone(gathering, await remind(bulk, on), { reminded: on }, dates.deadline, given) : 'done';
    }
    case 'close the answers':
      await setRoom(number, { capacity: placesIn(plan), open: false });
      await tellOrganiser({ ...gathering, done: { ...gathering.done, closed: true } }, given);
      return noteDone(gathering, 'done', { closed: true }, dates.deadline, given);
    case 'send the details':
      return noteDone(gathering, await sendDetails(bulk), { details: true }, dates.end, given);
    case 'thank':
      return noteDone(gathering, await thank(bulk), { thanked: true }, dates.survey, given);
    case 'book the cost':
      return bookCost(gathering, given);
    case 'tell of the cancellation':
      await tellHosts(gathering, given);
      // What it has cost so far: it will not come to the step that books.
      await correctCost(number, given);
      return noteDone(gathering, await tellOfCancellation(bulk), { cancellation: true }, dates.end, given);
  }
}

/**
 * Notes that a step is done; or that it goes on tomorrow, when nobody can be written to any more today, or some could not.
 * @param last the last day on which those are tried again
 */
async function noteDone(
  gathering: Announced,
  outcome: StepOutcome,
  done: Gathering['done'],
  last: PlainDate,
  given: Given,
): Promise<StepOutcome> {
  const { number } = gathering;
  const isGivenUp = outcome === 'some failed' && dateOfGathering(gathering, given) >= last;
  if (outcome === 'done' || isGivenUp) await decideOnGathering(number, (now) => stepDone(now, done, given));
  else if (outcome !== 'more') await decideOnGathering(number, (now) => restedUntilTomorrow(now, given));
  return outcome;
}
