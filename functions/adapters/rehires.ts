import { randomUUID } from 'node:crypto';
import { GetCommand, paginateQuery } from '@aws-sdk/lib-dynamodb';
import { type Given, type PersonFile, today } from '../domain/decision.ts';
import { isOpen, Rehire, type RehireDecision, type RehireWrite } from '../domain/rehire.ts';
import { endOfErased } from '../domain/rehire-due.ts';
import { type OpenOutcome, openRehire, type Wish } from '../domain/rehire-opening.ts';
import { cancelRehire } from '../domain/rehire-start.ts';
import { RehireWords } from '../domain/rehire-words.ts';
import { dateAfter, type PlainDate } from '../domain/time.ts';
import { identify } from './identity.ts';
import { entryItem } from './ledger.ts';
import { numbered } from './numbered.ts';
import { loadPerson } from './people.ts';
import { keys, table, tableName } from './table.ts';
import { dueOn, takenBy, taking } from './taken.ts';
import { type Item, isThere, put, timelineItems, untilWritten } from './write.ts';

/** Rehires. What people wrote about one, and its offer, lie with the person; an execution parks on it. */

type RehireItems = RehireWrite & {
  items?: readonly Item[];
  /** What lies with the person goes on that date. */
  keptUntil?: PlainDate;
};

const rehires = numbered<Rehire, RehireItems>({
  prefix: 'REHIRE#',
  key: keys.rehire,
  parse: (data) => Rehire.parse(data),
  recordOf: ({ rehire }) => rehire,
  isOpen: ({ isAwaited }) => isAwaited === true,
  dueOn: ({ due }) => due,
  withIt: ({ rehire, words, keptUntil, timeline = [], bookings = [], items = [] }) => [
    // Nothing is written of somebody who has been erased.
    ...(words || timeline.length > 0 ? [isThere(rehire.person)] : []),
    ...(words ? [wordsItem(rehire, words, keptUntil)] : []),
    ...timelineItems(rehire.person, timeline, randomUUID()),
    ...bookings.map((entry) => entryItem(entry)),
    ...items,
  ],
});

export const { read: readRehire, readAll: readRehires } = rehires;

/** What a decision on a rehire is made from. */
export type RehireFile = { file: PersonFile; words: RehireWords };

/**
 * Decides on a rehire with its person and what they wrote. Of somebody who has been erased, nothing is decided: the case ends.
 */
export function decideOnRehire<Outcome extends string>(
  number: number,
  decide: (rehire: Rehire, about: RehireFile) => RehireDecision<Outcome>,
  given: Given,
): Promise<Outcome | 'unknown' | 'erased'> {
  return untilWritten<Outcome | 'unknown' | 'erased'>(async () => {
    const rehire = await readRehire(number);
    if (!rehire) return { done: 'unknown' };
    const { words, ...about } = await loadedWith(rehire);
    const isGone = !about.file.profile || !words;
    const { outcome, write } =
      isGone && isOpen(rehire)
        ? endOfErased(rehire, given)
        : decide(rehire, { ...about, words: words ?? empty(rehire) });
    if (!write) return { done: outcome };
    const isOver = !isOpen(write.rehire) && words !== undefined && !isGone;
    const keptUntil = dateAfter(write.rehire.endedOn ?? today(given), given.policy.retention.returns);
    const items = isOver ? { ...write, words: write.words ?? words, keptUntil } : write;
    return (await rehires.write(rehire, items)) ? { done: outcome } : undefined;
  });
}

function wordsItem({ person, number }: Rehire, data: RehireWords, keptUntil: PlainDate | undefined): Item {
  return put({ ...keys.rehireWords(person, number), data, ...(keptUntil && dueOn(keptUntil, person)) });
}

/** What a step tells of a rehire is taken from. */
export async function readRehireFile(rehire: Rehire): Promise<RehireFile> {
  const { file, words } = await loadedWith(rehire);
  return { file, words: words ?? empty(rehire) };
}

async function loadedWith({ person, number }: Rehire): Promise<{ file: PersonFile; words: RehireWords | undefined }> {
  const [file, words] = await Promise.all([loadPerson(person), readRehireWords(person, number)]);
  return { file, words };
}

/** What is told of somebody who is gone: nothing. */
function empty({ number, at }: Rehire): RehireWords {
  return { rehire: number, at, answers: [] };
}

export type Opened =
  | { outcome: 'opened' | 'already open'; number: number }
  | { outcome: Exclude<OpenOutcome, 'opened'> };

/**
 * Opens a case. All cases take the next number, one after the other, so that somebody who asks twice at once has one.
 * @param wish with the id of the form, by which it is known when it comes again
 */
export async function takeRehire(
  person: string,
  { form, ...wish }: Wish & { form?: string },
  given: Given,
): Promise<Opened> {
  const formKey = form && keys.taken('form', (await identify()).form(person, form));
  return untilWritten<Opened>(async () => {
    const before = formKey ? await takenBy(formKey) : undefined;
    if (before !== undefined) return { done: { outcome: 'opened', number: before } };
    const [newest] = await readRehires(1);
    const number = (newest?.number ?? 0) + 1;
    const cases = await casesOf(person);
    const open = cases.find(isOpen);
    if (open) return { done: { outcome: 'already open', number: open.number } };
    const earlier = cases.map(({ openedOn }) => openedOn);
    const { outcome, write } = openRehire(await loadPerson(person), { number, earlier }, wish, given);
    if (outcome !== 'opened' || !write) return { done: { outcome: outcome === 'opened' ? 'no alumnus' : outcome } };
    const items = formKey ? [taking(formKey, number, undefined)] : [];
    return (await rehires.write(undefined, { ...write, items })) ? { done: { outcome, number } } : undefined;
  }, 'many');
}

/** The cases of somebody, as far as something is kept with them, newest first. */
export async function casesOf(person: string): Promise<Rehire[]> {
  const kept = await rehireWordsOf(person);
  const found = await Promise.all(kept.map(({ rehire }) => readRehire(rehire)));
  return found.filter((rehire) => rehire !== undefined);
}

/** Calls a rehire off; what was booked is taken back. */
export function cancelRehireAndBooking(number: number, given: Given) {
  return decideOnRehire(number, (rehire) => cancelRehire(rehire, given), given);
}

/** Somebody is erased: their cases end, and whoever prepares something hears of it. */
export async function endRehiresOf(person: string, given: Given): Promise<void> {
  for (const { rehire } of await rehireWordsOf(person)) {
    await decideOnRehire(rehire, (found) => endOfErased(found, given), given);
  }
}

/** What is kept with the person about a rehire. */
export async function readRehireWords(person: string, number: number): Promise<RehireWords | undefined> {
  const { Item } = await table.send(
    new GetCommand({ TableName: tableName(), Key: keys.rehireWords(person, number), ConsistentRead: true }),
  );
  return Item && RehireWords.parse(Item.data);
}

/** The rehires of somebody, as far as they are kept with them, newest first. */
export async function rehireWordsOf(person: string): Promise<RehireWords[]> {
  const pages = paginateQuery(
    { client: table },
    {
      TableName: tableName(),
      KeyConditionExpression: 'pk = :pk AND begins_with(sk, :rehires)',
      ExpressionAttributeValues: { ':pk': keys.person(person).pk, ':rehires': 'REHIRE#' },
      ScanIndexForward: false,
      ConsistentRead: true,
    },
  );
  const found: RehireWords[] = [];
  for await (const { Items = [] } of pages) found.push(...Items.map(({ data }) => RehireWords.parse(data)));
  return found;
}
