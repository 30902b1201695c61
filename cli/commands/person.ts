import { Command, InvalidArgumentError } from 'commander';
import * as z from 'zod/mini';
import { giveAddress } from '../../functions/domain/hr.ts';
import { eraseCommand } from './erase.ts';
import { exportCommand } from './export.ts';
import { decideForHr } from './hr.ts';

/** `person …`: what is held about somebody. */
export function personCommand(): Command {
  return new Command('person')
    .summary('record an address, erase or export what is held about somebody')
    .helpCommand(false)
    .addCommand(addressCommand())
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

const Email = z.email().check(z.maxLength(254), z.toLowerCase());

function emailOf(text: string): string {
  const parsed = z.safeParse(Email, text.trim());
  if (!parsed.success) throw new InvalidArgumentError('It is not an e-mail address.');
  return parsed.data;
}
