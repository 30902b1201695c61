import type { Contribution } from './contribution.ts';
import { approverName } from './contribution-wording.ts';
import type { Bilingual, Language } from './language.ts';
import { moneyInWords } from './money.ts';
import type { Policy } from './policy.ts';
import type { ApprovalOutcome } from './reward-approval.ts';
import { dateOf } from './time.ts';
import { dateInWords } from './wording.ts';

/** What an approver is told of their word, wherever they said it: one sentence or two. */

export type DecisionOutcome = ApprovalOutcome | 'wrong code' | 'unknown' | 'incomplete';

/** Outcomes with which the approver's word counts. */
export const accepted: ReadonlySet<DecisionOutcome> = new Set(['approved', 'one of two', 'rejected']);

const sentences: Readonly<Record<Exclude<DecisionOutcome, 'approved' | 'decided'>, Bilingual>> = {
  'one of two': {
    ja: '承認を受け付けました。もうお一人が承認されると、支払いを手配します。',
    en: 'Your approval counts. It is paid once another person has approved it too.',
  },
  rejected: { ja: '否認を受け付けました。この謝礼は支払われません。', en: 'Rejected. This reward is not paid.' },
  spent: {
    ja: 'このコードはすでに使われています。まだ判断されていなければ、新しいコードをメールでお送りします。',
    en: 'This code has been used before. If you have not decided yet, a new one comes by mail.',
  },
  'said before': {
    ja: 'すでに判断をいただいています。お一人が二度承認することはできません。',
    en: 'You have decided on this reward before. One person cannot approve it twice.',
  },
  expired: {
    ja: '承認の期限が過ぎているため、受け付けられませんでした。支払いは行われません。',
    en: 'The time for this approval is over. Nothing is paid.',
  },
  declined: {
    ja: 'ご本人が謝礼を辞退されたため、判断は不要になりました。',
    en: 'The alumnus has declined the reward, so there is nothing to decide.',
  },
  'own reward': {
    ja: 'ご自身の謝礼を判断することはできません。',
    en: 'Nobody decides on their own reward, and only approvers whom the policy lists do.',
  },
  'over budget': {
    ja: '予算が足りないため、承認できませんでした。ほかの謝礼が先に承認されています。新しいコードをメールでお送りします。',
    en: 'The budget does not cover it any more, since other rewards were approved first. A new code comes by mail.',
  },
  blocked: {
    ja: '法律または運用規程により、この謝礼はもうお渡しできません。支払いは行われません。',
    en: 'The law or the policy does not allow this reward any more. Nothing is paid.',
  },
  'not understood': {
    ja: '判断を読み取れませんでした。decisionにはapproveまたはrejectと書いてください。コードは一度きりのため、新しいものをメールでお送りします。',
    en: 'The decision could not be read: write approve or reject. Each code works once, so a new one comes by mail.',
  },
  incomplete: {
    ja: '入力にrewardとcodeが必要です。メールの入力をそのまま貼り付けてください。書かれていたコードは使えなくなり、新しいものをメールでお送りします。',
    en: 'The input needs a reward and a code: paste the one of the mail as it stands. A code that was in it works no more, and a new one comes by mail.',
  },
  'no reward': {
    ja: 'このご協力には、判断を待つ謝礼がありません。',
    en: 'There is no reward to decide on for this contribution.',
  },
  'wrong code': {
    ja: 'この謝礼の承認者のコードではありません。ほかの謝礼のコードでしたら、使えなくなりましたので、新しいものをメールでお送りします。',
    en: 'This is not the code of an approver of this reward. If it was another reward’s, it works no more, and a new one comes by mail.',
  },
  unknown: { ja: 'この番号の謝礼はありません。', en: 'There is no reward of this number.' },
};

/** What came of an approver's word. */
export function decisionInWords(
  outcome: DecisionOutcome,
  contribution: Contribution | undefined,
  policy: Policy,
  language: Language,
): string {
  const reward = contribution?.reward;
  if (outcome === 'approved' && reward) {
    const money = moneyInWords(reward.amount, reward.currency, language);
    return language === 'ja'
      ? `承認しました。${money}の支払いを手配します。`
      : `Approved. The payout of ${money} is arranged now.`;
  }
  if (outcome === 'decided' || outcome === 'approved') {
    const who = (reward?.said ?? []).map(({ approver, decision, at }) => {
      const [name, day] = [approverName(approver, policy), dateInWords(dateOf(at, policy.company.timeZone), language)];
      if (language === 'ja') return `${day}に${name}さんが${decision === 'approve' ? '承認' : '否認'}しました。`;
      return `${name} ${decision === 'approve' ? 'approved' : 'rejected'} it on ${day}.`;
    });
    const lead = language === 'ja' ? 'この謝礼はすでに判断されています。' : 'This reward has been decided on already. ';
    return `${lead}${who.join(language === 'ja' ? '' : ' ')}`.trim();
  }
  return sentences[outcome][language];
}
