import { policy } from '../adapters/policy.ts';
import { decideOnRehire, readRehire, readRehires } from '../adapters/rehires.ts';
import { holderOf } from '../approvals/holder.ts';
import type { Holder } from '../domain/approval.ts';
import type { ApprovalWord } from '../domain/approval-word.ts';
import type { Given } from '../domain/decision.ts';
import { openApproval, type Rehire } from '../domain/rehire.ts';
import { decideRehire, refuseCode } from '../domain/rehire-approval.ts';
import type { RehireDecisionOutcome } from '../domain/rehire-approval-wording.ts';

/** The word of who decides about a rehire, from the console, the mail's link or the command line: one way for all of them. */

/** What came of it; the rehire as it is now, where there is one. */
export type Decided = { outcome: RehireDecisionOutcome; rehire?: Rehire | undefined };

/** Decides with a code: it says who it is. */
export async function decideRehireByCode(
  number: number,
  code: string,
  word: ApprovalWord,
  given: Given,
): Promise<Decided> {
  const rehire = await readRehire(number);
  const holder = rehire && (await holderOfCode(rehire, code));
  if (holder) return decideRehireAs(number, holder, word, given);
  await spendElsewhere(code, given);
  if (!rehire) return { outcome: 'unknown' };
  const outcome = await decideOnRehire(number, refuseCode, given);
  return { outcome: outcome === 'erased' ? 'ended' : outcome, rehire };
}

/** A code that was typed for another rehire, or for none, is spent too: the console's history shows it from now on. */
export async function spendElsewhere(code: string, given: Given): Promise<void> {
  for (const rehire of await readRehires(latest)) {
    const holder = openApproval(rehire) && (await holderOfCode(rehire, code));
    if (holder) await decideRehireAs(rehire.number, holder, { decision: undefined, by: 'console' }, given);
  }
}

/** Among so many of the newest cases are those that somebody is asked about. */
const latest = 500;

/** Decides as who holds a genuine code or link. */
export async function decideRehireAs(
  number: number,
  holder: Holder,
  word: ApprovalWord,
  given: Given,
): Promise<Decided> {
  const outcome = await decideOnRehire(
    number,
    (rehire, { file }) => decideRehire(rehire, holder, word, file.profile, given),
    given,
  );
  return { outcome: outcome === 'erased' ? 'ended' : outcome, rehire: await readRehire(number) };
}

function holderOfCode({ number, approvals }: Rehire, code: string): Promise<Holder | undefined> {
  const { override, decision } = policy.rehire;
  const approvers = [...override.approvers, ...decision.approvers];
  return holderOf('rehire', { number, generation: approvals.length, approvers }, code);
}
