import { setTimeout as sleep } from 'node:timers/promises';
import { Command } from 'commander';
import { type AtGathering, type Holdings, readAtGatherings, readHoldings } from '../../functions/adapters/holdings.ts';
import { decideAndWrite, loadPerson } from '../../functions/adapters/people.ts';
import { policy } from '../../functions/adapters/policy.ts';
import { erasePerson } from '../../functions/domain/hr.ts';
import { confirm } from '../confirm.ts';
import { type Amounts, backupDays, type Erasure, erasureInWords, whatGoes } from '../erasure-text.ts';
import { personIdOf, unknown } from '../known-person.ts';
import { print } from '../print.ts';
import { Trouble } from '../trouble.ts';

const longestWait = 60_000;

/** `person erase <employee id>`: erases somebody as they asked, and proves it. */
export function eraseCommand(): Command {
  return new Command('erase')
    .summary('erase somebody, as they asked, and show what is left')
    .argument('<employee id>')
    .option('--yes', 'do not ask first')
    .action(async (employeeId: string, { yes }: { yes?: boolean }, command: Command) => {
      const person = await personIdOf(employeeId);
      const file = await loadPerson(person);
      if (file.person.version === 0) throw unknown(employeeId);
      const before = await readAll(person);
      if (!yes) {
        const question = `This erases ${whatGoes(amountsOf(before))} of ${employeeId}, for good. Go on? (y/N) `;
        await confirm(question, 'Erasing', 'Nothing was erased.');
      }
      const now = new Date().toISOString();
      const outcome = await decideAndWrite(person, (found) => erasePerson(found, { now, policy }));
      if (outcome === 'unknown person') throw unknown(employeeId);
      const after = await untilErased(person);
      const { stints } = (await loadPerson(person)).person;
      const erasure: Erasure = { person, outcome, deleted: difference(before, after), left: leftOf(after, stints) };
      print(command, erasure, erasureInWords(employeeId, erasure, policy.company.timeZone));
    });
}

type Held = Holdings & { gatherings: readonly AtGathering[] };

async function readAll(person: string): Promise<Held> {
  return { ...(await readHoldings(person)), gatherings: await readAtGatherings(person) };
}

function amountsOf({ items, gatherings }: Held): Amounts {
  return { ...items, gathering: gatherings.length };
}

/** Relay deletes after the decision; waits until only the tombstone is left. */
async function untilErased(person: string): Promise<Held> {
  for (const deadline = Date.now() + longestWait; ; await sleep(500)) {
    const holdings = await readAll(person);
    const { person: _, ...others } = amountsOf(holdings);
    if (Object.values(others).every((number) => number === 0)) return holdings;
    if (Date.now() > deadline) {
      throw new Trouble(
        `The erasure is decided, and after a minute ${whatGoes(others)} are still there. Run "redrive", then this command again.`,
      );
    }
  }
}

function difference(before: Held, after: Held): Erasure['deleted'] {
  const [were, are] = [amountsOf(before), amountsOf(after)];
  const gone = (kind: keyof Amounts) => Math.max(0, were[kind] - are[kind]);
  return {
    profile: gone('profile'),
    question: gone('question'),
    entry: gone('entry'),
    mail: gone('mail'),
    rsvp: gone('rsvp'),
    words: gone('words'),
    rehire: gone('rehire'),
    gathering: gone('gathering'),
  };
}

function leftOf(
  { evidence, gatherings }: Held,
  stints: readonly { number: number; status: string; until?: string }[],
): Erasure['left'] {
  return {
    stints: stints.map(({ number, status, ...rest }) => ({
      stint: number,
      status,
      ...(rest.until && { until: rest.until }),
    })),
    evidence: evidence.map(({ at, until }) => ({ at, ...(until && { until }) })),
    gatherings: gatherings.map(({ gathering }) => gathering),
    backupDays,
  };
}
