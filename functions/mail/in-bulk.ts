import { Logger } from '@aws-lambda-powertools/logger';
import PQueue from 'p-queue';
import { giveLease, takeLease } from '../adapters/lease.ts';
import { sendQuota } from '../adapters/mail.ts';
import { measure } from '../adapters/metrics.ts';
import { Pace } from './pace.ts';

/** Writes to many, one sender at a time, several mails at once, at SES's pace, until there is a reason to stop. */

const logger = new Logger();

/** So many at once that the pace is SES's, and not that of waiting for answers. */
const atOnce = 8;
/** Mails between two looks at what came back. */
const lookEvery = 100;
/** So many failures in a row are no longer about one person. */
const mostFailures = 100;
/** So often in a row without an answer, SES is not there: each of these mails stays in doubt. */
const mostUnanswered = 5;

/** Why it ends; `more` is called again. */
export type Stop = 'done' | 'more' | 'stopped by the breaker' | 'no more today';

export type Run = {
  /** Who sends: the execution. */
  holder: string;
  /** How long it may take, and whether there is still time for one more. */
  milliseconds: number;
  hasTime: () => boolean;
  /** Counts so many mails that went out, and says whether too much came back. */
  isStopped: (sent: number) => Promise<boolean>;
  /** What became of how many. */
  counts: { [outcome: string]: number };
};

/**
 * Goes through everybody.
 * @param people nobody costs nothing
 * @param writeTo writes to one of them, when it is their turn
 * @throws when somebody else sends, when nobody can be written to, or when what came back cannot be looked at: the next call goes on
 */
export async function inBulk(
  people: AsyncGenerator<string, void>,
  writeTo: (person: string, pace: Pace) => Promise<string>,
  run: Run,
): Promise<Stop> {
  const first = await people.next();
  if (first.done) return 'done';
  if (!(await takeLease(run.holder, run.milliseconds))) throw new Error('somebody else is sending');
  try {
    if (await run.isStopped(0)) return 'stopped by the breaker';
    const { perSecond, leftToday } = await sendQuota();
    if (leftToday < 1) return 'no more today';
    const pace = new Pace(perSecond);
    return await each(first.value, people, (person) => writeTo(person, pace), run);
  } finally {
    await giveLease(run.holder);
  }
}

async function each(
  first: string,
  others: AsyncIterable<string>,
  writeTo: (person: string) => Promise<string>,
  { hasTime, isStopped, counts }: Run,
): Promise<Stop> {
  const people = new PQueue({ concurrency: atOnce });
  const inARow = { failed: 0, unanswered: 0 };
  let stop: Exclude<Stop, 'done'> | undefined;
  let broken: Error | undefined;
  let uncounted = 0;

  async function lookAround(): Promise<void> {
    const sent = uncounted;
    uncounted = 0;
    if (await isStopped(sent)) stop ??= 'stopped by the breaker';
  }

  async function one(person: string): Promise<void> {
    if (stop) return;
    const outcome = await writeTo(person).catch((error: unknown) => failed(person, error));
    counts[outcome] = (counts[outcome] ?? 0) + 1;
    inARow.failed = outcome === 'failed' ? inARow.failed + 1 : 0;
    // What an earlier run left in doubt says nothing of SES.
    inARow.unanswered = outcome === 'no answer' ? inARow.unanswered + 1 : 0;
    if (inARow.failed >= mostFailures) broken ??= new Error('nobody can be written to');
    if (outcome === 'no more today' || inARow.unanswered >= mostUnanswered) stop ??= 'no more today';
    if (outcome === 'too fast' || broken) stop ??= 'more';
    if (outcome === 'sent') uncounted += 1;
    // Without a look nothing more goes out; what is under way is finished first.
    if (uncounted >= lookEvery) await lookAround().catch((error: unknown) => void (broken ??= asError(error)));
  }

  try {
    void people.add(() => one(first));
    for await (const person of others) {
      if (!hasTime()) stop ??= 'more';
      if (stop || broken) break;
      await people.onSizeLessThan(1);
      void people.add(() => one(person));
    }
  } finally {
    // Whatever went wrong: a mail under way is not left behind.
    await people.onIdle();
  }
  if (broken) throw broken;
  await lookAround();
  return stop ?? 'done';
}

/** One that fails must not keep the rest waiting: they are written to tomorrow, and counted for a human. */
function failed(person: string, error: unknown): 'failed' {
  logger.error('not written to', { person, error: asError(error).name });
  measure('SweepFailures');
  return 'failed';
}

function asError(error: unknown): Error {
  return error instanceof Error ? error : new Error('unknown');
}
