import type { Letter } from '../../domain/dispatch.ts';
import type { Bilingual, Language } from '../../domain/language.ts';
import type { Policy } from '../../domain/policy.ts';
import type { Profile } from '../../domain/profile.ts';
import type { Rehire } from '../../domain/rehire.ts';
import { rehireName } from '../../domain/rehire-wording.ts';
import type { RehireWords } from '../../domain/rehire-words.ts';
import { kindInWords } from '../../domain/return-conditions-wording.ts';
import { dateAfter } from '../../domain/time.ts';
import { dateInWords, durationInWords, oneLine } from '../../domain/wording.ts';
import { letterToStaff, type Sayings } from '../../mail/letter-to-staff.tsx';
import { quotedBelow } from '../../mail/quoted-below.tsx';
import { spoken } from '../../mail/spoken.ts';
import { caseLabel } from './case-label.ts';

type TalkWanted = Readonly<{
  policy: Policy;
  rehire: Rehire;
  profile: Pick<Profile, 'name' | 'address' | 'language'>;
  words: Pick<RehireWords, 'sinceThen'>;
  caseUrl: string;
  reminder: boolean;
}>;

const stop: Bilingual = {
  ja: '面談が行われたかどうかをお知らせいただくと、止まります。',
  en: 'Reminders stop once we know whether the talk was held.',
};

/** With whom, and about what. */
function facts({ rehire, profile }: TalkWanted, language: Language): { term: string; text: string }[] {
  const { kind, from } = rehire;
  const fact = (ja: string, en: string, text: string) => ({ term: language === 'ja' ? ja : en, text });
  return [
    fact('お名前', 'Name', oneLine(profile.name)),
    ...(profile.address ? [fact('メールアドレス', 'Mail address', oneLine(profile.address))] : []),
    fact('ご連絡の言語', 'Write to them in', spoken[profile.language][language]),
    fact('ご希望の契約', 'Kind of contract', kindInWords(kind, language)),
    fact(
      'ご希望の時期',
      'From',
      from ? dateInWords(from, language) : { ja: 'これからのご相談', en: 'still open' }[language],
    ),
  ];
}

function sayings(wanted: TalkWanted, language: Language): Sayings {
  const { policy, rehire, words, reminder } = wanted;
  const name = rehireName(rehire.number, language);
  const terms = facts(wanted, language);
  const until = dateInWords(dateAfter(rehire.since, policy.rehire.talkWithin), language);
  const every = durationInWords(policy.rehire.remindEvery, language);
  const isQuoted = Boolean(words.sinceThen);
  return language === 'ja'
    ? [
        {
          words: `${reminder ? '再度のお願いです。' : ''}${name}で、カジュアル面談のご希望があります。ご本人へ直接ご連絡のうえ、日程をお決めください。${isQuoted ? 'ご本人がこれまでについて書かれたことは、このメールの下にあります。' : ''}`,
          terms,
        },
        {
          words:
            '面談は、選考ではなく、これからのことを話す場です。離れていたあいだのことは、ご本人が話されることだけをうかがってください。',
        },
        {
          words:
            '終わりましたら、次のページで、面談が行われたかどうかだけをお知らせください。話の内容は、どこにも記録しません。',
        },
        {
          words: `${until}までにお知らせがなければ、面談なしで次の判断へ進みます。それまで、${every}ごとにお知らせします。`,
          quiet: true,
        },
      ]
    : [
        {
          words: `${reminder ? 'A reminder: an' : 'An'} informal talk is wanted for ${name}. Please get in touch with the alumnus directly and find a time.${isQuoted ? ' What they wrote about the time since is below.' : ''}`,
          terms,
        },
        {
          words:
            'It isn’t an interview: you talk about what’s to come. About the time away, please hear only what they’d like to tell.',
        },
        {
          words:
            'After it, say on this page whether it was held, and nothing else. What was talked about is recorded nowhere.',
        },
        {
          words: `If we hear nothing by ${until}, the decision is asked for without a talk. Until then we’ll remind you every ${every}.`,
          quiet: true,
        },
      ];
}

/** Asks the recruiter to arrange an informal talk, in Japanese and English. */
export function talkLetter(wanted: TalkWanted): Letter {
  const { policy, rehire, words, caseUrl, reminder } = wanted;
  const more = quotedBelow(words.sinceThen);
  return letterToStaff({
    policy,
    to: 'recruiter',
    topic: {
      ja: `カジュアル面談のお願い(${rehireName(rehire.number, 'ja')})${reminder ? '(再)' : ''}`,
      en: `Please arrange an informal talk: ${rehireName(rehire.number, 'en')}${reminder ? ' (reminder)' : ''}`,
    },
    stop,
    say: (language) => sayings(wanted, language),
    action: { label: caseLabel, url: caseUrl },
    ...(more && { more }),
  });
}
