import * as z from 'zod/mini';
import { policy } from '../adapters/policy.ts';
import type { Given } from '../domain/decision.ts';

/**
 * What the state machine gives each of its steps: ids and the time of entering the state, nothing else.
 * Running executions keep the definition they started with, so a release may add fields here and never remove one.
 */
export const Step = z.object({
  person: z.string(),
  stint: z.int(),
  generation: z.int(),
  now: z.iso.datetime({ offset: true }),
});

/** What a decision is given in a step. */
export function given({ now }: z.infer<typeof Step>): Given {
  return { now, policy };
}
