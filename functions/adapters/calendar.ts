import type { PlainDate } from '../domain/time.ts';
import { type Listed, listed } from './sparse-index.ts';
import { personOf, programme, shards } from './table.ts';

/** What is due on a date. A day with nothing due costs one query for each shard, however many people there are. */

export type Due = {
  pk: string;
  sk: string;
  person: string;
  kind:
    | 'person'
    | 'question'
    | 'evidence'
    | 'gathering'
    | 'room'
    | 'rsvp'
    | 'contribution'
    | 'rehire'
    | 'candidate'
    | 'kept';
  id: string;
};

const questionPrefix = 'RECORD#question#';

export async function* dueBy(date: PlainDate): AsyncGenerator<Due> {
  for (const shard of shards) {
    for await (const { pk, sk } of listed('due', shard, date)) yield dueOf(pk, sk);
  }
}

function dueOf(pk: string, sk: string): Due {
  const person = personOf(pk);
  if (pk.startsWith('EVIDENCE#')) return { pk, sk, person, kind: 'evidence', id: sk };
  if (sk === 'CANDIDATE') return { pk, sk, person, kind: 'candidate', id: pk };
  if (sk.startsWith('REHIRE#') && person === programme) return { pk, sk, person, kind: 'rehire', id: sk };
  if (sk === 'TAKEN' || sk.startsWith('WORDS#') || sk.startsWith('REHIRE#'))
    return { pk, sk, person, kind: 'kept', id: sk };
  if (sk.startsWith('CONTRIBUTION#')) return { pk, sk, person, kind: 'contribution', id: sk };
  if (sk === 'ROOM') return { pk, sk, person, kind: 'room', id: pk };
  if (sk.startsWith('GATHERING#')) return { pk, sk, person, kind: 'gathering', id: sk };
  if (sk.startsWith('RSVP#')) return { pk, sk, person, kind: 'rsvp', id: sk };
  return sk.startsWith(questionPrefix)
    ? { pk, sk, person, kind: 'question', id: sk.slice(questionPrefix.length) }
    : { pk, sk, person, kind: 'person', id: person };
}

/** Everybody who may be invited to gatherings and left up to a date. */
export async function* mayBeInvited(lastDayTo: PlainDate): AsyncGenerator<string> {
  for (const shard of shards) {
    for await (const { pk } of listed('invitable', shard, lastDayTo)) yield personOf(pk);
  }
}

/**
 * Who is due for outreach on a date, those first who have been due for longest.
 * Each shard is in order; the eight are merged.
 */
export async function* dueForOutreach(date: PlainDate): AsyncGenerator<string> {
  const waiting = shards.map((shard) => listed('outreach', shard, date));
  const heads = await Promise.all(waiting.map((shard) => shard.next()));
  for (;;) {
    let first: number | undefined;
    let earliest: Listed | undefined;
    for (const [index, { done, value }] of heads.entries()) {
      if (done || (earliest && earliest.at <= value.at)) continue;
      first = index;
      earliest = value;
    }
    const shard = first === undefined ? undefined : waiting[first];
    if (first === undefined || !shard || !earliest) return;
    yield personOf(earliest.pk);
    heads[first] = await shard.next();
  }
}
