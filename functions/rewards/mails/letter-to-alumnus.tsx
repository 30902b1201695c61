import type { Child } from 'hono/jsx';
import type { Contribution } from '../../domain/contribution.ts';
import { contributionName } from '../../domain/contribution-wording.ts';
import type { ContributionWords } from '../../domain/contribution-words.ts';
import type { Letter } from '../../domain/dispatch.ts';
import type { Bilingual, Language } from '../../domain/language.ts';
import type { Policy } from '../../domain/policy.ts';
import { dateInWords, titleInWords } from '../../domain/wording.ts';
import { Framed, Link, NamedList, Text } from '../../mail/layout.tsx';
import { letter } from '../../mail/letter.ts';
import { alumniFooter, bullets, linesOf, quoted, salutation } from '../../mail/text.ts';
import type { WaysOut } from '../../mail/ways-out.ts';

/** What every mail about a contribution or its reward to an alumnus is made of. */
export type ToAlumnus = Readonly<{ policy: Policy; language: Language; name: string }> & WaysOut;

/** A part of such a mail, said once for both of its forms. */
type Part =
  | Readonly<{ kind: 'words'; words: string; quiet?: boolean }>
  | Readonly<{ kind: 'list'; name: string; lines: readonly string[] }>
  /** What somebody wrote, under a line that says who. */
  | Readonly<{ kind: 'quoted'; label: string; text: string }>
  /** What is copied as it stands; a line that is an address is a link. */
  | Readonly<{ kind: 'copied'; lines: readonly string[] }>;

const why: Bilingual = {
  ja: 'このメールは、アルムナイとしてご協力をお寄せくださった方にお送りしています。',
  en: 'This mail goes to alumni who contributed something.',
};

const pages = {
  standing: {
    words: {
      ja: 'これまでのご協力の状況は、次のページでいつでもご覧になれます。',
      en: 'You can see how your contributions stand at any time:',
    },
    link: { ja: 'これまでのご協力を開く', en: 'Open your contributions' },
  },
  preferences: {
    words: { ja: 'アドレスが変わったときは、次のページからお知らせください。', en: 'To change your address:' },
    link: { ja: '登録内容を開く', en: 'Open your choices' },
  },
} as const satisfies Record<string, Readonly<{ words: Bilingual; link: Bilingual }>>;

const mark = '-'.repeat(40);

function htmlOf(part: Part): Child {
  switch (part.kind) {
    case 'words':
      return <Text quiet={part.quiet ?? false}>{part.words}</Text>;
    case 'list':
      return <NamedList name={part.name} lines={part.lines} />;
    case 'quoted':
      return (
        <>
          <Text>{part.label}</Text>
          <Framed lines={linesOf(part.text)} />
        </>
      );
    case 'copied':
      return <Framed lines={part.lines.map((line) => (URL.canParse(line) ? <Link href={line}>{line}</Link> : line))} />;
  }
}

function textOf(part: Part, language: Language): string[] {
  switch (part.kind) {
    case 'words':
      return [part.words];
    case 'list':
      return [`${part.name}:\n${bullets(part.lines, language)}`];
    case 'quoted':
      return [`${part.label}:\n${quoted(part.text)}`];
    case 'copied':
      return [[mark, ...part.lines, mark].join('\n')];
  }
}

/**
 * A mail about a contribution to the alumnus whose it is, in their language.
 * @param topic the subject, after the company's name
 * @param preview what an inbox shows beside it
 */
export function letterToAlumnus(
  alumnus: ToAlumnus,
  { topic, preview, parts }: Readonly<{ topic: string; preview: string; parts: readonly Part[] }>,
): Letter {
  const { language, policy, name, preferencesUrl, contributeUrl, stopUrl } = alumnus;
  const company = policy.company.name[language];
  const ways = [
    { ...pages.standing, url: contributeUrl },
    { ...pages.preferences, url: preferencesUrl },
  ];
  return letter({
    languages: [language],
    policy,
    subject: language === 'ja' ? `【${company}】${topic}` : `${company} — ${topic}`,
    preview,
    footer: alumniFooter({ why, contributeUrl, stopUrl }),
    html: (
      <>
        <Text>{salutation(name, language)}</Text>
        {parts.map(htmlOf)}
        {ways.map(({ words, link, url }) => (
          <Text quiet>
            {words[language]}
            <br />
            <Link href={url}>{link[language]}</Link>
          </Text>
        ))}
      </>
    ),
    paragraphs: [
      salutation(name, language),
      ...parts.flatMap((part) => textOf(part, language)),
      ...ways.map(({ words, url }) => `${words[language]}\n${url}`),
    ],
  });
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
