import * as z from 'zod/mini';

/** One e-mail to one person, with its own permanent identity: purpose, person, occasion. These go to a person, or to HR about one. */
export const dispatchPurposes = [
  'consent-request',
  'consent-reminder',
  'confirm-address',
  'address-notice',
  'welcome',
  'ask-for-address',
  'ask-about-reason',
  'outreach',
  'gathering-invitation',
  'gathering-reminder',
  'gathering-place',
  'gathering-change',
  'gathering-cancelled',
  'gathering-details',
  'gathering-thanks',
  'contribution-invitation',
  'contribution-outcome',
  'reward-news',
  'rehire-receipt',
  'rehire-end',
  'rehire-offer',
  'rehire-welcome',
  'rehire-check-in',
] as const;

/** Mails about the programme itself, to who looks after it. */
export const programmePurposes = [
  'review-request',
  'edition-decided',
  'editions-missing',
  'outreach-stopped',
  'gathering-review',
  'gathering-decided',
  'gathering-organiser',
  'gathering-host',
  'gathering-cost',
  'contribution-owner',
  'contribution-recruiter',
  'candidate-receipt',
  'candidate-withdrawal',
  'reward-approval',
  'reward-expired',
  'payout-missing',
  'rehire-approval',
  'rehire-talk',
  'rehire-offer-needed',
  'rehire-task',
  'rehire-news',
  'rehire-answer',
] as const;
export type ProgrammePurpose = (typeof programmePurposes)[number];

export const DispatchPurpose = z.enum(dispatchPurposes);
export type DispatchPurpose = z.infer<typeof DispatchPurpose>;

/**
 * claimed → sent → delayed (came back for now), bounced or complained; a claim in doubt → delivered.
 * Held is a claim without an answer: the mail may have gone, so it is never sent again blindly.
 */
export const DispatchStatus = z.enum(['claimed', 'sent', 'held', 'delivered', 'delayed', 'bounced', 'complained']);
export type DispatchStatus = z.infer<typeof DispatchStatus>;

/** What is stored of a mail, besides its key. */
export const Dispatch = z.object({
  status: DispatchStatus,
  data: z.object({
    id: z.string(),
    purpose: z.enum([...dispatchPurposes, ...programmePurposes]),
    at: z.string(),
    /** Keyed hash of where it went. */
    address: z.string(),
    /** The disclosure, where the mail told of an edition or of gatherings: which, and under which classification. */
    edition: z.optional(z.int()),
    /** Each with the revision of its plan: `3-1`. */
    gatherings: z.optional(z.array(z.string())),
    classification: z.optional(z.string()),
  }),
});

/**
 * The identity of a dispatch. It fits an SES message tag, which allows letters, digits, `_` and `-`.
 * @param occasion what makes it the only one of its purpose: a question's id, with the round for a reminder
 */
export function dispatchId(purpose: DispatchPurpose | ProgrammePurpose, occasion: string): string {
  return `${purpose}_${occasion}`;
}

/** The purpose that a dispatch's identity names. */
export function purposeOf(id: string): DispatchPurpose | undefined {
  return dispatchPurposes.find((purpose) => id.startsWith(`${purpose}_`));
}

/** What somebody reads: the same in HTML and as text. */
export type Letter = { subject: string; html: string; text: string };
