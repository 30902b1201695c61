import type { Letter } from '../../domain/dispatch.ts';
import type { Bilingual } from '../../domain/language.ts';
import type { Rehire } from '../../domain/rehire.ts';
import { type Content, letterToAlumnus, type ToAlumnus } from '../../mail/letter-to-alumnus.tsx';

/** What every mail about a return to the alumnus whose it is shares. */

/** What each is made of. */
export type AboutRehire = ToAlumnus & Readonly<{ rehire: Rehire }>;

const why: Bilingual = {
  ja: 'このメールは、復帰についてご相談中の方と、復帰された方にお送りしています。',
  en: 'This mail goes to alumni who talk with us about coming back, and to those who have.',
};

const standing = {
  words: {
    ja: 'ご相談の状況は、次のページでいつでもご覧になれます。',
    en: 'You can see how it stands at any time:',
  },
  link: { ja: '復帰のご相談を開く', en: 'Open the page about coming back' },
} as const satisfies Record<string, Bilingual>;

/** A mail about a return to the alumnus whose it is, in their language. */
export function letterAboutRehire(alumnus: ToAlumnus, content: Content): Letter {
  return letterToAlumnus(alumnus, content, { why, standing: { ...standing, url: alumnus.rehireUrl } });
}

/** Paragraphs of such a mail. */
export function paragraphs(words: readonly string[]): Content['parts'] {
  return words.map((each) => ({ kind: 'words', words: each }));
}
