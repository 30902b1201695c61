import type { Letter } from '../../domain/dispatch.ts';
import { titleOf, whenInWords } from '../../domain/plan-wording.ts';
import { letterToInvitee, type ToInvitee } from './letter-to-invitee.tsx';

type Cancelled = Omit<ToInvitee, 'pageUrl'> & Readonly<{ hadPlace: boolean }>;

type Sentences = Readonly<{ topic: string; said: readonly [string, ...string[]] }>;

function japanese({ plan, hadPlace }: Cancelled): Sentences {
  return {
    topic: '交流会中止のお知らせ',
    said: [
      `${hadPlace ? 'ご参加のお返事をいただいた' : '先日ご案内した'}交流会${titleOf(plan, 'ja')}は、中止することになりました。${hadPlace ? '楽しみにしてくださっていたところ、' : 'ご案内しておきながら、'}申し訳ありません。`,
      `予定していた日時は、${whenInWords(plan, 'ja')}でした。${hadPlace ? 'このメールに添付した予定を開くと、カレンダーからこの交流会が消えます。ほかにお手続きは必要ありません。' : 'お手続きは必要ありません。'}`,
      '次の交流会が決まりましたら、またご案内します。',
    ],
  };
}

function english({ plan, hadPlace }: Cancelled): Sentences {
  return {
    topic: 'called off',
    said: [
      `We’re sorry: ${titleOf(plan, 'en')}, ${hadPlace ? 'where you had a place' : 'to which we invited you'}, has been called off.`,
      `It was planned for ${whenInWords(plan, 'en')}. ${hadPlace ? 'Open the entry attached to this mail to take it out of your calendar. There’s nothing else' : 'There’s nothing'} you need to do.`,
      'When there’s another gathering, we’ll invite you again.',
    ],
  };
}

/** Tells somebody who had been told of a gathering that it does not take place. */
export function cancelledLetter(cancelled: Cancelled): Letter {
  const { topic, said } = cancelled.language === 'ja' ? japanese(cancelled) : english(cancelled);
  return letterToInvitee(cancelled, {
    topic,
    preview: said[0],
    parts: said.map((words) => ({ kind: 'words', words })),
  });
}
