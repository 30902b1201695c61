import { Logger } from '@aws-lambda-powertools/logger';
import * as z from 'zod/mini';
import { consumedSince } from '../../../functions/adapters/consumed.ts';
import { readEditions } from '../../../functions/adapters/editions.ts';
import { loadPerson } from '../../../functions/adapters/people.ts';
import { policy } from '../../../functions/adapters/policy.ts';
import type { Edition } from '../../../functions/domain/edition.ts';
import { planOutreach } from '../../../functions/domain/outreach.ts';
import { dateOf } from '../../../functions/domain/time.ts';
import { Pace } from '../../../functions/mail/pace.ts';
import { writeTo } from '../../../functions/outreach/write-to-one.ts';

/**
 * One touch of one alumnus, for designs that wake up for each. It writes by the very code of the sweep: consent is read
 * and each mail is claimed and settled just the same.
 */

const logger = new Logger();

const Event = z.object({
  /** `look`: whether there is anything to write. `write`: all of it. */
  step: z.enum(['look', 'write']),
  person: z.string(),
  /** This touch, and those that come after it. */
  touches: z.array(z.object({ date: z.string(), at: z.string() })),
});

const pace = new Pace(14);
/** Read once per container, as cheaply as it can be. */
let editions: Promise<Edition[]> | undefined;

export async function handler(event: unknown) {
  const { step, person, touches } = Event.parse(event);
  const [{ date } = { date: '' }, ...later] = touches;
  consumedSince();
  editions ??= readEditions();
  const news = (await editions).filter(({ decidedAt = '' }) => dateOf(decidedAt, policy.company.timeZone) <= date);
  const given = { now: new Date().toISOString(), policy };
  const outcome =
    step === 'look'
      ? planOutreach(await loadPerson(person, { consistent: false }), date, news, given).outcome
      : await writeTo(person, { date, given, editions: news, gatherings: [], hasTime: () => true }, pace);
  logger.info('touch', { outcome, consumed: consumedSince() });
  return { outcome, person, touches: step === 'look' ? touches : later };
}
