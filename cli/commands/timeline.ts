import { Command } from 'commander';
import { readContributions } from '../../functions/adapters/contributions.ts';
import { readHoldings } from '../../functions/adapters/holdings.ts';
import { loadPerson } from '../../functions/adapters/people.ts';
import { policy } from '../../functions/adapters/policy.ts';
import { timelineOfContributions } from '../contribution/timeline-lines.ts';
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
      const { timeZone } = policy.company;
      const contributions = timelineOfContributions(id, await readContributions(), timeZone);
      const timeline = timelineOf(file, await readHoldings(id), policy, contributions);
      print(command, timeline, timelineText(employeeId, timeline, timeZone));
    });
}
