import { Argument, Command } from 'commander';
import { policy } from '../../functions/adapters/policy.ts';
import { cancelRehireAndBooking, decideOnRehire, readRehire } from '../../functions/adapters/rehires.ts';
import { isOpen, type Rehire } from '../../functions/domain/rehire.ts';
import { noteTalk } from '../../functions/domain/rehire-offer.ts';
import { finishTask } from '../../functions/domain/rehire-start.ts';
import { type TaskKind, taskKinds } from '../../functions/domain/rehire-tasks.ts';
import { confirm } from '../confirm.ts';
import { noSuch, numberOf } from '../number.ts';
import { print } from '../print.ts';
import { cancelledText, cancelQuestion, doneText, talkText } from '../rehire/decision-text.ts';

/** What is said about a rehire without a code. */

const plainGiven = () => ({ now: new Date().toISOString(), policy });

const talks = { held: 'held', 'not-held': 'not held' } as const;

/** `rehire talk <number> held|not-held` */
export function talkCommand(): Command {
  return ofRehire('talk', 'say whether the informal talk was held, and nothing else of it')
    .addArgument(new Argument('<held>', 'held or not-held').choices(Object.keys(talks)))
    .action(async (number: number, held: keyof typeof talks, _: unknown, command: Command) => {
      const given = plainGiven();
      const talk = talks[held];
      const outcome = await decideOnRehire(
        number,
        (rehire, { file }) => noteTalk(rehire, talk, file.profile, given),
        given,
      );
      if (outcome === 'unknown') throw noSuch('rehire', number);
      print(command, { rehire: number, outcome }, talkText(await known(number), outcome, talk));
    });
}

/** `rehire done <number> <task>` */
export function doneCommand(): Command {
  return ofRehire('done', 'say that a task before the first day is done')
    .addArgument(new Argument('<task>', `one of ${taskKinds.join(', ')}`).choices(taskKinds))
    .action(async (number: number, task: TaskKind, _: unknown, command: Command) => {
      const given = plainGiven();
      const outcome = await decideOnRehire(number, (rehire) => finishTask(rehire, task, 'cli', given), given);
      if (outcome === 'unknown') throw noSuch('rehire', number);
      print(command, { rehire: number, task, outcome }, doneText(await known(number), outcome, task));
    });
}

/** `rehire cancel <number> [--yes]` */
export function cancelCommand(): Command {
  return ofRehire('cancel', 'call a rehire off: the alumnus is told, and whoever has a task for it')
    .option('--yes', 'do not ask first')
    .action(async (number: number, { yes }: { yes?: boolean }, command: Command) => {
      const before = await known(number);
      if (!yes && isOpen(before)) await confirm(cancelQuestion(before), 'Cancelling', 'Nothing was cancelled.');
      const outcome = await cancelRehireAndBooking(number, plainGiven());
      if (outcome === 'unknown') throw noSuch('rehire', number);
      print(command, { rehire: number, outcome }, cancelledText(await known(number), outcome));
    });
}

function ofRehire(name: string, summary: string): Command {
  return new Command(name).summary(summary).argument('<number>', 'the number of the rehire', numberOf('rehire'));
}

/** @throws Trouble where there is none */
async function known(number: number): Promise<Rehire> {
  const rehire = await readRehire(number);
  if (!rehire) throw noSuch('rehire', number);
  return rehire;
}
