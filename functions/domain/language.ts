import * as z from 'zod/mini';

/** The languages Okaeri writes and speaks. */
export const languages = ['ja', 'en'] as const;
export const Language = z.enum(languages);
export type Language = z.infer<typeof Language>;

/** The same text in every language. */
export type Bilingual = Readonly<Record<Language, string>>;

/**
 * The language somebody is written to in.
 * @param tag a BCP 47 tag as an HR system gives it (`ja`, `ja-JP`, `en-GB`, `fr`)
 * @returns Japanese for Japanese, English for everybody else
 */
export function languageOf(tag: string): Language {
  return tag.toLowerCase().startsWith('ja') ? 'ja' : 'en';
}
