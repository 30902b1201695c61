import { type Bilingual, type Language, languages } from './language.ts';

/** What is there in one of the languages, or in each. */
export type Variants<T> = Readonly<Partial<Record<Language, T | undefined>>>;

/** The languages that it speaks. */
export function languagesOf(variants: Variants<unknown>): Language[] {
  return languages.filter((language) => variants[language] !== undefined);
}

/** The language in which it speaks to who reads one: theirs, or else another. */
export function spokenTo(variants: Variants<unknown>, language: Language): Language {
  return [language, ...languages].find((each) => variants[each] !== undefined) ?? language;
}

/** What it says to who reads a language: in theirs, or else in another. */
export function variantFor<T>(variants: Variants<T>, language: Language): T | undefined {
  return variants[spokenTo(variants, language)];
}

/** Its titles, in the languages that it speaks. */
export function titlesOf({ ja, en }: Variants<{ title: string }>): Partial<Bilingual> {
  return { ...(ja && { ja: ja.title }), ...(en && { en: en.title }) };
}
