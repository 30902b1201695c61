import * as z from 'zod/mini';

/** One e-mail to one person, with its own permanent identity: purpose, person, occasion. */
export const dispatchPurposes = [
  'consent-request',
  'consent-reminder',
  'confirm-address',
  'welcome',
  'ask-for-address',
  'ask-about-reason',
] as const;
export const DispatchPurpose = z.enum(dispatchPurposes);
export type DispatchPurpose = z.infer<typeof DispatchPurpose>;

/**
 * claimed → sent → bounced or complained; a claim in doubt → delivered.
 * Held is a claim without an answer: the mail may have gone, so it is never sent again blindly.
 */
export const DispatchStatus = z.enum(['claimed', 'sent', 'held', 'delivered', 'bounced', 'complained']);
export type DispatchStatus = z.infer<typeof DispatchStatus>;

export const Dispatch = z.strictObject({
  id: z.string(),
  purpose: DispatchPurpose,
  status: DispatchStatus,
  at: z.string(),
  claim: z.string(),
});
export type Dispatch = z.infer<typeof Dispatch>;

/**
 * The identity of a dispatch. It fits an SES message tag, which allows letters, digits, `_` and `-`.
 * @param occasion what makes it the only one of its purpose: a question's id, with the round for a reminder
 */
export function dispatchId(purpose: DispatchPurpose, occasion: string): string {
  return `${purpose}_${occasion}`;
}

/** The purpose that a dispatch's identity names. */
export function purposeOf(id: string): DispatchPurpose | undefined {
  return dispatchPurposes.find((purpose) => id.startsWith(`${purpose}_`));
}

/** What somebody reads: the same in HTML and as text. */
export type Letter = { subject: string; html: string; text: string };
