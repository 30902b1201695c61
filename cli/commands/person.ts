import { Command, InvalidArgumentError, Option } from 'commander';
import * as z from 'zod/mini';
import { identify } from '../../functions/adapters/identity.ts';
import type { Evidence } from '../../functions/domain/consent.ts';
import { wordingVersion } from '../../functions/domain/consent-wording.ts';
import { giveAddress, optOut } from '../../functions/domain/hr.ts';
import { eraseCommand } from './erase.ts';
import { exportCommand } from './export.ts';
import { decideForHr } from './hr.ts';

/** `person …`: what is held about somebody. */
export function personCommand(): Command {
  return new Command('person')
    .summary('record an address or an opt-out, erase or export what is held about somebody')
    .helpCommand(false)
    .addCommand(addressCommand())
    .addCommand(optOutCommand())
    .addCommand(exportCommand())
    .addCommand(eraseCommand());
}

function addressCommand(): Command {
  return new Command('address')
    .summary('record a personal address that HR found out')
    .argument('<employee id>')
    .argument('<e-mail>', 'the personal address', emailOf)
    .action((employeeId: string, address: string, _: unknown, command: Command) =>
      decideForHr(command, employeeId, (file, given) => giveAddress(file, address, given), {
        done: `The address is recorded. If ${employeeId} was written to at another one, its owner is asked to confirm it first.`,
        'already so': `That is the address of ${employeeId} already.`,
        'not possible': `${employeeId} is neither leaving nor an alumnus, so an address is of no use; see "timeline ${employeeId}".`,
      }),
    );
}

const ways = ['reply', 'telephone', 'letter'] as const satisfies Evidence['method'][];

function optOutCommand(): Command {
  return new Command('opt-out')
    .summary('stop all programme mail to somebody who asked for it other than by the link')
    .argument('<employee id>')
    .addOption(new Option('--by <way>', 'how it reached the company').choices(ways).makeOptionMandatory())
    .action(async (employeeId: string, { by }: { by: (typeof ways)[number] }, command: Command) => {
      const { address } = await identify();
      await decideForHr(
        command,
        employeeId,
        (file, given) => {
          const { language = 'ja', address: inUse = '' } = file.profile ?? {};
          return optOut(file, { wording: wordingVersion, language, method: by, address: address(inUse) }, given);
        },
        {
          done: `No more programme mail goes to ${employeeId}, at once, until they ask for it again by a link. The request is recorded.`,
          'already so': `Programme mail to ${employeeId} is stopped already.`,
          'not possible': `${employeeId} has consented to nothing, so there is no programme mail to stop. While they are still asked, "exclude ${employeeId}" ends that; "person erase ${employeeId}" erases what is held.`,
        },
      );
    });
}

const Email = z.email().check(z.maxLength(254), z.toLowerCase());

function emailOf(text: string): string {
  const parsed = z.safeParse(Email, text.trim());
  if (!parsed.success) throw new InvalidArgumentError('It is not an e-mail address.');
  return parsed.data;
}
