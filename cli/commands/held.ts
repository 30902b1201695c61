import { Command } from 'commander';
import { pendingBefore } from '../../functions/adapters/consequences.ts';
import { loadPerson } from '../../functions/adapters/people.ts';
import { policy } from '../../functions/adapters/policy.ts';
import { personOf } from '../../functions/adapters/table.ts';
import { purposeOf } from '../../functions/domain/dispatch.ts';
import { count, print } from '../print.ts';
import { localTime } from '../time.ts';

const day = 24 * 60 * 60_000;
const dispatchPrefix = 'DISPATCH#';

type Held = { since: string; purpose: string; dispatch: string; person: string; employeeId?: string };

/** `held`: mails of which nobody knows whether they went out. */
export function heldCommand(): Command {
  return new Command('held')
    .summary('list mails of which nobody knows whether they went out')
    .option('--all', 'also those of the last 24 hours, which SES may report on still')
    .action(async ({ all }: { all?: boolean }, command: Command) => {
      const held = await heldBefore(new Date(Date.now() - (all ? 0 : day)).toISOString());
      print(command, held, heldText(held));
    });
}

async function heldBefore(before: string): Promise<Held[]> {
  const held: Held[] = [];
  for await (const { pk, sk, since } of pendingBefore(before)) {
    if (!sk.startsWith(dispatchPrefix)) continue;
    const person = personOf(pk);
    const dispatch = sk.slice(dispatchPrefix.length);
    const employeeId = (await loadPerson(person)).profile?.employeeId;
    held.push({ since, purpose: purposeOf(dispatch) ?? 'mail', dispatch, person, ...(employeeId && { employeeId }) });
  }
  return held.toSorted((a, b) => Date.parse(a.since) - Date.parse(b.since));
}

function heldText(held: readonly Held[]): string {
  if (held.length === 0) return 'No mail is in doubt.';
  const { timeZone } = policy.company;
  return [
    `${count(held.length, 'mail')} in doubt. None is sent again by itself; look for its tag "dispatch" in the records of SES.`,
    ...held.map(
      ({ since, purpose, dispatch, person, employeeId }) =>
        `  ${localTime(since, timeZone)}  ${purpose} to ${employeeId ?? person} (${dispatch})`,
    ),
  ].join('\n');
}
