import { Command } from 'commander';
import { type OutcomeReceipt, receiveOutcome } from '../../functions/intake/receive-outcome.ts';
import { isAllReceived, receivedText, receiveRows, type Words } from '../contribution/receive-rows.ts';
import { readGiven } from '../files.ts';
import { print } from '../print.ts';
import { readPayouts } from '../reward/payouts-csv.ts';

/** `payout import <file.csv>`: what accounting has paid. */
export function payoutImportCommand(): Command {
  return new Command('import')
    .summary('confirm the payouts in a CSV file; safe to run again')
    .description(
      'Confirms payouts, from a CSV file (UTF-8) whose first line names the columns payout and on: the payout file with a ' +
        'column of dates will do. A row without a date is not paid yet. Importing a file again changes nothing.',
    )
    .argument('<file.csv>')
    .action(async (file: string, _: unknown, command: Command) => {
      const now = new Date().toISOString();
      const payouts = readPayouts(await readGiven(file), now);
      const received = await receiveRows(payouts, async (row) =>
        'report' in row ? (await receiveOutcome(row.report, { now })).outcome : 'not yet',
      );
      print(command, received, receivedText(received, words));
      if (!isAllReceived(received, words)) process.exitCode = 1;
    });
}

const words: Words<OutcomeReceipt['outcome'] | 'not yet'> = {
  paid: { name: 'paid and booked' },
  'already so': { name: 'paid before' },
  'not yet': { name: 'without a date' },
  'not instructed': { name: 'not instructed', advice: 'pay nothing for these, and see "contribution show"' },
  unknown: { name: 'unknown', advice: 'there is no payout of that id' },
  // Said of contributions.
  noted: { name: 'noted' },
  over: { name: 'over' },
  'another kind': { name: 'of another kind' },
};
