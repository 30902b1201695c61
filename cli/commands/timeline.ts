import { Command } from 'commander';
import { readHoldings } from '../../functions/adapters/holdings.ts';
import { loadPerson } from '../../functions/adapters/people.ts';
import { policy } from '../../functions/adapters/policy.ts';
import { personIdOf, unknown } from '../known-person.ts';
import { print } from '../print.ts';
import { timelineOf, timelineText } from '../timeline.ts';

/** `timeline <employee id>`: every step, decision and mail of a person. */
export function timelineCommand(): Command {
  return new Command('timeline')
    .summary('show every step, decision and mail of a person, in order')
    .argument('<employee id>')
    .action(async (employeeId: string, _: unknown, command: Command) => {
      const id = await personIdOf(employeeId);
      const file = await loadPerson(id);
      if (file.person.version === 0) throw unknown(employeeId);
      const timeline = timelineOf(file, await readHoldings(id), policy);
      print(command, timeline, timelineText(employeeId, timeline, policy.company.timeZone));
    });
}
