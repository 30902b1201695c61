import { purposes as allPurposes, type Purpose } from '../../domain/consent.ts';
import { purposeWording } from '../../domain/consent-wording.ts';
import type { Letter } from '../../domain/dispatch.ts';
import type { Language } from '../../domain/language.ts';
import type { Policy } from '../../domain/policy.ts';
import { dateInWords } from '../../domain/wording.ts';
import { Button, Heading, Terms, Text } from '../../mail/layout.tsx';
import { letter } from '../../mail/letter.ts';
import { alumniFooter, heading, salutation, terms } from '../../mail/text.ts';
import type { WaysOut } from '../../mail/ways-out.ts';

/** What the welcome mail is made of. */
type Welcome = Readonly<{
  language: Language;
  policy: Policy;
  name: string;
  purposes: readonly Purpose[];
  /** An alumnus at a new address. */
  moved?: boolean;
  /** The date of the first news, told to those who asked for news. */
  firstOutreach: string | undefined;
}> &
  WaysOut;

type Sentences = Readonly<{
  subject: string;
  why: string;
  welcome: string;
  choicesTitle: string;
  next: string;
  change: string;
  button: string;
}>;

function sentences({ language, policy, purposes, firstOutreach, moved = false }: Welcome): Sentences {
  const company = policy.company.name[language];
  const first = purposes.includes('outreach') && firstOutreach ? dateInWords(firstOutreach, language) : undefined;
  return language === 'ja'
    ? {
        subject: moved ? `【${company}】メールアドレスを変更しました` : `【${company}】アルムナイ登録完了のお知らせ`,
        why: moved
          ? `${company}のアルムナイ制度からのメールは、これからこのアドレスへお送りします。`
          : `${company}のアルムナイ制度へのご登録が済みましたので、お知らせします。`,
        welcome: `${moved ? 'お知らせくださり' : 'ご登録くださり'}、ありがとうございます。近くへお越しの折や、相談ごとのあるときは、いつでもこのメールの連絡先へお便りください。`,
        choicesTitle: 'お選びになった項目',
        next: first
          ? `${moved ? '次' : '最初'}のお便りは、${first}ごろにお送りします。`
          : 'お知らせしたいことができましたら、ご連絡します。',
        change: '項目の変更、登録の取り消し、情報の消去は、次のページでいつでもできます。',
        button: '登録内容を開く',
      }
    : {
        subject: moved ? `${company} — your new mail address` : `${company} — your alumni registration is complete`,
        why: moved
          ? `From now on, mail from ${company}’s alumni programme comes to this address.`
          : `You’re getting this because you chose to stay in touch with ${company}, and your registration is now complete.`,
        welcome: `Thank you for ${moved ? 'telling us' : 'joining'}. If you’re nearby or there’s something on your mind, write to the contact below at any time.`,
        choicesTitle: 'What you chose',
        next: first
          ? `The ${moved ? 'next' : 'first'} news will reach you around ${first}.`
          : 'We’ll write when there’s something of the kind you chose.',
        change: 'You can change your choices, leave, or have your data deleted on this page at any time.',
        button: 'Open your choices',
      };
}

/** Confirms the registration after the last day: what was chosen, what comes first, how to change it. */
export function welcome(registration: Welcome): Letter {
  const { language, policy, name, purposes, preferencesUrl, contributeUrl, rehireUrl, stopUrl } = registration;
  const words = sentences(registration);
  const chosen = allPurposes
    .filter((purpose) => purposes.includes(purpose))
    .map((purpose) => ({
      term: purposeWording[purpose].title[language],
      text: purposeWording[purpose].detail[language],
    }));
  const footer = alumniFooter({
    why: {
      ja: 'このメールは、アルムナイ制度に登録された方にお送りしています。',
      en: 'This mail goes to people who joined our alumni programme.',
    },
    contributeUrl,
    rehireUrl,
    stopUrl,
  });
  return letter({
    languages: [language],
    policy,
    subject: words.subject,
    preview: words.next,
    footer,
    html: (
      <>
        <Text>{salutation(name, language)}</Text>
        <Text>{words.why}</Text>
        <Text>{words.welcome}</Text>
        <Heading>{words.choicesTitle}</Heading>
        <Terms terms={chosen} />
        <Text>{words.next}</Text>
        <Text>{words.change}</Text>
        <Button href={preferencesUrl}>{words.button}</Button>
      </>
    ),
    paragraphs: [
      salutation(name, language),
      words.why,
      words.welcome,
      heading(words.choicesTitle, language),
      terms(chosen, language),
      words.next,
      `${words.change}\n${preferencesUrl}`,
    ],
  });
}
