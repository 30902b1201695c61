import type { Letter } from '../../domain/dispatch.ts';
import { titleOf, whenInWords } from '../../domain/plan-wording.ts';
import { letterToInvitee, type ToInvitee } from './letter-to-invitee.tsx';

type StillWaiting = ToInvitee & Readonly<{ /** Mail rested on the day before. */ today?: boolean }>;

type Sentences = Readonly<{ topic: string; said: readonly [string, ...string[]]; button: string }>;

function japanese({ plan, today = false }: StillWaiting): Sentences {
  return {
    topic: 'キャンセル待ちについてのお知らせ',
    said: [
      `キャンセル待ちをしていただいている交流会${titleOf(plan, 'ja')}は、${today ? '本日' : '明日'}に迫りましたが、まだ満席です。お待たせしたままになり、申し訳ありません。`,
      `始まるのは${whenInWords(plan, 'ja')}です。それまでに席が空きましたら、順にメールでお知らせします。お知らせがないときは、今回は席をご用意できなかったものとお考えください。`,
      'ほかのご予定を入れられるときは、次のページでキャンセル待ちを取り消せます。次の交流会も、またご案内します。',
    ],
    button: 'キャンセル待ちのページを開く',
  };
}

function english({ plan, today = false }: StillWaiting): Sentences {
  return {
    topic: 'you’re still on the waiting list',
    said: [
      `${titleOf(plan, 'en')} is ${today ? 'today' : 'tomorrow'}, and it’s still full. We’re sorry to have kept you waiting.`,
      `It begins on ${whenInWords(plan, 'en')}. If a place becomes free before that, we’ll write to you in your turn. If you don’t hear from us, there was no place this time.`,
      'If you’ve made other plans, you can leave the waiting list on this page. We’ll invite you to the next gathering again.',
    ],
    button: 'Open the waiting list',
  };
}

/** The day before, to who still waits: that it is full, and what may still happen. */
export function stillWaitingLetter(waiting: StillWaiting): Letter {
  const { topic, said, button } = waiting.language === 'ja' ? japanese(waiting) : english(waiting);
  return letterToInvitee(waiting, {
    topic,
    preview: said[0],
    parts: [
      ...said.map((words) => ({ kind: 'words', words }) as const),
      { kind: 'button', label: button, url: waiting.pageUrl, other: true },
    ],
  });
}
