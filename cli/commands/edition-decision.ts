import { Command } from 'commander';
import { decideOnEdition, readEdition } from '../../functions/adapters/editions.ts';
import { codeFits } from '../../functions/adapters/links.ts';
import { policy } from '../../functions/adapters/policy.ts';
import { type ReviewOutcome, reviewEdition, reviewMatter, withdrawEdition } from '../../functions/domain/edition.ts';
import { scan } from '../../functions/domain/leak-scan.ts';
import { noSuch, numberOf } from '../number.ts';
import { print } from '../print.ts';
import { noteOf } from '../submission/review.ts';
import { findingsText, shareableText } from '../submission/text.ts';
import { Trouble } from '../trouble.ts';

/** What is decided about an edition. */

/** `edition approve <number> --code <code>` */
export function approveCommand(): Command {
  return new Command('approve')
    .summary('let an edition go out, as its reviewer')
    .argument('<number>', 'the number of the edition', numberOf('edition'))
    .requiredOption('--code <code>', 'the code from the mail to the reviewer')
    .action((number: number, { code }: { code: string }, command: Command) =>
      review(command, number, { decision: 'approve', code }),
    );
}

/** `edition refuse <number> --code <code> [--note <text>]` */
export function refuseCommand(): Command {
  return new Command('refuse')
    .summary('keep an edition from going out, as its reviewer')
    .argument('<number>', 'the number of the edition', numberOf('edition'))
    .requiredOption('--code <code>', 'the code from the mail to the reviewer')
    .option('--note <text>', 'why, for the programme admin', noteOf)
    .action((number: number, { code, note }: { code: string; note?: string }, command: Command) =>
      review(command, number, { decision: 'refuse', code, note }),
    );
}

async function review(
  command: Command,
  number: number,
  { decision, code, note }: { decision: 'approve' | 'refuse'; code: string; note?: string | undefined },
): Promise<void> {
  if (!(await codeFits(reviewMatter(number), code))) {
    throw new Trouble(
      `That is not the code for edition ${number}; it stands in the mail to ${policy.company.reviewer}.`,
    );
  }
  const given = { now: new Date().toISOString(), policy };
  const answer = { decision, by: 'cli' as const, note };
  const outcome = await decideOnEdition(number, (edition) => reviewEdition(edition, answer, given));
  print(command, { edition: number, outcome }, await reviewedText(number, decision, outcome));
}

/** @throws Trouble where nothing was decided */
async function reviewedText(
  number: number,
  decision: 'approve' | 'refuse',
  outcome: ReviewOutcome | 'unknown',
): Promise<string> {
  const edition = await readEdition(number);
  if (outcome === 'unknown' || !edition) throw noSuch('edition', number);
  const { content, status } = edition;
  switch (outcome) {
    case 'approved':
      return `Edition ${number} is approved: whoever it is for gets it with their next outreach.`;
    case 'refused':
      return `Edition ${number} is refused: nobody gets it, and the programme admin is told.`;
    case 'already so':
      return `Edition ${number} is ${status} already.`;
    case 'leak':
      throw new Trouble(
        `Edition ${number} cannot be approved: it says what must not leave.\n${findingsText(scan(content, policy))}`,
      );
    case 'not shareable':
      throw new Trouble(
        `Edition ${number} cannot be approved. ${shareableText('An edition', content.classification, policy)}`,
      );
    case 'over':
      throw new Trouble(`It is too late to ${decision} edition ${number}: it is ${status}; see "edition list".`);
  }
}

/** `edition withdraw <number>` */
export function withdrawCommand(): Command {
  return new Command('withdraw')
    .summary('take an edition back: whoever has not had it does not get it')
    .argument('<number>', 'the number of the edition', numberOf('edition'))
    .action(async (number: number, _: unknown, command: Command) => {
      const given = { now: new Date().toISOString(), policy };
      const outcome = await decideOnEdition(number, (edition) => withdrawEdition(edition, given));
      if (outcome === 'unknown') throw noSuch('edition', number);
      if (outcome === 'over') {
        throw new Trouble(`Edition ${number} was not approved, so nobody gets it anyway; see "edition list".`);
      }
      const text =
        outcome === 'withdrawn'
          ? `Edition ${number} is withdrawn: whoever has not had it does not get it. "edition told ${number}" lists who had it.`
          : `Edition ${number} is withdrawn already.`;
      print(command, { edition: number, outcome }, text);
    });
}
