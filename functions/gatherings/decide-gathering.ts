import * as z from 'zod/mini';
import { decideOnGathering, readGathering } from '../adapters/gatherings.ts';
import { codeFits } from '../adapters/links.ts';
import { policy } from '../adapters/policy.ts';
import { type PlanReviewOutcome, planCode, reviewPlan } from '../domain/plan-review.ts';
import { ReviewWord } from '../domain/review.ts';

/** The reviewer's word on a plan from the Step Functions console; the code proves that it is the reviewer's. */

const Event = z.object({ input: z.unknown(), now: z.iso.datetime({ offset: true }) });

/** What somebody typed into the console. */
const Typed = z.extend(ReviewWord, { gathering: z.coerce.number().check(z.int()), code: z.string() });

type Decided = { outcome: PlanReviewOutcome | 'unknown' | 'wrong code' | 'not understood' };

export async function handler(event: unknown): Promise<Decided> {
  const { input, now } = Event.parse(event);
  const typed = Typed.safeParse(input);
  if (!typed.success) return { outcome: 'not understood' };
  const { gathering: number, decision, code, note } = typed.data;
  const gathering = await readGathering(number);
  if (!gathering) return { outcome: 'unknown' };
  // The code is of one submission: what the reviewer has read.
  if (!(await codeFits(planCode(gathering), code))) return { outcome: 'wrong code' };
  const { submissions } = gathering;
  const answer = { decision, by: 'console' as const, note };
  return {
    outcome: await decideOnGathering(number, (found) => reviewPlan(found, submissions, answer, { now, policy })),
  };
}
