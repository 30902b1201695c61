import type { Bilingual } from '../../domain/language.ts';

/** What leads HR and the recruiter to the page of a case. */
export const caseLabel: Bilingual = { ja: 'ご相談のページを開く', en: 'Open the case' };
