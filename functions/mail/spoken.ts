import type { Bilingual, Language } from '../domain/language.ts';

/** The language in which somebody is written to, as staff read of it. */
export const spoken: Readonly<Record<Language, Bilingual>> = {
  ja: { ja: '日本語', en: 'Japanese' },
  en: { ja: '英語', en: 'English' },
};
