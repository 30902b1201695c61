import type { Child, FC } from 'hono/jsx';
import type { Letter } from '../../domain/dispatch.ts';
import type { Plan } from '../../domain/gathering-plan.ts';
import type { Bilingual, Language } from '../../domain/language.ts';
import { type Fact, titleOf } from '../../domain/plan-wording.ts';
import type { Policy } from '../../domain/policy.ts';
import { variantFor } from '../../domain/variants.ts';
import { Button, Link, NamedList, Text } from '../../mail/layout.tsx';
import { letter } from '../../mail/letter.ts';
import { alumniFooter, bullets, salutation, terms } from '../../mail/text.ts';
import { ToldArticle, toldParagraphs } from '../../mail/told-text.tsx';
import type { WaysOut } from '../../mail/ways-out.ts';
import { colours } from '../../web/style.ts';

/** What every mail about a gathering to an alumnus is made of. */
export type ToInvitee = Readonly<{
  language: Language;
  policy: Policy;
  name: string;
  plan: Plan;
  /** The one page of this alumnus for this gathering. */
  pageUrl: string;
}> &
  WaysOut;

/** A part of such a mail, said once for both of its forms. */
type Part =
  | Readonly<{ kind: 'words'; words: string; quiet?: boolean }>
  | Readonly<{ kind: 'list'; name: string; lines: readonly string[] }>
  | Readonly<{ kind: 'facts'; facts: readonly Fact[] }>
  /** The text of the plan, under a line that says what it is. */
  | Readonly<{ kind: 'told'; label: string }>
  /** `other`: something that may be done, where there is nothing to do. */
  | Readonly<{ kind: 'button'; label: string; url: string; other?: boolean }>;

const why: Bilingual = {
  ja: 'このメールは、交流会のご案内をお選びになった方にお送りしています。',
  en: 'This mail goes to people who chose to be invited to our gatherings.',
};

const preferences: Readonly<Record<Language, { words: string; link: string }>> = {
  ja: {
    words: '交流会のご案内だけを止めるときや、アドレスが変わったときは、次のページをお使いください。',
    link: '登録内容を開く',
  },
  en: { words: 'To stop only these invitations, or to change your address:', link: 'Open your choices' },
};

/** Words in which an address of a page is a link. */
const Linked: FC<{ text: string }> = ({ text }) => (
  <>
    {text
      .split(/(https:\/\/[^\s)<>"\u3000-\uffef]+)/)
      .map((piece) => (URL.canParse(piece) ? <Link href={piece}>{piece}</Link> : piece))}
  </>
);

/** When, where and how much, at a glance; a table, for Outlook gives nothing else a margin inside. */
const Facts: FC<{ facts: readonly Fact[] }> = ({ facts }) => (
  <table
    role="presentation"
    width="100%"
    cellpadding="0"
    cellspacing="0"
    border={0}
    style="margin:8px 0 26px;line-height:inherit;"
  >
    <tbody>
      <tr>
        <td style={`padding:20px 22px 8px;border:1px solid ${colours.hairline};border-radius:8px;`}>
          {facts.map(({ term, text }) => (
            <p style="margin:0 0 12px;">
              <span style={`color:${colours.quiet};`}>{term}</span>
              <br />
              <strong style="font-weight:600;">
                <Linked text={text} />
              </strong>
            </p>
          ))}
        </td>
      </tr>
    </tbody>
  </table>
);

function htmlOf(part: Part, { language, plan }: Pick<ToInvitee, 'language' | 'plan'>): Child {
  switch (part.kind) {
    case 'words':
      return <Text quiet={part.quiet ?? false}>{part.words}</Text>;
    case 'list':
      return <NamedList name={part.name} lines={part.lines} />;
    case 'facts':
      return <Facts facts={part.facts} />;
    case 'told': {
      const { title = '', blocks = [] } = variantFor(plan.variants, language) ?? {};
      return <ToldArticle language={language} label={part.label} title={title} blocks={blocks} />;
    }
    case 'button':
      return (
        <Button href={part.url} other={part.other ?? false}>
          {part.label}
        </Button>
      );
  }
}

function textOf(part: Part, { language, plan }: Pick<ToInvitee, 'language' | 'plan'>): string[] {
  switch (part.kind) {
    case 'words':
      return [part.words];
    case 'list':
      return [`${part.name}:\n${bullets(part.lines, language)}`];
    case 'facts':
      return [terms(part.facts, language)];
    case 'told': {
      const { title = '', blocks = [] } = variantFor(plan.variants, language) ?? {};
      return toldParagraphs({ label: part.label, title, blocks }, language);
    }
    case 'button':
      return [`${part.label}:\n${part.url}`];
  }
}

/**
 * A mail about a gathering to an alumnus, in their language.
 * @param topic stands before the gathering's title in the subject
 * @param preview what an inbox shows beside it
 */
export function letterToInvitee(
  guest: Omit<ToInvitee, 'pageUrl'>,
  { topic, preview, parts }: Readonly<{ topic: string; preview: string; parts: readonly Part[] }>,
): Letter {
  const { language, policy, name, plan, preferencesUrl, contributeUrl, rehireUrl, stopUrl } = guest;
  const company = policy.company.name[language];
  const { words, link } = preferences[language];
  return letter({
    languages: [language],
    policy,
    subject:
      language === 'ja'
        ? `【${company}】${topic}${titleOf(plan, 'ja')}`
        : `${company} — ${topic}: ${variantFor(plan.variants, 'en')?.title ?? ''}`,
    preview,
    footer: alumniFooter({ why, contributeUrl, rehireUrl, stopUrl }),
    html: (
      <>
        <Text>{salutation(name, language)}</Text>
        {parts.map((part) => htmlOf(part, guest))}
        <Text quiet>
          {words}
          <br />
          <Link href={preferencesUrl}>{link}</Link>
        </Text>
      </>
    ),
    paragraphs: [
      salutation(name, language),
      ...parts.flatMap((part) => textOf(part, guest)),
      `${words}\n${preferencesUrl}`,
    ],
  });
}
