import type { Disclosure } from '../../functions/adapters/disclosures.ts';
import type { Letter } from '../../functions/domain/dispatch.ts';
import type { Edition, SubmitOutcome } from '../../functions/domain/edition.ts';
import type { EditionContent, Finding } from '../../functions/domain/edition-content.ts';
import { type Bilingual, type Language, languages } from '../../functions/domain/language.ts';
import type { Policy } from '../../functions/domain/policy.ts';
import { findingInWords } from '../../functions/domain/review-wording.ts';
import { dateInWords } from '../../functions/domain/wording.ts';
import { audienceInWords } from '../../functions/outreach/wording.ts';
import { count } from '../print.ts';
import type { Problem } from '../problems.ts';
import { localTime } from '../time.ts';
import { mailStatus } from '../timeline.ts';

/** What the commands about editions say. */

/** What keeps a file from being read as an edition, one problem a line. */
export function problemsText(problems: readonly Problem[]): string {
  return problems.map(({ line, what }) => `line ${line}: ${what}`).join('\n');
}

/** What the scan found, one finding a line. */
export function findingsText(findings: readonly Finding[]): string {
  return findings.map((finding) => `  ${findingInWords(finding, 'en')}`).join('\n');
}

/** Which classes may go out. */
export function shareableText(classification: string, { disclosure }: Policy): string {
  const shareable = Object.entries(disclosure.classes).flatMap(([name, rules]) => (rules.shareable ? [name] : []));
  const which = shareable.length > 0 ? `only ${shareable.join(', ')} may` : 'no class may';
  return `An edition of the class "${classification}" must not go out: ${which}.`;
}

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
      return `${shareableText(content.classification, policy)} Nothing was stored.`;
    case 'leak':
      return `The edition says what must not leave. Nothing was stored.\n${findingsText(findings)}`;
    default:
      return [submittedText(outcome, edition, policy), ...flagged(findings)].join('\n');
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

function flagged(findings: readonly Finding[]): string[] {
  return findings.length > 0 ? ['The reviewer is shown what the scan found:', findingsText(findings)] : [];
}

/** What a preview shows. The number is an example, since nothing is stored. */
export type Preview = {
  outcome: SubmitOutcome;
  findings: readonly Finding[];
  letters: readonly { language: Language; letter: Letter }[];
};

/** A preview for people: each mail as text, and below them what the scan says. */
export function previewText({ outcome, findings, letters }: Preview, content: EditionContent, policy: Policy): string {
  const line = '─'.repeat(60);
  return [
    ...letters.flatMap(({ language, letter }) => [
      `[${language}] ${letter.subject}`,
      line,
      letter.text.trimEnd(),
      line,
      '',
    ]),
    `Goes to ${audienceInWords(content, 'en')}. Number, name and links are examples; nothing was stored.`,
    verdict(outcome, findings, content, policy),
    ...(findings.length > 0 ? [findingsText(findings)] : []),
  ].join('\n');
}

function verdict(
  outcome: SubmitOutcome,
  findings: readonly Finding[],
  { classification }: EditionContent,
  policy: Policy,
): string {
  const by = `By policy ${policy.version}`;
  if (outcome === 'not shareable') return shareableText(classification, policy);
  if (outcome === 'leak') return `${by} it would be refused:`;
  return findings.length > 0 ? `${by} the reviewer would be shown:` : `${by} the scan found nothing.`;
}

/** One edition in the list. */
export type ListedEdition = Pick<Edition, 'number' | 'status' | 'submittedAt' | 'decidedAt' | 'decidedBy' | 'note'> & {
  classification: string;
  titles: Partial<Bilingual>;
};

/** What of an edition is listed; its text and the key of its review stay where they are. */
export function listed({ content, ...edition }: Edition): ListedEdition {
  const { ja, en } = content.variants;
  const { number, status, submittedAt, decidedAt, decidedBy, note } = edition;
  return {
    number,
    status,
    classification: content.classification,
    titles: { ...(ja && { ja: ja.title }), ...(en && { en: en.title }) },
    submittedAt,
    ...(decidedAt && { decidedAt }),
    ...(decidedBy && { decidedBy }),
    ...(note && { note }),
  };
}

const deciders: Readonly<Record<NonNullable<Edition['decidedBy']>, string>> = {
  link: 'by the link to the reviewer',
  console: 'in the console',
  cli: 'by command',
  calendar: 'since nobody decided in time',
};

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
