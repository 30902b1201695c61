import { longestName, longestText } from '../../domain/contribution-words.ts';
import type { Bilingual } from '../../domain/language.ts';

/** What is wrong with what was entered. */
export type FieldProblem = 'missing' | 'too long' | 'unreadable';

/** What is wrong with each field of a form, by its name; nothing where all is well. */
export type Wrong<Name extends string> = Readonly<Partial<Record<Name, FieldProblem>>>;

/** How long each field may be. */
export const upTo = {
  text: { ja: `${longestText}文字まで`, en: `up to ${longestText} characters` },
  optionalText: { ja: `任意、${longestText}文字まで`, en: `optional, up to ${longestText} characters` },
} as const satisfies Record<string, Bilingual>;

/** What to do about a text or a name that is too long. */
export const tooLong = {
  text: {
    ja: `${longestText}文字を超えています。短くしてから、もう一度お送りください。`,
    en: `This is longer than ${longestText} characters. Shorten it and send it again.`,
  },
  name: {
    ja: `${longestName}文字までで入力してください。`,
    en: `Please keep this to ${longestName} characters.`,
  },
} as const satisfies Record<string, Bilingual>;
