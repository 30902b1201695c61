import { Command } from 'commander';
import { readGatherings } from '../../functions/adapters/gatherings.ts';
import { policy } from '../../functions/adapters/policy.ts';
import { gatheringInWords, gatheringName } from '../../functions/domain/gathering-name.ts';
import { whenInWords } from '../../functions/domain/plan-wording.ts';
import { titlesOf } from '../../functions/domain/variants.ts';
import { asStart } from '../../functions/domain/wording.ts';
import { reportOn } from '../../functions/gatherings/report.ts';
import { gatheringsText, listedGathering } from '../gathering/list-text.ts';
import { gatheringReportText } from '../gathering/report-text.ts';
import { noSuch, numberOf } from '../number.ts';
import { print } from '../print.ts';
import { costCommand } from './gathering-cost.ts';
import { approveCommand, cancelCommand, refuseCommand } from './gathering-decision.ts';
import { changeCommand, previewCommand, publishCommand } from './gathering-file.ts';

/** `gathering …`: from the plan to what it cost and what people said of it. */
export function gatheringCommand(): Command {
  return new Command('gathering')
    .summary('publish, preview, change, cancel, review and list gatherings, and report on them')
    .helpCommand(false)
    .addCommand(publishCommand())
    .addCommand(previewCommand())
    .addCommand(changeCommand())
    .addCommand(cancelCommand())
    .addCommand(listCommand())
    .addCommand(approveCommand())
    .addCommand(refuseCommand())
    .addCommand(costCommand())
    .addCommand(reportCommand());
}

function listCommand(): Command {
  return new Command('list')
    .summary('list the gatherings, newest first')
    .action(async (_: unknown, command: Command) => {
      const gatherings = await readGatherings();
      print(command, gatherings.map(listedGathering), gatheringsText(gatherings, policy.company.timeZone));
    });
}

function reportCommand(): Command {
  return new Command('report')
    .summary('say who was invited, answered and came, what it cost, and what people said of it')
    .argument('<number>', 'the number of the gathering', numberOf('gathering'))
    .action(async (number: number, _: unknown, command: Command) => {
      const found = await reportOn(number, { now: new Date().toISOString(), policy });
      if (!found) throw noSuch('gathering', number);
      const { gathering, report } = found;
      const plan = gathering.plan ?? gathering.draft?.plan;
      const titles = plan ? titlesOf(plan.variants) : {};
      const name = plan ? gatheringInWords(number, titles, 'en') : gatheringName(number, 'en');
      const about = [asStart(name), ...(plan ? [whenInWords(plan, 'en')] : [])];
      print(command, { ...report, titles }, gatheringReportText(report, about));
    });
}
