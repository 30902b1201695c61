import { Command, Option } from 'commander';
import { pendingBefore } from '../../functions/adapters/consequences.ts';
import { readDispatch, settleByHand } from '../../functions/adapters/dispatches.ts';
import { decideAndWrite, loadPerson } from '../../functions/adapters/people.ts';
import { policy } from '../../functions/adapters/policy.ts';
import { personOf, programme } from '../../functions/adapters/table.ts';
import { purposeOf } from '../../functions/domain/dispatch.ts';
import { notSent } from '../../functions/domain/outreach.ts';
import { type Held, heldText, programmeName, purposeNamedBy, settledText } from '../held-text.ts';
import { personIdOf } from '../known-person.ts';
import { print } from '../print.ts';
import { Trouble } from '../trouble.ts';

const day = 24 * 60 * 60_000;
const dispatchPrefix = 'DISPATCH#';

/** `held`: mails of which nobody knows whether they went out. */
export function heldCommand(): Command {
  return new Command('held')
    .summary('list mails of which nobody knows whether they went out, or settle one')
    .helpCommand(false)
    .option('--all', 'also those of the last 24 hours, which SES may report on still')
    .action(async ({ all }: { all?: boolean }, command: Command) => {
      const held = await heldBefore(new Date(Date.now() - (all ? 0 : day)).toISOString());
      print(command, held, heldText(held, policy.company.timeZone));
    })
    .addCommand(settleCommand());
}

async function heldBefore(before: string): Promise<Held[]> {
  const held: Held[] = [];
  for await (const { pk, sk, since } of pendingBefore(before)) {
    if (!sk.startsWith(dispatchPrefix)) continue;
    const dispatch = sk.slice(dispatchPrefix.length);
    held.push({ since, purpose: purposeNamedBy(dispatch) ?? 'mail', dispatch, ...(await whoIs(pk)) });
  }
  return held.toSorted((a, b) => Date.parse(a.since) - Date.parse(b.since));
}

async function whoIs(pk: string): Promise<Pick<Held, 'person' | 'employeeId'>> {
  if (pk === programme) return { person: programmeName };
  const person = personOf(pk);
  const employeeId = (await loadPerson(person)).profile?.employeeId;
  return { person, ...(employeeId && { employeeId }) };
}

/** Somebody without a profile is listed by their id. */
async function partyOf(who: string): Promise<string> {
  if (who === programmeName) return programme;
  return /^[\da-f]{24}$/.test(who) ? who : personIdOf(who);
}

/** `held settle <who> <dispatch> --sent|--not-sent` */
function settleCommand(): Command {
  return new Command('settle')
    .summary('say of a mail in doubt whether it was sent, after a look at the records of SES')
    .argument('<who>', `an employee id, or "${programmeName}"`)
    .argument('<dispatch>', 'as "held" shows it')
    .addOption(new Option('--sent', 'it went out').conflicts('notSent'))
    .option('--not-sent', 'it did not go out')
    .action(async (who: string, dispatch: string, options: { sent?: boolean; notSent?: boolean }, command: Command) => {
      const wasSent = options.sent === true;
      if (!wasSent && !options.notSent) throw new Trouble('Say whether the mail was sent: add --sent or --not-sent.');
      const ref = { about: await partyOf(who), id: dispatch };
      const now = new Date().toISOString();
      const before = await readDispatch(ref);
      if (!(await settleByHand(ref, wasSent, now))) {
        throw new Trouble(`No mail ${dispatch} to ${who} is in doubt: see "held --all".`);
      }
      if (!wasSent && purposeOf(dispatch) === 'outreach') {
        const touch = { on: dispatch.slice('outreach_'.length), edition: before?.edition };
        await decideAndWrite(ref.about, (file) => notSent(file, touch, { now, policy }));
      }
      print(command, { who, dispatch, status: wasSent ? 'sent' : 'not sent' }, settledText(who, dispatch, wasSent));
    });
}
