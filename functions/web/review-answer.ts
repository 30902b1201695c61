import * as z from 'zod/mini';
import { longestNote, type ReviewAnswer, ReviewWord } from '../domain/review.ts';
import type { Request } from './context.ts';
import type { ReviewProblem } from './review-parts.tsx';

/** The form as it was sent: a note that is too long is shown again. */
const Form = z.object({ ...ReviewWord.shape, note: z._default(z.string(), '') });

/** What the page asks again with. */
export type Again = { problem?: ReviewProblem; note?: string };

/**
 * Takes the reviewer's word from the form of a page.
 * @param decide decides with it
 * @returns what the page asks again with, where nothing was decided
 */
export async function takeAnswer(
  request: Request,
  decide: (answer: ReviewAnswer) => Promise<string>,
): Promise<Again | undefined> {
  const form = Form.safeParse(await request.req.parseBody());
  if (!form.success) return {};
  const { decision, note } = form.data;
  if (note.length > longestNote) return { problem: 'note too long', note };
  const outcome = await decide({ decision, by: 'link', note: note.trim() || undefined });
  return outcome === 'leak' || outcome === 'not shareable' ? { problem: outcome, note } : undefined;
}
