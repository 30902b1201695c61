import * as z from 'zod/mini';
import { Language } from './language.ts';

/** What an alumnus may consent to, each on its own: mail, gatherings, the directory, being contacted about returning. */
export const purposes = ['outreach', 'gatherings', 'directory', 'rehire'] as const;
export const Purpose = z.enum(purposes);
export type Purpose = z.infer<typeof Purpose>;

/** The purposes for which Okaeri writes to somebody: what an opt-out stops. */
export const mailPurposes: ReadonlySet<Purpose> = new Set(['outreach', 'gatherings', 'rehire']);

/** Whether somebody who leaves to give birth or to care wishes to come back (育児・介護休業法27条). */
export const Wish = z.enum(['yes', 'undecided', 'no']);
export type Wish = z.infer<typeof Wish>;

/** How a consent, or its withdrawal, reached the company. */
const ConsentMethod = z.enum(['link', 'one-click', 'import', 'hr', 'reply', 'telephone', 'letter']);

/**
 * Evidence of a consent given, changed or withdrawn. Kept apart from the person, until its statutory end.
 * It proves for which address without holding the address.
 */
export const Evidence = z.strictObject({
  at: z.string(),
  purposes: z.array(Purpose),
  wording: z.string(),
  language: Language,
  method: ConsentMethod,
  /** Keyed hash of the address that consented. */
  address: z.string(),
  /** For an import: where the company keeps the original evidence. */
  source: z.optional(z.string()),
});
export type Evidence = z.infer<typeof Evidence>;

/** The evidence of a decision about consent, but for the time and the purposes. */
export type Proof = Omit<Evidence, 'at' | 'purposes'>;

/** Consent that the company already holds, of somebody who left before the programme began. */
export type HeldConsent = { purposes: readonly Purpose[]; proof: Proof; at: string };
