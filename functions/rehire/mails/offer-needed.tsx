import type { Letter } from '../../domain/dispatch.ts';
import type { Bilingual, Language } from '../../domain/language.ts';
import type { Policy } from '../../domain/policy.ts';
import type { Rehire } from '../../domain/rehire.ts';
import { rehireName } from '../../domain/rehire-wording.ts';
import { kindInWords } from '../../domain/return-conditions-wording.ts';
import { dateAfter } from '../../domain/time.ts';
import { dateInWords, durationInWords, oneLine } from '../../domain/wording.ts';
import { letterToStaff, type Sayings } from '../../mail/letter-to-staff.tsx';
import { spoken } from '../../mail/spoken.ts';
import { caseLabel } from './case-label.ts';

type OfferNeeded = Readonly<{
  policy: Policy;
  rehire: Rehire;
  name: string;
  /** In which the alumnus reads it. */
  language: Language;
  caseUrl: string;
  command: string;
  reminder: boolean;
}>;

const stop: Bilingual = {
  ja: '条件をご本人へお送りすると、お知らせは止まります。',
  en: 'Reminders stop once the offer is sent.',
};

function sayings(
  { policy, rehire, name, language: theirs, command, reminder }: OfferNeeded,
  language: Language,
): Sayings {
  const { number, kind, from, since } = rehire;
  const until = dateInWords(dateAfter(since, policy.rehire.offerWithin), language);
  const every = durationInWords(policy.rehire.remindEvery, language);
  const about = rehireName(number, language);
  const who = oneLine(name);
  const wish = kindInWords(kind, language);
  const day = from && dateInWords(from, language);
  return language === 'ja'
    ? [
        {
          words: `${reminder ? '再度のお願いです。' : ''}${who} 様に条件をご提示することが決まりました(${about})。ご希望は、${wish}${day ? `、${day}から` : ''}です。`,
        },
        {
          words: `条件をファイルに書き、次のコマンドでお送りください(FILEはファイルの場所です)。ご本人の言語は${spoken[theirs].ja}です。足りない項目があれば送られず、何が足りないかが表示されます。`,
          command,
        },
        {
          words: `${until}までにお送りにならなければ、ご相談は期限切れになり、会社の都合としてご本人におわびします。それまで、${every}ごとにお知らせします。`,
          quiet: true,
        },
      ]
    : [
        {
          words: `${reminder ? 'A reminder: it' : 'It'}’s decided that ${who} gets an offer (${about}). What they’d like: ${wish}${day ? `, from ${day}` : ''}.`,
        },
        {
          words: `Write the terms into a file and send them with this command; FILE is where it lies. The alumnus reads ${spoken[theirs].en}. If something’s missing nothing is sent, and you see what it is.`,
          command,
        },
        {
          words: `If no offer is sent by ${until}, the request expires, and we apologise to the alumnus. Until then we’ll remind you every ${every}.`,
          quiet: true,
        },
      ];
}

/** Asks the recruiter for the terms of an offer, in Japanese and English. */
export function offerNeededLetter(needed: OfferNeeded): Letter {
  const { policy, rehire, caseUrl, reminder } = needed;
  return letterToStaff({
    policy,
    to: 'recruiter',
    topic: {
      ja: `条件のご提示のお願い(${rehireName(rehire.number, 'ja')})${reminder ? '(再)' : ''}`,
      en: `Please make the offer: ${rehireName(rehire.number, 'en')}${reminder ? ' (reminder)' : ''}`,
    },
    stop,
    say: (language) => sayings(needed, language),
    action: { label: caseLabel, url: caseUrl },
  });
}
