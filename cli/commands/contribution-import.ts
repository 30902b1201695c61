import { Command } from 'commander';
import { policy } from '../../functions/adapters/policy.ts';
import { type OutcomeReceipt, receiveOutcome } from '../../functions/intake/receive-outcome.ts';
import { columns, readOutcomes } from '../contribution/outcomes-csv.ts';
import { isAllReceived, receivedText, receiveRows, type Words } from '../contribution/receive-rows.ts';
import { readGiven } from '../files.ts';
import { print } from '../print.ts';

/** `contribution import <file.csv>`: what came of many contributions. */
export function importOutcomesCommand(): Command {
  return new Command('import')
    .summary('report what came of the contributions in a CSV file; safe to run again')
    .description(
      `Reports what came of contributions, from a CSV file (UTF-8). The first line names its columns: ${columns.join(', ')}.\n` +
        'The type is hired (with on, country, and perhaps employee_id and the agency’s fee as amount), not-hired, ' +
        'left, won (with on, and the revenue as amount) or lost. Importing a file again changes nothing.',
    )
    .argument('<file.csv>')
    .action(async (file: string, _: unknown, command: Command) => {
      const now = new Date().toISOString();
      const outcomes = readOutcomes(await readGiven(file), { now, policy });
      const received = await receiveRows(outcomes, async (report) => (await receiveOutcome(report, { now })).outcome);
      print(command, received, receivedText(received, words));
      if (!isAllReceived(received, words)) process.exitCode = 1;
    });
}

const words: Words<OutcomeReceipt['outcome']> = {
  noted: { name: 'noted' },
  'already so': { name: 'known before' },
  over: { name: 'too late or too early', advice: 'see "contribution show" for how each stands' },
  'another kind': { name: 'of another kind', advice: 'check the number in "contribution list"' },
  unknown: { name: 'unknown', advice: 'there is no contribution of that number' },
  // Said of payouts.
  paid: { name: 'paid' },
  'not instructed': { name: 'not instructed' },
};
