import { Command, Option } from 'commander';
import { decideAndWrite } from '../../functions/adapters/people.ts';
import { policy } from '../../functions/adapters/policy.ts';
import type { Decision, Given, PersonFile } from '../../functions/domain/decision.ts';
import { leavingReasons, type Reason, stayingReasons } from '../../functions/domain/employment.ts';
import { exclude, type HrOutcome, hold, release } from '../../functions/domain/hr.ts';
import { personIdOf, unknown } from '../known-person.ts';
import { print } from '../print.ts';
import { Trouble } from '../trouble.ts';

/** What HR decides about one departure. */

type Sentences = Readonly<Record<Exclude<HrOutcome, 'unknown person'>, string>>;

/**
 * Takes a decision of HR to the table and prints what came of it.
 * @param sentences what to say for each outcome; "not possible" is an error
 */
export async function decideForHr(
  command: Command,
  employeeId: string,
  decide: (file: PersonFile, given: Given) => Decision<HrOutcome>,
  sentences: Sentences,
): Promise<void> {
  const person = await personIdOf(employeeId);
  const now = new Date().toISOString();
  const outcome = await decideAndWrite(person, (file) => decide(file, { now, policy }));
  if (outcome === 'unknown person') throw unknown(employeeId);
  if (outcome === 'not possible') throw new Trouble(sentences[outcome]);
  print(command, { person, outcome }, sentences[outcome]);
}

/** `hold <employee id>` */
export function holdCommand(): Command {
  return new Command('hold')
    .summary('ask somebody nothing until HR releases the departure')
    .argument('<employee id>')
    .action((employeeId: string, _: unknown, command: Command) =>
      decideForHr(command, employeeId, hold, {
        done: `The departure of ${employeeId} is on hold: nothing is asked until "release ${employeeId}".`,
        'already so': `The departure of ${employeeId} is on hold already.`,
        'not possible': `No departure of ${employeeId} is under way, so there is nothing to hold; see "timeline ${employeeId}".`,
      }),
    );
}

/** `release <employee id> [--reason <reason>]` */
export function releaseCommand(): Command {
  return new Command('release')
    .summary('let a departure go on that waits for HR')
    .argument('<employee id>')
    .addOption(
      new Option('--reason <reason>', 'the reason that HR now knows').choices([...leavingReasons, ...stayingReasons]),
    )
    .action((employeeId: string, { reason }: { reason?: Reason }, command: Command) =>
      decideForHr(command, employeeId, (file, given) => release(file, reason, given), {
        done: `The departure of ${employeeId} goes on.`,
        'already so': `The departure of ${employeeId} is not on hold; it goes on already.`,
        'not possible': `No departure of ${employeeId} is on hold; see "timeline ${employeeId}".`,
      }),
    );
}

/** `exclude <employee id>` */
export function excludeCommand(): Command {
  return new Command('exclude')
    .summary('end a departure as not eligible, by word of HR')
    .argument('<employee id>')
    .action((employeeId: string, _: unknown, command: Command) =>
      decideForHr(command, employeeId, exclude, {
        done: `The departure of ${employeeId} ended as not eligible: nothing is asked, and the data is deleted when the policy says.`,
        'already so': `The departure of ${employeeId} is not eligible already.`,
        'not possible': `No departure of ${employeeId} is under way, so there is nothing to exclude; see "timeline ${employeeId}".`,
      }),
    );
}
