import * as z from 'zod/mini';
import type { Given } from './decision.ts';
import type { EditionContent, Finding } from './edition-content.ts';
import { isRefused } from './leak-scan.ts';
import type { Policy } from './policy.ts';

/** The review of what is told to outsiders: a human decides, in time, or it is not told. */

/** How somebody's word reached the review; the calendar's is that nobody decided in time. */
export const DecidedBy = z.enum(['link', 'console', 'cli', 'calendar']);
export type DecidedBy = z.infer<typeof DecidedBy>;

/** Characters of a reviewer's note at most. */
export const longestNote = 500;

/** The reviewer's word, with what the programme admin is told of it. */
export const ReviewWord = z.object({
  decision: z.enum(['approve', 'refuse']),
  note: z.optional(z.string().check(z.maxLength(longestNote))),
});

export type ReviewAnswer = z.infer<typeof ReviewWord> & { by: Exclude<DecidedBy, 'calendar'> };

type DisclosureClass = Policy['disclosure']['classes'][string];

/** A class with what the policy says of it; it may not have it, or not any more. */
export function classOf({ disclosure: { classes } }: Policy, name: string): DisclosureClass | undefined {
  return Object.hasOwn(classes, name) ? classes[name] : undefined;
}

/** What keeps something from being told, whoever approves it. */
export type Obstacle = 'leak' | 'not shareable';

/** @param findings those of a scan by the rules of today */
export function obstacle(
  { classification }: Pick<EditionContent, 'classification'>,
  findings: readonly Finding[],
  { policy }: Given,
): Obstacle | undefined {
  if (!classOf(policy, classification)?.shareable) return 'not shareable';
  return isRefused(findings) ? 'leak' : undefined;
}
