import { stat } from 'node:fs/promises';
import { Command } from 'commander';
import { Listr } from 'listr2';
import { identify } from '../../functions/adapters/identity.ts';
import { policy } from '../../functions/adapters/policy.ts';
import type { HeldConsent } from '../../functions/domain/consent.ts';
import type { ReportOutcome } from '../../functions/domain/departure.ts';
import { receiveDeparture } from '../../functions/intake/receive-departure.ts';
import { pathOf, readGiven } from '../files.ts';
import { importText, type RowOutcome, summaryOf } from '../import-text.ts';
import { columns, type GoodRow, type Leavers, readLeavers } from '../leavers-csv.ts';
import { print } from '../print.ts';
import { sentenceFor, Trouble } from '../trouble.ts';

/** `import <file.csv>`: leavers, or people who left before the programme began. */
export function importCommand(): Command {
  return new Command('import')
    .summary('report the departures in a CSV file; safe to run again')
    .description(
      `Reports the departures in a CSV file (UTF-8). The first line names its columns: ${columns.join(', ')}.\n` +
        'A file with the consent_ columns is one of people who left before the programme began: with evidence of ' +
        'consent they are enrolled, without it they are asked if the policy states that they may be.\n' +
        'A row without reported_at counts from when the file was saved. Importing a file again changes nothing.',
    )
    .argument('<file.csv>')
    .option('--reopen', 'ask people again who refused or stayed silent before the file was saved')
    .action(async (file: string, options: { reopen?: boolean }, command: Command) => {
      const now = new Date().toISOString();
      const bytes = await readGiven(file);
      const { mtimeMs } = await stat(pathOf(file));
      const written = new Date(Math.min(mtimeMs, Date.parse(now))).toISOString();
      const leavers = readLeavers(bytes, { now, written, policy });
      const outcomes = await receiveAll(leavers, { reopen: options.reopen === true });
      const summary = summaryOf(leavers, outcomes);
      print(command, summary, importText(summary));
      if (leavers.bad.length > 0) process.exitCode = 1;
    });
}

const sideBySide = 4;
type Reopening = { reopen: boolean };

/** Sends rows a few at a time; those of one employee one after the other, in the order of the file. */
async function receiveAll({ good }: Leavers, how: Reopening): Promise<RowOutcome[]> {
  const outcomes: RowOutcome[] = [];
  await withProgress(good.length, async (done) => {
    const waiting = [...byEmployee(good).values()];
    const work = async () => {
      for (let rows = waiting.shift(); rows; rows = waiting.shift()) {
        for (const row of rows) {
          const outcome = await receiveRow(row, how).catch((error: unknown) => {
            waiting.length = 0;
            throw stoppedAt(row, error);
          });
          outcomes.push({ line: row.line, outcome });
          done(outcomes.length);
        }
      }
    };
    await Promise.all(Array.from({ length: sideBySide }, work));
  });
  return outcomes;
}

function byEmployee(rows: readonly GoodRow[]): Map<string, GoodRow[]> {
  const groups = new Map<string, GoodRow[]>();
  for (const row of rows) {
    const { employeeId } = row.report.data;
    groups.set(employeeId, [...(groups.get(employeeId) ?? []), row]);
  }
  return groups;
}

async function receiveRow({ report, consent }: GoodRow, { reopen }: Reopening): Promise<ReportOutcome> {
  const held = consent && report.type !== 'departure.cancelled' ? await heldConsent(report.data, consent) : undefined;
  const { outcome } = await receiveDeparture(report, {
    now: new Date().toISOString(),
    ...(reopen && { reopen }),
    ...(held && { consent: held }),
  });
  return outcome;
}

async function heldConsent(
  { personalEmail = '', language }: { personalEmail?: string | undefined; language: 'ja' | 'en' },
  { purposes, at, source }: NonNullable<GoodRow['consent']>,
): Promise<HeldConsent> {
  const { address } = await identify();
  return {
    purposes,
    at,
    proof: { wording: 'imported', language, method: 'import', address: address(personalEmail), source },
  };
}

function stoppedAt({ line }: GoodRow, error: unknown): Error {
  const why = sentenceFor(error) ?? (error instanceof Error ? `${error.name}: ${error.message}` : String(error));
  return new Trouble(
    `The import stopped at line ${line}. ${why} What was imported stays; run the same command again for the rest.`,
  );
}

/** A counter on stderr, so that the result can be piped. */
async function withProgress(total: number, work: (done: (count: number) => void) => Promise<void>): Promise<void> {
  // A terminal without a width, as some runners give, shows one letter a line.
  const terminal = process.stderr.isTTY && process.stdout.isTTY && process.stdout.columns > 40;
  if (!terminal) {
    await work((count) => {
      if (count % 500 === 0) console.error(`${count} of ${total} rows imported`);
    });
    return;
  }
  const title = (count: number) => `${bar(count, total)} ${count} of ${total} rows imported`;
  await new Listr(
    [
      {
        title: title(0),
        task: (_, task) =>
          work((count) => {
            task.title = title(count);
          }),
      },
    ],
    { renderer: 'default', rendererOptions: { showErrorMessage: false }, registerSignalListeners: false },
  ).run();
}

function bar(count: number, total: number): string {
  const width = 24;
  const filled = total === 0 ? width : Math.floor((count / total) * width);
  return '█'.repeat(filled) + '░'.repeat(width - filled);
}
