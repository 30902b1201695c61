import type { Letter } from '../../domain/dispatch.ts';
import type { Bilingual, Language } from '../../domain/language.ts';
import type { Policy } from '../../domain/policy.ts';
import { countInWords, dateInWords } from '../../domain/wording.ts';
import { letterToStaff, type Sayings } from '../../mail/letter-to-staff.tsx';

/** What the news that there is no news is made of. */
type EditionsMissing = Readonly<{
  policy: Policy;
  /** The date that was swept. */
  date: string;
  /** How many would have been written to. */
  people: number;
  /** What submits an edition. */
  command: string;
}>;

const topic: Bilingual = { ja: 'お届けできる通信がありません', en: 'No edition to send' };

const stop: Bilingual = {
  ja: 'このお知らせは月に一度までです。お届けできる通信があれば止まります。',
  en: 'This mail comes once a month at most, and not at all while there’s an edition to send.',
};

function sayings({ date, people, command }: EditionsMissing, language: Language): Sayings {
  const day = dateInWords(date, language);
  return language === 'ja'
    ? [
        {
          words: `${day}にお便りをお送りするはずだった${countInWords(people)}名の方へ、何もお送りしていません。半年以内に承認され、まだお届けしていないアルムナイ通信がないためです。`,
        },
        {
          words: '新しい通信を、次のコマンドで提出してください。承認されると、次のお便りから順にお届けします。',
          command,
        },
        { words: '近況を知らせる短い文章で十分です。', quiet: true },
      ]
    : [
        {
          words: `${people === 1 ? 'One person was' : `${countInWords(people)} people were`} due for a mail on ${day}, and nothing was sent: no edition approved within the last six months is left that ${people === 1 ? 'this person hasn’t' : 'they haven’t'} had yet.`,
        },
        { words: 'Submit a new one with this command. Once approved, it goes out with the next mails:', command },
        { words: 'A few lines about what’s going on are enough.', quiet: true },
      ];
}

/** Tells the admin that people were due and there was nothing to send them, in Japanese and English. */
export function editionsMissing(news: EditionsMissing): Letter {
  return letterToStaff({ policy: news.policy, to: 'admin', topic, stop, say: (language) => sayings(news, language) });
}
