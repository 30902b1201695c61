import type { Letter } from '../../domain/dispatch.ts';
import { titleOf } from '../../domain/plan-wording.ts';
import type { PlainDate } from '../../domain/time.ts';
import { dateInWords } from '../../domain/wording.ts';
import { letterToInvitee, type ToInvitee } from './letter-to-invitee.tsx';

type Thanks = ToInvitee & Readonly<{ /** The last day of the survey. */ closesOn: PlainDate }>;

type Sentences = Readonly<{
  topic: string;
  said: string;
  ask: string;
  use: string;
  button: string;
  silence: string;
}>;

function japanese({ plan, closesOn }: Thanks): Sentences {
  return {
    topic: '交流会へのご参加のお礼',
    said: `交流会${titleOf(plan, 'ja')}にご参加くださり、ありがとうございました。ご一緒できて、うれしく思っています。`,
    ask: `よろしければ、次の会をよくするために、二つの質問にお答えください。5段階の評価と、ひとことのご感想(任意)です。${dateInWords(closesOn, 'ja')}までお受けします。`,
    use: 'お答えは、お名前を伏せて、アルムナイ制度の担当者が拝見します。',
    button: 'アンケートのページを開く',
    silence: 'お答えにならなくても差し支えありません。次の交流会も、変わらずご案内します。',
  };
}

function english({ plan, closesOn }: Thanks): Sentences {
  return {
    topic: 'thank you for coming',
    said: `Thank you for coming to ${titleOf(plan, 'en')}. It was good to have you with us.`,
    ask: `If you have a minute, two questions would help us with the next one: a rating from 1 to 5, and a comment, which is optional. You can answer until ${dateInWords(closesOn, 'en')}.`,
    use: 'Those who run the alumni programme see your answers, without names.',
    button: 'Open the two questions',
    silence: 'If you’d rather not answer, that’s fine. We’ll invite you to the next one all the same.',
  };
}

/** Thanks who came, and asks how it was. */
export function thanksLetter(thanks: Thanks): Letter {
  const { language, pageUrl } = thanks;
  const words = language === 'ja' ? japanese(thanks) : english(thanks);
  return letterToInvitee(thanks, {
    topic: words.topic,
    preview: words.said,
    parts: [
      { kind: 'words', words: words.said },
      { kind: 'words', words: words.ask },
      { kind: 'words', words: words.use },
      { kind: 'button', label: words.button, url: pageUrl },
      { kind: 'words', words: words.silence, quiet: true },
    ],
  });
}
