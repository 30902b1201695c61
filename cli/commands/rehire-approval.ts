import { Command } from 'commander';
import { policy } from '../../functions/adapters/policy.ts';
import { readRehire } from '../../functions/adapters/rehires.ts';
import type { Said } from '../../functions/domain/approval.ts';
import { openApproval } from '../../functions/domain/rehire.ts';
import { acceptedRehire, rehireDecisionInWords } from '../../functions/domain/rehire-approval-wording.ts';
import { decideRehireByCode } from '../../functions/rehire/decide.ts';
import { numberOf } from '../number.ts';
import { print } from '../print.ts';
import { noteOf } from '../submission/review.ts';
import { Trouble } from '../trouble.ts';

/** The word of who decides about a rehire. */

/** `rehire approve <number> --code <code> [--note <text>]` */
export function approveCommand(): Command {
  return decisionCommand('approve', 'have an offer made, or an exception, as one who decides');
}

/** `rehire reject <number> --code <code> [--note <text>]` */
export function rejectCommand(): Command {
  return decisionCommand('reject', 'have no offer made, or no exception, as one who decides');
}

function decisionCommand(decision: Said['decision'], summary: string): Command {
  return new Command(decision)
    .summary(summary)
    .argument('<number>', 'the number of the rehire', numberOf('rehire'))
    .requiredOption('--code <code>', 'your code, from the newest mail to you; any attempt spends it')
    .option('--note <text>', 'why, for the record; an exception needs it', noteOf)
    .action(async (number: number, { code, note }: { code: string; note?: string }, command: Command) => {
      if (decision === 'approve' && !note) await refuseWithoutReason(number);
      const given = { now: new Date().toISOString(), policy };
      const word = { decision, by: 'cli' as const, note: note || undefined };
      const { outcome, rehire } = await decideRehireByCode(number, code.trim(), word, given);
      print(command, { rehire: number, outcome }, rehireDecisionInWords(outcome, rehire, policy, 'en'));
      if (!acceptedRehire.has(outcome)) process.exitCode = 1;
    });
}

/** The word would not count, and the code would be spent. */
async function refuseWithoutReason(number: number): Promise<void> {
  const rehire = await readRehire(number);
  if (rehire && openApproval(rehire)?.approval.about === 'override') {
    throw new Trouble('An exception needs a reason: add --note. Your code is not spent.');
  }
}
