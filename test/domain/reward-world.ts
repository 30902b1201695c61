import { expect } from 'vitest';
import { approvalMatter, type SaidBy } from '../../functions/domain/approval.ts';
import type { Budget } from '../../functions/domain/budget.ts';
import { periodOf } from '../../functions/domain/budget.ts';
import type { Contribution, ContributionDecision } from '../../functions/domain/contribution.ts';
import { contributionDue } from '../../functions/domain/contribution-due.ts';
import type { Given } from '../../functions/domain/decision.ts';
import type { LedgerEntry } from '../../functions/domain/ledger.ts';
import type { Policy } from '../../functions/domain/policy.ts';
import { payoutId } from '../../functions/domain/reward.ts';
import { approvalEnds, decideReward, refuseCode } from '../../functions/domain/reward-approval.ts';
import { approvalMailed, takeStockOfApproval } from '../../functions/domain/reward-asking.ts';
import {
  clawBack,
  confirmPayout,
  declineReward,
  instructPayout,
  payoutReminded,
  payoutSent,
  takeStockOfPayout,
} from '../../functions/domain/reward-payout.ts';
import { isRewarded, reopenReward, screenReward } from '../../functions/domain/reward-screening.ts';
import { dateOf } from '../../functions/domain/time.ts';
import { addresses, alumnus } from './contribution-samples.ts';

/** Rewards as an outside observer sees them: what the payout system received, what is booked, what budgets say. */

/** What anybody may do at any moment, in whatever order; a crash is what is done and not noted. */
export type Act =
  | { do: 'screen' | 'stock' | 'noted' | 'instruct' | 'send' | 'note sent' | 'payout stock' | 'payout noted' }
  | { do: 'decline' | 'wrong code' | 'confirm' | 'clawback' | 'reopen' | 'sweep' }
  /** An approver's word with a code: the newest, or one of an earlier round or generation. */
  | { do: 'say'; approver: string; decision: 'approve' | 'reject' | undefined; older?: number; earlier?: number }
  /** Time passes until something is due. */
  | { do: 'pass'; until: string }
  /** The policy changes: it rewards no feedback in Japan any more, or takes an approver off its list. */
  | { do: 'policy'; change: 'law' | 'saito' };

export type World = {
  readonly now: string;
  readonly contributions: readonly Contribution[];
  readonly budgets: Readonly<Record<string, Budget>>;
  readonly entries: Readonly<Record<string, LedgerEntry>>;
  /** What the payout system took, by its id: under one it pays once. */
  readonly received: Readonly<Record<string, number>>;
  /** Codes that were used while they could decide, and those of them that counted as approval. */
  readonly used: readonly string[];
  readonly approvals: readonly string[];
  readonly rejections: readonly string[];
  readonly started: readonly string[];
  /** What came of each word when it was said. */
  readonly answers: Readonly<Record<string, string>>;
  /** How the policy has changed. */
  readonly changes: readonly string[];
};

export function worldOf(contributions: readonly Contribution[], now: string): World {
  const started = contributions.map(({ number }) => `${number}-1`);
  const seen = { received: {}, used: [], approvals: [], rejections: [], started, answers: {}, changes: [] };
  return { now, contributions, budgets: {}, entries: {}, ...seen };
}

const channels: readonly SaidBy[] = ['console', 'link', 'cli'];

/** The policy after its changes. */
function policyOf({ changes }: World, policy: Policy): Policy {
  const { approval, table } = policy.rewards;
  const approvers = approval.approvers.filter(({ id }) => !changes.includes(id));
  const barred = { ...table, feedback: { ...table.feedback, notIn: ['JP'] } };
  const changed = { approval: { ...approval, approvers }, table: changes.includes('law') ? barred : table };
  return changes.length === 0 ? policy : { ...policy, rewards: { ...policy.rewards, ...changed } };
}

/** Does something about one of the contributions, and checks what an observer may never see. */
export function act(world: World, index: number, what: Act, first: Policy): World {
  if (what.do === 'pass') return what.until > world.now ? { ...world, now: what.until } : world;
  if (what.do === 'policy') {
    const { change } = what;
    return world.changes.includes(change) ? world : { ...world, changes: [...world.changes, change].sort() };
  }
  const policy = policyOf(world, first);
  const before = world.contributions[index];
  if (!before) throw new Error(`no contribution ${index}`);
  const given: Given = { now: world.now, policy };
  if (what.do === 'send') return send(world, before);
  const budget = budgetFor(world, before, given);
  const { outcome, write } = decisionOf(before, what, budget, given, world);
  let next = seen(world, before, what, outcome, given);
  if (!write) return next;
  const contribution = { ...write.contribution, version: before.version + 1 };
  expect(contribution.number).toBe(before.number);
  for (const entry of write.entries ?? []) {
    expect(next.entries[entry.id], `${entry.id} is booked once`).toBeUndefined();
    next = { ...next, entries: { ...next.entries, [entry.id]: entry } };
  }
  for (const consequence of write.consequences ?? []) {
    if (consequence.kind !== 'start reward') continue;
    const name = `${consequence.reward}-${consequence.generation}`;
    expect(next.started, 'an execution is started once').not.toContain(name);
    next = { ...next, started: [...next.started, name] };
  }
  if (write.budget) {
    expect(write.budget.period).toBe(budget.period);
    const budgets = { ...next.budgets, [budget.period]: { ...write.budget, version: budget.version + 1 } };
    next = { ...next, budgets };
  }
  const word = contribution.reward?.said[before.reward?.said.length ?? 0];
  if (word) next = { ...next, answers: { ...next.answers, [word.attempt ?? '']: outcome } };
  const contributions = world.contributions.map((each) => (each === before ? contribution : each));
  return checked({ ...next, contributions }, before, contribution, first, given);
}

function decisionOf(
  now: Contribution,
  what: Exclude<Act, { do: 'pass' | 'policy' }>,
  budget: Budget,
  given: Given,
  { used }: World,
): ContributionDecision {
  const date = dateOf(given.now, given.policy.company.timeZone);
  switch (what.do) {
    case 'screen':
      return screenReward(now, { person: alumnus, budget, addresses }, given);
    case 'stock':
      return takeStockOfApproval(now, given);
    case 'noted':
      return now.reward?.mail ? approvalMailed(now, now.reward.mail) : { outcome: 'noted' };
    case 'instruct':
      return instructPayout(now, 'webhook', given);
    case 'send':
      return { outcome: 'sent' };
    case 'note sent':
      return payoutSent(now);
    case 'payout stock':
      return takeStockOfPayout(now, given);
    case 'payout noted':
      return payoutReminded(now);
    case 'decline':
      return declineReward(now, budget, given);
    case 'wrong code':
      return refuseCode(now);
    case 'confirm':
      return confirmPayout(now, date, given);
    case 'clawback':
      return clawBack(now, given);
    case 'reopen':
      return reopenReward(now, given);
    case 'sweep':
      return contributionDue(now, { date }, given);
    case 'say': {
      const holder = holderFor(now, what);
      if (!holder) return { outcome: 'no such code' };
      const code = approvalMatter(now.number, holder);
      const attempt = used.includes(code) ? `once more ${code}` : code;
      const word = { decision: what.decision, by: channels[holder.round % 3] ?? 'console', attempt };
      return decideReward(now, holder, word, { budget, addresses }, given);
    }
  }
}

/** The code that an approver uses, where they were sent it. */
function holderFor({ reward }: Contribution, { approver, older = 0, earlier = 0 }: Act & { do: 'say' }) {
  const asked = reward?.asked.find((each) => each.approver === approver);
  if (!reward || reward.generation <= earlier || (!asked && earlier === 0)) return undefined;
  const round = (asked?.round ?? 1) - older;
  return round < 1 ? undefined : { approver, round, generation: reward.generation - earlier };
}

/** The payout system takes an instruction, and knows it when it comes again. */
function send(world: World, { number, reward }: Contribution): World {
  if (!reward?.payout || (reward.status !== 'instructed' && reward.status !== 'paid')) return world;
  const { id } = reward.payout;
  expect(id).toBe(payoutId(number));
  if (world.received[id] !== undefined) expect(world.received[id], 'the same again').toBe(reward.amount);
  return { ...world, received: { ...world.received, [id]: reward.amount } };
}

function budgetFor({ budgets }: World, { reward }: Contribution, { now, policy }: Given): Budget {
  const { every } = policy.rewards.budget;
  const period = reward?.period ?? periodOf(dateOf(now, policy.company.timeZone), every);
  return budgets[period] ?? { period, used: 0, version: 0 };
}

/** What an approver's word comes to, as they and their colleagues remember it. */
function seen(world: World, before: Contribution, what: Act, outcome: string, given: Given): World {
  const holder = what.do === 'say' ? holderFor(before, what) : undefined;
  const { reward } = before;
  if (!holder || !reward) return world;
  const code = approvalMatter(before.number, holder);
  const counts = ['approved', 'one of two', 'rejected'].includes(outcome);
  if (world.used.includes(code)) expect(counts, `${code} works once`).toBe(false);
  if (counts) {
    expect(reward.status).toBe('asking');
    expect(holder.generation, 'a code of this generation').toBe(reward.generation);
    expect(Date.parse(approvalEnds(reward, given)), 'in time').toBeGreaterThan(Date.parse(world.now));
    expect(before.wantsReward).toBe(true);
    expect(world.changes, 'listed').not.toContain(holder.approver);
    if (outcome === 'approved') expect(world.changes, 'lawful').not.toContain('law');
  }
  const who = `${before.number}-${holder.generation}-${holder.approver}`;
  const isApproval = outcome === 'approved' || outcome === 'one of two';
  if (counts) expect([...world.approvals, ...world.rejections], 'one person, one word').not.toContain(who);
  return {
    ...world,
    used: reward.status === 'asking' && !world.used.includes(code) ? [...world.used, code].sort() : world.used,
    approvals: isApproval ? [...world.approvals, who].sort() : world.approvals,
    rejections: outcome === 'rejected' ? [...world.rejections, who].sort() : world.rejections,
  };
}

const taken = new Set(['approved', 'instructed', 'paid']);
const final = new Set(['blocked', 'rejected', 'declined', 'paid']);

/** What must hold after every write. */
function checked(world: World, before: Contribution, after: Contribution, policy: Policy, given: Given): World {
  const { amount: limit } = policy.rewards.budget;
  for (const { period, used } of Object.values(world.budgets)) {
    const sum = world.contributions
      .filter(({ reward }) => reward?.period === period && taken.has(reward.status))
      .reduce((total, { reward }) => total + (reward?.amount ?? 0), 0);
    expect(used, `budget ${period}`).toBe(sum);
    expect(used).toBeLessThanOrEqual(limit);
  }
  const { reward, number } = after;
  if (!isRewarded(after) || !reward) return world;
  for (const { approver, decision, by, attempt } of reward.said) {
    // Said once more, since the answer was lost: it is the same word, whatever came since.
    const holder = { approver, round: 1, generation: reward.generation };
    const about = { budget: budgetFor(world, after, given), addresses };
    const again = decideReward(after, holder, { decision, by, attempt }, about, given);
    expect(again).toEqual({ outcome: world.answers[attempt ?? ''] });
  }
  expect(new Set(reward.asked.map(({ approver }) => approver)).size, 'everybody once').toBe(reward.asked.length);
  if (before.reward && final.has(before.reward.status)) expect(reward.status).toBe(before.reward.status);
  if (before.reward?.status === 'instructed') expect(['instructed', 'paid']).toContain(reward.status);
  if (taken.has(reward.status)) {
    const listed = policy.rewards.approval.approvers.map(({ id }) => id);
    const agreed = listed.filter((id) => world.approvals.includes(`${number}-${reward.generation}-${id}`));
    expect(agreed).toHaveLength(reward.amount > policy.rewards.approval.twoAbove ? 2 : 1);
    expect(world.rejections.some((who) => who.startsWith(`${number}-${reward.generation}-`))).toBe(false);
    expect(world.budgets[reward.period ?? '']).toBeDefined();
  } else {
    expect(world.received[payoutId(number)], 'no payout without approval').toBeUndefined();
    expect(reward.payout).toBeUndefined();
  }
  const booked = { paid: world.entries[`reward-${number}`], back: world.entries[`reward-${number}-clawback`] };
  expect(booked.paid?.amount).toBe(reward.status === 'paid' ? -reward.amount : undefined);
  expect(booked.back?.amount).toBe(reward.clawedBackOn ? reward.amount : undefined);
  return world;
}
