import { type Contribution, isWaiting } from './contribution.ts';
import type { Bilingual, Language } from './language.ts';
import type { Policy } from './policy.ts';
import { rewardInWords } from './reward-standing-wording.ts';
import { dateAfter } from './time.ts';
import { dateInWords } from './wording.ts';

/** Where a contribution stands and what happens next, as its alumnus reads it on the page and in the mail. */

/** Also of a candidate who withdrew: whose wish it was is not told. */
const notHired: Bilingual = {
  ja: '今回のご紹介は、採用には至らないまま終わりました。ご紹介くださったことに、心よりお礼を申し上げます。',
  en: 'This time it didn’t lead to a hire. Thank you very much for the introduction.',
};

/** Nothing happens any more, and why. */
const notQualified: Readonly<Record<NonNullable<Contribution['because']>, Bilingual>> = {
  'not hired': notHired,
  left: {
    ja: 'ご紹介は、運用規程に定める条件を満たさないまま終わりました。ご紹介くださったことに、心よりお礼を申し上げます。',
    en: 'This introduction is over; the programme’s conditions for it weren’t met. Thank you very much for it.',
  },
  lost: {
    ja: '担当部署で検討しましたが、今回は取引に至りませんでした。ご紹介くださったことに、心よりお礼を申し上げます。',
    en: 'We looked into it, and this time no business came of it. Thank you very much for the introduction.',
  },
  'no use': {
    ja: '担当者がご意見を読み、お返事しました。すぐに役立てることはできませんでしたが、お寄せくださったことに、心よりお礼を申し上げます。',
    en: 'The people concerned have read and answered it. They can’t act on it for now. Thank you for taking the time.',
  },
  withdrawn: notHired,
};

/** Where a contribution stands; then, where there is something to say of it, the reward. A sentence or two each. */
export function standingInWords(contribution: Contribution, policy: Policy, language: Language): string[] {
  const { reward, wantsReward, kind } = contribution;
  const standing = statusInWords(contribution, policy)[language];
  if (reward) return [standing, rewardInWords(reward, contribution.due, policy)[language]];
  if (!isWaiting(contribution) || !wantsReward) return [standing];
  const when: Readonly<Record<typeof kind, Bilingual>> = {
    referral: { ja: '候補者の方が入社し、定められた期間在籍された後に', en: 'Once they have joined and stayed' },
    lead: { ja: '取引が決まりましたら', en: 'Once business has come of it' },
    feedback: { ja: '参考になったご意見には', en: 'If it is of use' },
  };
  const next: Bilingual = {
    ja: `${when[kind].ja}、運用規程に沿って謝礼をお渡しできるかを確認します。`,
    en: `${when[kind].en}, we check by the programme’s rules whether a reward can be paid.`,
  };
  return [standing, next[language]];
}

function statusInWords({ status, kind, because, submittedOn, hire }: Contribution, policy: Policy): Bilingual {
  const until = dateAfter(submittedOn, policy.contributions.keep);
  switch (status) {
    // Nobody is told of an entry before its owner confirms it.
    case 'waits for the candidate':
    case 'waits for the confirmation':
      return {
        ja: `候補者ご本人の入力と確認をお待ちしています。招待リンクをご本人へ転送してください。${dateInWords(until, 'ja')}までに入力がなければ、そのまま終了します。`,
        en: `We’re waiting for the candidate. Forward the invitation link to them; they enter their own details and confirm them by mail. If nobody does by ${dateInWords(until, 'en')}, it simply ends.`,
      };
    case 'waits for the hire':
      return {
        ja: '候補者ご本人の入力が届きました。採用担当者が直接ご連絡します。結果が出ましたら、メールでお知らせします。',
        en: 'The candidate has entered their details. Our recruiting team talks with them directly. We’ll write to you when there’s a result.',
      };
    case 'waits for the holding period':
      return {
        ja: `候補者の方の採用が決まりました。ありがとうございます。${hire ? dateInWords(hire.holdsUntil, 'ja') : '定められた日'}に在籍を確認し、結果をメールでお知らせします。`,
        en: `The candidate was hired. Thank you. We check on ${hire ? dateInWords(hire.holdsUntil, 'en') : 'the agreed day'} that they are still with us, and write to you then.`,
      };
    case 'waits for the deal':
      return {
        ja: '担当部署が確認しています。取引が決まったとき、または見送りになったときに、メールでお知らせします。',
        en: 'The people in charge are looking into it. We’ll write to you when business comes of it, or when it doesn’t.',
      };
    case 'waits for the answer':
      return {
        ja: 'ご意見を担当者に届けました。お返事が届きましたら、メールでお知らせします。',
        en: 'Your feedback is with the people who can act on it. We’ll write to you when they answer.',
      };
    case 'qualified': {
      const done: Readonly<Record<typeof kind, Bilingual>> = {
        referral: {
          ja: '候補者の方が入社し、定められた期間在籍されました。',
          en: 'The candidate joined us, and stayed.',
        },
        lead: { ja: 'ご紹介いただいた会社との取引が決まりました。', en: 'Business came of your introduction.' },
        feedback: {
          ja: 'ご意見に担当者がお返事しました。たいへん参考になりました。',
          en: 'Your feedback was answered, and it was of use.',
        },
      };
      return { ja: `${done[kind].ja}ありがとうございました。`, en: `${done[kind].en} Thank you very much.` };
    }
    case 'not qualified':
      return notQualified[because ?? 'withdrawn'];
    case 'duplicate':
      return kind === 'lead'
        ? {
            ja: 'この会社は、すでにご紹介をいただいていました。先に届いたご紹介で進めますので、こちらは終了しました。お心遣いに感謝します。',
            en: 'This company had been named to us before, and the first introduction counts. So this one is over. Thank you for thinking of us.',
          }
        : {
            ja: '候補者の方は、すでに別のご紹介で届いていました。先に届いたご紹介で進めますので、こちらは終了しました。お心遣いに感謝します。',
            en: 'The candidate had come to us by another introduction, and the first one counts. So this one is over. Thank you for thinking of us.',
          };
    case 'lapsed':
      return {
        ja: '保管の期間が過ぎたため、終了しました。お寄せくださったことに、心よりお礼を申し上げます。',
        en: 'Nothing came of it in the time we keep such things, so it is over. Thank you for thinking of us.',
      };
  }
}
