import type { Bilingual } from '../../domain/language.ts';

/** What leads HR and the recruiter to the page of a case. */
export const caseLabel: Bilingual = { ja: 'ご相談のページを開く', en: 'Open the case' };

/** The language in which an alumnus is written to, as staff read of it. */
export const spoken: Readonly<Record<'ja' | 'en', Bilingual>> = {
  ja: { ja: '日本語', en: 'Japanese' },
  en: { ja: '英語', en: 'English' },
};
