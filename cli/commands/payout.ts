import { Command } from 'commander';
import { payoutFileCommand } from './payout-file.ts';
import { payoutImportCommand } from './payout-import.ts';

/** `payout …`: what accounting pays by file. */
export function payoutCommand(): Command {
  return new Command('payout')
    .summary('write payouts into a file for accounting, and note what was paid')
    .helpCommand(false)
    .addCommand(payoutFileCommand())
    .addCommand(payoutImportCommand());
}
