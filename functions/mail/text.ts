import type { Bilingual, Language } from '../domain/language.ts';
import type { Policy } from '../domain/policy.ts';
import { oneLine } from '../domain/wording.ts';

/** The last words of every mail: why it came, and how such mail stops. */
export type Footer = Readonly<{
  why: Bilingual;
  stop: Bilingual;
  /** Where mail can be stopped. */
  stopLink?: Readonly<{ label: Bilingual; url: string }>;
}>;

/** The footer of every mail to an alumnus, with the way to stop them all. */
export function alumniFooter({ why, stopUrl }: Readonly<{ why: Bilingual; stopUrl: string }>): Footer {
  return {
    why,
    stop: {
      ja: '今後のメールは、次のページからいつでも止められます。',
      en: 'You can stop all further mail at any time:',
    },
    stopLink: { label: { ja: 'メールの配信を停止する', en: 'Stop all mail' }, url: stopUrl },
  };
}

/** Words of the footer. */
export const footerWords = {
  contact: { ja: 'お問い合わせ', en: 'Contact' },
} as const satisfies Record<string, Bilingual>;

/** How a mail begins: 佐藤 花子 様, Dear Hanako Sato. */
export function salutation(name: string, language: Language): string {
  return language === 'ja' ? `${oneLine(name)} 様` : `Dear ${oneLine(name)},`;
}

/** Lines of a list in plain text. */
export function bullets(lines: readonly string[], language: Language): string {
  const mark = language === 'ja' ? '・' : '- ';
  return lines.map((line) => `${mark}${line}`).join('\n');
}

/** Named things in plain text, each with what is to be said of it. */
export function terms(list: readonly { term: string; text: string }[], language: Language): string {
  return bullets(
    list.map(({ term, text }) => `${term}: ${text}`),
    language,
  );
}

/** A heading in plain text. */
export function heading(words: string, language: Language): string {
  return language === 'ja' ? `■ ${words}` : `${words}\n${'-'.repeat(words.length)}`;
}

/**
 * A whole plain-text mail: paragraphs with a blank line between them, then the footer.
 * @param languages those of the mail; a mail to HR has both
 */
export function plainText({
  languages,
  policy,
  paragraphs,
  footer,
}: {
  languages: readonly Language[];
  policy: Policy;
  paragraphs: readonly string[];
  footer: Footer;
}): string {
  const { company } = policy;
  const foot = languages.map((language) =>
    [
      company.name[language],
      company.postalAddress[language],
      `${footerWords.contact[language]}: ${company.contact}`,
      '',
      footer.why[language],
      footer.stop[language],
      ...(footer.stopLink ? [`${footer.stopLink.label[language]}:`, footer.stopLink.url] : []),
    ].join('\n'),
  );
  return `${paragraphs.join('\n\n')}\n\n-- \n${foot.join('\n\n')}\n`;
}
