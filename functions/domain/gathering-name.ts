import type { Language } from './language.ts';
import { type Variants, variantFor } from './variants.ts';
import { asStart, titleInWords } from './wording.ts';

/** What a gathering is called. */

/** A gathering by its number: 交流会 No. 3, gathering no. 3. */
export function gatheringName(number: number, language: Language): string {
  return language === 'ja' ? `交流会 No. ${number}` : `gathering no. ${number}`;
}

/** A plan by the number of its gathering, and how often one was submitted for it, where it is not the first. */
export function submissionName(number: number, submission: number, language: Language): string {
  const name = asStart(gatheringName(number, language));
  if (submission === 1) return name;
  return language === 'ja' ? `${name}(${submission}回目の提出)` : `${name}, submission ${submission}`;
}

/**
 * A gathering by its number and title: 交流会 No. 3「…」, gathering no. 3, “…”.
 * @param titles in the languages that it speaks
 */
export function gatheringInWords(number: number, titles: Variants<string>, language: Language): string {
  const title = titleInWords(variantFor(titles, language) ?? '', language);
  return `${gatheringName(number, language)}${language === 'ja' ? '' : ', '}${title}`;
}
