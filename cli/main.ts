import { Command, CommanderError } from 'commander';
import { contributionCommand } from './commands/contribution.ts';
import { editionCommand } from './commands/edition.ts';
import { gatheringCommand } from './commands/gathering.ts';
import { heldCommand } from './commands/held.ts';
import { excludeCommand, holdCommand, releaseCommand } from './commands/hr.ts';
import { importCommand } from './commands/import.ts';
import { ledgerCommand } from './commands/ledger.ts';
import { outreachCommand } from './commands/outreach.ts';
import { payoutCommand } from './commands/payout.ts';
import { personCommand } from './commands/person.ts';
import { redriveCommand } from './commands/redrive.ts';
import { rehireCommand } from './commands/rehire.ts';
import { reportCommand } from './commands/report.ts';
import { rewardCommand } from './commands/reward.ts';
import { sweepCommand } from './commands/sweep.ts';
import { timelineCommand } from './commands/timeline.ts';
import { adapterSettings, stackOutputs } from './target.ts';
import { sentenceFor, Trouble } from './trouble.ts';
import { needsTarget } from './without-target.ts';

/** What HR, programme admins and operators can do. Decisions are the domain's; this only asks for them. */
const program = new Command('okaeri')
  .description(
    'Okaeri for HR, programme admins and operators. Acts on the local stack while it runs ("npm start"), and with --aws on AWS.',
  )
  .option('--json', 'print for machines')
  .option('--aws', 'act on the AWS account of your credentials, not on the local stack')
  .helpCommand(false)
  .configureOutput({ outputError: (text, write) => write(text.replace(/^error: /, '')) })
  .showHelpAfterError('Add --help to see how it is used.')
  .hook('preAction', async (_, command) => {
    if (!needsTarget(command)) return;
    const target = process.env['OKAERI_TARGET'];
    if (!target) {
      throw new Trouble(
        'No local stack is running: start it with "npm start", or add --aws for the AWS account of your credentials.',
      );
    }
    console.error(target);
    // The adapters read these when they are first used.
    Object.assign(process.env, adapterSettings(await stackOutputs()));
  });

const commands = [
  importCommand,
  timelineCommand,
  holdCommand,
  releaseCommand,
  excludeCommand,
  personCommand,
  editionCommand,
  gatheringCommand,
  contributionCommand,
  rewardCommand,
  payoutCommand,
  rehireCommand,
  outreachCommand,
  ledgerCommand,
  reportCommand,
  heldCommand,
  sweepCommand,
  redriveCommand,
];
for (const command of commands) addTo(program, command());

/** Every command, at any depth, ends and complains the same way. */
function addTo(parent: Command, command: Command): void {
  parent.addCommand(command);
  inherit(parent, command);
}

function inherit(parent: Command, command: Command): void {
  command.copyInheritedSettings(parent);
  for (const child of command.commands) inherit(command, child);
}

function exitOverride(command: Command): void {
  command.exitOverride();
  for (const child of command.commands) exitOverride(child);
}

try {
  exitOverride(program);
  await program.parseAsync();
} catch (error) {
  if (error instanceof CommanderError) {
    process.exitCode = error.exitCode === 0 ? 0 : 2;
  } else {
    console.error(sentenceFor(error) ?? error);
    process.exitCode = 1;
  }
}
