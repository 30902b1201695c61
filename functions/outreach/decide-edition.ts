import * as z from 'zod/mini';
import { decideOnEdition } from '../adapters/editions.ts';
import { codeFits } from '../adapters/links.ts';
import { policy } from '../adapters/policy.ts';
import { type ReviewOutcome, reviewEdition, reviewMatter } from '../domain/edition.ts';
import { ReviewWord } from '../domain/review.ts';

/** The reviewer's word from the Step Functions console; the code proves that it is the reviewer's. */

const Event = z.object({ input: z.unknown(), now: z.iso.datetime({ offset: true }) });

/** What somebody typed into the console. */
const Typed = z.extend(ReviewWord, { edition: z.coerce.number().check(z.int()), code: z.string() });

type Decided = { outcome: ReviewOutcome | 'unknown' | 'wrong code' | 'not understood' };

export async function handler(event: unknown): Promise<Decided> {
  const { input, now } = Event.parse(event);
  const typed = Typed.safeParse(input);
  if (!typed.success) return { outcome: 'not understood' };
  const { edition, decision, code, note } = typed.data;
  if (!(await codeFits(reviewMatter(edition), code))) return { outcome: 'wrong code' };
  const answer = { decision, by: 'console' as const, note };
  return { outcome: await decideOnEdition(edition, (found) => reviewEdition(found, answer, { now, policy })) };
}
