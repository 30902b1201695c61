import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Command } from 'commander';
import { wordsOf } from '../../functions/adapters/contribution-words.ts';
import { readContributions } from '../../functions/adapters/contributions.ts';
import { readAtGatherings, readHoldings } from '../../functions/adapters/holdings.ts';
import { loadPerson } from '../../functions/adapters/people.ts';
import { policy } from '../../functions/adapters/policy.ts';
import { readRehires, rehireWordsOf } from '../../functions/adapters/rehires.ts';
import { heldContributions } from '../contribution/held.ts';
import { exportOf, exportText } from '../export-text.ts';
import { pathOf } from '../files.ts';
import { personIdOf, unknown } from '../known-person.ts';
import { isForMachines, print } from '../print.ts';
import { heldRehires } from '../rehire/held.ts';

/** `person export <employee id>`: everything held about somebody, for them to read. */
export function exportCommand(): Command {
  return new Command('export')
    .summary('everything held about somebody, as JSON and as text in their language')
    .argument('<employee id>')
    .option('--output <folder>', 'write both into this folder instead of printing')
    .action(async (employeeId: string, { output }: { output?: string }, command: Command) => {
      const person = await personIdOf(employeeId);
      const file = await loadPerson(person);
      if (file.person.version === 0) throw unknown(employeeId);
      const holdings = {
        ...(await readHoldings(person)),
        gatherings: await readAtGatherings(person),
        contributions: heldContributions(person, await readContributions(), await wordsOf(person)),
        rehires: heldRehires(person, await readRehires(), await rehireWordsOf(person)),
      };
      const held = exportOf(employeeId, file, holdings, new Date().toISOString());
      const text = exportText(held, policy.company.timeZone);
      if (output === undefined) {
        print(command, held, text);
        return;
      }
      const files = await writeBoth(output, employeeId, { json: JSON.stringify(held, null, 2), text });
      console.log(isForMachines(command) ? JSON.stringify({ files }) : `Written: ${files.join(' and ')}`);
    });
}

/** Readable by nobody but who asked for it. */
async function writeBoth(
  folder: string,
  employeeId: string,
  { json, text }: { json: string; text: string },
): Promise<string[]> {
  await mkdir(pathOf(folder), { recursive: true, mode: 0o700 });
  const name = `okaeri-${employeeId.replaceAll(/[^\w.-]/g, '_')}`;
  const contents = { [`${name}.json`]: json, [`${name}.txt`]: text };
  for (const [file, content] of Object.entries(contents)) {
    await writeFile(join(pathOf(folder), file), `${content}\n`, { mode: 0o600 });
  }
  return Object.keys(contents).map((file) => join(folder, file));
}
