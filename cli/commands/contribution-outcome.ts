import { Command } from 'commander';
import { readContribution } from '../../functions/adapters/contributions.ts';
import { policy } from '../../functions/adapters/policy.ts';
import { receiveOutcome } from '../../functions/intake/receive-outcome.ts';
import { amountIn, countryOfText, dateOfText } from '../contribution/options.ts';
import { type OutcomeType, outcomeText } from '../contribution/outcome-text.ts';
import { reportOf } from '../contribution/report.ts';
import { noSuch, numberOf } from '../number.ts';
import { print } from '../print.ts';

/** What came of a contribution, as the HR system and the CRM report it too. */

const { currency } = policy.company;

/** `contribution hired <number> --on <date> --country <code> [--employee-id <id>] [--fee <amount>]` */
export function hiredCommand(): Command {
  return outcomeCommand('hired', 'report that the candidate of a referral was hired')
    .requiredOption('--on <date>', 'their first day of work', dateOfText)
    .requiredOption('--country <code>', 'in which they are employed: its law decides about a reward', countryOfText)
    .option('--employee-id <id>', 'theirs from now on: with it, a departure within the holding period is noticed')
    .option(
      '--fee <amount>',
      `what an agency would have cost, in ${currency} without separators; else the policy’s amount`,
      amountIn(currency),
    )
    .action(
      async (
        contribution: number,
        { on, country, employeeId, fee }: { on: string; country: string; employeeId?: string; fee?: number },
        command: Command,
      ) => receive(command, 'referral.hired', { contribution, on, country, employeeId, agencyFee: fee }),
    );
}

/** `contribution not-hired <number>` */
export function notHiredCommand(): Command {
  return plainCommand('not-hired', 'referral.not-hired', 'report that the candidate of a referral was not hired');
}

/** `contribution left <number>` */
export function leftCommand(): Command {
  return plainCommand('left', 'referral.left', 'report that somebody hired by referral left in the holding period');
}

/** `contribution won <number> --on <date> --revenue <amount>` */
export function wonCommand(): Command {
  return outcomeCommand('won', 'report that a lead became business')
    .requiredOption('--on <date>', 'the day of the contract', dateOfText)
    .requiredOption('--revenue <amount>', `what it brings, in ${currency} without separators`, amountIn(currency))
    .action(async (contribution: number, { on, revenue }: { on: string; revenue: number }, command: Command) =>
      receive(command, 'lead.won', { contribution, on, revenue }),
    );
}

/** `contribution lost <number>` */
export function lostCommand(): Command {
  return plainCommand('lost', 'lead.lost', 'report that nothing came of a lead');
}

function outcomeCommand(name: string, summary: string): Command {
  return new Command(name)
    .summary(summary)
    .argument('<number>', 'the number of the contribution', numberOf('contribution'));
}

function plainCommand(name: string, type: OutcomeType, summary: string): Command {
  return outcomeCommand(name, summary).action(async (contribution: number, _: unknown, command: Command) =>
    receive(command, type, { contribution }),
  );
}

async function receive(
  command: Command,
  type: OutcomeType,
  data: { contribution: number; [field: string]: unknown },
): Promise<void> {
  const { contribution: number } = data;
  const now = new Date().toISOString();
  const { outcome } = await receiveOutcome(reportOf(type, data, now), { now });
  const contribution = await readContribution(number);
  // The last two are said of payouts.
  if (!contribution || outcome === 'unknown' || outcome === 'paid' || outcome === 'not instructed') {
    throw noSuch('contribution', number);
  }
  print(command, { contribution: number, outcome }, outcomeText(type, outcome, contribution, currency));
}
