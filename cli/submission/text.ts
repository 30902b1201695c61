import type { Letter } from '../../functions/domain/dispatch.ts';
import type { Finding } from '../../functions/domain/edition-content.ts';
import type { Language } from '../../functions/domain/language.ts';
import type { Policy } from '../../functions/domain/policy.ts';
import type { Obstacle } from '../../functions/domain/review.ts';
import { findingInWords } from '../../functions/domain/review-wording.ts';
import type { Problem } from '../problems.ts';

/** What is said of a file that goes to a review, whatever is in it. */

/** What keeps a file from being read, one problem a line. */
export function problemsText(problems: readonly Problem[]): string {
  return problems.map(({ line, what }) => `line ${line}: ${what}`).join('\n');
}

/** What the scan found, one finding a line. */
export function findingsText(findings: readonly Finding[]): string {
  return findings.map((finding) => `  ${findingInWords(finding, 'en')}`).join('\n');
}

/** What of a submission its reviewer is shown, if anything, in lines below. */
export function flaggedText(findings: readonly Finding[]): string {
  return findings.length > 0 ? `\nThe reviewer is shown what the scan found:\n${findingsText(findings)}` : '';
}

/** Which classes may go out. */
export function shareableText(what: 'An edition' | 'A plan', classification: string, { disclosure }: Policy): string {
  const shareable = Object.entries(disclosure.classes).flatMap(([name, rules]) => (rules.shareable ? [name] : []));
  const which = shareable.length > 0 ? `only ${shareable.join(', ')} may` : 'no class may';
  return `${what} of the class "${classification}" must not go out: ${which}.`;
}

/** A mail in one language. */
export type Translated = { language: Language; letter: Letter };

/** Mails as a preview shows them. */
export function lettersText(letters: readonly Translated[]): string {
  const line = '─'.repeat(60);
  return letters
    .map(({ language, letter }) => `[${language}] ${letter.subject}\n${line}\n${letter.text.trimEnd()}\n${line}\n`)
    .join('\n');
}

/**
 * What would come of a submission, and what the scan found.
 * @param shareable which classes may go out
 */
export function verdict(
  outcome: Obstacle | 'submitted' | 'already so',
  findings: readonly Finding[],
  shareable: string,
  { version }: Policy,
): string {
  const found = findings.length > 0 ? `\n${findingsText(findings)}` : '';
  if (outcome === 'not shareable') return `${shareable}${found}`;
  if (outcome === 'leak') return `By policy ${version} it would be refused:${found}`;
  return `By policy ${version} the ${found ? `reviewer would be shown:${found}` : 'scan found nothing.'}`;
}
