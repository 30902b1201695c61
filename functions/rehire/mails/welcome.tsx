import type { Letter } from '../../domain/dispatch.ts';
import type { Language } from '../../domain/language.ts';
import type { Offer } from '../../domain/offer.ts';
import type { Policy } from '../../domain/policy.ts';
import type { changesSince } from '../../domain/rehire-tasks.ts';
import { rehireName } from '../../domain/rehire-wording.ts';
import { dateInWords, durationInWords } from '../../domain/wording.ts';
import { type AboutRehire, letterAboutRehire, paragraphs } from './letter-about-rehire.ts';

type Accepted = AboutRehire & Readonly<{ offer: Offer; changes: ReturnType<typeof changesSince> }>;

type Sentences = Readonly<{
  topic: string;
  opening: string;
  preparing: string;
  prepared: readonly string[];
  changed: string;
  after: readonly string[];
}>;

/** When it is asked how they have settled in: 30日、60日、90日; 30 days, 60 days and 90 days. */
function checkInTimes({ rehire }: Policy, language: Language): string {
  const times = rehire.checkIns.map((after) => durationInWords(after, language));
  const [last = ''] = times.slice(-1);
  if (language === 'ja') return times.join('、');
  return times.length > 1 ? `${times.slice(0, -1).join(', ')} and ${last}` : last;
}

function japanese({ rehire, policy, offer }: Accepted): Sentences {
  const day = dateInWords(offer.startsOn, 'ja');
  const { contact } = policy.company;
  return {
    topic: `おかえりなさい。初日までのご案内(${rehireName(rehire.number, 'ja')})`,
    opening: `お受けくださり、ありがとうございます。${day}に、またご一緒できることを楽しみにしています。`,
    preparing: '初日までに、こちらで進めること',
    prepared: [
      'アカウントや機器など、お仕事に要るものを用意します。',
      '困ったときに気軽に聞ける相手を、一人決めておきます。',
      '受け入れ先のチームに、お迎えの準備をお願いします。お伝えするのは、お名前、契約の種類、初日と、ご自身で書かれた紹介文だけです。',
      '秘密の保持など、守っていただくことを、あらためてご案内します。',
    ],
    changed: 'ご退職のあとに変わったこと',
    after: [
      `初日の時刻や場所は、担当者から改めてご連絡します。それまで、なさることはありません。ご心配なことは、${contact}へお便りください。`,
      `初日から${checkInTimes(policy, 'ja')}のころに、短い質問を二つお送りします。お答えになるかどうかは、ご自由です。`,
      'ご事情が変わったときは、初日の前日まで、次のページから取り下げられます。理由はうかがいません。',
    ],
  };
}

function english({ rehire, policy, offer }: Accepted): Sentences {
  const day = dateInWords(offer.startsOn, 'en');
  const { contact } = policy.company;
  return {
    topic: `welcome back: until your first day (${rehireName(rehire.number, 'en')})`,
    opening: `Thank you for saying yes. We’re looking forward to working with you again from ${day}.`,
    preparing: 'What we do until your first day',
    prepared: [
      'We get what you need ready, such as your account and devices.',
      'We find one person whom you can ask anything.',
      'We ask your new team to prepare. They hear your name, your kind of contract, your first day and what you wrote about yourself for them, and nothing else.',
      'We go through confidentiality and the like with you once more.',
    ],
    changed: 'What has changed since you left',
    after: [
      `We’ll tell you when and where to be on the day. Until then there’s nothing for you to do. If something’s on your mind, write to ${contact}.`,
      `About ${checkInTimes(policy, 'en')} after your first day we’ll send you two short questions. Answering them is optional.`,
      'If your plans change, you can take it back on the page below until the day before you start. Nobody asks why.',
    ],
  };
}

/** Welcomes who took an offer, and tells what happens until their first day. */
export function welcomeLetter(given: Accepted): Letter {
  const { language, changes } = given;
  const { topic, opening, preparing, prepared, changed, after } = language === 'ja' ? japanese(given) : english(given);
  const lines = changes.new.map(({ what }) => what[language]);
  return letterAboutRehire(given, {
    topic,
    preview: opening,
    parts: [
      ...paragraphs([opening]),
      { kind: 'list', name: preparing, lines: prepared },
      ...(lines.length > 0 ? [{ kind: 'list' as const, name: changed, lines }] : []),
      ...paragraphs(after),
    ],
  });
}
