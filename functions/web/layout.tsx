import type { Child, FC, PropsWithChildren } from 'hono/jsx';
import type { Bilingual, Language } from '../domain/language.ts';
import type { Policy } from '../domain/policy.ts';
import { style } from './style.ts';

/** What every page needs to know. */
export type PageContext = Readonly<{ language: Language; policy: Policy }>;

const texts = {
  contact: { ja: 'お問い合わせ', en: 'Contact' },
  privacy: { ja: 'プライバシーポリシー', en: 'Privacy notice' },
  other: { ja: 'English', en: '日本語' },
  error: { ja: 'エラー', en: 'Error' },
} as const satisfies Record<string, Bilingual>;

/** A link that opens the reader's mail program, addressed to the programme's people. */
const Contact: FC<{ policy: Policy }> = ({ policy }) => (
  <a href={`mailto:${policy.company.contact}`}>{policy.company.contact}</a>
);

/** Words that invite the reader to write to the programme's people. */
export const WriteTo: FC<PropsWithChildren<{ policy: Policy; quiet?: boolean }>> = ({
  policy,
  quiet = false,
  children,
}) => (
  <p class={quiet ? 'quiet' : undefined}>
    {children}
    <br />
    <Contact policy={policy} />
  </p>
);

/** The sign that something is done; the heading beside it says so in words. */
export const Tick: FC = () => (
  <p class="done">
    <svg
      width="40"
      height="40"
      viewBox="0 0 40 40"
      fill="none"
      stroke="currentColor"
      stroke-width="2.5"
      aria-hidden="true"
    >
      <circle cx="20" cy="20" r="18" />
      <path d="M12 20.5l5.5 5.5L28.5 15" stroke-linecap="round" stroke-linejoin="round" />
    </svg>
  </p>
);

/** A persimmon and the word: the only place where Okaeri names itself. */
const Okaeri: FC = () => (
  <p class="okaeri">
    <svg width="20" height="20" viewBox="0 0 20 20" aria-hidden="true">
      <path
        fill="currentColor"
        d="M10 8c1.5-.9 3-1 4.3-.7C16.6 7.9 18 9.7 18 12c0 3.9-3.6 6.5-8 6.5S2 15.9 2 12c0-2.3 1.4-4.1 3.7-4.7C7 7 8.5 7.1 10 8z"
      />
      <path
        fill="currentColor"
        d="M10 6.3C8.8 4.4 6.9 3.7 4.7 4.2 5.9 6.2 7.8 7 10 6.3zM10 6.3c1.2-1.9 3.1-2.6 5.3-2.1C14.1 6.2 12.2 7 10 6.3z"
      />
      <path fill="none" stroke="currentColor" stroke-width="1.5" stroke-linecap="round" d="M10 5V2" />
    </svg>
    <span lang="ja">おかえり</span>
    <span lang="en">Okaeri</span>
  </p>
);

/** A link on a line of its own, as tall as a finger needs. */
export const TallLink: FC<PropsWithChildren<{ href: string }>> = ({ href, children }) => (
  <p>
    <a class="tall" href={href}>
      {children}
    </a>
  </p>
);

/** The button of a form that has only one. */
export const OneButton: FC<PropsWithChildren> = ({ children }) => (
  <div class="actions">
    <button type="submit" class="single">
      {children}
    </button>
  </div>
);

/** Named things, each with what is to be said of it. */
export const Terms: FC<{ terms: readonly { term: string; text: string }[] }> = ({ terms }) => (
  <dl>
    {terms.map(({ term, text }) => (
      <>
        <dt>{term}</dt>
        <dd>{text}</dd>
      </>
    ))}
  </dl>
);

type Page = PageContext & Readonly<{ title: string; invalid?: boolean; children: Child }>;

/**
 * A whole page around its content, as HTML.
 * @param invalid whether something must be put right, so that the title says so first
 */
export function renderPage({ language, policy, title, invalid = false, children }: Page): string {
  const { company } = policy;
  const other: Language = language === 'ja' ? 'en' : 'ja';
  const page = (
    <html lang={language}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <meta name="color-scheme" content="light dark" />
        <title>{`${invalid ? `${texts.error[language]}: ` : ''}${title} | ${company.name[language]}`}</title>
        {/* Constant text of ours, and a hash in the policy header vouches for it. */}
        <style dangerouslySetInnerHTML={{ __html: style }} />
      </head>
      <body>
        <header>
          <p>{company.name[language]}</p>
          <a href={`?lang=${other}`} lang={other} hreflang={other}>
            {texts.other[language]}
          </a>
        </header>
        <main>
          <h1>{title}</h1>
          {children}
        </main>
        <footer>
          <div>
            <p>
              <strong>{company.name[language]}</strong>
              <br />
              {company.postalAddress[language]}
            </p>
            <p>
              {texts.contact[language]}: <Contact policy={policy} />
            </p>
            <p>
              <a href={company.privacyNotice}>{texts.privacy[language]}</a>
            </p>
            <Okaeri />
          </div>
        </footer>
      </body>
    </html>
  );
  return `<!doctype html>${page.toString()}`;
}
