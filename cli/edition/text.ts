import type { Disclosure } from '../../functions/adapters/disclosures.ts';
import type { Edition, SubmitOutcome } from '../../functions/domain/edition.ts';
import type { EditionContent, Finding } from '../../functions/domain/edition-content.ts';
import { type Bilingual, languages } from '../../functions/domain/language.ts';
import type { Policy } from '../../functions/domain/policy.ts';
import { titlesOf } from '../../functions/domain/variants.ts';
import { dateInWords } from '../../functions/domain/wording.ts';
import { audienceInWords } from '../../functions/outreach/wording.ts';
import { count } from '../print.ts';
import { deciders } from '../submission/review.ts';
import { findingsText, flaggedText, lettersText, shareableText, type Translated, verdict } from '../submission/text.ts';
import { localTime } from '../time.ts';
import { mailStatus } from '../timeline.ts';

/** What the commands about editions say. */

/** What came of a submission. */
export type Submission = {
  outcome: SubmitOutcome;
  findings: readonly Finding[];
  /** Of what was submitted now or before. */
  edition?: { number: number; status: Edition['status']; reviewBy: string };
};

/** A submission for people. */
export function submissionText({ outcome, findings, edition }: Submission, content: EditionContent, policy: Policy) {
  switch (outcome) {
    case 'not shareable':
      return `${shareableText('An edition', content.classification, policy)} Nothing was stored.`;
    case 'leak':
      return `The edition says what must not leave. Nothing was stored.\n${findingsText(findings)}`;
    default:
      return submittedText(outcome, edition, policy) + flaggedText(findings);
  }
}

function submittedText(outcome: 'submitted' | 'already so', edition: Submission['edition'], { company }: Policy) {
  if (!edition) return 'The edition is submitted.';
  const { number, status, reviewBy } = edition;
  const waits = `waits for the review by ${company.reviewer}, until ${dateInWords(reviewBy, 'en')}.`;
  if (outcome === 'submitted') return `Edition ${number} ${waits}`;
  const stands = status === 'approved' ? 'is approved.' : waits;
  return `The same file was submitted before: edition ${number} ${stands}`;
}

/** What a preview shows. The number is an example, since nothing is stored. */
export type Preview = {
  outcome: SubmitOutcome;
  findings: readonly Finding[];
  letters: readonly Translated[];
};

/** A preview for people: each mail as text, and below them what the scan says. */
export function previewText({ outcome, findings, letters }: Preview, content: EditionContent, policy: Policy): string {
  return [
    lettersText(letters),
    `Goes to ${audienceInWords(content, 'en')}. Number, name and links are examples; nothing was stored.`,
    verdict(outcome, findings, shareableText('An edition', content.classification, policy), policy),
  ].join('\n');
}

/** One edition in the list. */
export type ListedEdition = Pick<Edition, 'number' | 'status' | 'submittedAt' | 'decidedAt' | 'decidedBy' | 'note'> & {
  classification: string;
  titles: Partial<Bilingual>;
};

/** What of an edition is listed; its text and the key of its review stay where they are. */
export function listed({ content, ...edition }: Edition): ListedEdition {
  const { number, status, submittedAt, decidedAt, decidedBy, note } = edition;
  return {
    number,
    status,
    classification: content.classification,
    titles: titlesOf(content.variants),
    submittedAt,
    ...(decidedAt && { decidedAt }),
    ...(decidedBy && { decidedBy }),
    ...(note && { note }),
  };
}

/** The editions for people, in the order given. */
export function editionsText(editions: readonly ListedEdition[], timeZone: string): string {
  if (editions.length === 0) return 'There is no edition yet; "edition submit FILE" submits one.';
  return editions
    .flatMap(({ number, status, classification, titles, submittedAt, decidedAt, decidedBy, note }) => [
      `${number}  ${status}, ${classification}`,
      ...languages.flatMap((language) => (titles[language] ? [`   ${language}: ${titles[language]}`] : [])),
      `   submitted ${localTime(submittedAt, timeZone)}`,
      ...(decidedAt && decidedBy
        ? [`   decided ${localTime(decidedAt, timeZone)} ${deciders[decidedBy]}${note ? `: ${note}` : ''}`]
        : []),
    ])
    .join('\n');
}

/** Who was told; without an employee id, they have been erased since. */
export type Told = Disclosure & { employeeId?: string };

/** The disclosure record of an edition for people, oldest first. */
export function toldText(edition: number, told: readonly Told[], timeZone: string): string {
  if (told.length === 0) return `Edition ${edition} has been told to nobody.`;
  return [
    `Edition ${edition} is in ${count(told.length, 'mail')}:`,
    ...told.map(
      ({ person, employeeId, at, classification, status }) =>
        `  ${localTime(at, timeZone)}  ${employeeId ?? `${person} (erased)`}  ${classification}  ${mailStatus[status]}`,
    ),
  ].join('\n');
}
