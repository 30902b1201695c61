import { Command } from 'commander';
import { policy } from '../../functions/adapters/policy.ts';
import type { Said } from '../../functions/domain/approval.ts';
import { accepted, decisionInWords } from '../../functions/domain/reward-approval-wording.ts';
import { decideByCode } from '../../functions/rewards/decide.ts';
import { numberOf } from '../number.ts';
import { print } from '../print.ts';
import { noteOf } from '../submission/review.ts';

/** An approver's word. */

/** `reward approve <number> --code <code> [--note <text>]` */
export function approveCommand(): Command {
  return decisionCommand('approve', 'approve a reward, as one of its approvers');
}

/** `reward reject <number> --code <code> [--note <text>]` */
export function rejectCommand(): Command {
  return decisionCommand('reject', 'reject a reward, as one of its approvers');
}

function decisionCommand(decision: Said['decision'], summary: string): Command {
  return new Command(decision)
    .summary(summary)
    .argument('<number>', 'the number of the reward', numberOf('reward'))
    .requiredOption('--code <code>', 'your code, from the newest mail to you; any attempt spends it')
    .option('--note <text>', 'why, for the record', noteOf)
    .action(async (number: number, { code, note }: { code: string; note?: string }, command: Command) => {
      const given = { now: new Date().toISOString(), policy };
      const word = { decision, by: 'cli' as const, note: note || undefined };
      const { outcome, contribution } = await decideByCode(number, code.trim(), word, given);
      print(command, { reward: number, outcome }, decisionInWords(outcome, contribution, policy, 'en'));
      if (!accepted.has(outcome)) process.exitCode = 1;
    });
}
