import * as z from 'zod/mini';
import { decideOnEdition } from '../adapters/editions.ts';
import { codeFits } from '../adapters/links.ts';
import { policy } from '../adapters/policy.ts';
import { type ReviewOutcome, reviewEdition } from '../domain/edition.ts';

/** The reviewer's word from the Step Functions console; the code proves that it is the reviewer's. */

const Event = z.object({
  edition: z.coerce.number().check(z.int()),
  decision: z.enum(['approve', 'refuse']),
  code: z.string(),
  note: z.optional(z.string().check(z.maxLength(500))),
  now: z.iso.datetime({ offset: true }),
});

export async function handler(event: unknown): Promise<{ outcome: ReviewOutcome | 'unknown' | 'wrong code' }> {
  const { edition, decision, code, note, now } = Event.parse(event);
  if (!(await codeFits(`edition-${edition}`, code))) return { outcome: 'wrong code' };
  const answer = { decision, by: 'console' as const, note };
  return { outcome: await decideOnEdition(edition, (found) => reviewEdition(found, answer, { now, policy })) };
}
