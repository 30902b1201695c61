import * as z from 'zod/mini';
import { Evidence } from '../domain/consent.ts';
import { Entry } from '../domain/decision.ts';
import { Dispatch, DispatchPurpose, type DispatchStatus } from '../domain/dispatch.ts';
import type { Place } from '../domain/room.ts';
import { Rsvp } from '../domain/rsvp.ts';
import { partition } from './erasing.ts';
import { readGatherings } from './gatherings.ts';
import { readInvitee } from './invitees.ts';
import { readRoom } from './rooms.ts';
import { keys } from './table.ts';

/** Everything held about one person besides what decisions need: for the timeline, an export, and proof of an erasure. */

/** A mail to a person, or to HR about one. */
const Mail = z.extend(Dispatch, { data: z.extend(Dispatch.shape.data, { purpose: DispatchPurpose }) });
type Mail = z.infer<typeof Mail>['data'] & { status: DispatchStatus };

const Kept = z.object({ data: Evidence, due: z.optional(z.string()) });

export type Holdings = {
  /** Items of the person's partition, by kind. */
  items: Readonly<
    Record<'person' | 'profile' | 'question' | 'entry' | 'mail' | 'consequence' | 'rsvp' | 'words' | 'rehire', number>
  >;
  entries: readonly Entry[];
  mails: readonly Mail[];
  /** What they said about gatherings. */
  rsvps: readonly Rsvp[];
  /** Evidence of consent; with the date of its deletion once that is set. */
  evidence: readonly (Evidence & { until?: string })[];
};

/** Reads all that the table holds about a person, consistently within each partition. */
export async function readHoldings(person: string): Promise<Holdings> {
  const items = { person: 0, profile: 0, question: 0, entry: 0, mail: 0, consequence: 0, rsvp: 0, words: 0, rehire: 0 };
  const entries: Entry[] = [];
  const mails: Mail[] = [];
  const rsvps: Rsvp[] = [];
  for await (const item of partition(keys.person(person).pk)) {
    const kind = kindOf(item.sk);
    items[kind] += 1;
    if (kind === 'entry') entries.push(Entry.parse(item.data));
    if (kind === 'rsvp') rsvps.push(Rsvp.parse(item.data));
    if (kind === 'mail') {
      const { data, status } = Mail.parse(item);
      mails.push({ ...data, status });
    }
  }
  const evidence: (Evidence & { until?: string })[] = [];
  for await (const item of partition(keys.evidence(person, '', '').pk)) {
    const { data, due } = Kept.parse(item);
    evidence.push({ ...data, ...(due && { until: due }) });
  }
  return { items, entries, mails, rsvps, evidence };
}

/** What a gathering holds about somebody outside their own partition. */
export type AtGathering = {
  gathering: number;
  /** The newest revision of its plan that they were told of; none for who is not among the invited. */
  told?: number;
  place?: Place;
  /** In which order they came to the waiting list. */
  order?: number;
};

/** Reads what gatherings' invitees and rooms hold about a person, each consistently; oldest first. */
export async function readAtGatherings(person: string): Promise<AtGathering[]> {
  const held: AtGathering[] = [];
  for (const { number } of (await readGatherings()).reverse()) {
    const [invitee, room] = await Promise.all([readInvitee(number, person), readRoom(number)]);
    const { [person]: place } = room?.places ?? {};
    const { [person]: order } = room?.orders ?? {};
    if (!invitee && !place && order === undefined) continue;
    held.push({
      gathering: number,
      ...(invitee && { told: invitee.told }),
      ...(place && { place }),
      ...(order !== undefined && { order }),
    });
  }
  return held;
}

function kindOf(sk: string): keyof Holdings['items'] {
  if (sk.startsWith('ENTRY#')) return 'entry';
  if (sk.startsWith('DISPATCH#')) return 'mail';
  if (sk.startsWith('RSVP#')) return 'rsvp';
  if (sk.startsWith('WORDS#')) return 'words';
  if (sk.startsWith('REHIRE#')) return 'rehire';
  if (sk.startsWith('CONSEQUENCE#')) return 'consequence';
  if (sk.startsWith('RECORD#question#')) return 'question';
  return sk === 'RECORD#profile' ? 'profile' : 'person';
}
