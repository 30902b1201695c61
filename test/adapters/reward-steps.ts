import { randomUUID } from 'node:crypto';
import { takeCandidate, takeConfirmation } from '../../functions/adapters/candidates.ts';
import { takeContribution } from '../../functions/adapters/contributing.ts';
import { decideOnContribution, decideOnReward, readContribution } from '../../functions/adapters/contributions.ts';
import { readLedger } from '../../functions/adapters/ledger.ts';
import { linkCode } from '../../functions/adapters/links.ts';
import { loadPerson } from '../../functions/adapters/people.ts';
import { approverCode } from '../../functions/approvals/holder.ts';
import { approvalMatter, type Holder } from '../../functions/domain/approval.ts';
import type { Budget } from '../../functions/domain/budget.ts';
import type { Contribution, ContributionDecision } from '../../functions/domain/contribution.ts';
import { noteOutcome, type OutcomeWord } from '../../functions/domain/contribution-outcome.ts';
import { candidateWording } from '../../functions/domain/contribution-words.ts';
import { type Given, today } from '../../functions/domain/decision.ts';
import type { LedgerEntry } from '../../functions/domain/ledger.ts';
import type { Reward } from '../../functions/domain/reward.ts';
import { approvalMailed } from '../../functions/domain/reward-asking.ts';
import { instructPayout } from '../../functions/domain/reward-payout.ts';
import { isRewarded, type Rewarded, screenReward } from '../../functions/domain/reward-screening.ts';
import { type Decided, decideAs } from '../../functions/rewards/decide.ts';
import { handler } from '../../functions/rewards/reward-steps.ts';
import { alumnus } from './alumni.ts';
import { given as givenAt } from './people-samples.ts';

/** Contributions and rewards in the table, brought to each state by the decisions themselves, and the steps of a reward in this very process. */

/** One moment for all, so that no window of seconds closes meanwhile. */
export const now = new Date().toISOString();
export const given: Given = givenAt(now);
/** Today in the company's time zone, and the period of the budget. */
export const day = today(given);
export const period = day.slice(0, 4);

/** A budget of so much; without end where nothing is said. */
export function withBudget(amount = 1_000_000_000): Given {
  const { policy } = given;
  return { now, policy: { ...policy, rewards: { ...policy.rewards, budget: { every: 'year', amount } } } };
}
const rich = withBudget();

type Kind = 'feedback' | 'lead';
const forms = {
  feedback: { kind: 'feedback', topic: 'product', text: '手順書が難しいです。' },
  lead: { kind: 'lead', ownCompany: false, text: 'Please talk to them.' },
} as const;
const words: Readonly<Record<Kind, OutcomeWord>> = {
  feedback: { what: 'answered', isOfUse: true },
  lead: { what: 'won', on: day, revenue: 8_000_000 },
};

/** What somebody gave in. @returns its number */
export async function contributed(kind: Kind, person?: string): Promise<number> {
  const id = person ?? (await alumnus());
  const company = kind === 'lead' ? { company: `Company ${randomUUID()}` } : {};
  const taken = await takeContribution(
    id,
    { ...forms[kind], ...company, wantsReward: true, form: randomUUID() },
    given,
  );
  if (taken.outcome !== 'submitted') throw new Error(taken.outcome);
  return taken.number;
}

/** Somebody introduces a candidate. @returns the number */
export async function referral(person?: string): Promise<number> {
  const id = person ?? (await alumnus());
  const taken = await takeContribution(id, { kind: 'referral', wantsReward: false, form: randomUUID() }, given);
  if (taken.outcome !== 'submitted') throw new Error(taken.outcome);
  return taken.number;
}

/** What a candidate enters, like nobody else. */
export function candidateOf(email = `candidate-${randomUUID()}@example.com`) {
  return { name: '林 徹', email, language: 'ja', wording: candidateWording } as const;
}

/** The candidate of a referral has confirmed what they entered. */
export async function applied(person?: string): Promise<number> {
  const number = await referral(person);
  await takeCandidate(number, candidateOf(), given);
  await takeConfirmation(number, 1, given);
  return number;
}

/** It came to something: the reward is to be screened. */
export async function qualified(kind: Kind, person?: string): Promise<number> {
  const number = await contributed(kind, person);
  await decideOnContribution(number, (found) => noteOutcome(found, words[kind], given));
  return number;
}

/** A reward of one approver (feedback) or two (lead), whom to ask is known. */
export async function screened(kind: Kind, person?: string): Promise<number> {
  const number = await qualified(kind, person);
  const about = await loadPerson((await contributionOf(number)).person);
  await decideOnReward(
    number,
    (found, budget) => screenReward(found, { person: about.person, budget, addresses: [] }, rich),
    rich,
  );
  return number;
}

/** Its approvers have the mail. */
export async function asking(kind: Kind, person?: string): Promise<number> {
  const number = await screened(kind, person);
  await decideOnContribution(number, (found) => approvalMailed(found, 'ask'));
  return number;
}

/** Everybody who must agree has. */
export async function approved(kind: Kind, person?: string): Promise<number> {
  const number = await asking(kind, person);
  for (const { approver } of (await rewardOf(number)).asked) await says(number, approver);
  return number;
}

/** The payout is noted as instructed. */
export async function instructed(by: 'webhook' | 'file', person?: string): Promise<number> {
  const number = await approved('feedback', person);
  await decideOnContribution(number, (found) => instructPayout(found, by, given));
  return number;
}

/** An approver's word, by a link of a round. */
export function says(
  number: number,
  approver: string,
  { decision = 'approve', round = 1, at = rich }: { decision?: 'approve' | 'reject'; round?: number; at?: Given } = {},
): Promise<Decided> {
  const holder: Holder = { approver, round, generation: 1 };
  return decideAs(number, holder, { decision, by: 'link' }, at);
}

/** Carries out a step of a reward's execution. */
export function step(name: string, reward: number): Promise<{ outcome: string }> {
  const execution = `arn:aws:states:ap-northeast-1:000000000000:execution:reward:reward-${reward}-1`;
  return handler({ step: name, reward, generation: 1, now, execution });
}

export async function contributionOf(number: number): Promise<Contribution> {
  const found = await readContribution(number);
  if (!found) throw new Error(`there is no contribution ${number}`);
  return found;
}

export async function rewardOf(number: number): Promise<Reward> {
  return rewardedOf(await contributionOf(number)).reward;
}

function rewardedOf(contribution: Contribution): Rewarded {
  if (!isRewarded(contribution)) throw new Error(`contribution ${contribution.number} has no reward`);
  return contribution;
}

/** Decides with the budget at hand. */
export function decideWithBudget<Outcome extends string>(
  number: number,
  decide: (found: Contribution, budget: Budget) => ContributionDecision<Outcome>,
): Promise<Outcome | 'unknown'> {
  return decideOnReward(number, decide, rich);
}

/** The code that is in an approver's mail. */
export function codeOf(number: number, approver: string, { round = 1, generation = 1 } = {}): Promise<string> {
  return linkCode(approverCode('reward', approvalMatter(number, { generation, approver, round })));
}

/** What is booked about a contribution. */
export async function bookedFor(number: number): Promise<LedgerEntry[]> {
  return (await readLedger()).filter(({ about }) => about.contribution === number);
}
