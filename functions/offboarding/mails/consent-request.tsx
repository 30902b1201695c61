import { purposes } from '../../domain/consent.ts';
import { purposeWording, storageInWords } from '../../domain/consent-wording.ts';
import type { Letter } from '../../domain/dispatch.ts';
import type { Language } from '../../domain/language.ts';
import type { Policy } from '../../domain/policy.ts';
import { returnConditionsInWords } from '../../domain/return-conditions-wording.ts';
import { dateInWords, durationInWords } from '../../domain/wording.ts';
import { Button, Heading, Link, List, Terms, Text } from '../../mail/layout.tsx';
import { letter } from '../../mail/letter.ts';
import { bullets, type Footer, heading, salutation, terms } from '../../mail/text.ts';

/** What the consent request is made of. */
type ConsentRequest = Readonly<{
  language: Language;
  policy: Policy;
  name: string;
  lastDay: string;
  consentUrl: string;
  /** The last date on which an answer counts. */
  closesOn: string;
  reminder: boolean;
  /** Left before the programme began. */
  former?: boolean | undefined;
}>;

const footer: Footer = {
  why: {
    ja: '退職される方、退職された方に、制度のご案内として一度お送りし、お返事がない場合にのみ再度お知らせしています。',
    en: 'We send this once to people who leave, and remind them only while there’s no answer.',
  },
  stop: {
    ja: '今後お受け取りにならない場合は、回答ページで「登録しない」をお選びください。情報を消去し、あらためてお尋ねすることはありません。',
    en: 'To stop these mails, choose “No, thank you” on the page. We’ll delete your data and won’t ask again.',
  },
};

type Sentences = Readonly<{
  subject: string;
  why: string;
  offer: string;
  choicesTitle: string;
  button: string;
  answer: string;
  silence: string;
  conditionsTitle: string;
  dataTitle: string;
  privacy: string;
}>;

function japanese({ policy, lastDay, closesOn, reminder, former }: ConsentRequest): Sentences {
  const company = policy.company.name.ja;
  const day = dateInWords(lastDay, 'ja');
  const until = dateInWords(closesOn, 'ja');
  const { mostReminders, remindEvery } = policy.consent;
  const reminders =
    !reminder && mostReminders > 0
      ? `お返事がないときは、${durationInWords(remindEvery, 'ja')}${mostReminders === 1 ? '後に一度だけ' : `ごとに${mostReminders}回まで`}お知らせします。`
      : '';
  return {
    subject: `【${company}】退職後のつながりについて${reminder ? '(再度のご案内)' : 'のご案内'}`,
    why: reminder
      ? `先日お送りした、${company}の退職後のつながりについてのご案内に、まだお返事をいただいていないため、あらためてお送りしています。`
      : former
        ? `${day}に${company}を退職された方へ、その後のつながりについてご案内しています。`
        : `${day}のご退職にあたり、${company}から、退職後のつながりについてご案内します。`,
    offer: reminder
      ? 'お便り、交流会、名簿、復帰のご相談から、ご希望の項目だけをお選びいただけます。すべて任意です。ご希望がなければ、同じページの「登録しない」を押すだけで終わります。'
      : `${former ? '在籍中はありがとうございました。' : 'これまでありがとうございました。'}退職後もつながりを続けたい方へ、年に数回のお便りと交流会のご案内をお送りしています。ご希望の項目だけお選びください。${former ? '登録するかどうかは自由です。' : '何も選ばなくても、退職の手続きに影響はありません。'}`,
    choicesTitle: 'お選びいただけること',
    button: '回答ページを開く',
    answer: `${until}まで回答できます。「登録しない」も同じページで選べます。`,
    silence: `${reminders}期限までお返事がなければ、登録せずに情報を消去します。`,
    conditionsTitle: '復帰の条件',
    dataTitle: '情報の取り扱い',
    privacy: 'プライバシーポリシー',
  };
}

function english({ policy, lastDay, closesOn, reminder, former }: ConsentRequest): Sentences {
  const company = policy.company.name.en;
  const day = dateInWords(lastDay, 'en');
  const until = dateInWords(closesOn, 'en');
  const { mostReminders, remindEvery } = policy.consent;
  const times =
    mostReminders === 1
      ? 'once'
      : `at most ${mostReminders === 2 ? 'twice' : `${mostReminders} times`}, ${durationInWords(remindEvery, 'en')} apart`;
  const reminders = !reminder && mostReminders > 0 ? `If there’s no answer, we’ll remind you ${times}. ` : '';
  return {
    subject: `${company} — ${reminder ? 'a reminder: ' : ''}staying in touch${former ? '' : ' after you leave'}`,
    why: reminder
      ? `We wrote to you about staying in touch with ${company}${former ? '' : ' after you leave'}, and haven’t had your answer yet.`
      : former
        ? `You’re getting this because you worked at ${company} until ${day}.`
        : `You’re getting this because you’re leaving ${company} (last day: ${day}).`,
    offer: reminder
      ? 'You can choose news, gatherings, the directory, or talking about coming back. All of it is optional. If you want none of it, “No, thank you” on the same page is all it takes.'
      : `Thank you for your time with us. If you’d like to stay in touch, we write a few times a year and invite you to gatherings. Choose only what you want. ${former ? 'It’s entirely up to you.' : 'Choosing nothing changes nothing about your leaving.'}`,
    choicesTitle: 'What you can choose',
    button: 'Open the page and answer',
    answer: `You can answer until ${until}. “No, thank you” is on the same page.`,
    silence: `${reminders}If we don’t hear from you by then, we won’t register you and will delete your data.`,
    conditionsTitle: 'Conditions for coming back',
    dataTitle: 'Your data',
    privacy: 'Privacy notice',
  };
}

/** The exit explainer with the request for consent; as a reminder, a few lines. */
export function consentRequest(request: ConsentRequest): Letter {
  const { language, policy, name, consentUrl, reminder } = request;
  const words = language === 'ja' ? japanese(request) : english(request);
  const choices = purposes.map((purpose) => ({
    term: purposeWording[purpose].title[language],
    text: purposeWording[purpose].detail[language],
  }));
  const conditions = returnConditionsInWords(policy, language);
  const storage = storageInWords(policy, language);
  return letter({
    languages: [language],
    policy,
    subject: words.subject,
    preview: words.answer,
    footer,
    html: (
      <>
        <Text>{salutation(name, language)}</Text>
        <Text>{words.why}</Text>
        <Text>{words.offer}</Text>
        {reminder ? null : (
          <>
            <Heading>{words.choicesTitle}</Heading>
            <Terms terms={choices} />
          </>
        )}
        <Button href={consentUrl}>{words.button}</Button>
        <Text>{words.answer}</Text>
        <Text quiet>{words.silence}</Text>
        {reminder ? null : (
          <>
            <Heading>{words.conditionsTitle}</Heading>
            <List lines={conditions} />
            <Heading>{words.dataTitle}</Heading>
            <Terms terms={storage} />
            <Text>
              <Link href={policy.company.privacyNotice}>{words.privacy}</Link>
            </Text>
          </>
        )}
      </>
    ),
    paragraphs: [
      salutation(name, language),
      words.why,
      words.offer,
      ...(reminder ? [] : [heading(words.choicesTitle, language), terms(choices, language)]),
      `${words.button}:\n${consentUrl}`,
      words.answer,
      words.silence,
      ...(reminder
        ? []
        : [
            heading(words.conditionsTitle, language),
            bullets(conditions, language),
            heading(words.dataTitle, language),
            terms(storage, language),
            `${words.privacy}: ${policy.company.privacyNotice}`,
          ]),
    ],
  });
}
