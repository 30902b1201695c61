import type { Child } from 'hono/jsx';
import type { Letter } from '../domain/dispatch.ts';
import type { Bilingual, Language } from '../domain/language.ts';
import type { Policy } from '../domain/policy.ts';
import { Button, Framed, Link, NamedList, Terms, Text } from './layout.tsx';
import { letter } from './letter.ts';
import { alumniFooter, bullets, linesOf, quoted, salutation, terms } from './text.ts';
import type { WaysOut } from './ways-out.ts';

/** What every mail to an alumnus about something of their own is made of. */
export type ToAlumnus = Readonly<{ policy: Policy; language: Language; name: string }> & WaysOut;

/** A part of such a mail, said once for both of its forms. */
type Part =
  | Readonly<{ kind: 'words'; words: string; quiet?: boolean }>
  | Readonly<{ kind: 'list'; name: string; lines: readonly string[] }>
  | Readonly<{ kind: 'terms'; terms: readonly Readonly<{ term: string; text: string }>[] }>
  /** What somebody wrote, under a line that says who. */
  | Readonly<{ kind: 'quoted'; label: string; text: string }>
  /** What is copied as it stands; a line that is an address is a link. */
  | Readonly<{ kind: 'copied'; lines: readonly string[] }>
  | Readonly<{ kind: 'button'; label: string; url: string }>;

/** What such a mail says. */
export type Content = Readonly<{
  /** The subject, after the company's name. */
  topic: string;
  /** What an inbox shows beside it. */
  preview: string;
  parts: readonly Part[];
}>;

/** What mails about the same thing share: why they come, and where one sees how it stands. */
type Frame = Readonly<{ why: Bilingual; standing: Readonly<{ words: Bilingual; link: Bilingual; url: string }> }>;

const preferences = {
  words: { ja: 'アドレスが変わったときは、次のページからお知らせください。', en: 'To change your address:' },
  link: { ja: '登録内容を開く', en: 'Open your choices' },
} as const satisfies Record<string, Bilingual>;

const mark = '-'.repeat(40);

function htmlOf(part: Part): Child {
  switch (part.kind) {
    case 'words':
      return <Text quiet={part.quiet ?? false}>{part.words}</Text>;
    case 'list':
      return <NamedList name={part.name} lines={part.lines} />;
    case 'terms':
      return <Terms terms={part.terms} />;
    case 'quoted':
      return (
        <>
          <Text>{part.label}</Text>
          <Framed lines={linesOf(part.text)} />
        </>
      );
    case 'copied':
      return <Framed lines={part.lines.map((line) => (URL.canParse(line) ? <Link href={line}>{line}</Link> : line))} />;
    case 'button':
      return <Button href={part.url}>{part.label}</Button>;
  }
}

function textOf(part: Part, language: Language): string[] {
  switch (part.kind) {
    case 'words':
      return [part.words];
    case 'list':
      return [`${part.name}:\n${bullets(part.lines, language)}`];
    case 'terms':
      return [terms(part.terms, language)];
    case 'quoted':
      return [`${part.label}:\n${quoted(part.text)}`];
    case 'copied':
      return [[mark, ...part.lines, mark].join('\n')];
    case 'button':
      return [`${part.label}:\n${part.url}`];
  }
}

/** A mail to an alumnus about something of their own, in their language. */
export function letterToAlumnus(
  alumnus: ToAlumnus,
  { topic, preview, parts }: Content,
  { why, standing }: Frame,
): Letter {
  const { language, policy, name, preferencesUrl, contributeUrl, rehireUrl, stopUrl } = alumnus;
  const company = policy.company.name[language];
  const ways = [standing, { ...preferences, url: preferencesUrl }];
  return letter({
    languages: [language],
    policy,
    subject: language === 'ja' ? `【${company}】${topic}` : `${company} — ${topic}`,
    preview,
    footer: alumniFooter({ why, contributeUrl, rehireUrl, stopUrl }),
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
