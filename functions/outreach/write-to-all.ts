import { Logger } from '@aws-lambda-powertools/logger';
import PQueue from 'p-queue';
import { measure } from '../adapters/metrics.ts';
import type { Breaker } from '../domain/breaker.ts';
import type { Edition } from '../domain/edition.ts';
import { type Day, type Written, writeTo } from './write-to-one.ts';

/** Writes to everybody who is due, several at a time, until there is a reason to stop. */

const logger = new Logger();

/** So many at once that the pace is SES's, and not that of waiting for answers. */
const atOnce = 8;
/** Mails between two looks at what came back. */
const lookEvery = 100;
/** So many failures in a row are no longer about one person. */
const mostFailures = 100;
/** So often in a row without an answer, SES is not there: each of these mails takes somebody's touch. */
const mostUnanswered = 5;

export type Stop = 'done' | 'more' | 'stopped by the breaker' | 'no more today';

type All = {
  first: string;
  others: AsyncIterable<string>;
  /** Counts so many mails that went out, and says how things stand. */
  look: (sent: number) => Promise<{ breaker: Breaker; editions: readonly Edition[] }>;
  /** What became of how many. */
  counts: Partial<Record<Written | 'failed', number>>;
};

/**
 * Goes through everybody who is due.
 * @throws when nobody can be written to, or what came back cannot be looked at: the next call goes on
 */
export async function writeToAll(day: Day, { first, others, look, counts }: All): Promise<Stop> {
  const people = new PQueue({ concurrency: atOnce });
  const inARow = { failed: 0, unanswered: 0 };
  let stop: Exclude<Stop, 'done'> | undefined;
  let broken: Error | undefined;
  let uncounted = 0;

  async function lookAround(): Promise<void> {
    const sent = uncounted;
    uncounted = 0;
    const { breaker, editions } = await look(sent);
    day.editions = editions;
    if (breaker.open) stop ??= 'stopped by the breaker';
  }

  async function one(person: string): Promise<void> {
    if (stop) return;
    const outcome = await writeTo(person, day).catch((error: unknown) => failed(person, error));
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
      if (!day.hasTime()) stop ??= 'more';
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

/** One that fails must not keep the rest waiting: still due tomorrow, and counted for a human. */
function failed(person: string, error: unknown): 'failed' {
  logger.error('not written to', { person, error: asError(error).name });
  measure('SweepFailures');
  return 'failed';
}

function asError(error: unknown): Error {
  return error instanceof Error ? error : new Error('unknown');
}
