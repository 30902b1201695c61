import type { ContributionKind } from '../../domain/contribution.ts';
import type { Bilingual, Language } from '../../domain/language.ts';
import { moneyInWords } from '../../domain/money.ts';
import type { Policy } from '../../domain/policy.ts';
import { isHireBarredInJapan, promisedAmount } from '../../domain/reward-rules.ts';
import { durationInWords } from '../../domain/wording.ts';

const thanksAlone: Bilingual = {
  ja: '謝礼のお支払いはありません。感謝の気持ちをお伝えします。',
  en: 'There’s no reward for this, only our sincere thanks.',
};
const byLaw: Bilingual = {
  ja: '日本では職業安定法により、採用につながるご紹介に謝礼をお渡しできません。感謝の言葉をもって、お礼に代えさせてください。',
  en: 'In Japan the law (Employment Security Act) doesn’t allow a reward for introducing a hire. What we may give is our thanks.',
};
const notInJapan: Bilingual = {
  ja: '日本での採用につながった場合は、職業安定法により謝礼をお渡しできません。',
  en: 'If they are hired in Japan, the law there doesn’t allow a reward.',
};

/** What a kind earns by today's rules, and on what condition. */
export function earnedInWords(
  kind: ContributionKind,
  { country, date, policy, language }: { country: string; date: string; policy: Policy; language: Language },
): string {
  const promised = promisedAmount(kind, country, date, policy);
  const isBarredInJapan = kind === 'referral' && isHireBarredInJapan(date, policy);
  if (promised === 0) return (isBarredInJapan && country === 'JP' ? byLaw : thanksAlone)[language];
  const earns = whatEarns(kind, moneyInWords(promised, policy.company.currency, language), policy)[language];
  if (!isBarredInJapan) return earns;
  return language === 'ja' ? `${earns}${notInJapan.ja}` : `${earns} ${notInJapan.en}`;
}

function whatEarns(kind: ContributionKind, money: string, { contributions }: Policy): Bilingual {
  const { holding } = contributions.referrals;
  switch (kind) {
    case 'referral':
      return {
        ja: `採用された方が${durationInWords(holding, 'ja')}在籍され、社内で承認されると、謝礼${money}をお渡しします。`,
        en: `If they are hired and still here after ${durationInWords(holding, 'en')}, the reward is ${money}, once approved.`,
      };
    case 'lead':
      return {
        ja: `取引が決まり、社内で承認されると、謝礼${money}をお渡しします。`,
        en: `If business comes of it, the reward is ${money}, once approved.`,
      };
    case 'feedback':
      return {
        ja: `担当者が参考になると判断し、社内で承認されると、謝礼${money}をお渡しします。`,
        en: `If the people concerned find it of use, the reward is ${money}, once approved.`,
      };
  }
}
