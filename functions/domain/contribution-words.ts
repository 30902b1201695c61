import * as z from 'zod/mini';
import { ContributionKind } from './contribution.ts';
import { Language } from './language.ts';

/** What people wrote: it lies apart from what became of it, so that it can be deleted. */

/** Characters of a text at most. */
export const longestText = 2000;
/** Characters of a name at most. */
export const longestName = 100;

/** What an alumnus wrote, in their own partition; it goes when they are erased. */
export const ContributionWords = z.strictObject({
  contribution: z.int(),
  kind: ContributionKind,
  at: z.string(),
  submittedOn: z.iso.date(),
  /** Of a lead: a company, never a person. */
  company: z.optional(z.string()),
  text: z.optional(z.string()),
  /** What the owner of the topic answered. */
  answer: z.optional(z.string()),
});
export type ContributionWords = z.infer<typeof ContributionWords>;

/** What a candidate entered about themselves, and consented to. */
export const Candidate = z.strictObject({
  contribution: z.int(),
  /** Which entry of the invitation it is. */
  entry: z.int(),
  name: z.string(),
  email: z.string(),
  language: Language,
  text: z.optional(z.string()),
  consentedAt: z.string(),
  /** They own the address. Until then nobody is told, and it goes soon. */
  confirmedAt: z.optional(z.string()),
  /** Of what they consented to. */
  wording: z.string(),
});
export type Candidate = z.infer<typeof Candidate>;

/** What was consented to; another text is another version. */
export const candidateWording = '2026-11';

/** Written in front of a name, or after it. */
const japaneseForms =
  /株式会社|有限会社|合同会社|合資会社|合名会社|一般社団法人|一般財団法人|\((?:株|有|同|資|名)\)|kabushiki kaisha|(?<![\p{L}\p{N}])k\.k\.?(?!\p{L})/gu;
/** Written after a name, one or more of them: Co., Ltd. In front they are part of the name. */
const otherForms =
  /(?:(?<=[^\p{Script=Latin}\p{M}\p{N}])(?:inc|incorporated|ltd|limited|llc|llp|plc|corp|corporation|co|company|gmbh|ag|kk|sa|sas|bv|pte)[^\p{L}\p{N}]*)+$/u;

/** A company's name as it is compared: without its legal form, width, case and punctuation. */
export function companyKey(name: string): string {
  const plain = name.normalize('NFKC').toLowerCase();
  const bare = plain.replaceAll(japaneseForms, ' ').replaceAll(/(?<=\b[a-z])\.(?=[a-z]\b)/g, '');
  const key = bare.replace(otherForms, ' ').replaceAll(/[^\p{L}\p{M}\p{N}+]/gu, '');
  return key || plain.replaceAll(/\s/g, '');
}
