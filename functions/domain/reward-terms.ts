import { Temporal } from 'temporal-polyfill';
import type { Asked } from './approval.ts';
import type { Contribution } from './contribution.ts';
import { approverName, kindNames, ruleInWords, topicName } from './contribution-wording.ts';
import type { Bilingual, Language } from './language.ts';
import { moneyInWords } from './money.ts';
import { zoneNames } from './plan-wording.ts';
import type { Policy } from './policy.ts';
import type { Reward } from './reward.ts';
import type { Rewarded } from './reward-screening.ts';
import { dateOf, type Instant } from './time.ts';
import { dateInWords } from './wording.ts';

/** A reward as an approver reads of it, wherever they decide: nothing in it says whose it is. */

export type RewardTerm = { term: string; text: string };

/** What is true of it today; `budgetLeft` and `closesOn` where they are known and still matter. */
export type RewardSituation = Readonly<{
  policy: Policy;
  /** Of the budget it would be taken from; without it, what was left when the approvers were asked. */
  budgetLeft?: number | undefined;
  /** As `approvalEnds` gives it, or a date. */
  closesOn?: Instant | undefined;
}>;

/** What it is for, how much it is, what is left of the budget, by when it is decided and by whom. */
export function rewardFacts(
  contribution: Rewarded,
  { policy, budgetLeft, closesOn }: RewardSituation,
  language: Language,
): RewardTerm[] {
  const { reward } = contribution;
  const fact = (ja: string, en: string, text: string) => ({ term: language === 'ja' ? ja : en, text });
  const list = (words: readonly string[]) => words.join(language === 'ja' ? '、' : ', ');
  return [
    fact('種類', 'Kind', kindInWords(contribution, policy, language)),
    fact('成果', 'What came of it', results[contribution.kind][language]),
    fact('謝礼の額', 'Amount', moneyInWords(reward.amount, reward.currency, language)),
    fact('予算の残り', 'Budget left', budgetInWords(reward, budgetLeft, language)),
    ...(closesOn ? [fact('判断の期限', 'Decide by', momentInWords(closesOn, policy, language))] : []),
    fact('必要な承認', 'Approvals needed', neededInWords(reward, language)),
    fact('承認をお願いした方', 'Asked', list(reward.asked.map((asked) => askedInWords(asked, policy, language)))),
    fact('これまでの判断', 'Decided so far', list(saidInWords(reward, policy, language)) || nobody[language]),
  ];
}

/** What each rule said when it was screened; what is flagged says so first. */
export function ruleTerms({ rules }: Pick<Reward, 'rules'>, language: Language): RewardTerm[] {
  return rules.map((result) => {
    const { term, text } = ruleInWords(result, language);
    return { term, text: result.says === 'flags' ? `${flagged[language]}${text}` : text };
  });
}

/** When something ends: 2027年2月22日(月) 12:00(日本時間), 22 February 2027, 12:00 (Japan time); a date as it is. */
export function momentInWords(at: Instant, { company: { timeZone } }: Policy, language: Language): string {
  if (!at.includes('T')) return dateInWords(at, language);
  const moment = Temporal.Instant.from(at).toZonedDateTimeISO(timeZone);
  const day = dateInWords(moment.toPlainDate().toString(), language);
  const time = moment.toPlainTime().toString({ smallestUnit: 'minute' });
  const zone = zoneNames[timeZone]?.[language] ?? timeZone;
  return language === 'ja' ? `${day} ${time}(${zone})` : `${day}, ${time} (${zone})`;
}

const nobody: Bilingual = { ja: 'まだありません', en: 'nobody yet' };
const flagged: Bilingual = { ja: '【要確認】', en: 'To look at: ' };

/** A reward exists only where something came of its contribution. */
const results: Readonly<Record<Contribution['kind'], Bilingual>> = {
  referral: { ja: '採用され、定めた期間が過ぎました', en: 'hired, and the holding period is over' },
  lead: { ja: '受注しました', en: 'the deal was won' },
  feedback: { ja: '担当者が、役に立ったと答えました', en: 'the topic’s owner found it of use' },
};

function kindInWords({ kind, topic, ownCompany }: Contribution, policy: Policy, language: Language): string {
  const more = topic ? topicName(topic, policy, language) : ownCompany ? own[language] : undefined;
  if (!more) return kindNames[kind][language];
  return language === 'ja' ? `${kindNames[kind].ja}(${more})` : `${kindNames[kind].en} (${more})`;
}

const own: Bilingual = { ja: 'ご本人の会社', en: 'the alumnus’s own company' };

function budgetInWords(reward: Reward, budgetLeft: number | undefined, language: Language): string {
  const left = budgetLeft ?? reward.budgetLeft;
  const money = moneyInWords(left, reward.currency, language);
  const isShort = reward.status === 'asking' && left < reward.amount;
  if (language === 'ja') {
    const when = budgetLeft === undefined ? '確認をお願いした時点' : '現在';
    return `${money}(${when})${isShort ? '。この謝礼には足りません' : ''}`;
  }
  const when = budgetLeft === undefined ? 'when the approvers were asked' : 'now';
  return `${money} (${when})${isShort ? ', which does not cover it' : ''}`;
}

function neededInWords({ needed }: Reward, language: Language): string {
  if (needed === 1) return language === 'ja' ? '1名' : 'one person';
  return language === 'ja' ? `異なる${needed}名` : `${needed} different people`;
}

function askedInWords({ approver, deputyOf }: Asked, policy: Policy, language: Language): string {
  const name = approverName(approver, policy);
  const absent = deputyOf && approverName(deputyOf, policy);
  if (language === 'ja') return absent ? `${name}(${absent}の代理)` : name;
  return absent ? `${name} (deputy of ${absent})` : name;
}

/** Who has decided, how and when. */
function saidInWords({ said }: Reward, policy: Policy, language: Language): string[] {
  return said.map(({ approver, decision, at }) => {
    const name = approverName(approver, policy);
    const day = dateInWords(dateOf(at, policy.company.timeZone), language);
    if (language === 'ja') return `${name}(${day}に${decision === 'approve' ? '承認' : '否認'})`;
    return `${name} (${decision === 'approve' ? 'approved' : 'rejected'} on ${day})`;
  });
}
