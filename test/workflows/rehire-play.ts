import { isWait } from '../../docs/draw-workflows.ts';
import { AskingMail } from '../../functions/domain/approval.ts';
import type { Given } from '../../functions/domain/decision.ts';
import { openApproval, Rehire, type RehireDecision, RehireNews, toldOf } from '../../functions/domain/rehire.ts';
import { approversAsked, takeStockOfRehire } from '../../functions/domain/rehire-approval.ts';
import { tasksTold } from '../../functions/domain/rehire-start.ts';
import { play, state } from './walk.ts';

/** Plays an execution of a return: goes through its definition, and each step is what the domain decides. */

export const machine = 'okaeri-rehire';

type Decide = (now: Rehire, given: Given) => RehireDecision;
/** What happens while it waits, or just before it enters a state; `nobody`: until the time of the wait is over. */
export type Meanwhile = 'nobody' | { does: Decide; before?: string };

type Played = { entered: string[]; rehire: Rehire; now: string };

/** A return after a decision, as the adapter would load it again, checked as it checks it. */
export function after(rehire: Rehire | undefined, { outcome, write }: RehireDecision): Rehire {
  if (write) return Rehire.parse({ ...write.rehire, version: (rehire?.version ?? 0) + 1 });
  if (!rehire) throw new Error(`nothing was written: ${outcome}`);
  return rehire;
}

/** @param begun the return as its newest execution finds it, which this one is */
export function playRehire(begun: Rehire, first: Given, meanwhile: readonly Meanwhile[] = []): Played {
  const left = [...meanwhile];
  const round = begun.rounds;
  const played: Played = { entered: [], rehire: begun, now: first.now };

  /** @returns whether it wakes who waits */
  function write(decide: Decide): { outcome: string; wakes: boolean } {
    const decision = decide(played.rehire, { ...first, now: played.now });
    played.rehire = after(played.rehire, decision);
    const wakes = decision.write?.consequences?.some(({ kind }) => kind === 'resume') ?? false;
    return { outcome: decision.outcome, wakes };
  }

  /** As functions/rehire/rehire-steps.ts does them, but for the mails. */
  function step(name: string): string {
    const what = String(Object(state(machine, name).Arguments?.['Payload']).step);
    if (what === 'take stock') return write((now, given) => takeStockOfRehire(now, round, given)).outcome;
    const seen = played.rehire;
    const mail = AskingMail.safeParse(what).data;
    if (mail) write((now) => approversAsked(now, openApproval(seen)?.generation ?? 0, mail));
    else {
      const news = RehireNews.parse(what);
      write((now) => toldOf(news === 'tasks' ? tasksTold(now, seen) : now, news, seen));
    }
    return 'told';
  }

  function wait(name: string): string {
    // The item of what does not wait any more is settled.
    if (!played.rehire.isAwaited) return 'DynamoDb.ConditionalCheckFailedException';
    played.rehire = { ...played.rehire, taskToken: `${name} ${played.rehire.waits}` };
    for (;;) {
      if (left[0] === 'nobody') {
        left.shift();
        const seconds = state(machine, name).TimeoutSeconds ?? Number.NaN;
        played.now = new Date(Date.parse(played.now) + seconds * 1000).toISOString();
        return 'States.Timeout';
      }
      if (write(next(name).does).wakes) return 'answered';
    }
  }

  function next(name: string): Exclude<Meanwhile, 'nobody'> {
    const found = left.shift();
    if (!found || found === 'nobody') throw new Error(`nothing happens at "${name}"`);
    return found;
  }

  played.entered = play(machine, (name) => {
    if (Object(left[0]).before === name) write(next(name).does);
    return isWait(state(machine, name)) ? wait(name) : step(name);
  });
  if (left.length > 0) throw new Error(`it ended with ${left.length} happenings left`);
  return played;
}
