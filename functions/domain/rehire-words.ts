import * as z from 'zod/mini';
import { Offer } from './offer.ts';

/** What people wrote about a rehire, and the offer: personal data, in the person's own partition, which goes with them. */

/** Characters of a text at most. */
export const longestText = 2000;

/** Whether they were received without prying, and whether they have what they need. */
export const CheckInAnswer = z.strictObject({
  /** Which of the check-ins, from 1. */
  checkIn: z.int(),
  at: z.string(),
  prying: z.enum(['none', 'some', 'much']),
  settled: z.enum(['well', 'partly', 'not']),
  text: z.optional(z.string()),
});
export type CheckInAnswer = z.infer<typeof CheckInAnswer>;

export const RehireWords = z.strictObject({
  rehire: z.int(),
  at: z.string(),
  /** What they did since they left, for who decides; nobody must say. */
  sinceThen: z.optional(z.string()),
  offer: z.optional(Offer),
  /** What their new team may read about them. */
  introduction: z.optional(z.string()),
  answers: z.array(CheckInAnswer),
});
export type RehireWords = z.infer<typeof RehireWords>;
