import { isWait } from '../../docs/draw-workflows.ts';
import { AskingMail } from '../../functions/domain/approval.ts';
import type { Budget } from '../../functions/domain/budget.ts';
import type { Contribution, ContributionDecision } from '../../functions/domain/contribution.ts';
import type { Given } from '../../functions/domain/decision.ts';
import { approvalMailed, takeStockOfApproval } from '../../functions/domain/reward-asking.ts';
import { instructPayout, payoutReminded, payoutSent, takeStockOfPayout } from '../../functions/domain/reward-payout.ts';
import { screenReward } from '../../functions/domain/reward-screening.ts';
import { addresses, after, alumnus, given as first, fullBudget } from '../domain/contribution-samples.ts';
import { play, state } from './walk.ts';

/** Plays a reward: goes through its definition as an execution does, and each step is what the domain decides. */

export const machine = 'okaeri-reward';

type Decide = (now: Contribution, given: Given, budget: Budget) => ContributionDecision;
/** What happens while it waits, or just before it enters a state; `nobody`: until the time of the wait is over. */
export type Meanwhile = 'nobody' | { does: Decide; before?: string };

type Played = { entered: string[]; contribution: Contribution; budget: Budget; now: string; instructed: number };

export function playReward(contribution: Contribution, meanwhile: readonly Meanwhile[], budget = fullBudget): Played {
  const left = [...meanwhile];
  const played: Played = { entered: [], contribution, budget, now: first.now, instructed: 0 };

  /** @returns whether it wakes who waits */
  function write(decide: Decide): { outcome: string; wakes: boolean } {
    const given = { now: played.now, policy: first.policy };
    const { outcome, write: written } = decide(played.contribution, given, played.budget);
    if (!written) return { outcome, wakes: false };
    played.contribution = after(played.contribution, written);
    if (written.budget) played.budget = { ...written.budget, version: played.budget.version + 1 };
    return { outcome, wakes: written.consequences?.some(({ kind }) => kind === 'resume') ?? false };
  }

  /** As functions/rewards/reward-steps.ts does them, but for the mails. */
  function step(name: string): string {
    const what = String(Object(state(machine, name).Arguments?.['Payload']).step);
    const mail = AskingMail.safeParse(what);
    if (mail.success) {
      write((now) => approvalMailed(now, mail.data));
      return 'asked';
    }
    switch (what) {
      case 'screen':
        return write((now, given, of) => screenReward(now, { person: alumnus, budget: of, addresses }, given)).outcome;
      case 'take stock of the approval':
        return write(takeStockOfApproval).outcome;
      case 'instruct': {
        const { outcome } = write((now, given) => instructPayout(now, 'webhook', given));
        if (write((now) => payoutSent(now)).outcome === 'sent') played.instructed += 1;
        return outcome;
      }
      case 'take stock of the payout':
        return write(takeStockOfPayout).outcome;
      case 'remind of the payout':
        write(payoutReminded);
        return 'reminded';
      default:
        return 'told';
    }
  }

  function wait(name: string): string {
    // The item of what does not wait any more is settled.
    if (!played.contribution.isAwaited) return 'DynamoDb.ConditionalCheckFailedException';
    played.contribution = { ...played.contribution, taskToken: `${name} ${played.contribution.waits}` };
    for (;;) {
      if (left[0] === 'nobody') {
        left.shift();
        const seconds = state(machine, name).TimeoutSeconds ?? Number.NaN;
        played.now = new Date(Date.parse(played.now) + seconds * 1000).toISOString();
        return 'States.Timeout';
      }
      if (write(next(name).does).wakes) return 'answered';
    }
  }

  function next(name: string): Exclude<Meanwhile, 'nobody'> {
    const found = left.shift();
    if (!found || found === 'nobody') throw new Error(`nothing happens at "${name}"`);
    return found;
  }

  played.entered = play(machine, (name) => {
    if (Object(left[0]).before === name) write(next(name).does);
    return isWait(state(machine, name)) ? wait(name) : step(name);
  });
  if (left.length > 0) throw new Error(`it ended with ${left.length} happenings left`);
  return played;
}
