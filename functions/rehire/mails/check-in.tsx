import type { Letter } from '../../domain/dispatch.ts';
import { rehireName } from '../../domain/rehire-wording.ts';
import { durationInWords } from '../../domain/wording.ts';
import { type AboutRehire, letterAboutRehire, paragraphs } from './letter-about-rehire.ts';

type CheckInAsked = AboutRehire &
  Readonly<{
    /** Which of them, from 1. */
    checkIn: number;
    checkInUrl: string;
  }>;

type Sentences = Readonly<{ topic: string; opening: string; questions: string; button: string; after: string }>;

function japanese({ rehire, policy, checkIn }: CheckInAsked): Sentences {
  const after = policy.rehire.checkIns[checkIn - 1];
  const since = after ? `${durationInWords(after, 'ja')}ほど` : '少し';
  return {
    topic: `その後、いかがですか(${rehireName(rehire.number, 'ja')})`,
    opening: `戻られてから、${since}たちました。その後、いかがお過ごしですか。`,
    questions: '質問は二つです。離れていたあいだのことを詮索されずに迎えられたか、お仕事に要るものがそろっているか。',
    button: '質問のページを開く',
    after:
      'お答えになるかどうかは、ご自由です。お答えは人事担当だけにお届けし、受け入れ先の上長やチームには伝えません。お答えがなくても、何も変わりません。',
  };
}

function english({ rehire, policy, checkIn }: CheckInAsked): Sentences {
  const after = policy.rehire.checkIns[checkIn - 1];
  const since = after ? `about ${durationInWords(after, 'en')}` : 'a little while';
  return {
    topic: `how is it going? (${rehireName(rehire.number, 'en')})`,
    opening: `It’s been ${since} since you came back. How is it going?`,
    questions:
      'There are two questions: whether you were received without prying into your time away, and whether you have what you need.',
    button: 'Open the questions',
    after:
      'Answering is optional. What you say goes to HR, and not to your manager or team. If you’d rather not answer, nothing changes.',
  };
}

/** Asks somebody who came back how they were received. */
export function checkInLetter(given: CheckInAsked): Letter {
  const { language, checkInUrl } = given;
  const { topic, opening, questions, button, after } = language === 'ja' ? japanese(given) : english(given);
  return letterAboutRehire(given, {
    topic,
    preview: opening,
    parts: [
      ...paragraphs([opening, questions]),
      { kind: 'button', label: button, url: checkInUrl },
      ...paragraphs([after]),
    ],
  });
}
