import type { Letter } from '../../domain/dispatch.ts';
import { gatheringInWords } from '../../domain/gathering-name.ts';
import { datesOf, type Plan } from '../../domain/gathering-plan.ts';
import type { Bilingual, Language } from '../../domain/language.ts';
import { moneyInWords } from '../../domain/money.ts';
import { titleOf } from '../../domain/plan-wording.ts';
import type { Policy } from '../../domain/policy.ts';
import { titlesOf } from '../../domain/variants.ts';
import { countInWords, dateInWords } from '../../domain/wording.ts';
import { letterToStaff, type Sayings } from '../../mail/letter-to-staff.tsx';

type CostMissing = Readonly<{
  policy: Policy;
  number: number;
  plan: Plan;
  /** Who came. */
  heads: number;
  /** The budget, which stands in the ledger for now. */
  booked: number | undefined;
  /** What records the cost. */
  command: string;
}>;

const stop: Bilingual = {
  ja: 'このお知らせは、交流会ごとに一度だけお送りします。',
  en: 'This mail comes once for each gathering.',
};

function sayings({ policy, number, plan, heads, booked, command }: CostMissing, language: Language): Sayings {
  const gathering = gatheringInWords(number, titlesOf(plan.variants), language);
  const day = dateInWords(datesOf(plan, policy).end, language);
  const budget = booked === undefined ? undefined : moneyInWords(booked, policy.company.currency, language);
  const came = countInWords(heads);
  return language === 'ja'
    ? [
        { words: `${day}の${gathering}にかかった費用が、まだ記録されていません。ご参加は${came}名でした。` },
        {
          words: budget
            ? `収支台帳には、仮に予算の${budget}を計上しました。`
            : '予算も定められていないため、収支台帳には何も計上していません。',
        },
        {
          words: `実際の費用がわかりましたら、次のコマンドで記録してください。${budget ? '仮の金額と置き換わります。' : ''}`,
          command,
        },
      ]
    : [
        {
          words: `Nobody has recorded what ${gathering}, on ${day}, cost. ${heads === 1 ? 'One person' : `${came} people`} came.`,
        },
        {
          words: budget
            ? `For now, the ledger has its budget of ${budget}.`
            : 'It had no budget either, so the ledger has nothing for it.',
        },
        {
          words: `When you know the real cost, record it with this command${budget ? '; it takes the budget’s place' : ''}:`,
          command,
        },
      ];
}

/** Asks the admin for what a gathering cost, in Japanese and English. */
export function costLetter(news: CostMissing): Letter {
  const { policy, plan } = news;
  return letterToStaff({
    policy,
    to: 'admin',
    topic: { ja: `交流会の費用のご記録${titleOf(plan, 'ja')}`, en: `What did ${titleOf(plan, 'en')} cost?` },
    stop,
    say: (language) => sayings(news, language),
  });
}
