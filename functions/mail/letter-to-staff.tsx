import type { Child } from 'hono/jsx';
import type { Letter } from '../domain/dispatch.ts';
import { type Bilingual, type Language, languages } from '../domain/language.ts';
import type { Policy } from '../domain/policy.ts';
import { oneLine } from '../domain/wording.ts';
import { Button, Command, Link, List, NamedList, Part, Steps, Terms, Text } from './layout.tsx';
import { letter } from './letter.ts';
import { bullets, numbered, terms } from './text.ts';

/** A paragraph, with what belongs to it. */
type Saying = Readonly<{
  words: string;
  /** Stands under the words; of a list that is `named` they are the name. */
  list?: readonly string[];
  named?: boolean;
  terms?: readonly Readonly<{ term: string; text: string }>[];
  /** To be taken one after the other. */
  steps?: readonly Readonly<{ words: string; url?: string }>[];
  command?: string;
  link?: Readonly<{ label: string; url: string }>;
  quiet?: boolean;
}>;

/** The paragraphs of a mail to staff in one language. */
export type Sayings = readonly [Saying, ...Saying[]];

const whys = {
  admin: {
    ja: 'アルムナイ制度の運営担当として登録されている連絡先(policy.jsonのcompany.admin)にお送りしています。',
    en: 'This address is the one set for whoever runs the alumni programme (company.admin in policy.json).',
  },
  reviewer: {
    ja: '社外に伝えてよいことを判断する方として登録されている連絡先(policy.jsonのcompany.reviewer)にお送りしています。',
    en: 'This address is the one set for whoever decides what may be said to outsiders (company.reviewer in policy.json).',
  },
  organiser: {
    ja: '交流会の幹事として登録されている連絡先に、アルムナイ制度の運営担当からお送りしています。',
    en: 'This address is the one set as the organiser of the gathering, by whoever runs the alumni programme.',
  },
  host: {
    ja: '交流会に参加する社員として登録されている連絡先に、アルムナイ制度の運営担当からお送りしています。',
    en: 'This address is the one set as a host of the gathering, by whoever runs the alumni programme.',
  },
  recruiter: {
    ja: '採用担当として登録されている連絡先(policy.jsonのcompany.recruiter)にお送りしています。',
    en: 'This address is the one set for recruiting (company.recruiter in policy.json).',
  },
  owner: {
    ja: 'アルムナイからのご意見やご紹介の担当として登録されている連絡先(policy.jsonのcontributions)にお送りしています。',
    en: 'This address is the one set for what alumni tell or introduce to us (contributions in policy.json).',
  },
  approver: {
    ja: '謝礼の承認者として登録されている連絡先(policy.jsonのrewards.approval)にお送りしています。',
    en: 'This address is the one set for an approver of rewards (rewards.approval in policy.json).',
  },
  hr: {
    ja: '人事担当として登録されている連絡先(policy.jsonのcompany.hr)にお送りしています。',
    en: 'This address is the one set for HR (company.hr in policy.json).',
  },
  rehireDesk: {
    ja: '復帰のご相談を扱う人事・採用担当として登録されている連絡先(policy.jsonのcompany.hrとcompany.recruiter)にお送りしています。',
    en: 'This address is one of those set for HR and recruiting, who look after returns (company.hr and company.recruiter in policy.json).',
  },
  taskOwner: {
    ja: '復帰の準備の担当、または受け入れ先の上長として登録されている連絡先に、人事担当からお送りしています。',
    en: 'This address is the one set for whoever prepares a return, or as the receiving manager, by HR.',
  },
  rehireApprover: {
    ja: '復帰について判断する方として登録されている連絡先(policy.jsonのrehire)にお送りしています。',
    en: 'This address is the one set for somebody who decides about returns (rehire in policy.json).',
  },
} as const satisfies Record<string, Bilingual>;

function htmlOf({ words, list, named, terms, steps, command, link, quiet = false }: Saying): Child {
  return list && named ? (
    <NamedList name={words} lines={list} />
  ) : (
    <>
      <Text quiet={quiet}>
        {words}
        {link ? (
          <>
            <br />
            <Link href={link.url}>{link.label}</Link>
          </>
        ) : null}
      </Text>
      {list?.length ? <List lines={list} /> : null}
      {terms ? <Terms terms={terms} /> : null}
      {steps ? <Steps steps={steps} /> : null}
      {command ? <Command>{command}</Command> : null}
    </>
  );
}

function textOf({ words, list, named, terms: things, steps, command, link }: Saying, language: Language): string {
  return [
    named ? `${words}:` : words,
    ...(list?.length ? [bullets(list, language)] : []),
    ...(things ? [terms(things, language)] : []),
    ...(steps ? [numbered(steps)] : []),
    ...(command ? [`  ${oneLine(command)}`] : []),
    ...(link ? [`${link.label}:`, link.url] : []),
  ].join('\n');
}

/**
 * A mail to those who run the programme or decide in it, in Japanese and English.
 * @param action the one thing to do, after what is said in Japanese; said in English it is a link
 * @param more what both languages share, below them
 */
export function letterToStaff({
  policy,
  to,
  topic,
  stop,
  say,
  action,
  more,
}: Readonly<{
  policy: Policy;
  to: keyof typeof whys;
  topic: Bilingual;
  stop: Bilingual;
  say: (language: Language) => Sayings;
  action?: Readonly<{ label: Bilingual; url: string }>;
  more?: Readonly<{ html: Child; paragraphs: readonly string[] }>;
}>): Letter {
  const parts = languages.map((language) => ({ language, sayings: say(language) }));
  return letter({
    languages,
    policy,
    subject: `【アルムナイ制度】${topic.ja} / ${topic.en}`,
    preview: say('ja')[0].words,
    footer: { why: whys[to], stop },
    html: (
      <>
        {parts.map(({ language, sayings }, index) => (
          <Part language={language} first={index === 0}>
            {sayings.map(htmlOf)}
            {action && index === 0 ? (
              <Button href={action.url}>
                {action.label.ja} / <span lang="en">{action.label.en}</span>
              </Button>
            ) : null}
            {action && index > 0 ? (
              <Text>
                <Link href={action.url}>{action.label[language]}</Link>
              </Text>
            ) : null}
          </Part>
        ))}
        {more?.html}
      </>
    ),
    paragraphs: [
      ...parts.flatMap(({ language, sayings }, index) => [
        ...(index > 0 ? ['* * *'] : []),
        ...sayings.map((saying) => textOf(saying, language)),
        ...(action ? [`${action.label[language]}:\n${action.url}`] : []),
      ]),
      ...(more ? ['* * *', ...more.paragraphs] : []),
    ],
  });
}
