import { Command, InvalidArgumentError } from 'commander';
import { decideOnGathering, readGathering } from '../../functions/adapters/gatherings.ts';
import { correctCost } from '../../functions/adapters/ledger.ts';
import { policy } from '../../functions/adapters/policy.ts';
import { booksAtOnce } from '../../functions/domain/gathering-ledger.ts';
import { noteCost } from '../../functions/domain/gathering-notes.ts';
import { amountOf } from '../../functions/domain/money.ts';
import { costText } from '../gathering/decision-text.ts';
import { noSuch, numberOf } from '../number.ts';
import { print } from '../print.ts';
import { Trouble } from '../trouble.ts';

const { currency } = policy.company;

/** `gathering cost <number> <amount>` */
export function costCommand(): Command {
  return new Command('cost')
    .summary('note what a gathering cost in truth; what is booked already is corrected')
    .argument('<number>', 'the number of the gathering', numberOf('gathering'))
    .argument('<amount>', `in ${currency}, without separators`, costOfText)
    .action(async (number: number, cost: number, _: unknown, command: Command) => {
      const outcome = await decideOnGathering(number, (found) => noteCost(found, cost));
      if (outcome === 'no plan') {
        throw new Trouble(`The plan of gathering ${number} was never approved, so it cannot have cost anything.`);
      }
      // Read again: what books it may have come in between.
      const gathering = await readGathering(number);
      if (outcome === 'unknown' || !gathering) throw noSuch('gathering', number);
      const isBooked = booksAtOnce(gathering);
      const given = { now: new Date().toISOString(), policy };
      const entry = isBooked ? await correctCost(number, given) : undefined;
      print(
        command,
        { gathering: number, outcome, cost, currency, ...(entry && { booked: entry }) },
        costText(number, { cost, isBooked, entry }, currency),
      );
    });
}

function costOfText(text: string): number {
  const amount = amountOf(text, currency);
  if (amount === undefined) throw new InvalidArgumentError(`It must be an amount in ${currency}, such as 84000.`);
  return amount;
}
