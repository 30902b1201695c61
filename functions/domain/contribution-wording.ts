import type { ContributionKind } from './contribution.ts';
import type { Bilingual, Language } from './language.ts';
import type { Policy } from './policy.ts';
import type { RewardRule, RuleResult } from './reward-rules.ts';

/** The words for contributions and rewards that pages, mails and commands share. */

export const kindNames: Readonly<Record<ContributionKind, Bilingual>> = {
  referral: { ja: '候補者のご紹介', en: 'Introducing a candidate' },
  lead: { ja: '取引先のご紹介', en: 'A business lead' },
  feedback: { ja: '社外からのご意見', en: 'Feedback from outside' },
};

/** What the policy calls a topic; its id, where it knows it no more. */
export function topicName(id: string, { contributions }: Policy, language: Language): string {
  return contributions.topics.find((topic) => topic.id === id)?.name[language] ?? id;
}

/** An approver's name; the id, where they are listed no more. */
export function approverName(id: string, { rewards }: Policy): string {
  return rewards.approval.approvers.find((approver) => approver.id === id)?.name ?? id;
}

/** How a contribution is called: 「ご協力 第7号」, contribution no. 7. */
export function contributionName(number: number, language: Language): string {
  return language === 'ja' ? `ご協力 第${number}号` : `contribution no. ${number}`;
}

const passes: Bilingual = { ja: '問題ありません', en: 'passes' };

const rules: Readonly<Record<RewardRule, { name: Bilingual; against: Bilingual }>> = {
  'good-standing': {
    name: { ja: 'アルムナイとしての登録', en: 'Alumnus in good standing' },
    against: { ja: '現在は登録されていません', en: 'not enrolled any more' },
  },
  wish: {
    name: { ja: 'ご本人の希望', en: 'Wish for a reward' },
    against: {
      ja: '謝礼を希望していないか、勤務先の規則で受け取れません',
      en: 'wants none, or their employer does not allow it',
    },
  },
  country: {
    name: { ja: '国の定め', en: 'Country' },
    against: {
      ja: '運用規程により、この国では謝礼をお渡ししません',
      en: 'the policy gives no such reward in this country',
    },
  },
  'hiring-reward-in-japan': {
    name: { ja: '採用のご紹介への報酬(職業安定法)', en: 'Reward for introducing a hire in Japan' },
    against: {
      ja: '職業安定法により、採用のご紹介に経済的な謝礼はお渡しできません(運用規程に有効な根拠がありません)',
      en: 'Japan’s Employment Security Act allows no reward of economic value, and the policy records no basis that is in force',
    },
  },
  amount: {
    name: { ja: '金額の定め', en: 'Amount' },
    against: { ja: '運用規程に謝礼の定めがありません', en: 'the policy names no amount' },
  },
  'self-referral': {
    name: { ja: 'ご本人との同一性', en: 'Self-referral' },
    against: { ja: '候補者がご本人と同じ連絡先です', en: 'the candidate has the alumnus’s own address' },
  },
  budget: {
    name: { ja: '予算', en: 'Budget' },
    against: {
      ja: '今期の予算では足りないため、次の期に改めて確認します',
      en: 'this period’s budget does not cover it; it is screened again in the next',
    },
  },
};

/** What a rule says of a reward. */
export function ruleInWords({ rule, says }: RuleResult, language: Language): { term: string; text: string } {
  const { name, against } = rules[rule];
  return { term: name[language], text: (says === 'passes' ? passes : against)[language] };
}
