import {
  decideOnContribution,
  decideOnReward,
  readContribution,
  readContributions,
} from '../adapters/contributions.ts';
import { loadPerson } from '../adapters/people.ts';
import { policy } from '../adapters/policy.ts';
import { holderOf } from '../approvals/holder.ts';
import type { Holder } from '../domain/approval.ts';
import type { ApprovalWord } from '../domain/approval-word.ts';
import type { Contribution } from '../domain/contribution.ts';
import type { Given, PersonFile } from '../domain/decision.ts';
import { addressesOf } from '../domain/profile.ts';
import type { Reward } from '../domain/reward.ts';
import { decideReward, refuseCode } from '../domain/reward-approval.ts';
import type { DecisionOutcome } from '../domain/reward-approval-wording.ts';
import { declineReward } from '../domain/reward-payout.ts';

/** An approver's word, from the console, the mail's link or the command line: one way for all of them. */

/** What came of it; the contribution as it is now, where there is one. */
export type Decided = { outcome: DecisionOutcome; contribution?: Contribution | undefined };

/** Decides with a code: it says who it is. */
export async function decideByCode(number: number, code: string, word: ApprovalWord, given: Given): Promise<Decided> {
  const contribution = await readContribution(number);
  if (!contribution?.reward) {
    await spendElsewhere(code, given);
    return { outcome: 'unknown' };
  }
  const holder = await holderOfCode(contribution.number, contribution.reward, code);
  if (holder) return decideAs(number, holder, word, given);
  await spendElsewhere(code, given);
  const outcome = await decideOnContribution(number, refuseCode);
  return { outcome, contribution };
}

/** A code that was typed for another reward, or for none, is spent too: the console's history shows it from now on. */
export async function spendElsewhere(code: string, given: Given): Promise<void> {
  for (const { number, reward } of await readContributions(latest)) {
    const holder = reward?.status === 'asking' ? await holderOfCode(number, reward, code) : undefined;
    if (holder) await decideAs(number, holder, { decision: undefined, by: 'console' }, given);
  }
}

/** Among so many of the newest contributions are those that somebody is asked about. */
const latest = 500;

/** Decides as who holds a genuine code or link. */
export async function decideAs(number: number, holder: Holder, word: ApprovalWord, given: Given): Promise<Decided> {
  const found = await readContribution(number);
  if (!found?.reward) return { outcome: 'unknown' };
  const file = await loadPerson(found.person);
  await declineOfErased(number, file, given);
  const addresses = addressesOf(file.profile);
  const outcome = await decideOnReward(
    number,
    (contribution, budget) => decideReward(contribution, holder, word, { budget, addresses }, given),
    given,
  );
  return { outcome, contribution: await readContribution(number) };
}

/** Who was erased is nobody to reward: what is open ends, and the budget has it back. */
export async function declineOfErased(number: number, { profile }: PersonFile, given: Given): Promise<void> {
  if (!profile) await decideOnReward(number, (found, budget) => declineReward(found, budget, given), given);
}

function holderOfCode(number: number, { generation }: Reward, code: string): Promise<Holder | undefined> {
  const { approvers } = policy.rewards.approval;
  return holderOf('reward', { number, generation, approvers }, code);
}
