import { Command } from 'commander';
import { readGathering, readGatherings } from '../../functions/adapters/gatherings.ts';
import { inviteesOf } from '../../functions/adapters/invitees.ts';
import { ledgerOfGathering } from '../../functions/adapters/ledger.ts';
import { policy } from '../../functions/adapters/policy.ts';
import { readRoom } from '../../functions/adapters/rooms.ts';
import { readRsvp } from '../../functions/adapters/rsvps.ts';
import { reportOf } from '../../functions/domain/gathering-report.ts';
import { whenInWords } from '../../functions/domain/gathering-wording.ts';
import type { Rsvp } from '../../functions/domain/rsvp.ts';
import { inGroups } from '../../functions/gatherings/in-groups.ts';
import { asStart, gatheringInWords, gatheringName, titlesOf } from '../../functions/gatherings/plan-wording.ts';
import { gatheringsText, listedGathering } from '../gathering/list-text.ts';
import { gatheringReportText } from '../gathering/report-text.ts';
import { print } from '../print.ts';
import { costCommand } from './gathering-cost.ts';
import { approveCommand, cancelCommand, refuseCommand } from './gathering-decision.ts';
import { changeCommand, previewCommand, publishCommand } from './gathering-file.ts';
import { gatheringNumber, noGathering } from './gathering-number.ts';

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

const atOnce = 16;

function reportCommand(): Command {
  return new Command('report')
    .summary('say who was invited, answered and came, what it cost, and what people said of it')
    .argument('<number>', 'the number of the gathering', gatheringNumber)
    .action(async (number: number, _: unknown, command: Command) => {
      const gathering = await readGathering(number);
      if (!gathering) throw noGathering(number);
      const [{ guests, rsvps }, seen, ledger] = await Promise.all([
        answersTo(number),
        readRoom(number),
        ledgerOfGathering(number),
      ]);
      const given = { now: new Date().toISOString(), policy };
      const report = reportOf({ gathering, room: seen?.room, guests, rsvps, ledger }, given);
      const plan = gathering.plan ?? gathering.draft?.plan;
      const titles = plan ? titlesOf(plan) : {};
      const name = plan ? gatheringInWords(number, titles, 'en') : gatheringName(number, 'en');
      const about = [asStart(name), ...(plan ? [whenInWords(plan, 'en')] : [])];
      print(command, { ...report, titles }, gatheringReportText(report, about));
    });
}

async function answersTo(number: number): Promise<{ guests: string[]; rsvps: Rsvp[] }> {
  const guests: string[] = [];
  const rsvps: Rsvp[] = [];
  for await (const group of inGroups(inviteesOf(number), atOnce)) {
    guests.push(...group.map(({ person }) => person));
    const read = await Promise.all(group.map(({ person }) => readRsvp(person, number)));
    rsvps.push(...read.filter((rsvp) => rsvp !== undefined));
  }
  return { guests, rsvps };
}
