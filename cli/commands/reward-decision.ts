import { Command } from 'commander';
import { decideOnContribution, readContribution } from '../../functions/adapters/contributions.ts';
import { policy } from '../../functions/adapters/policy.ts';
import { payoutId } from '../../functions/domain/reward.ts';
import { clawBack } from '../../functions/domain/reward-payout.ts';
import { isRewarded, type Rewarded, reopenReward } from '../../functions/domain/reward-screening.ts';
import { receiveOutcome } from '../../functions/intake/receive-outcome.ts';
import { confirm } from '../confirm.ts';
import { dateOfText } from '../contribution/options.ts';
import { reportOf } from '../contribution/report.ts';
import { noSuch, numberOf } from '../number.ts';
import { print } from '../print.ts';
import { clawbackQuestion, clawedBackText, confirmedText, noReward, reopenedText } from '../reward/decision-text.ts';

/** What is decided about a reward without an approver's code. */

const plainGiven = () => ({ now: new Date().toISOString(), policy });

/** `reward reopen <number>` */
export function reopenCommand(): Command {
  return ofReward('reopen', 'ask for approval once more, after nobody decided in time').action(
    async (number: number, _: unknown, command: Command) => {
      const given = plainGiven();
      const outcome = await decideOnContribution(number, (found) => reopenReward(found, given));
      const contribution = await rewarded(number);
      if (outcome === 'unknown' || outcome === 'no reward') throw noReward(number);
      print(command, { reward: number, outcome }, reopenedText(contribution, outcome));
    },
  );
}

/** `reward confirm <number> --on <date>` */
export function confirmCommand(): Command {
  return ofReward('confirm', 'note that a reward was paid, where its payout system does not say so itself')
    .requiredOption('--on <date>', 'the day on which it was paid', dateOfText)
    .action(async (number: number, { on }: { on: string }, command: Command) => {
      const now = new Date().toISOString();
      await rewarded(number);
      const { outcome } = await receiveOutcome(reportOf('payout.confirmed', { payout: payoutId(number), on }, now), {
        now,
      });
      const contribution = await rewarded(number);
      if (outcome !== 'paid' && outcome !== 'already so' && outcome !== 'not instructed') throw noReward(number);
      print(command, { reward: number, outcome, on }, confirmedText(contribution, outcome));
    });
}

/** `reward clawback <number> [--yes]` */
export function clawbackCommand(): Command {
  return ofReward('clawback', 'claim back a reward that was paid')
    .option('--yes', 'do not ask first')
    .action(async (number: number, { yes }: { yes?: boolean }, command: Command) => {
      const before = await rewarded(number);
      if (!yes && clawBack(before, plainGiven()).outcome === 'clawed back') {
        await confirm(clawbackQuestion(before), 'Claiming back', 'Nothing was claimed back.');
      }
      const given = plainGiven();
      const outcome = await decideOnContribution(number, (found) => clawBack(found, given));
      if (outcome === 'unknown') throw noSuch('reward', number);
      print(command, { reward: number, outcome }, clawedBackText(await rewarded(number), outcome));
    });
}

function ofReward(name: string, summary: string): Command {
  return new Command(name).summary(summary).argument('<number>', 'the number of the reward', numberOf('reward'));
}

/** @throws Trouble where there is none */
async function rewarded(number: number): Promise<Rewarded> {
  const contribution = await readContribution(number);
  if (!contribution) throw noSuch('reward', number);
  if (!isRewarded(contribution)) throw noReward(number);
  return contribution;
}
