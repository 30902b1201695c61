import { Command } from 'commander';
import { readContribution, readContributions } from '../../functions/adapters/contributions.ts';
import { policy } from '../../functions/adapters/policy.ts';
import { contributionsText, listedContribution } from '../contribution/list-text.ts';
import { contributionText, shownContribution } from '../contribution/show-text.ts';
import { noSuch, numberOf } from '../number.ts';
import { print } from '../print.ts';
import { importOutcomesCommand } from './contribution-import.ts';
import { hiredCommand, leftCommand, lostCommand, notHiredCommand, wonCommand } from './contribution-outcome.ts';

/** `contribution …`: what alumni contribute, and what comes of it. */
export function contributionCommand(): Command {
  return new Command('contribution')
    .summary('list and show what alumni contributed, and report what came of it')
    .helpCommand(false)
    .addCommand(listCommand())
    .addCommand(showCommand())
    .addCommand(hiredCommand())
    .addCommand(notHiredCommand())
    .addCommand(leftCommand())
    .addCommand(wonCommand())
    .addCommand(lostCommand())
    .addCommand(importOutcomesCommand());
}

function listCommand(): Command {
  return new Command('list')
    .summary('list the contributions, newest first')
    .action(async (_: unknown, command: Command) => {
      const contributions = await readContributions();
      print(command, contributions.map(listedContribution), contributionsText(contributions, policy));
    });
}

function showCommand(): Command {
  return new Command('show')
    .summary('show how a contribution and its reward stand, and why; without anything personal')
    .argument('<number>', 'the number of the contribution', numberOf('contribution'))
    .action(async (number: number, _: unknown, command: Command) => {
      const contribution = await readContribution(number);
      if (!contribution) throw noSuch('contribution', number);
      const given = { now: new Date().toISOString(), policy };
      print(command, shownContribution(contribution, given), contributionText(contribution, given));
    });
}
