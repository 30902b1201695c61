import * as z from 'zod/mini';
import { decideOnContribution, decideOnReward, readContribution } from '../adapters/contributions.ts';
import { measure } from '../adapters/metrics.ts';
import { payoutBy, sendInstruction } from '../adapters/payout.ts';
import { loadPerson } from '../adapters/people.ts';
import { policy } from '../adapters/policy.ts';
import { AskingMail } from '../domain/approval.ts';
import type { Given } from '../domain/decision.ts';
import { payoutMessage } from '../domain/payout-instruction.ts';
import { addressesOf } from '../domain/profile.ts';
import { takeStockOfApproval } from '../domain/reward-asking.ts';
import {
  declineReward,
  instructPayout,
  payoutReminded,
  payoutSent,
  takeStockOfPayout,
} from '../domain/reward-payout.ts';
import { isRewarded, type Rewarded, screenReward } from '../domain/reward-screening.ts';
import { tellStaff } from '../mail/tell-staff.ts';
import { declineOfErased } from './decide.ts';
import { payoutMissingLetter, rewardExpiredLetter } from './mails/admin.tsx';
import { askApprovers } from './steps/ask-approvers.ts';
import { forTheConsole, type Waiting } from './steps/for-the-console.ts';
import { tellOfReward } from './steps/tell-of-reward.ts';

/** The steps of a reward's execution. Each notes what it has done; the next stock finds it. */

const AlumnusNews = z.enum(['thanks', 'granted', 'not granted']);

const Event = z.object({
  step: z.union([
    z.enum(['screen', 'take stock of the approval', 'instruct', 'take stock of the payout']),
    AskingMail,
    AlumnusNews,
    z.enum(['remind of the payout', 'expired']),
  ]),
  reward: z.int(),
  generation: z.int(),
  now: z.iso.datetime({ offset: true }),
  execution: z.string(),
});
type Event = z.infer<typeof Event>;

/** What came of a step. `wait` counts the waits; `waiting`: what an approver sees of it in the console. */
type Stepped = { outcome: string; wait?: number; waiting?: Waiting };

export async function handler(event: unknown): Promise<Stepped> {
  const { step, reward: number, generation, now, execution } = Event.parse(event);
  const given = { now, policy };
  const contribution = await readContribution(number);
  if (!contribution || !isRewarded(contribution)) return { outcome: 'unknown' };
  // Asked for once more: another execution goes on.
  if (contribution.reward.generation !== generation) return { outcome: 'superseded' };
  return carryOut(step, contribution, execution, given);
}

async function carryOut(
  step: Event['step'],
  contribution: Rewarded,
  execution: string,
  given: Given,
): Promise<Stepped> {
  const { number } = contribution;
  switch (step) {
    case 'screen':
      return screenIt(contribution, given);
    case 'take stock of the approval':
      await declineOfErased(number, await loadPerson(contribution.person), given);
      return withWait(await decideOnContribution(number, (found) => takeStockOfApproval(found, given)), number, given);
    case 'ask':
    case 'remind':
    case 'escalate':
    case 'new code':
      return { outcome: await askApprovers(contribution, step, execution, given) };
    case 'instruct':
      return instruct(contribution, given);
    case 'take stock of the payout':
      return withWait(await decideOnContribution(number, (found) => takeStockOfPayout(found, given)), number, given);
    case 'remind of the payout':
      return remindOfPayout(contribution, given);
    case 'expired':
      await tellExpired(contribution, given);
      return { outcome: 'told' };
    default:
      await tellOfReward(contribution, step, given);
      return { outcome: 'told' };
  }
}

async function screenIt({ number, person: id }: Rewarded, given: Given): Promise<Stepped> {
  const file = await loadPerson(id);
  const addresses = addressesOf(file.profile);
  const outcome = await decideOnReward(
    number,
    (found, budget) => screenReward(found, { person: file.person, budget, addresses }, given),
    given,
  );
  return { outcome };
}

/** Waiting, the execution shows what it waits for. */
async function withWait(outcome: string, number: number, given: Given): Promise<Stepped> {
  if (outcome !== 'wait') return { outcome };
  const contribution = await readContribution(number);
  if (!contribution || !isRewarded(contribution)) return { outcome: 'unknown' };
  return { outcome, wait: contribution.waits, waiting: forTheConsole(contribution, given) };
}

/** The instruction is noted before it is sent; a repeat has the same id and reads the same, and is paid once. */
async function instruct({ number, person }: Rewarded, given: Given): Promise<Stepped> {
  const { profile } = await loadPerson(person);
  // Erased since the approval: nobody is left to pay.
  if (!profile)
    return { outcome: await decideOnReward(number, (found, budget) => declineReward(found, budget, given), given) };
  const outcome = await decideOnContribution(number, (found) => instructPayout(found, payoutBy(), given));
  const contribution = await readContribution(number);
  const payout = contribution?.reward?.payout;
  if (!contribution || !isRewarded(contribution) || !payout) return { outcome };
  if (payout.by === 'webhook' && !payout.isSent) {
    await sendInstruction(payout.id, payoutMessage(contribution, profile));
    await decideOnContribution(number, (found) => payoutSent(found));
  }
  return { outcome };
}

async function remindOfPayout(contribution: Rewarded, given: Given): Promise<Stepped> {
  const { number, reward } = contribution;
  const times = reward.payout?.reminders ?? 0;
  const letter = payoutMissingLetter({ policy: given.policy, contribution, times });
  await tellStaff('payout-missing', `${number}-${times}`, given.policy.company.admin, letter, given);
  measure('PayoutsNotConfirmed');
  await decideOnContribution(number, payoutReminded);
  return { outcome: 'reminded' };
}

async function tellExpired(contribution: Rewarded, given: Given): Promise<void> {
  const { number, reward } = contribution;
  const letter = rewardExpiredLetter({ policy: given.policy, contribution });
  await tellStaff('reward-expired', `${number}-${reward.generation}`, given.policy.company.admin, letter, given);
}
