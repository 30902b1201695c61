import type { Greeting } from '../../domain/cadence.ts';
import type { Letter } from '../../domain/dispatch.ts';
import type { Variant } from '../../domain/edition-content.ts';
import type { Plan } from '../../domain/gathering-plan.ts';
import type { Language } from '../../domain/language.ts';
import { titleOf, whenInWords, whereInWords } from '../../domain/plan-wording.ts';
import type { Policy } from '../../domain/policy.ts';
import { dateInWords } from '../../domain/wording.ts';
import { Button, Heading, Link, Rule, Text } from '../../mail/layout.tsx';
import { letter } from '../../mail/letter.ts';
import { alumniFooter, heading, salutation } from '../../mail/text.ts';
import { ToldArticle, toldParagraphs } from '../../mail/told-text.tsx';
import type { WaysOut } from '../../mail/ways-out.ts';
import { editionInWords, editionName } from '../wording.ts';

/** A gathering that the reader is invited to, with their page of it. */
type Upcoming = Readonly<{ plan: Plan; pageUrl: string }>;

/** What the mail of a touch is made of. */
type Outreach = Readonly<{
  language: Language;
  policy: Policy;
  name: string;
  greeting: Greeting;
  /** The news; without it somebody is only greeted. */
  edition?: Readonly<{ number: number; variant: Variant }> | undefined;
  /** Those that take answers. */
  gatherings?: readonly Upcoming[];
}> &
  WaysOut;

type Sentences = Readonly<{
  subject: string;
  why: string;
  greeting: string;
  gatheringsTitle: string;
  addressTitle: string;
  address: string;
  link: string;
  next: string;
}>;

function japaneseGreeting(greeting: Greeting): string {
  switch (greeting.kind) {
    case 'early':
      return 'ご退職から少したちました。新しい毎日を、お元気でお過ごしでしょうか。';
    case 'regular':
      return 'ご無沙汰しています。お変わりなくお過ごしでしょうか。';
    case 'anniversary':
      return `ご退職から${greeting.years}年がたちました。ご一緒に働けたことを、今もありがたく思っています。`;
  }
}

function japanese({ policy, greeting, edition }: Outreach): Sentences {
  const company = policy.company.name.ja;
  const topic =
    greeting.kind === 'anniversary' ? `ご退職から${greeting.years}年がたちました` : 'アルムナイ制度からのお便り';
  return {
    subject: `【${company}】${edition ? editionInWords(edition.number, edition.variant.title, 'ja') : topic}`,
    why: edition
      ? `お選びいただいたアルムナイ通信の第${edition.number}号を、${company}からお届けします。`
      : `アルムナイ通信をお選びいただいた方に、${company}からお便りをお送りしています。`,
    greeting: japaneseGreeting(greeting),
    gatheringsTitle: 'これからの交流会',
    addressTitle: '連絡先はお変わりありませんか',
    address:
      'このアドレスのままでよろしければ、何もなさる必要はありません。アドレスや項目の変更、しばらくのお休みは、次のページでいつでもできます。',
    link: '登録内容を開く',
    next: 'お知らせしたいことがまとまりましたら、またお便りします。ご返信には及びません。近くへお越しの折や、相談ごとのあるときは、いつでもこのメールの連絡先へお便りください。',
  };
}

function years(count: number): string {
  return count === 1 ? 'a year' : `${count} years`;
}

function englishGreeting(greeting: Greeting): string {
  switch (greeting.kind) {
    case 'early':
      return 'It’s been a little while since your last day here. We hope the time since then has been kind to you.';
    case 'regular':
      return 'It’s been a while. We hope you’re keeping well.';
    case 'anniversary':
      return `It’s ${years(greeting.years)} since your last day here. We’re still glad of the time we worked together.`;
  }
}

function english({ policy, greeting, edition }: Outreach): Sentences {
  const company = policy.company.name.en;
  const topic = greeting.kind === 'anniversary' ? `${years(greeting.years)} since you left` : 'a note to our alumni';
  return {
    subject: `${company} — ${edition ? editionInWords(edition.number, edition.variant.title, 'en') : topic}`,
    why: `You’re getting this because you chose ${company}’s alumni news.${edition ? ` This is no.\u00a0${edition.number}.` : ''}`,
    greeting: englishGreeting(greeting),
    gatheringsTitle: 'Upcoming gatherings',
    addressTitle: 'Is this address still right?',
    address:
      'If it is, there’s nothing you need to do. You can change it, take a break for a while, or choose something else on this page at any time.',
    link: 'Open your choices',
    next: 'We’ll write again when there’s something to tell. There’s no need to reply. If you’re nearby or there’s something on your mind, write to the contact below at any time.',
  };
}

/** A gathering in a few lines: when, where, and until when to answer. */
function inShort({ plan, pageUrl }: Upcoming, language: Language) {
  const until = dateInWords(plan.deadline, language);
  return {
    title: titleOf(plan, language),
    lines: [
      whenInWords(plan, language),
      whereInWords(plan, language, { comes: false }),
      language === 'ja' ? `お返事は${until}まで` : `Please answer by ${until}`,
    ],
    url: pageUrl,
  };
}

/** The mail of a touch: a greeting for how long somebody has been away, the news, and whether the address is still right. */
export function outreachLetter(touch: Outreach): Letter {
  const { language, policy, name, edition, preferencesUrl, contributeUrl, rehireUrl, stopUrl } = touch;
  const words = language === 'ja' ? japanese(touch) : english(touch);
  const upcoming = (touch.gatherings ?? []).map((gathering) => inShort(gathering, language));
  const news = edition && { ...edition.variant, label: editionName(edition.number, language) };
  const footer = alumniFooter({
    why: {
      ja: 'このメールは、アルムナイ通信をお選びになった方にお送りしています。',
      en: 'This mail goes to people who chose our alumni news.',
    },
    contributeUrl,
    rehireUrl,
    stopUrl,
  });
  return letter({
    languages: [language],
    policy,
    subject: words.subject,
    preview: words.greeting,
    footer,
    html: (
      <>
        <Text>{salutation(name, language)}</Text>
        <Text>{words.why}</Text>
        <Text>{words.greeting}</Text>
        {news ? (
          <>
            <ToldArticle language={language} {...news} />
            <Rule />
          </>
        ) : null}
        {upcoming.length > 0 ? <Heading>{words.gatheringsTitle}</Heading> : null}
        {upcoming.map(({ title, lines, url }) => (
          <Text>
            <Link href={url}>{title}</Link>
            {lines.map((line) => (
              <>
                <br />
                {line}
              </>
            ))}
          </Text>
        ))}
        <Heading>{words.addressTitle}</Heading>
        <Text>{words.address}</Text>
        <Button other href={preferencesUrl}>
          {words.link}
        </Button>
        <Text>{words.next}</Text>
      </>
    ),
    paragraphs: [
      salutation(name, language),
      words.why,
      words.greeting,
      ...(news ? [...toldParagraphs(news, language), '* * *'] : []),
      ...(upcoming.length > 0 ? [heading(words.gatheringsTitle, language)] : []),
      ...upcoming.map(({ title, lines, url }) => [title, ...lines, url].join('\n')),
      heading(words.addressTitle, language),
      `${words.address}\n${preferencesUrl}`,
      words.next,
    ],
  });
}
