import type { Child, FC, PropsWithChildren } from 'hono/jsx';
import type { Language } from '../domain/language.ts';
import type { Policy } from '../domain/policy.ts';
import { colours, fontFamily } from '../web/style.ts';
import { type Footer, footerWords } from './text.ts';

const lineHeight: Readonly<Record<Language, string>> = { ja: '1.7', en: '1.55' };
const font = `font-family:${fontFamily};font-size:16px;`;

/** A paragraph. */
export const Text: FC<PropsWithChildren<{ quiet?: boolean }>> = ({ quiet = false, children }) => (
  <p style={`margin:0 0 18px;color:${quiet ? colours.quiet : colours.ink};`}>{children}</p>
);

/** A heading inside a mail. */
export const Heading: FC<PropsWithChildren> = ({ children }) => (
  <h2 style={`margin:36px 0 12px;font-size:18px;line-height:1.45;font-weight:600;color:${colours.ink};`}>{children}</h2>
);

/** A heading below another. */
export const Subheading: FC<PropsWithChildren> = ({ children }) => (
  <h3 style={`margin:28px 0 8px;font-size:16px;line-height:1.5;font-weight:600;color:${colours.ink};`}>{children}</h3>
);

/** A list of sentences. */
export const List: FC<{ lines: readonly Child[] }> = ({ lines }) => (
  <ul style="margin:0 0 18px;padding:0 0 0 22px;">
    {lines.map((line) => (
      <li style="margin:0 0 6px;">{line}</li>
    ))}
  </ul>
);

/** A list under its name. */
export const NamedList: FC<{ name: string; lines: readonly Child[] }> = ({ name, lines }) => (
  <>
    <p style="margin:0 0 4px;font-weight:600;">{name}</p>
    <List lines={lines} />
  </>
);

/** Named things, each with what is to be said of it. */
export const Terms: FC<{ terms: readonly { term: string; text: string }[] }> = ({ terms }) => (
  <>
    {terms.map(({ term, text }) => (
      <p style="margin:0 0 14px;">
        <strong style="font-weight:600;">{term}</strong>
        <br />
        {text}
      </p>
    ))}
  </>
);

/**
 * The one action of a mail, as a button of 48 px that every client shows.
 * @param props.other drawn in outline: something that may be done, where there is nothing to do
 */
export const Button: FC<PropsWithChildren<{ href: string; other?: boolean }>> = ({ href, other = false, children }) => (
  <table role="presentation" cellpadding="0" cellspacing="0" border={0} style="margin:28px 0;">
    <tbody>
      <tr>
        <td bgcolor={other ? colours.paper : colours.accent} style="border-radius:8px;">
          <a
            href={href}
            style={`display:inline-block;padding:12px 28px;line-height:24px;font-weight:600;color:${other ? colours.accent : colours.onAccent};text-decoration:none;border:1px solid ${colours.accent};border-radius:8px;`}
          >
            {children}
          </a>
        </td>
      </tr>
    </tbody>
  </table>
);

/** A link within the text. */
export const Link: FC<PropsWithChildren<{ href: string }>> = ({ href, children }) => (
  <a href={href} style={`color:${colours.accent};text-decoration:underline;`}>
    {children}
  </a>
);

/** Steps to take one after the other; where there is an address, the words lead to it. */
export const Steps: FC<{ steps: readonly Readonly<{ words: string; url?: string }>[] }> = ({ steps }) => (
  <ol style="margin:0 0 18px;padding:0 0 0 26px;">
    {steps.map(({ words, url }) => (
      <li style="margin:0 0 6px;">{url ? <Link href={url}>{words}</Link> : words}</li>
    ))}
  </ol>
);

/** Lines that stand apart from the words of the mail; a table, for Outlook gives nothing else a margin inside. */
export const Framed: FC<{ lines: readonly Child[] }> = ({ lines }) => (
  <table
    role="presentation"
    width="100%"
    cellpadding="0"
    cellspacing="0"
    border={0}
    style="margin:0 0 26px;line-height:inherit;"
  >
    <tbody>
      <tr>
        <td style={`padding:18px 22px;border:1px solid ${colours.hairline};border-radius:8px;`}>
          {lines.map((line, index) => (
            <>
              {index > 0 ? <br /> : null}
              {line}
            </>
          ))}
        </td>
      </tr>
    </tbody>
  </table>
);

/** What is typed into a terminal. */
export const Command: FC<PropsWithChildren> = ({ children }) => (
  <p
    style={`margin:0 0 18px;padding:12px 14px;border:1px solid ${colours.hairline};border-radius:6px;font-family:ui-monospace,Menlo,Consolas,monospace;font-size:16px;line-height:1.5;word-break:normal;overflow-wrap:anywhere;`}
  >
    {children}
  </p>
);

/** What the mail brings: a title, under a line that says of which kind it is, and all that follows. */
export const Article: FC<PropsWithChildren<{ language: Language; label: string; title: string }>> = ({
  language,
  label,
  title,
  children,
}) => (
  <div
    lang={language}
    style={`margin:32px 0 0;padding:28px 0 10px;line-height:${lineHeight[language]};border-top:1px solid ${colours.hairline};`}
  >
    <p style={`margin:0 0 6px;color:${colours.quiet};`}>{label}</p>
    <h2 style={`margin:0 0 20px;font-size:22px;line-height:1.45;font-weight:600;color:${colours.ink};`}>{title}</h2>
    {children}
  </div>
);

/** A line below what the mail brings. */
export const Rule: FC = () => <div style={`height:0;border-top:1px solid ${colours.hairline};`} />;

/** A part of a mail in a language of its own. */
export const Part: FC<PropsWithChildren<{ language: Language; first: boolean }>> = ({ language, first, children }) => (
  <div
    lang={language}
    style={`line-height:${lineHeight[language]};${first ? '' : `margin-top:40px;padding-top:28px;border-top:1px solid ${colours.hairline};`}`}
  >
    {children}
  </div>
);

const Foot: FC<{ language: Language; policy: Policy; footer: Footer }> = ({
  language,
  policy: { company },
  footer,
}) => {
  const link = `color:${colours.quiet};text-decoration:underline;display:inline-block;max-width:100%;`;
  return (
    <div lang={language} style={`line-height:${lineHeight[language]};color:${colours.quiet};`}>
      <p style="margin:0 0 12px;">
        <strong style={`font-weight:600;color:${colours.ink};`}>{company.name[language]}</strong>
        <br />
        {company.postalAddress[language]}
        <br />
        {footerWords.contact[language]}:{' '}
        <a href={`mailto:${company.contact}`} style={link}>
          {company.contact}
        </a>
      </p>
      {footer.doors?.map(({ label, url }) => (
        <p style="margin:0 0 12px;">
          <a href={url} style={link}>
            {label[language]}
          </a>
        </p>
      ))}
      <p style="margin:0 0 20px;">
        {footer.why[language]}
        {language === 'en' ? ' ' : ''}
        {footer.stop[language]}
        {footer.stopLink ? (
          <>
            <br />
            <a href={footer.stopLink.url} style={link}>
              {footer.stopLink.label[language]}
            </a>
          </>
        ) : null}
      </p>
    </div>
  );
};

/**
 * The HTML of a mail around its content: the company leads, Okaeri stays in the footer.
 * @param languages those of the mail, the first being its main one
 * @param preview what an inbox shows beside the subject
 */
export function renderLetter({
  languages,
  policy,
  title,
  preview,
  footer,
  children,
}: {
  languages: readonly [Language, ...Language[]];
  policy: Policy;
  title: string;
  preview: string;
  footer: Footer;
  children: Child;
}): string {
  const [main] = languages;
  const letter = (
    <html lang={main}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light" />
        <meta name="supported-color-schemes" content="light" />
        <title>{title}</title>
      </head>
      <body style={`margin:0;padding:0;background:${colours.paper};`}>
        <div style="display:none;max-height:0;overflow:hidden;">{preview}</div>
        <table
          role="presentation"
          width="100%"
          cellpadding="0"
          cellspacing="0"
          border={0}
          style={`background:${colours.paper};`}
        >
          <tbody>
            <tr>
              <td align="center" style="padding:0 20px;">
                <table
                  role="presentation"
                  width="100%"
                  cellpadding="0"
                  cellspacing="0"
                  border={0}
                  style={`max-width:600px;${font}color:${colours.ink};line-height:${lineHeight[main]};word-break:${main === 'ja' ? 'auto-phrase' : 'normal'};overflow-wrap:anywhere;text-align:left;`}
                >
                  <tbody>
                    <tr>
                      <td style={`padding:24px 0 16px;border-bottom:1px solid ${colours.hairline};font-weight:600;`}>
                        {languages.map((language) => policy.company.name[language]).join(' / ')}
                      </td>
                    </tr>
                    <tr>
                      <td style="padding:32px 0 24px;">{children}</td>
                    </tr>
                    <tr>
                      <td style={`padding:20px 0 32px;border-top:1px solid ${colours.hairline};`}>
                        {languages.map((language) => (
                          <Foot language={language} policy={policy} footer={footer} />
                        ))}
                        <p style={`margin:0;color:${colours.kaki};`}>
                          <span aria-hidden="true">●</span> <span lang="ja">おかえり</span>{' '}
                          <span lang="en">Okaeri</span>
                        </p>
                      </td>
                    </tr>
                  </tbody>
                </table>
              </td>
            </tr>
          </tbody>
        </table>
      </body>
    </html>
  );
  return `<!doctype html>${letter.toString()}`;
}
