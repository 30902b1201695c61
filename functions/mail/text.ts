import type { Bilingual, Language } from '../domain/language.ts';
import type { Policy } from '../domain/policy.ts';
import { oneLine } from '../domain/wording.ts';

/** The last words of every mail: why it came, and how such mail stops. */
export type Footer = Readonly<{
  why: Bilingual;
  stop: Bilingual;
  /** Where an alumnus does something for the company, or asks to come back. */
  doors?: readonly Readonly<{ label: Bilingual; url: string }>[];
  /** Where mail can be stopped. */
  stopLink?: Readonly<{ label: Bilingual; url: string }>;
}>;

/** The footer of every mail to an alumnus, with the ways to contribute, to come back, and to stop them all. */
export function alumniFooter({
  why,
  contributeUrl,
  rehireUrl,
  stopUrl,
}: Readonly<{ why: Bilingual; contributeUrl: string; rehireUrl: string; stopUrl: string }>): Footer {
  return {
    why,
    doors: [
      {
        label: { ja: 'ご紹介・ご意見はこちらから', en: 'Introduce somebody, or tell us what you see' },
        url: contributeUrl,
      },
      { label: { ja: '復帰のご相談はこちらから', en: 'Talk about coming back' }, url: rehireUrl },
    ],
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

/** What somebody wrote, line by line, without what could turn the text round; never more than one empty line. */
export function linesOf(text: string): string[] {
  const lines = text.split(/\r\n|[\n\r\u2028\u2029]/u).map(oneLine);
  const kept = lines.filter((line, index) => line || lines[index - 1]);
  while (kept.length > 0 && !kept[0]) kept.shift();
  while (kept.length > 0 && !kept.at(-1)) kept.pop();
  return kept;
}

/** What somebody wrote, in plain text: it cannot be taken for ours. */
export function quoted(text: string): string {
  return linesOf(text)
    .map((line) => (line ? `> ${line}` : '>'))
    .join('\n');
}

/** Steps to take one after the other, in plain text. */
export function numbered(steps: readonly Readonly<{ words: string; url?: string }>[]): string {
  return steps.map(({ words, url }, index) => `${index + 1}. ${words}${url ? `\n   ${url}` : ''}`).join('\n');
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
      ...(footer.doors ?? []).flatMap(({ label, url }) => ['', `${label[language]}:`, url]),
      '',
      footer.why[language],
      footer.stop[language],
      ...(footer.stopLink ? [`${footer.stopLink.label[language]}:`, footer.stopLink.url] : []),
    ].join('\n'),
  );
  return `${paragraphs.join('\n\n')}\n\n-- \n${foot.join('\n\n')}\n`;
}
