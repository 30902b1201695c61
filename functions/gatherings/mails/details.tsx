import type { Letter } from '../../domain/dispatch.ts';
import { moneyInWords } from '../../domain/money.ts';
import { factsInWords, hasDoor, partyFact, titleOf, whenInWords } from '../../domain/plan-wording.ts';
import { letterToInvitee, type ToInvitee } from './letter-to-invitee.tsx';

type Details = ToInvitee &
  Readonly<{
    party: number;
    /** Mail rested on the day before. */
    today?: boolean;
  }>;

type Sentences = Readonly<{
  topic: string;
  said: string;
  /** What to bring. */
  bring: string;
  list: readonly string[];
  /** Online. */
  join: string;
  cannot: string;
  button: string;
}>;

/** What all of a party pay together. */
function total({ plan, policy, language, party }: Details): string | undefined {
  return plan.fee ? moneyInWords(plan.fee * party, policy.company.currency, language) : undefined;
}

function japanese(details: Details): Sentences {
  const { plan, party, today = false } = details;
  const fee = total(details);
  const day = today ? '本日' : '明日';
  const door = hasDoor(plan, 'ja');
  return {
    topic: `${day}の交流会のご案内`,
    said: `ご参加のお返事をいただいた交流会${titleOf(plan, 'ja')}は、いよいよ${day}です。お会いできるのを楽しみにしています。`,
    bring: 'お持ちいただくもの',
    list: [
      'QRコード。次のページを携帯電話で開いて、受付でお見せください。印刷したものでもかまいません。',
      fee
        ? `会費 ${fee}${party > 1 ? `(${party}名様分)` : ''}。受付でいただきます。`
        : '会費はかかりません。ほかには何もご用意いただかなくて大丈夫です。',
    ],
    join: '時間になりましたら、上のアドレスを開いてご参加ください。',
    cannot: '急にご都合が悪くなったときは、同じページでお知らせください。お待ちの方をお招きできます。',
    button: door ? 'QRコードのページを開く' : 'お返事のページを開く',
  };
}

function english(details: Details): Sentences {
  const { plan, party, today = false } = details;
  const fee = total(details);
  const door = hasDoor(plan, 'en');
  return {
    topic: today ? 'today' : 'tomorrow',
    said: `${titleOf(plan, 'en')}, where you have a place, is ${today ? 'today' : 'tomorrow'}. We look forward to seeing you.`,
    bring: 'What to bring',
    list: [
      'Your QR code: open the page below on your phone and show it at the door. A printout will do as well.',
      fee
        ? `The fee: ${fee}${party > 1 ? ` for ${party} people` : ''}, paid at the door.`
        : 'There’s no fee, and you needn’t bring anything else.',
    ],
    join: 'When it’s time, open the address above to join.',
    cannot:
      'If something comes up, please tell us on the same page, so that somebody on the waiting list can have your place.',
    button: door ? 'Open the page with your QR code' : 'Open your answer',
  };
}

/** The day before: where and when once more, what to bring, and how to cancel. */
export function detailsLetter(details: Details): Letter {
  const { language, policy, plan, party, pageUrl } = details;
  const words = language === 'ja' ? japanese(details) : english(details);
  const door = hasDoor(plan, language);
  return letterToInvitee(details, {
    topic: words.topic,
    preview: whenInWords(plan, language),
    parts: [
      { kind: 'words', words: words.said },
      {
        kind: 'facts',
        facts: [...factsInWords(plan, policy, language, { comes: true }), partyFact(party, language)],
      },
      ...(door
        ? ([{ kind: 'list', name: words.bring, lines: words.list }] as const)
        : ([{ kind: 'words', words: words.join }] as const)),
      { kind: 'button', label: words.button, url: pageUrl, other: !door },
      { kind: 'words', words: words.cannot },
    ],
  });
}
