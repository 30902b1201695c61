import type { Letter } from '../../domain/dispatch.ts';
import type { EditionContent, Finding } from '../../domain/edition-content.ts';
import type { Language } from '../../domain/language.ts';
import type { Policy } from '../../domain/policy.ts';
import { languagesOf } from '../../domain/variants.ts';
import { dateInWords, durationInWords } from '../../domain/wording.ts';
import { letterToStaff, type Sayings } from '../../mail/letter-to-staff.tsx';
import { classInWords, type OtherWays, otherWaysToDecide, reviewWords } from '../../mail/review-parts.tsx';
import { ToldArticle, toldParagraphs } from '../../mail/told-text.tsx';
import { audienceInWords, editionName } from '../wording.ts';

/** What the question to the reviewer is made of. */
type ReviewRequest = Readonly<{
  policy: Policy;
  number: number;
  content: EditionContent;
  findings: readonly Finding[];
  reviewUrl: string;
  reminder: boolean;
  /** The last date on which a decision counts. */
  closesOn: string;
}> &
  Omit<OtherWays, 'stateMachine'>;

function sayings(question: ReviewRequest, language: Language): Sayings {
  const { policy, number, content, findings, reminder, closesOn } = question;
  const until = dateInWords(closesOn, language);
  const every = durationInWords(policy.review.remindEvery, language);
  const facts = [
    ...classInWords({ policy, classification: content.classification, findings }, language),
    {
      words: language === 'ja' ? 'お届け先' : 'Who gets it',
      list: [audienceInWords(content, language)],
      named: true,
    },
  ];
  return language === 'ja'
    ? [
        {
          words: `${reminder ? '再度のお願いです。' : ''}アルムナイ通信 第${number}号が、社外へ出してよいかどうかのご判断を待っています。本文はこのメールの下にあります。${until}までにお決めください。`,
        },
        ...facts,
        {
          words: `ご判断がなければ、この通信はお送りしません。期限まで、${every}ごとにお知らせします。`,
          quiet: true,
        },
      ]
    : [
        {
          words: `${reminder ? 'A reminder: alumni' : 'Alumni'} news no. ${number} waits for your decision on whether it may be said to outsiders. The text is below. Please decide by ${until}.`,
        },
        ...facts,
        { words: `If nobody decides, it isn’t sent. Until then we’ll remind you every ${every}.`, quiet: true },
      ];
}

/** Asks the reviewer whether an edition may go out, in Japanese and English, with its whole text. */
export function reviewRequest(question: ReviewRequest): Letter {
  const { policy, number, content, reminder, reviewUrl } = question;
  const editions = languagesOf(content.variants).flatMap((language) => {
    const variant = content.variants[language];
    return variant ? [{ ...variant, language, label: editionName(number, language) }] : [];
  });
  const ways = otherWaysToDecide({ ...question, stateMachine: 'okaeri-decide-edition' });
  return letterToStaff({
    policy,
    to: 'reviewer',
    topic: {
      ja: `アルムナイ通信 第${number}号のご確認${reminder ? '(再)' : ''}`,
      en: `Please review alumni news no. ${number}${reminder ? ' (reminder)' : ''}`,
    },
    stop: reviewWords.stop,
    say: (language) => sayings(question, language),
    action: { label: reviewWords.label, url: reviewUrl },
    more: {
      html: (
        <>
          {editions.map((edition) => (
            <ToldArticle {...edition} />
          ))}
          {ways.html}
        </>
      ),
      paragraphs: [...editions.flatMap((edition) => toldParagraphs(edition, edition.language)), ...ways.paragraphs],
    },
  });
}
