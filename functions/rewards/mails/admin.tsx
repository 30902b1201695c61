import { contributionName } from '../../domain/contribution-wording.ts';
import type { Letter } from '../../domain/dispatch.ts';
import type { Bilingual, Language } from '../../domain/language.ts';
import { moneyInWords } from '../../domain/money.ts';
import type { Policy } from '../../domain/policy.ts';
import type { Rewarded } from '../../domain/reward-screening.ts';
import { dateOf } from '../../domain/time.ts';
import { dateInWords, durationInWords } from '../../domain/wording.ts';
import { letterToStaff, type Sayings } from '../../mail/letter-to-staff.tsx';

type RewardExpired = Readonly<{ policy: Policy; contribution: Rewarded }>;
type PayoutMissing = RewardExpired & Readonly<{ /** How often this was said, this time included. */ times: number }>;
type Payout = NonNullable<Rewarded['reward']['payout']>;

const stops = {
  expired: { ja: 'このお知らせは、期限が過ぎるたびに一度だけお送りします。', en: 'This mail comes once each time.' },
  payout: {
    ja: '支払いが確認されると、お知らせは止まります。',
    en: 'Reminders stop once the payout is confirmed.',
  },
} as const satisfies Record<string, Bilingual>;

function expired({ policy, contribution }: RewardExpired, language: Language): Sayings {
  const { number, reward } = contribution;
  const name = contributionName(number, language);
  const money = moneyInWords(reward.amount, reward.currency, language);
  const window = durationInWords(policy.rewards.approval.window, language);
  const command = `npm run okaeri -- reward reopen ${number}`;
  return language === 'ja'
    ? [
        {
          words: `${name}への謝礼${money}は、${window}のあいだに判断がそろわなかったため、期限切れになりました。何も支払われません。ご本人には、まだメールでお知らせしていません。`,
        },
        {
          words: '承認者にお声がけのうえ、もう一度判断を求めるときは、次のコマンドをお使いください。',
          command,
        },
      ]
    : [
        {
          words: `The reward of ${money} for ${name} has expired: it wasn’t decided within ${window}. Nothing is paid, and we haven’t written to the alumnus about it.`,
        },
        { words: 'To ask for approval once more, have a word with the approvers and use this command:', command },
      ];
}

/** Where to look for a payout. */
function placeOf({ id, by, isSent, file }: Payout): Bilingual & { command?: string } {
  if (by === 'file') {
    return file === undefined
      ? {
          ja: 'まだ支払いファイルに載っていません。次のコマンドでファイルを作り、経理へお渡しください。',
          en: 'It isn’t in any payout file yet. Write one with this command and hand it to accounting:',
          command: 'npm run okaeri -- payout file FILE.csv',
        }
      : {
          ja: `支払いファイル 第${file}号に載っています(支払い番号 ${id})。経理の処理をお確かめください。`,
          en: `It’s in payout file no. ${file} as ${id}. Please see with accounting what became of it.`,
        };
  }
  return isSent
    ? {
        ja: `支払いのシステムは、指示(支払い番号 ${id})を受け取っています。そちらで状況をお確かめください。`,
        en: `The payout system has taken the instruction, ${id}. Please look there what became of it.`,
      }
    : {
        ja: `支払いのシステムは、指示(支払い番号 ${id})をまだ受け取っていません。システムと、つなぎの設定をお確かめください。`,
        en: `The payout system hasn’t taken the instruction, ${id}, yet. Please check the system and how it’s connected.`,
      };
}

function missing({ policy, contribution, times }: PayoutMissing, language: Language): Sayings {
  const { number, reward } = contribution;
  const { payout } = reward;
  const name = contributionName(number, language);
  const money = moneyInWords(reward.amount, reward.currency, language);
  const since = payout && dateInWords(dateOf(payout.at, policy.company.timeZone), language);
  const window = durationInWords(policy.rewards.payout.window, language);
  const every = durationInWords(policy.rewards.payout.remindEvery, language);
  const { command: write, ...where } = payout ? placeOf(payout) : { ja: '', en: '' };
  const place = payout ? [{ words: where[language], ...(write && { command: write }) }] : [];
  const command = `npm run okaeri -- reward confirm ${number} --on YYYY-MM-DD`;
  return language === 'ja'
    ? [
        {
          words: `${name}の謝礼${money}は、${since ? `${since}に` : ''}支払いを指示しましたが、支払われたという確認がまだありません(${times}回目のお知らせ)。`,
        },
        ...place,
        {
          words: '支払い済みとわかったときは、支払った日を添えて次のコマンドで確認してください。',
          command,
        },
        {
          words: `二重払いを避けるため、別の方法で支払うのは、指示が処理されていないとわかってからにします。確認があるまで、指示から${window}のあいだ、${every}ごとにお知らせします。`,
          quiet: true,
        },
      ]
    : [
        {
          words: `The payout of ${money} for ${name} was instructed${since ? ` on ${since}` : ''}, and nobody has confirmed it (mail no. ${times} about it).`,
        },
        ...place,
        { words: 'If it was paid, confirm it with this command and the date:', command },
        {
          words: `So that nothing is paid twice, pay it in no other way before you know what became of the instruction. We’ll remind you every ${every}, for ${window} after it.`,
          quiet: true,
        },
      ];
}

/** Tells the admin that nobody decided on a reward in time, in Japanese and English. */
export function rewardExpiredLetter(news: RewardExpired): Letter {
  const { number } = news.contribution;
  return letterToStaff({
    policy: news.policy,
    to: 'admin',
    topic: {
      ja: `謝礼の判断が期限までにありませんでした(${contributionName(number, 'ja')})`,
      en: `A reward wasn’t decided in time (${contributionName(number, 'en')})`,
    },
    stop: stops.expired,
    say: (language) => expired(news, language),
  });
}

/** Tells the admin that a payout was instructed and is not confirmed, in Japanese and English. */
export function payoutMissingLetter(news: PayoutMissing): Letter {
  const { number } = news.contribution;
  return letterToStaff({
    policy: news.policy,
    to: 'admin',
    topic: {
      ja: `謝礼の支払いが確認されていません(${contributionName(number, 'ja')})`,
      en: `A payout isn’t confirmed (${contributionName(number, 'en')})`,
    },
    stop: stops.payout,
    say: (language) => missing(news, language),
  });
}
