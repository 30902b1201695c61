import type { Letter } from '../../domain/dispatch.ts';
import type { Language } from '../../domain/language.ts';
import type { Policy } from '../../domain/policy.ts';
import type { PlainDate } from '../../domain/time.ts';
import { dateInWords, durationInWords } from '../../domain/wording.ts';
import { Button, Heading, Link, Terms, Text } from '../../mail/layout.tsx';
import { letter } from '../../mail/letter.ts';
import { type Footer, heading, terms } from '../../mail/text.ts';

/** Nothing that was typed stands in the mail: the address may be somebody else's. */
type Receipt = Readonly<{ policy: Policy; language: Language; candidacyUrl: string; confirmBy: PlainDate }>;

const footer: Footer = {
  why: {
    ja: 'このメールは、ご紹介のページで連絡先を入力された方に、一度だけお送りしています。',
    en: 'This mail goes once to people who entered their details on the page for candidates.',
  },
  stop: {
    ja: '確認されたあとは、採用担当からのご連絡だけをお送りします。',
    en: 'Once you have confirmed, all that follows is what our recruiting team writes to you.',
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

function japanese({ policy, confirmBy }: Receipt): Sentences {
  const company = policy.company.name.ja;
  return {
    subject: `【${company}】ご連絡先の確認のお願い`,
    why: `以前${company}で働いていた方からの招待のページに、このメールアドレスが入力されました。採用についてのご連絡を希望されるという内容です。`,
    next: `ご自身の入力でしたら、${dateInWords(confirmBy, 'ja')}までに次のページで確認してください。確認されるまで、採用担当を含めて誰にもお伝えしません。`,
    keptTitle: 'お預かりした情報について',
    kept: [
      {
        term: 'お預かりした情報',
        text: 'お名前、メールアドレス、ご希望の言語、書き添えられた内容、同意された日時です。',
      },
      {
        term: '使いみちと見る人',
        text: '採用についてのご連絡だけに使い、採用担当だけが見ます。招待を送ってくださった方には、確認が済んだことと採用の結果だけをお知らせし、入力の内容はお見せしません。',
      },
      {
        term: '保管する期間',
        text: `ご紹介のあった日から、長くて${durationInWords(policy.contributions.keep, 'ja')}です。照合用の値(お名前やアドレスに戻せないもの)も、それまで残します。`,
      },
    ],
    privacy: '個人情報の取り扱いについて',
    remove:
      '確認された後も、同じページでいつでも消去できます。消去すると、このご紹介は終わります。理由はうかがいません。',
    button: '確認のページを開く',
    mistake: 'お心当たりのないときは、何もなさらなくて結構です。確認がなければ、入力された内容は自動的に消去されます。',
  };
}

function english({ policy, confirmBy }: Receipt): Sentences {
  const company = policy.company.name.en;
  return {
    subject: `${company} — please confirm your address`,
    why: `Somebody entered this mail address on an invitation from a person who used to work at ${company}, to hear from us about working here.`,
    next: `If it was you, please confirm on this page by ${dateInWords(confirmBy, 'en')}. Until then nobody is told, our recruiting team included.`,
    keptTitle: 'What we keep',
    kept: [
      {
        term: 'What it is',
        text: 'Your name, mail address, language, what you wrote to us, and when you agreed to it.',
      },
      {
        term: 'What it’s for, and who sees it',
        text: 'It’s for talking with you about working here, and only our recruiting team sees it. Whoever invited you learns that you have confirmed and whether you were hired, and nothing of what you wrote.',
      },
      {
        term: 'For how long',
        text: `At most ${durationInWords(policy.contributions.keep, 'en')} from the day you were introduced. Until then we also keep a check value that can’t be turned back into your name or address.`,
      },
    ],
    privacy: 'Our privacy notice',
    remove:
      'Afterwards you can delete it on the same page at any time. That also ends this introduction. We won’t ask why.',
    button: 'Open the page to confirm',
    mistake:
      'If you know nothing of this, you need do nothing. What was entered is deleted by itself unless you confirm.',
  };
}

/** Asks a candidate whether the address is theirs, and tells what is kept, for how long, and how it is deleted. */
export function candidateReceiptLetter(given: Receipt): Letter {
  const { policy, language, candidacyUrl } = given;
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
        <Text>{words.why}</Text>
        <Text>{words.next}</Text>
        <Button href={candidacyUrl}>{words.button}</Button>
        <Text>{words.mistake}</Text>
        <Heading>{words.keptTitle}</Heading>
        <Terms terms={words.kept} />
        <Text>
          <Link href={privacyNotice}>{words.privacy}</Link>
        </Text>
        <Text quiet>{words.remove}</Text>
      </>
    ),
    paragraphs: [
      words.why,
      words.next,
      `${words.button}:\n${candidacyUrl}`,
      words.mistake,
      heading(words.keptTitle, language),
      terms(words.kept, language),
      `${words.privacy}:\n${privacyNotice}`,
      words.remove,
    ],
  });
}
