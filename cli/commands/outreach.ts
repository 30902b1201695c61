import { Command } from 'commander';
import { readBreaker, releaseBreaker } from '../../functions/adapters/breaker.ts';
import { policy } from '../../functions/adapters/policy.ts';
import { confirm } from '../confirm.ts';
import { breakerText } from '../outreach-text.ts';
import { isForMachines, print } from '../print.ts';

/** `outreach …`: whether outreach was stopped, and how it goes on. */
export function outreachCommand(): Command {
  return new Command('outreach')
    .summary('show whether outreach was stopped, or let it go on')
    .helpCommand(false)
    .addCommand(statusCommand())
    .addCommand(resumeCommand());
}

function statusCommand(): Command {
  return new Command('status')
    .summary('show whether outreach was stopped, why and since when')
    .action(async (_: unknown, command: Command) => {
      const breaker = await readBreaker();
      print(command, { stopped: breaker.open !== undefined, ...breaker.open }, breakerText(breaker, policy));
    });
}

function resumeCommand(): Command {
  return new Command('resume')
    .summary('let outreach go on that the breaker stopped')
    .option('--yes', 'do not ask first')
    .action(async ({ yes }: { yes?: boolean }, command: Command) => {
      const breaker = await readBreaker();
      if (!breaker.open) {
        print(command, { outcome: 'already so' }, 'Outreach is not stopped, so there is nothing to resume.');
        return;
      }
      if (!yes) {
        if (!isForMachines(command)) console.error(breakerText(breaker, policy));
        await confirm('Let outreach go on? (y/N) ', 'Resuming outreach', 'Outreach stays stopped.');
      }
      const isReleased = await releaseBreaker(breaker.round);
      print(
        command,
        { outcome: isReleased ? 'done' : 'already so' },
        isReleased ? 'Outreach goes on with the next sweep.' : 'Somebody else has resumed outreach meanwhile.',
      );
    });
}
