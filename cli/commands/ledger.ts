import { Command, InvalidArgumentError, Option } from 'commander';
import * as z from 'zod/mini';
import { readLedger } from '../../functions/adapters/ledger.ts';
import { policy } from '../../functions/adapters/policy.ts';
import { type Language, languages } from '../../functions/domain/language.ts';
import { ledgerReports } from '../../functions/domain/ledger-report.ts';
import { pathOf } from '../files.ts';
import { ledgerCsv } from '../ledger/csv.ts';
import { ledgerPicture } from '../ledger/picture.tsx';
import { ledgerReportText } from '../ledger/report-text.ts';
import type { Span } from '../ledger/words.ts';
import { writeGiven } from '../ledger/write.ts';
import { print } from '../print.ts';
import { Trouble } from '../trouble.ts';

/** `ledger report`: what the programme cost and brought back. */
export function ledgerCommand(): Command {
  return new Command('ledger')
    .summary('say what the programme cost and brought back')
    .helpCommand(false)
    .addCommand(reportCommand());
}

type Options = Span & { csv?: string; svg?: string; language: Language };

function reportCommand(): Command {
  return new Command('report')
    .summary('sum up cost and return by month, by the year in which people left and by kind')
    .option('--from <YYYY-MM-DD>', 'only what is booked on this day or later', dateOption)
    .option('--to <YYYY-MM-DD>', 'only what is booked on this day or before', dateOption)
    .option('--csv <file>', 'write every entry for spreadsheets')
    .option('--svg <file>', 'write a picture')
    .addOption(new Option('--language <language>', 'of the picture').choices(languages).default('en'))
    .action(async ({ from, to, csv, svg, language }: Options, command: Command) => {
      if (from && to && from > to) throw new Trouble(`${from} is after ${to}: name the earlier day with --from.`);
      if (csv && svg && pathOf(csv) === pathOf(svg)) throw new Trouble('--csv and --svg name the same file; name two.');
      const span = { ...(from && { from }), ...(to && { to }) };
      const entries = await readLedger(from, to);
      const reports = ledgerReports(entries);
      const files = [
        ...(csv === undefined ? [] : [await writeGiven(csv, ledgerCsv(entries))]),
        ...(svg === undefined ? [] : [await writeGiven(svg, ledgerPicture(reports, { span, language, policy }))]),
      ];
      const written = files.length > 0 ? `\n\nWritten: ${files.join(' and ')}` : '';
      print(
        command,
        { ...span, currencies: reports, ...(files.length > 0 && { files }) },
        ledgerReportText(reports, span) + written,
      );
    });
}

function dateOption(text: string): string {
  if (!z.safeParse(z.iso.date(), text).success) throw new InvalidArgumentError('It must be a date such as 2026-12-31.');
  return text;
}
