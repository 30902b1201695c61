import { noteTold } from '../../adapters/invitees.ts';
import { readRoom } from '../../adapters/rooms.ts';
import type { Given } from '../../domain/decision.ts';
import type { Announced } from '../../domain/gathering.ts';
import type { Room } from '../../domain/room.ts';
import { inBulk, type Run, type Stop } from '../../mail/in-bulk.ts';
import type { Pace } from '../../mail/pace.ts';
import { isStoppedAfter } from '../../mail/stopped.ts';
import type { Written } from './write-to-invitee.ts';

/** What the mails of a gathering that go to many share; called again, each goes on where it was. */

/** What a mail to many is given. */
export type Bulk = { gathering: Announced; given: Given; run: Omit<Run, 'isStopped'> };

/** The room of a gathering, which is there before anybody is invited. */
export async function roomOf(number: number): Promise<Room> {
  const room = await readRoom(number);
  if (!room) throw new Error('a gathering without its room');
  return room;
}

/** `some failed`: they are written to tomorrow. */
export type StepOutcome = Stop | 'some failed';

/** Goes through people, one sender at a time. */
export async function toMany(
  people: AsyncGenerator<string, void>,
  { given, run }: Pick<Bulk, 'given' | 'run'>,
  write: (person: string, pace: Pace) => Promise<string>,
): Promise<StepOutcome> {
  let isOutdated = false;
  const writeTo = async (person: string, pace: Pace) => {
    const outcome = await write(person, pace);
    isOutdated ||= outcome === 'outdated';
    return outcome;
  };
  const stop = await inBulk(people, writeTo, {
    ...run,
    hasTime: () => run.hasTime() && !isOutdated,
    isStopped: (sent) => isStoppedAfter(sent, given),
  });
  // The next stock finds what comes next by now.
  if (isOutdated) return 'more';
  return stop === 'done' && (run.counts['failed'] || run.counts['changed']) ? 'some failed' : stop;
}

/** Notes that somebody was told, whether the mail is certain to have gone out or not. */
export async function told(
  outcome: Written,
  number: number,
  guest: { person: string; told: number },
): Promise<Written> {
  const isTold = outcome === 'sent' || outcome === 'sent before' || outcome === 'held' || outcome === 'no answer';
  if (isTold) await noteTold(number, guest);
  return outcome;
}

/** Those who are not among the known. */
export async function* without(
  people: AsyncIterable<string>,
  known: ReadonlySet<string>,
): AsyncGenerator<string, void> {
  for await (const person of people) if (!known.has(person)) yield person;
}

/** Those for which something holds. */
export async function* only<T>(things: AsyncIterable<T>, isOne: (thing: T) => boolean): AsyncGenerator<T, void> {
  for await (const thing of things) if (isOne(thing)) yield thing;
}

/** Guests as people. */
export async function* peopleOf(guests: AsyncIterable<{ person: string }>): AsyncGenerator<string, void> {
  for await (const { person } of guests) yield person;
}

/** One by one. */
export async function* each(people: Iterable<string>): AsyncGenerator<string, void> {
  yield* people;
}
