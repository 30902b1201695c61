import { readLedger } from '../../functions/adapters/ledger.ts';
import { decideOnRehire, readRehire, takeRehire } from '../../functions/adapters/rehires.ts';
import { today } from '../../functions/domain/decision.ts';
import type { LedgerEntry } from '../../functions/domain/ledger.ts';
import type { Rehire, RehireDecision } from '../../functions/domain/rehire.ts';
import { acceptOffer, makeOffer } from '../../functions/domain/rehire-offer.ts';
import { started } from '../../functions/domain/rehire-start.ts';
import { dateAfter } from '../../functions/domain/time.ts';
import { decideRehireAs } from '../../functions/rehire/decide.ts';
import { handler } from '../../functions/rehire/rehire-steps.ts';
import { freelanceOffer } from '../domain/rehire-samples.ts';
import { alumnus } from './alumni.ts';
import { given as givenAt } from './people-samples.ts';

/** Returns in the table, brought to each state by the decisions themselves, and the steps of an execution in this process. */

/** One moment for all, so that no window of seconds closes meanwhile. */
const now = new Date().toISOString();
export const given = givenAt(now);
export const startsOn = dateAfter(today(given), 'P30D');
export const offer = { ...freelanceOffer, startsOn, until: dateAfter(startsOn, 'P1Y') };

type Decide = Parameters<typeof decideOnRehire>[1];

/** Decides on one; it must be possible. */
export async function decide(number: number, decision: Decide): Promise<string> {
  return decideOnRehire(number, (rehire, about): RehireDecision => decision(rehire, about), given);
}

export async function rehireOf(number: number): Promise<Rehire> {
  const rehire = await readRehire(number);
  if (!rehire) throw new Error(`there is no rehire ${number}`);
  return rehire;
}

/** An alumnus who would like to come back. @returns the number of the case */
export async function opened(wantsTalk = false, person?: string): Promise<number> {
  const id = person ?? (await alumnus());
  const taken = await takeRehire(id, { kind: 'freelance', wantsTalk, openedBy: 'alumnus' }, given);
  if (!('number' in taken)) throw new Error(taken.outcome);
  return taken.number;
}

export const kato = { approver: 'kato', round: 1, generation: 1 };

export async function toBeOffered(): Promise<number> {
  const number = await opened();
  await decideRehireAs(number, kato, { decision: 'approve', by: 'link' }, given);
  return number;
}

export async function offered(): Promise<number> {
  const number = await toBeOffered();
  await decide(number, (rehire, about) => makeOffer(rehire, about, offer, given));
  return number;
}

export async function accepted(): Promise<number> {
  const number = await offered();
  await decide(number, (rehire, { words }) => acceptOffer(rehire, words, { revision: 1 }, given));
  return number;
}

export async function begun(): Promise<number> {
  const number = await accepted();
  await decide(number, (rehire) => ({ outcome: 'started', write: started(rehire, startsOn, given) }));
  return number;
}

/** A step of the newest execution. */
export async function step(what: string, number: number): Promise<{ outcome: string }> {
  const { rounds } = await rehireOf(number);
  const execution = `arn:aws:states:ap-northeast-1:000000000000:execution:okaeri-rehire:rehire-${number}-${rounds}`;
  return handler({ step: what, rehire: number, round: rounds, now, execution });
}

export async function bookedFor(number: number): Promise<LedgerEntry[]> {
  return (await readLedger()).filter(({ about }) => about.rehire === number);
}
