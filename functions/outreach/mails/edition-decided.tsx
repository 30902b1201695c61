import type { Letter } from '../../domain/dispatch.ts';
import type { Bilingual, Language } from '../../domain/language.ts';
import type { Policy } from '../../domain/policy.ts';
import { type Variants, variantFor } from '../../domain/variants.ts';
import { oneLine, titleInWords } from '../../domain/wording.ts';
import { letterToStaff, type Sayings } from '../../mail/letter-to-staff.tsx';
import { editionInWords, editionName } from '../wording.ts';

/** What the outcome of a review is made of. */
type EditionDecided = Readonly<{
  policy: Policy;
  number: number;
  /** In the languages that the edition speaks. */
  titles: Variants<string>;
  outcome: 'approved' | 'refused' | 'not reviewed';
  /** What the reviewer said to it. */
  note?: string | undefined;
}>;

const outcomes: Readonly<Record<EditionDecided['outcome'], { topic: Bilingual; said: Bilingual; next: Bilingual }>> = {
  approved: {
    topic: { ja: 'が承認されました', en: 'approved' },
    said: { ja: 'が承認されました。', en: 'has been approved.' },
    next: {
      ja: '対象の方へ、次のお便りから順にお届けします。ほかになさることはありません。',
      en: 'It goes out with the next mails to those it’s for. There’s nothing else you need to do.',
    },
  },
  refused: {
    topic: { ja: 'は承認されませんでした', en: 'not approved' },
    said: {
      ja: 'は承認されませんでした。どなたにもお送りしません。',
      en: 'wasn’t approved. It isn’t sent to anybody.',
    },
    next: {
      ja: '原稿を直してから、次のコマンドでもう一度提出してください。',
      en: 'Correct the text and submit it again with this command:',
    },
  },
  'not reviewed': {
    topic: { ja: 'は期限までに判断がありませんでした', en: 'not reviewed in time' },
    said: {
      ja: 'は、期限までに判断がありませんでした。どなたにもお送りしません。',
      en: 'wasn’t reviewed in time. It isn’t sent to anybody.',
    },
    next: {
      ja: 'お届けしたいときは、判断する方にお声がけのうえ、次のコマンドでもう一度提出してください。',
      en: 'If you still want to send it, have a word with the reviewer and submit it again with this command:',
    },
  },
};

const stop: Bilingual = {
  ja: 'このお知らせは、通信が提出されるたびに一度だけお送りします。',
  en: 'This mail comes once for each edition that’s submitted.',
};

function sayings({ number, titles, outcome, note }: EditionDecided, language: Language): Sayings {
  const title = variantFor(titles, language) ?? '';
  const { said, next } = outcomes[outcome];
  return [
    {
      words:
        language === 'ja'
          ? `${editionInWords(number, title, 'ja')}${said.ja}`
          : `${editionName(number, 'en')}, ${titleInWords(title, 'en')}, ${said.en}`,
    },
    ...(note
      ? [
          {
            words: language === 'ja' ? '判断された方からのひとこと' : 'The reviewer’s note',
            list: [oneLine(note)],
            named: true,
          },
        ]
      : []),
    {
      words: next[language],
      ...(outcome === 'approved' ? {} : { command: 'npm run okaeri -- edition submit FILE' }),
    },
  ];
}

/** Tells the admin what was decided on an edition and what happens next, in Japanese and English. */
export function editionDecided(decision: EditionDecided): Letter {
  const { policy, number, outcome } = decision;
  const { topic } = outcomes[outcome];
  return letterToStaff({
    policy,
    to: 'admin',
    topic: {
      ja: `${editionName(number, 'ja')}${topic.ja}`,
      en: `${editionName(number, 'en')}: ${topic.en}`,
    },
    stop,
    say: (language) => sayings(decision, language),
  });
}
