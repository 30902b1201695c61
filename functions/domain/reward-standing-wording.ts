import type { Bilingual } from './language.ts';
import { moneyInWords } from './money.ts';
import type { Policy } from './policy.ts';
import type { Reward } from './reward.ts';
import { decidingRule, type RewardRule } from './reward-rules.ts';
import { dateInWords } from './wording.ts';

/** Where the reward for a contribution stands, as its alumnus reads it. */

/** Why there is no reward, where a rule says so. */
const blocked: Readonly<Partial<Record<RewardRule, Bilingual>>> = {
  'good-standing': {
    ja: '謝礼は、現在登録されている方にお渡ししています。ご協力には、心よりお礼を申し上げます。',
    en: 'Rewards go to those who are registered at the time. Thank you very much for what you did.',
  },
  'hiring-reward-in-japan': {
    ja: '日本では職業安定法により、採用につながるご紹介に謝礼をお渡しできません。代わりに、心よりお礼を申し上げます。',
    en: 'In Japan the law (Employment Security Act) allows no reward for introducing a hire, only our thanks: they are heartfelt.',
  },
  country: {
    ja: '在籍された国や採用先の国の定めにより、このご協力に謝礼はありません。代わりに、心よりお礼を申し上げます。',
    en: 'In the country concerned our rules give no reward for this, only our thanks: they are heartfelt.',
  },
};
const noReward: Bilingual = {
  ja: 'このご協力に謝礼のお支払いはありません。ご協力そのものに、心よりお礼を申し上げます。',
  en: 'No reward is paid for this contribution. Thank you very much for it.',
};

/**
 * Where a reward stands and what happens next.
 * @param due when one that is put off is screened again
 */
export function rewardInWords(reward: Reward, due: string | undefined, { company }: Policy): Bilingual {
  const money = {
    ja: moneyInWords(reward.amount, reward.currency, 'ja'),
    en: moneyInWords(reward.amount, reward.currency, 'en'),
  };
  const on = (date: string | undefined): Bilingual | undefined =>
    date === undefined ? undefined : { ja: dateInWords(date, 'ja'), en: dateInWords(date, 'en') };
  switch (reward.status) {
    case 'to be screened':
      return { ja: '謝礼をお渡しできるかを確認しています。', en: 'We’re checking whether a reward can be paid.' };
    case 'put off': {
      const again = on(due);
      return {
        ja: `今期の謝礼の予算が埋まっているため、${again ? again.ja : '次の期'}に改めて確認します。`,
        en: `The budget for rewards is used up for now, so we check again ${again ? `on ${again.en}` : 'in the next period'}.`,
      };
    }
    case 'blocked':
    case 'declined': {
      const rules = reward.rules.filter(({ rule }) => rule !== 'wish');
      return blocked[decidingRule(rules)?.rule ?? 'wish'] ?? noReward;
    }
    case 'asking':
      return {
        ja: `謝礼${money.ja}について、社内の承認を待っています。`,
        en: `The reward of ${money.en} is waiting for approval inside the company.`,
      };
    case 'approved':
      return {
        ja: `謝礼${money.ja}が承認されました。これから支払いを手配します。`,
        en: `The reward of ${money.en} has been approved. Its payout is arranged now.`,
      };
    case 'rejected':
      return {
        ja: `社内で検討した結果、今回は謝礼をお渡ししないことになりました。ご不明な点は、${company.contact} へお問い合わせください。`,
        en: `The company has decided not to pay a reward this time. If you have questions, write to ${company.contact}.`,
      };
    case 'expired':
      return {
        ja: `謝礼について、期限までに承認の判断がそろいませんでした。運営から改めて承認を求めることがあります。お問い合わせは ${company.contact} へどうぞ。`,
        en: `The approval of the reward wasn’t decided in time. The programme’s people may ask for it again. You can reach them at ${company.contact}.`,
      };
    case 'instructed':
      return {
        ja: `謝礼${money.ja}の支払いを手配しました。振込先などは、会社の支払い窓口が直接うかがいます。アルムナイ制度のページやメールで口座をお尋ねすることはありません。`,
        en: `The payout of ${money.en} is under way. The company’s payments office asks you for bank details itself; the alumni programme’s pages and mails never do.`,
      };
    case 'paid': {
      const [paid, back] = [on(reward.payout?.paidOn), on(reward.clawedBackOn)];
      if (back) {
        return {
          ja: `お支払いした謝礼${money.ja}は、${back.ja}に返還の対象になりました。ご不明な点は、${company.contact} へお問い合わせください。`,
          en: `The reward of ${money.en} that was paid has been claimed back on ${back.en}. If you have questions, write to ${company.contact}.`,
        };
      }
      return {
        ja: `謝礼${money.ja}を${paid ? `${paid.ja}に` : ''}お支払いしました。`,
        en: `The reward of ${money.en} was paid${paid ? ` on ${paid.en}` : ''}.`,
      };
    }
  }
}
