import type { Child } from 'hono/jsx';
import type { Letter } from '../domain/dispatch.ts';
import type { Language } from '../domain/language.ts';
import type { Policy } from '../domain/policy.ts';
import { oneLine } from '../domain/wording.ts';
import { renderLetter } from './layout.tsx';
import { type Footer, plainText } from './text.ts';

/** What a mail is made of: its content twice, once for each form. */
type Content = Readonly<{
  /** Those of the mail, the first being its main one; a mail to HR has both. */
  languages: readonly [Language, ...Language[]];
  policy: Policy;
  subject: string;
  /** What an inbox shows beside the subject. */
  preview: string;
  footer: Footer;
  html: Child;
  paragraphs: readonly string[];
}>;

/** A mail ready to be sent, in both of its forms. */
export function letter({ languages, policy, subject, preview, footer, html, paragraphs }: Content): Letter {
  const title = oneLine(subject);
  return {
    subject: title,
    html: renderLetter({ languages, policy, title, preview, footer, children: html }),
    text: plainText({ languages, policy, footer, paragraphs }),
  };
}
