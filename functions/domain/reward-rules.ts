import * as z from 'zod/mini';
import { isKnown } from './alumnus.ts';
import { type Budget, leftOf } from './budget.ts';
import type { Contribution, ContributionKind } from './contribution.ts';
import type { Given } from './decision.ts';
import type { Person } from './person.ts';
import type { Policy } from './policy.ts';
import type { PlainDate } from './time.ts';

/** The rules by which a reward is screened before anybody is asked: each says what it found, and why one decided. */

export const rewardRules = [
  'good-standing',
  'country',
  'hiring-reward-in-japan',
  'amount',
  'wish',
  'self-referral',
  'budget',
] as const;
export type RewardRule = (typeof rewardRules)[number];

/** `flags`: the approver is told; `waits`: until the next budget. */
export const RuleResult = z.strictObject({
  rule: z.enum(rewardRules),
  says: z.enum(['passes', 'flags', 'waits', 'blocks']),
});
export type RuleResult = z.infer<typeof RuleResult>;

type Screened = Pick<Contribution, 'kind' | 'country' | 'hire' | 'wantsReward' | 'isSelfReferral'>;

/**
 * Screens a reward. All rules are asked, so that everything that stands against it is named.
 * @param person whose contribution it is; erased, they are nobody any more
 * @param date today, or the sweep's
 */
export function screen(
  contribution: Screened,
  { person, budget, date }: { person: Person; budget: Budget; date: PlainDate },
  { policy }: Given,
): RuleResult[] {
  const { kind, country, hire, wantsReward, isSelfReferral = false } = contribution;
  const { amount } = policy.rewards.table[kind];
  const says = (rule: RewardRule, isAgainst: boolean, what: RuleResult['says'] = 'blocks'): RuleResult => ({
    rule,
    says: isAgainst ? what : 'passes',
  });
  const ofPlace = rulesOfPlace(kind, hire ? [country, hire.country] : [country], date, policy);
  // Where nothing could be promised, nobody was asked for their wish.
  const isAsked = amount > 0 && ofPlace.every(({ says }) => says === 'passes');
  return [
    says('good-standing', !isKnown(person)),
    ...ofPlace,
    says('amount', amount === 0),
    ...(isAsked ? [says('wish', !wantsReward)] : []),
    says('self-referral', isSelfReferral, 'flags'),
    says('budget', amount > leftOf(budget, policy), 'waits'),
  ];
}

/** What was found when a reward was screened, but for what the law and the policy say of the countries by now. */
export function rulesByNow(
  found: readonly RuleResult[],
  { kind, country, hire }: Screened,
  date: PlainDate,
  policy: Policy,
): RuleResult[] {
  const countries = hire ? [country, hire.country] : [country];
  const byNow = rulesOfPlace(kind, countries, date, policy);
  return found.map((result) => byNow.find(({ rule }) => rule === result.rule) ?? result);
}

/** What the countries concerned say of a kind. */
function rulesOfPlace(
  kind: ContributionKind,
  countries: readonly string[],
  date: PlainDate,
  policy: Policy,
): RuleResult[] {
  const { notIn } = policy.rewards.table[kind];
  const isBlocked = kind === 'referral' && countries.includes('JP') && !mayRewardHiresInJapan(date, policy);
  return [
    { rule: 'country', says: countries.some((country) => notIn.includes(country)) ? 'blocks' : 'passes' },
    { rule: 'hiring-reward-in-japan', says: isBlocked ? 'blocks' : 'passes' },
  ];
}

/**
 * Whether anything of economic value may be given for introducing a hire in Japan (職業安定法30条・40条). Wages go to
 * current employees, and an alumnus is none.
 */
function mayRewardHiresInJapan(date: PlainDate, { rewards }: Policy): boolean {
  const basis = rewards.hiringBasisInJapan;
  return basis !== undefined && basis.until >= date && basis.basis !== 'wages';
}

/** The rule that keeps a reward from being given, or has it wait; the first of the strictest. */
export function decidingRule(rules: readonly RuleResult[]): RuleResult | undefined {
  return rules.find(({ says }) => says === 'blocks') ?? rules.find(({ says }) => says === 'waits');
}

/** The law, rather than the policy's table, keeps whoever introduces a hire in Japan from being rewarded. */
export function isHireBarredInJapan(date: PlainDate, policy: Policy): boolean {
  const { amount, notIn } = policy.rewards.table.referral;
  return amount > 0 && !notIn.includes('JP') && !mayRewardHiresInJapan(date, policy);
}

/** What a kind would earn where somebody was employed, by the rules of today: what a form may promise. */
export function promisedAmount(kind: ContributionKind, country: string, date: PlainDate, policy: Policy): number {
  const isBlocked = rulesOfPlace(kind, [country], date, policy).some(({ says }) => says === 'blocks');
  return isBlocked ? 0 : policy.rewards.table[kind].amount;
}
