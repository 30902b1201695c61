import type { Letter } from '../../domain/dispatch.ts';
import type { Language } from '../../domain/language.ts';
import type { Policy } from '../../domain/policy.ts';
import { durationInWords } from '../../domain/wording.ts';
import { Button, Heading, Link, Terms, Text } from '../../mail/layout.tsx';
import { letter } from '../../mail/letter.ts';
import { type Footer, heading, salutation, terms } from '../../mail/text.ts';

type Receipt = Readonly<{ policy: Policy; language: Language; name: string; withdrawUrl: string }>;

const footer: Footer = {
  why: {
    ja: 'このメールは、ご紹介のページで連絡先を入力された方に、一度だけお送りしています。',
    en: 'This mail goes once to people who entered their details on the page for candidates.',
  },
  stop: {
    ja: 'このあとお送りするのは、採用担当からのご連絡だけです。',
    en: 'All that follows is what our recruiting team writes to you.',
  },
};

type Sentences = Readonly<{
  subject: string;
  why: string;
  next: string;
  keptTitle: string;
  kept: readonly Readonly<{ term: string; text: string }>[];
  privacy: string;
  remove: string;
  button: string;
  mistake: string;
}>;

function japanese({ policy }: Receipt): Sentences {
  const company = policy.company.name.ja;
  return {
    subject: `【${company}】ご連絡先をお預かりしました`,
    why: `以前ここで働いていた方のご紹介で、${company}の採用にご関心をお寄せくださり、ありがとうございます。ご入力の内容をお預かりしました。`,
    next: '採用担当が拝見し、直接ご連絡します。それまで、なさることはありません。',
    keptTitle: 'お預かりした情報について',
    kept: [
      {
        term: 'お預かりした情報',
        text: 'お名前、メールアドレス、ご希望の言語、書き添えられた内容、同意された日時です。',
      },
      {
        term: '使いみちと見る人',
        text: '採用についてのご連絡だけに使い、採用担当だけが見ます。招待を送ってくださった方には、入力があったことと採用の結果だけをお知らせし、入力の内容はお見せしません。',
      },
      {
        term: '保管する期間',
        text: `ご紹介のあった日から、長くて${durationInWords(policy.contributions.keep, 'ja')}です。照合用の値(お名前やアドレスに戻せないもの)も、それまで残します。`,
      },
    ],
    privacy: '個人情報の取り扱いについて',
    remove: '次のページで、いつでも消去できます。消去すると、このご紹介は終わります。理由はうかがいません。',
    button: '消去のページを開く',
    mistake: 'お心当たりのないときは、どなたかがアドレスを誤って入力されたようです。同じページで消去できます。',
  };
}

function english({ policy }: Receipt): Sentences {
  const company = policy.company.name.en;
  return {
    subject: `${company} — we have your details`,
    why: `Somebody who used to work at ${company} introduced you, and you sent us your details. Thank you for your interest.`,
    next: 'Our recruiting team will read them and write to you directly. Until then there’s nothing for you to do.',
    keptTitle: 'What we keep',
    kept: [
      {
        term: 'What it is',
        text: 'Your name, mail address, language, what you wrote to us, and when you agreed to it.',
      },
      {
        term: 'What it’s for, and who sees it',
        text: 'It’s for talking with you about working here, and only our recruiting team sees it. Whoever invited you learns that you have sent your details and whether you were hired, and nothing of what you wrote.',
      },
      {
        term: 'For how long',
        text: `At most ${durationInWords(policy.contributions.keep, 'en')} from the day you were introduced. Until then we also keep a check value that can’t be turned back into your name or address.`,
      },
    ],
    privacy: 'Our privacy notice',
    remove: 'You can have it deleted on this page at any time. That also ends this introduction. We won’t ask why.',
    button: 'Open the page to delete it',
    mistake:
      'If you know nothing of this, somebody seems to have mistyped an address. You can delete it on the same page.',
  };
}

/** Tells a candidate what is kept of them, for how long, and how it is deleted. */
export function candidateReceiptLetter(given: Receipt): Letter {
  const { policy, language, name, withdrawUrl } = given;
  const words = language === 'ja' ? japanese(given) : english(given);
  const { privacyNotice } = policy.company;
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
        <Text>{words.next}</Text>
        <Heading>{words.keptTitle}</Heading>
        <Terms terms={words.kept} />
        <Text>
          <Link href={privacyNotice}>{words.privacy}</Link>
        </Text>
        <Text>{words.remove}</Text>
        <Button other href={withdrawUrl}>
          {words.button}
        </Button>
        <Text quiet>{words.mistake}</Text>
      </>
    ),
    paragraphs: [
      salutation(name, language),
      words.why,
      words.next,
      heading(words.keptTitle, language),
      terms(words.kept, language),
      `${words.privacy}:\n${privacyNotice}`,
      words.remove,
      `${words.button}:\n${withdrawUrl}`,
      words.mistake,
    ],
  });
}
