import { Command } from 'commander';
import PQueue from 'p-queue';
import { type Disclosure, disclosuresOf } from '../../functions/adapters/disclosures.ts';
import { readEdition, readEditions } from '../../functions/adapters/editions.ts';
import { loadPerson } from '../../functions/adapters/people.ts';
import { policy } from '../../functions/adapters/policy.ts';
import { editionsText, listed, type Told, toldText } from '../edition/text.ts';
import { noSuch, numberOf } from '../number.ts';
import { print } from '../print.ts';
import { approveCommand, refuseCommand, withdrawCommand } from './edition-decision.ts';
import { previewCommand, submitCommand } from './edition-file.ts';

/** `edition …`: programme news, from the file to the record of whom it was told. */
export function editionCommand(): Command {
  return new Command('edition')
    .summary('submit, preview, review and list programme news')
    .helpCommand(false)
    .addCommand(submitCommand())
    .addCommand(previewCommand())
    .addCommand(listCommand())
    .addCommand(approveCommand())
    .addCommand(refuseCommand())
    .addCommand(withdrawCommand())
    .addCommand(toldCommand());
}

function listCommand(): Command {
  return new Command('list').summary('list the editions, newest first').action(async (_: unknown, command: Command) => {
    const editions = (await readEditions()).map(listed);
    print(command, editions, editionsText(editions, policy.company.timeZone));
  });
}

function toldCommand(): Command {
  return new Command('told')
    .summary('list to whom an edition was told (reads the whole table)')
    .argument('<number>', 'the number of the edition', numberOf('edition'))
    .action(async (number: number, _: unknown, command: Command) => {
      if (!(await readEdition(number))) throw noSuch('edition', number);
      const told: Told[] = [];
      const names = new PQueue({ concurrency: 16 });
      for await (const disclosure of disclosuresOf(number)) {
        void names.add(async () => told.push(await named(disclosure)));
      }
      await names.onIdle();
      told.sort((a, b) => Date.parse(a.at) - Date.parse(b.at));
      print(command, told, toldText(number, told, policy.company.timeZone));
    });
}

async function named(disclosure: Disclosure): Promise<Told> {
  const employeeId = (await loadPerson(disclosure.person, { consistent: false })).profile?.employeeId;
  return { ...disclosure, ...(employeeId && { employeeId }) };
}
