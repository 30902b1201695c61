import { firstAsked } from './approval.ts';
import { type Budget, leftOf, nextPeriodOn } from './budget.ts';
import type { Contribution, ContributionDecision } from './contribution.ts';
import { type Given, today } from './decision.ts';
import type { Person } from './person.ts';
import { isOneOf } from './profile.ts';
import type { Reward } from './reward.ts';
import { decidingRule, screen } from './reward-rules.ts';

/** Screening: whether a reward may be given, and whom to ask. */

/** A reward before anything is decided about it. */
export function firstReward({ kind }: Pick<Contribution, 'kind'>, { policy }: Given): Reward {
  return {
    generation: 1,
    status: 'to be screened',
    rules: [],
    amount: policy.rewards.table[kind].amount,
    currency: policy.company.currency,
    taxCategory: policy.rewards.table[kind].taxCategory,
    budgetLeft: 0,
    needed: 1,
    asked: [],
    barred: [],
    said: [],
    reminders: 0,
    isEscalated: false,
    refused: 0,
  };
}

/** A contribution with a reward. */
export type Rewarded = Contribution & { reward: Reward };

export function isRewarded(contribution: Contribution): contribution is Rewarded {
  return contribution.reward !== undefined;
}

type ScreeningOutcome = 'asking' | 'blocked' | 'put off' | 'declined' | 'no reward';

/**
 * Screens a reward by the rules of today, once: asked again, it says what came of it.
 * @param addresses of the alumnus, who decides nothing about a reward of their own
 */
export function screenReward(
  contribution: Contribution,
  { person, budget, addresses }: { person: Person; budget: Budget; addresses: readonly (string | undefined)[] },
  given: Given,
): ContributionDecision<ScreeningOutcome | Reward['status']> {
  if (!isRewarded(contribution)) return { outcome: 'no reward' };
  const { reward, kind } = contribution;
  if (reward.status !== 'to be screened') return { outcome: reward.status };
  const { policy, now } = given;
  const date = today(given);
  const rules = screen(contribution, { person, budget, date }, given);
  const { amount, taxCategory } = policy.rewards.table[kind];
  const screened: Reward = {
    ...reward,
    rules,
    amount,
    taxCategory,
    currency: policy.company.currency,
    budgetLeft: leftOf(budget, policy),
  };
  const write = (changed: Reward, due?: string) => ({
    contribution: { ...contribution, reward: changed, ...(due && { due }), policyVersion: policy.version },
  });
  const deciding = decidingRule(rules);
  if (deciding?.rule === 'wish') return { outcome: 'declined', write: write({ ...screened, status: 'declined' }) };
  if (deciding?.says === 'blocks') return { outcome: 'blocked', write: write({ ...screened, status: 'blocked' }) };
  if (deciding) {
    const due = nextPeriodOn(date, policy.rewards.budget.every);
    return { outcome: 'put off', write: write({ ...screened, status: 'put off' }, due) };
  }
  const needed = amount > policy.rewards.approval.twoAbove ? 2 : 1;
  const rule = policy.rewards.approval;
  const barred = rule.approvers.filter(({ email }) => isOneOf(email, addresses)).map(({ id }) => id);
  const first = firstAsked(rule, { needed, barred }, now);
  // Asked for once more, it keeps the count of what was refused before.
  const asking: Reward = { ...screened, ...first, status: 'asking', refused: reward.refused };
  return { outcome: 'asking', write: write(asking) };
}

/** Asks for approval once more, after nobody decided in time. */
export function reopenReward(
  contribution: Contribution,
  given: Given,
): ContributionDecision<'reopened' | 'over' | 'no reward'> {
  if (!isRewarded(contribution)) return { outcome: 'no reward' };
  const { reward } = contribution;
  if (reward.status !== 'expired') return { outcome: 'over' };
  const generation = reward.generation + 1;
  const again: Reward = { ...firstReward(contribution, given), generation, refused: reward.refused };
  return {
    outcome: 'reopened',
    write: {
      contribution: { ...contribution, reward: again },
      consequences: [{ kind: 'start reward', reward: contribution.number, generation }],
    },
  };
}
