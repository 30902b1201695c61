import type { Contribution } from '../../domain/contribution.ts';
import { contributionName } from '../../domain/contribution-wording.ts';
import type { ContributionWords } from '../../domain/contribution-words.ts';
import type { Letter } from '../../domain/dispatch.ts';
import type { Bilingual, Language } from '../../domain/language.ts';
import { dateInWords, titleInWords } from '../../domain/wording.ts';
import { type Content, letterToAlumnus, type ToAlumnus } from '../../mail/letter-to-alumnus.tsx';

/** What every mail about a contribution or its reward to the alumnus whose it is shares. */

const why: Bilingual = {
  ja: 'このメールは、アルムナイとしてご協力をお寄せくださった方にお送りしています。',
  en: 'This mail goes to alumni who contributed something.',
};

const standing = {
  words: {
    ja: 'これまでのご協力の状況は、次のページでいつでもご覧になれます。',
    en: 'You can see how your contributions stand at any time:',
  },
  link: { ja: 'これまでのご協力を開く', en: 'Open your contributions' },
} as const satisfies Record<string, Bilingual>;

/** A mail about a contribution to the alumnus whose it is, in their language. */
export function letterAboutContribution(alumnus: ToAlumnus, content: Content): Letter {
  return letterToAlumnus(alumnus, content, { why, standing: { ...standing, url: alumnus.contributeUrl } });
}

/** The first sentence: which contribution it is about. */
export function aboutContribution(
  { number, kind, submittedOn }: Contribution,
  words: ContributionWords | undefined,
  language: Language,
): string {
  const day = dateInWords(submittedOn, language);
  const name = contributionName(number, language);
  const company = words?.company ? titleInWords(words.company, language) : '';
  const what: Readonly<Record<Contribution['kind'], Bilingual>> = {
    referral: { ja: '候補者のご紹介', en: 'the candidate you introduced' },
    lead: { ja: `会社${company}のご紹介`, en: company ? `${company}, which you named to us` : 'the lead you gave us' },
    feedback: { ja: 'ご意見', en: 'the feedback you sent us' },
  };
  return language === 'ja'
    ? `${day}にお寄せくださった${what[kind].ja}(${name})についてのお知らせです。`
    : `This is about ${what[kind].en} on ${day} (${name}).`;
}
