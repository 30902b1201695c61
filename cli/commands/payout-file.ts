import { Command } from 'commander';
import { decideOnContribution, readContributions } from '../../functions/adapters/contributions.ts';
import { loadPerson } from '../../functions/adapters/people.ts';
import type { Profile } from '../../functions/domain/profile.ts';
import { payoutId } from '../../functions/domain/reward.ts';
import { payoutSent } from '../../functions/domain/reward-payout.ts';
import type { Rewarded } from '../../functions/domain/reward-screening.ts';
import { numberOf } from '../number.ts';
import { print } from '../print.ts';
import { discard, openNew } from '../reward/new-file.ts';
import { payoutCsv } from '../reward/payout-csv.ts';
import { againText, newestFile, payoutFileText, payoutsOfFile, rowOf, toPay } from '../reward/payout-file.ts';
import { sentenceFor, Trouble } from '../trouble.ts';

/** `payout file <file.csv> [--number <file>]` */
export function payoutFileCommand(): Command {
  return new Command('file')
    .summary('write the payouts that are due, each once, into a file for accounting')
    .description(
      'Writes the payouts that are instructed and stand in no file yet (UTF-8). Each payout stands in one file, and its id ' +
        'is paid once. A file that was lost is written again by its number.',
    )
    .argument('<file.csv>', 'a new file')
    .option('--number <file>', 'write this earlier file again', numberOf('payout file'))
    .action((path: string, { number }: { number?: number }, command: Command) =>
      number === undefined ? writeNew(command, path) : writeAgain(command, path, number),
    );
}

type Payee = { contribution: Rewarded; profile: Profile | undefined };

/** Personal data is of this moment. */
async function payeesOf(contributions: readonly Rewarded[]): Promise<Payee[]> {
  const payees: Payee[] = [];
  for (const contribution of contributions) {
    payees.push({ contribution, profile: (await loadPerson(contribution.person)).profile });
  }
  return payees;
}

function idsOf(payees: readonly Pick<Payee, 'contribution'>[]): string[] {
  return payees.map(({ contribution }) => payoutId(contribution.number));
}

function csvOf(payees: readonly Payee[]): string {
  return payoutCsv(payees.map(({ contribution, profile }) => rowOf(contribution, profile)));
}

async function writeNew(command: Command, path: string): Promise<void> {
  const contributions = await readContributions();
  const payees = await payeesOf(toPay(contributions));
  const known = payees.filter(({ profile }) => profile);
  const leftOut = idsOf(payees.filter(({ profile }) => !profile));
  const newest = newestFile(contributions);
  const nothing = { payouts: [], leftOut, alsoInFile: [], newest };
  if (known.length === 0) return print(command, nothing, payoutFileText(nothing));
  const file = newest + 1;
  const handle = await openNew(path);
  const marked: Payee[] = [];
  try {
    for (const payee of known) {
      const { number } = payee.contribution;
      const outcome = await decideOnContribution(number, (found) => payoutSent(found, file));
      if (outcome === 'sent') marked.push(payee);
    }
    if (marked.length > 0) await handle.writeFile(csvOf(marked));
  } catch (error) {
    await discard(handle, path);
    throw stoppedAt(file, error);
  }
  // A rival was quicker with all of them.
  if (marked.length === 0) {
    await discard(handle, path);
    return print(command, nothing, payoutFileText(nothing));
  }
  await handle.close();
  const payouts = idsOf(marked);
  const inFile = payoutsOfFile(await readContributions(), file).map((contribution) => ({ contribution }));
  const alsoInFile = idsOf(inFile).filter((id) => !payouts.includes(id));
  const result = { file, written: path, payouts, leftOut, alsoInFile, newest };
  return print(command, result, payoutFileText(result));
}

function stoppedAt(file: number, error: unknown): Error {
  const why = sentenceFor(error) ?? (error instanceof Error ? `${error.name}: ${error.message}` : String(error));
  return new Trouble(
    `Payout file ${file} was not written. ${why} Payouts may be noted as standing in it already: "payout file FILE --number ${file}" writes those, and "payout file FILE" the others.`,
  );
}

async function writeAgain(command: Command, path: string, file: number): Promise<void> {
  const contributions = await readContributions();
  const newest = newestFile(contributions);
  const payees = await payeesOf(payoutsOfFile(contributions, file));
  if (payees.length === 0) {
    throw new Trouble(
      `There is no payout file ${file}; ${newest > 0 ? `the newest is ${newest}` : 'none was written yet'}.`,
    );
  }
  const handle = await openNew(path);
  await handle.writeFile(csvOf(payees));
  await handle.close();
  const leftOut = idsOf(payees.filter(({ profile }) => !profile));
  const result = { file, written: path, payouts: idsOf(payees), leftOut, alsoInFile: [], newest };
  print(command, result, againText(result));
}
