import { Command, Option } from 'commander';
import { readLedger } from '../../functions/adapters/ledger.ts';
import { loadPerson } from '../../functions/adapters/people.ts';
import { policy } from '../../functions/adapters/policy.ts';
import { readRehire, readRehires, readRehireWords, takeRehire } from '../../functions/adapters/rehires.ts';
import type { Rehire } from '../../functions/domain/rehire.ts';
import { type ReturnKind, returnKinds } from '../../functions/domain/return-conditions.ts';
import { dateOfText } from '../contribution/options.ts';
import { personIdOf, unknown } from '../known-person.ts';
import { noSuch, numberOf } from '../number.ts';
import { print } from '../print.ts';
import { openedText } from '../rehire/decision-text.ts';
import { listedRehire, rehiresText } from '../rehire/list-text.ts';
import { type AboutRehire, rehireText, shownRehire } from '../rehire/show-text.ts';
import { approveCommand, rejectCommand } from './rehire-approval.ts';
import { cancelCommand, doneCommand, talkCommand } from './rehire-decision.ts';
import { offerCommand } from './rehire-offer.ts';

/** `rehire …`: an alumnus’s way back, from the wish to the last check-in. */
export function rehireCommand(): Command {
  return new Command('rehire')
    .summary('open, list and show returns, decide on one, make the offer, and tick off its tasks')
    .helpCommand(false)
    .addCommand(openCommand())
    .addCommand(listCommand())
    .addCommand(showCommand())
    .addCommand(talkCommand())
    .addCommand(approveCommand())
    .addCommand(rejectCommand())
    .addCommand(offerCommand())
    .addCommand(doneCommand())
    .addCommand(cancelCommand());
}

function openCommand(): Command {
  return new Command('open')
    .summary('open a case for an alumnus who agreed to be asked about coming back')
    .argument('<employee id>')
    .addOption(new Option('--contract <kind>', 'the kind of contract').choices(returnKinds).makeOptionMandatory())
    .option('--from <date>', 'the day from which they would begin, where it is known', dateOfText)
    .action(
      async (employeeId: string, { contract, from }: { contract: ReturnKind; from?: string }, command: Command) => {
        const person = await personIdOf(employeeId);
        if ((await loadPerson(person)).person.version === 0) throw unknown(employeeId);
        const wish = { kind: contract, ...(from && { from }), wantsTalk: false, openedBy: 'HR' as const };
        const opened = await takeRehire(person, wish, { now: new Date().toISOString(), policy });
        const number = 'number' in opened ? opened.number : undefined;
        const rehire = number === undefined ? undefined : await readRehire(number);
        print(
          command,
          { ...(number !== undefined && { rehire: number }), outcome: opened.outcome },
          openedText(employeeId, opened.outcome, rehire),
        );
      },
    );
}

function listCommand(): Command {
  return new Command('list').summary('list the rehires, newest first').action(async (_: unknown, command: Command) => {
    const rehires = await readRehires();
    print(command, rehires.map(listedRehire), rehiresText(rehires));
  });
}

function showCommand(): Command {
  return new Command('show')
    .summary('show how a rehire stands, and why; without anything personal')
    .argument('<number>', 'the number of the rehire', numberOf('rehire'))
    .action(async (number: number, _: unknown, command: Command) => {
      const rehire = await readRehire(number);
      if (!rehire) throw noSuch('rehire', number);
      const about = await aboutRehire(rehire);
      const given = { now: new Date().toISOString(), policy };
      print(command, shownRehire(rehire, about, given), rehireText(rehire, about, given));
    });
}

async function aboutRehire({ number, person, openedOn }: Rehire): Promise<AboutRehire> {
  const [words, booked] = await Promise.all([readRehireWords(person, number), readLedger(openedOn)]);
  return { manager: words?.offer?.manager, ledger: booked.filter(({ about }) => about.rehire === number) };
}
