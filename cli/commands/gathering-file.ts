import { Command, Option } from 'commander';
import { addGathering, decideOnGathering, readGathering } from '../../functions/adapters/gatherings.ts';
import { policy } from '../../functions/adapters/policy.ts';
import { type Given, today } from '../../functions/domain/decision.ts';
import type { Gathering } from '../../functions/domain/gathering.ts';
import type { Plan } from '../../functions/domain/gathering-plan.ts';
import { type Language, languages } from '../../functions/domain/language.ts';
import { judge, planReviewBy } from '../../functions/domain/plan-review.ts';
import { changeGathering, publishGathering } from '../../functions/domain/plan-submission.ts';
import { languagesOf } from '../../functions/domain/variants.ts';
import { countInvited } from '../../functions/gatherings/audience.ts';
import { invitationLetter } from '../../functions/gatherings/mails/invitation.tsx';
import { parsePlanFile } from '../gathering/plan-file.ts';
import { type PlanSubmission, planPreviewText, planSubmissionText } from '../gathering/text.ts';
import { noSuch, numberOf } from '../number.ts';
import { print } from '../print.ts';
import { printPreview, readSubmitted, sampleNames } from '../submission/file.ts';
import type { Translated } from '../submission/text.ts';
import { Trouble } from '../trouble.ts';

/** What is done with the file of a gathering's plan. */

const plainGiven = (): Given => ({ now: new Date().toISOString(), policy });
const fileIs = 'YAML (UTF-8): when, where, for whom, and the text in each language';

/** `gathering publish <file>` */
export function publishCommand(): Command {
  return new Command('publish')
    .summary('submit the plan of a new gathering for review; once it is approved, people are invited')
    .argument('<file>', fileIs)
    .action(async (file: string, _: unknown, command: Command) => {
      const submitted = await read(command, file);
      if (!submitted) return;
      const given = plainGiven();
      const decision = await addGathering((gatherings) => publishGathering(gatherings, submitted, given));
      const { outcome, findings, write, same } = decision;
      const gathering = write?.gathering ?? same;
      printSubmission(command, { outcome, findings, ...(gathering && stateOf(gathering, given)) }, submitted.plan);
    });
}

/** `gathering change <number> <file>` */
export function changeCommand(): Command {
  return new Command('change')
    .summary('submit another plan for a gathering; once it is approved, whoever knows the one before it is told')
    .argument('<number>', 'the number of the gathering', numberOf('gathering'))
    .argument('<file>', fileIs)
    .action(async (number: number, file: string, _: unknown, command: Command) => {
      const before = await readGathering(number);
      if (!before) throw noSuch('gathering', number);
      const submitted = await read(command, file, before.plan);
      if (!submitted) return;
      const given = plainGiven();
      const outcome = await decideOnGathering(number, (found) => changeGathering(found, submitted, given));
      const gathering = await readGathering(number);
      if (outcome === 'unknown' || !gathering) throw noSuch('gathering', number);
      if (outcome === 'over') {
        throw new Trouble(`Gathering ${number} is over or called off, so it stays as it was; see "gathering list".`);
      }
      const { findings } = judge(submitted.plan, given);
      printSubmission(command, { outcome, findings, ...stateOf(gathering, given) }, submitted.plan);
    });
}

function stateOf(gathering: Gathering, given: Given): Pick<PlanSubmission, 'gathering'> {
  const { number, submissions, revision, draft } = gathering;
  const reviewBy = planReviewBy(gathering, given);
  return { gathering: { number, submission: draft ? submissions : revision, ...(reviewBy && { reviewBy }) } };
}

function printSubmission(command: Command, submission: PlanSubmission, plan: Plan): void {
  print(command, submission, planSubmissionText(submission, plan, policy));
  const { outcome } = submission;
  if (outcome === 'leak' || outcome === 'not shareable') process.exitCode = 1;
}

/** `gathering preview <file> [--language ja|en] [--output <file.html>]` */
export function previewCommand(): Command {
  return new Command('preview')
    .summary('show the invitation, how many would get it, and what the scan finds; stores nothing')
    .argument('<file>')
    .addOption(new Option('--language <language>', 'only the mail in this language').choices(languages))
    .option('--output <file.html>', 'write the mail as HTML')
    .action(async (file: string, options: { language?: Language; output?: string }, command: Command) => {
      const submitted = await read(command, file);
      if (!submitted) return;
      const { plan } = submitted;
      const given = plainGiven();
      const letters = lettersOf(plan, options.language);
      const { outcome, findings } = publishGathering([], submitted, given);
      const invited = await countInvited(plan, given);
      const text = planPreviewText({ outcome, findings, letters, invited }, plan, policy);
      const result = { outcome, invited, findings };
      await printPreview(command, { result, text, letters, output: options.output });
    });
}

function lettersOf(plan: Plan, only: Language | undefined): Translated[] {
  const spoken = languagesOf(plan.variants);
  if (only && !spoken.includes(only)) {
    throw new Trouble(`The plan has no text in ${only}; it speaks ${spoken.join(' and ')}.`);
  }
  return spoken
    .filter((language) => !only || language === only)
    .map((language) => ({
      language,
      letter: invitationLetter({
        language,
        policy,
        name: sampleNames[language],
        plan,
        pageUrl: 'https://alumni.example.com/gathering/sample',
        preferencesUrl: 'https://alumni.example.com/preferences/sample',
        contributeUrl: 'https://alumni.example.com/contribute/sample',
        rehireUrl: 'https://alumni.example.com/rehire/sample',
        stopUrl: 'https://alumni.example.com/stop/sample',
        reminder: false,
      }),
    }));
}

/** What a file plans; where it cannot be read, that is printed instead. */
function read(command: Command, file: string, current?: Plan): Promise<{ plan: Plan; digest: string } | undefined> {
  return readSubmitted(command, file, (text) => parsePlanFile(text, policy, today(plainGiven()), current));
}
