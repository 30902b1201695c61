import { Command } from 'commander';
import { readContributions } from '../../functions/adapters/contributions.ts';
import { policy } from '../../functions/adapters/policy.ts';
import { print } from '../print.ts';
import { listedReward, rewardsAmong, rewardsText } from '../reward/list-text.ts';
import { approveCommand, rejectCommand } from './reward-approval.ts';
import { clawbackCommand, confirmCommand, reopenCommand } from './reward-decision.ts';

/** `reward …`: from the approval to the payout. A reward has the number of its contribution. */
export function rewardCommand(): Command {
  return new Command('reward')
    .summary('list rewards, approve, reject and reopen them, confirm a payout and claim one back')
    .helpCommand(false)
    .addCommand(listCommand())
    .addCommand(approveCommand())
    .addCommand(rejectCommand())
    .addCommand(reopenCommand())
    .addCommand(confirmCommand())
    .addCommand(clawbackCommand());
}

function listCommand(): Command {
  return new Command('list')
    .summary('list the rewards: those that wait for approval, then for their payout, then the others')
    .action(async (_: unknown, command: Command) => {
      const rewards = rewardsAmong(await readContributions());
      print(
        command,
        rewards.map((reward) => listedReward(reward, policy)),
        rewardsText(rewards, policy),
      );
    });
}
