import { Command } from 'commander';
import { decideOnGathering, readGathering } from '../../functions/adapters/gatherings.ts';
import { correctCost } from '../../functions/adapters/ledger.ts';
import { codeFits } from '../../functions/adapters/links.ts';
import { policy } from '../../functions/adapters/policy.ts';
import type { Gathering } from '../../functions/domain/gathering.ts';
import { judge, type PlanReviewOutcome, planCode, reviewPlan } from '../../functions/domain/plan-review.ts';
import { cancelGathering } from '../../functions/domain/plan-submission.ts';
import type { ReviewAnswer } from '../../functions/domain/review.ts';
import { concernedBy } from '../../functions/gatherings/concerned.ts';
import { confirm } from '../confirm.ts';
import { cancelledText, cancelQuestion, planReviewedText } from '../gathering/decision-text.ts';
import { noSuch, numberOf } from '../number.ts';
import { print } from '../print.ts';
import { noteOf } from '../submission/review.ts';
import { findingsText, shareableText } from '../submission/text.ts';
import { Trouble } from '../trouble.ts';

/** What is decided about a gathering. */

/** `gathering approve <number> --code <code>` */
export function approveCommand(): Command {
  return new Command('approve')
    .summary('let people hear of a gathering, or of its changed plan, as its reviewer')
    .argument('<number>', 'the number of the gathering', numberOf('gathering'))
    .requiredOption('--code <code>', 'the code from the mail to the reviewer')
    .action((number: number, { code }: { code: string }, command: Command) =>
      review(command, number, code, { decision: 'approve', by: 'cli' }),
    );
}

/** `gathering refuse <number> --code <code> [--note <text>]` */
export function refuseCommand(): Command {
  return new Command('refuse')
    .summary('keep a gathering, or its changed plan, from being told, as its reviewer')
    .argument('<number>', 'the number of the gathering', numberOf('gathering'))
    .requiredOption('--code <code>', 'the code from the mail to the reviewer')
    .option('--note <text>', 'why, for the programme admin', noteOf)
    .action((number: number, { code, note }: { code: string; note?: string }, command: Command) =>
      review(command, number, code, { decision: 'refuse', by: 'cli', note }),
    );
}

async function review(command: Command, number: number, code: string, answer: ReviewAnswer): Promise<void> {
  const gathering = await readGathering(number);
  if (!gathering) throw noSuch('gathering', number);
  if (!(await codeFits(planCode(gathering), code))) {
    throw new Trouble(
      `That is not the code for gathering ${number} as it was submitted last; it stands in the newest mail to ${policy.company.reviewer}.`,
    );
  }
  const given = { now: new Date().toISOString(), policy };
  const outcome = await decideOnGathering(number, (found) => reviewPlan(found, gathering.submissions, answer, given));
  print(command, { gathering: number, outcome }, reviewedText(gathering, outcome, answer));
}

/** @throws Trouble where nothing was decided */
function reviewedText(
  gathering: Gathering,
  outcome: PlanReviewOutcome | 'unknown',
  { decision }: ReviewAnswer,
): string {
  const { number, plan, draft } = gathering;
  switch (outcome) {
    case 'unknown':
      throw noSuch('gathering', number);
    case 'leak':
    case 'not shareable': {
      if (!draft) throw noSuch('gathering', number);
      const given = { now: new Date().toISOString(), policy };
      const why =
        outcome === 'leak'
          ? `: it says what must not leave.\n${findingsText(judge(draft.plan, given).findings)}`
          : `. ${shareableText('A plan', draft.plan.classification, policy)}`;
      throw new Trouble(`The plan of gathering ${number} cannot be approved${why}`);
    }
    case 'over':
      throw new Trouble(
        `It is too late to ${decision} that plan of gathering ${number}: it is decided, changed or called off; see "gathering list".`,
      );
    default: {
      const decided = decision === 'approve' ? 'approved' : 'refused';
      return planReviewedText(number, outcome, { isChange: plan !== undefined, decided });
    }
  }
}

/** `gathering cancel <number> [--yes]` */
export function cancelCommand(): Command {
  return new Command('cancel')
    .summary('call a gathering off: whoever was invited is told')
    .argument('<number>', 'the number of the gathering', numberOf('gathering'))
    .option('--yes', 'do not ask first')
    .action(async (number: number, { yes }: { yes?: boolean }, command: Command) => {
      const gathering = await readGathering(number);
      if (!gathering) throw noSuch('gathering', number);
      const concerned = await concernedBy(number);
      const would = cancelGathering(gathering, { now: new Date().toISOString(), policy }).outcome;
      if (!yes && (would === 'cancelled' || would === 'withdrawn')) {
        await confirm(cancelQuestion(gathering, concerned), 'Cancelling', 'Nothing was cancelled.');
      }
      const given = { now: new Date().toISOString(), policy };
      const outcome = await decideOnGathering(number, (found) => cancelGathering(found, given));
      if (outcome === 'unknown') throw noSuch('gathering', number);
      if (outcome === 'over') {
        throw new Trouble(`Gathering ${number} is over or was never approved, so there is nothing to cancel.`);
      }
      // At once, for who looks at the ledger now; the step that tells of the cancellation makes sure of it.
      await correctCost(number, given);
      print(command, { gathering: number, outcome, ...concerned }, cancelledText(number, outcome, concerned.invited));
    });
}
