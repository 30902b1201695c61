import { expect } from 'vitest';
import { dueForOutreach } from '../../functions/adapters/calendar.ts';
import { pendingBefore } from '../../functions/adapters/consequences.ts';
import { readDispatch } from '../../functions/adapters/dispatches.ts';
import { loadPerson } from '../../functions/adapters/people.ts';
import { keys } from '../../functions/adapters/table.ts';
import { dispatchId } from '../../functions/domain/dispatch.ts';
import { handler, type Swept } from '../../functions/outreach/write-to-who-is-due.ts';
import type { Ses } from './ses-stand-in.ts';

/** Sweeps of a day in this very process, and what must be true when they are over. */

/** As long as a function may run. */
const minutes = 15 * 60_000;

/** @param execution who sweeps: its name */
export function sweep(date: string, execution = 'one'): Promise<Swept> {
  const now = `${date}T00:00:00.000Z`;
  return handler({ date, now, execution }, { getRemainingTimeInMillis: () => minutes });
}

export async function dueOn(date: string): Promise<string[]> {
  const found: string[] = [];
  for await (const person of dueForOutreach(date)) found.push(person);
  return found;
}

/** Dispatches whose fate is unknown, as partition and sort key. */
export async function listed(): Promise<Set<string>> {
  const found = new Set<string>();
  for await (const { pk, sk } of pendingBefore('9999')) found.add(`${pk} ${sk}`);
  return found;
}

/** What became of the mail of somebody's touch: one went out, or none and a human is shown it. */
type Fate = 'one mail' | 'in doubt';

/** @throws where somebody got two mails, or none that anybody would know of */
export async function fateOf(person: string, touch: string, ses: Ses, pending: Set<string>): Promise<Fate> {
  const dispatch = dispatchId('outreach', touch);
  const mails = ses.count({ person, dispatch });
  const { pk, sk } = keys.dispatch(person, dispatch);
  const status = (await readDispatch({ about: person, id: dispatch }))?.status;
  const isListed = pending.has(`${pk} ${sk}`);
  // Held, it may have gone out or not; sent, it has.
  if (status === 'held')
    expect({ mails: mails > 1 ? 'several' : 'one at most', isListed }).toEqual({
      mails: 'one at most',
      isListed: true,
    });
  else expect({ status, mails, isListed }).toEqual({ status: 'sent', mails: 1, isListed: false });
  return status === 'held' ? 'in doubt' : 'one mail';
}

/** The touch is behind, and the next one has its date. */
export async function expectNoted(person: string, date: string): Promise<void> {
  const { person: found } = await loadPerson(person);
  expect(found.mailed).toContain(date);
  expect(String(found.nextOutreach) > date).toBe(true);
}
