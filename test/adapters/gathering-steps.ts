import { PutCommand } from '@aws-sdk/lib-dynamodb';
import { expect } from 'vitest';
import { readDispatch } from '../../functions/adapters/dispatches.ts';
import { inviteesOf } from '../../functions/adapters/invitees.ts';
import { decideOnRoom, readRoom, setRoom, tellPlace } from '../../functions/adapters/rooms.ts';
import { writeRsvp } from '../../functions/adapters/rsvps.ts';
import { keys, table, tableName } from '../../functions/adapters/table.ts';
import { type DispatchPurpose, dispatchId } from '../../functions/domain/dispatch.ts';
import type { Announced } from '../../functions/domain/gathering.ts';
import { type Plan, placesIn } from '../../functions/domain/gathering-plan.ts';
import { answer, type Room } from '../../functions/domain/room.ts';
import { handler, type Stepped } from '../../functions/gatherings/steps.ts';
import { announced } from '../domain/held-gathering.ts';
import type { Ses } from './ses-stand-in.ts';

/** Gatherings in the table, and the steps of their execution in this very process. */

/** Weeks before the dinner and its deadline. */
export const early = '2027-01-15';

/** Numbers as long as in keys, so that a call about one is named alike wherever the number stands. */
let newest = 100_000;

/** A gathering that was approved, with its room; not by way of all there are, of which tests have many. @returns its number */
export async function gathering(said: Partial<Announced> = {}, plan: Partial<Plan> = {}): Promise<number> {
  newest += 1;
  const number = newest;
  const data = announced({ ...said, number, version: 1 }, plan);
  const item = { ...keys.gathering(number), data, version: data.version, status: 'settled' };
  await table.send(new PutCommand({ TableName: tableName(), Item: item }));
  await setRoom(number, { capacity: placesIn(data.plan), open: true });
  return number;
}

type Step = Exclude<Stepped['outcome'], 'wait' | 'done' | 'more'>;
type How = { date?: string; execution?: string; milliseconds?: () => number };

/** Carries out a step, on a date, as an execution. */
export function step(
  name: Step,
  number: number,
  { date = early, execution = 'one', milliseconds = () => 900_000 }: How = {},
): Promise<Stepped> {
  const event = { step: name, gathering: number, now: `${date}T00:00:00.000Z`, execution };
  return handler(event, { getRemainingTimeInMillis: milliseconds });
}

/** Somebody answers, with so many heads. @param told whether they have had word of it, and the calendar entry */
export async function answers(number: number, person: string, heads: number, { told = false } = {}): Promise<void> {
  const word = heads > 0 ? 'yes' : 'no';
  await writeRsvp(person, { gathering: number, answer: word, at: new Date().toISOString() }, '2099-01-01');
  await decideOnRoom(number, (room) => answer(room, person, heads));
  const place = (await roomOf(number)).places[person];
  if (told && place) await tellPlace(number, person, { revision: place.revision, entered: true });
}

export async function roomOf(number: number): Promise<Room> {
  const found = await readRoom(number);
  if (!found) throw new Error('no such room');
  return found;
}

/** Who was invited, with the revision that each was told of. */
export async function guests(number: number): Promise<Record<string, number>> {
  const found: Record<string, number> = {};
  for await (const { person, told } of inviteesOf(number)) found[person] = told;
  return found;
}

/** Expects one mail, or one at most that a human is shown. @returns whether it is in doubt */
export async function expectOne(
  person: string,
  { purpose, occasion }: { purpose: DispatchPurpose; occasion: string },
  ses: Ses,
  pending: ReadonlySet<string>,
): Promise<boolean> {
  const dispatch = dispatchId(purpose, occasion);
  const mails = ses.count({ person, dispatch });
  const status = (await readDispatch({ about: person, id: dispatch }))?.status;
  const { pk, sk } = keys.dispatch(person, dispatch);
  const isListed = pending.has(`${pk} ${sk}`);
  const isInDoubt = status === 'held';
  if (isInDoubt) expect({ isListed, most: mails <= 1 }).toEqual({ isListed: true, most: true });
  else expect({ status, mails, isListed }).toEqual({ status: 'sent', mails: 1, isListed: false });
  return isInDoubt;
}
