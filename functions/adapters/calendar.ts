import { paginateQuery } from '@aws-sdk/lib-dynamodb';
import type { PlainDate } from '../domain/time.ts';
import { indexes, personOf, shards, table, tableName } from './table.ts';

/** What is due on a date. A day with nothing due costs one query for each shard, however many people there are. */

export type Due = { pk: string; sk: string; person: string; kind: 'person' | 'question' | 'evidence'; id: string };

const questionPrefix = 'RECORD#question#';

export async function* dueBy(date: PlainDate): AsyncGenerator<Due> {
  for (const shard of shards) {
    const pages = paginateQuery(
      { client: table },
      {
        TableName: tableName(),
        IndexName: indexes.due,
        KeyConditionExpression: 'dueShard = :shard AND due <= :date',
        ExpressionAttributeValues: { ':shard': shard, ':date': date },
      },
    );
    for await (const { Items = [] } of pages) {
      for (const item of Items) yield dueOf(String(item.pk), String(item.sk));
    }
  }
}

function dueOf(pk: string, sk: string): Due {
  const person = personOf(pk);
  if (pk.startsWith('EVIDENCE#')) return { pk, sk, person, kind: 'evidence', id: sk };
  return sk.startsWith(questionPrefix)
    ? { pk, sk, person, kind: 'question', id: sk.slice(questionPrefix.length) }
    : { pk, sk, person, kind: 'person', id: person };
}

/**
 * Who is due for outreach on a date, those first who have been due for longest.
 * Each shard is in order; the eight are merged.
 */
export async function* dueForOutreach(date: PlainDate): AsyncGenerator<string> {
  const waiting = shards.map((shard) => outreachShard(shard, date));
  const heads = await Promise.all(waiting.map((shard) => shard.next()));
  for (;;) {
    let first: number | undefined;
    let earliest: Waiting | undefined;
    for (const [index, { done, value }] of heads.entries()) {
      if (done || (earliest && earliest.due <= value.due)) continue;
      first = index;
      earliest = value;
    }
    const shard = first === undefined ? undefined : waiting[first];
    if (first === undefined || !shard || !earliest) return;
    yield earliest.person;
    heads[first] = await shard.next();
  }
}

type Waiting = { person: string; due: PlainDate };

async function* outreachShard(shard: string, date: PlainDate): AsyncGenerator<Waiting, undefined> {
  const pages = paginateQuery(
    { client: table },
    {
      TableName: tableName(),
      IndexName: indexes.outreach,
      KeyConditionExpression: 'outreachShard = :shard AND outreach <= :date',
      ExpressionAttributeValues: { ':shard': shard, ':date': date },
    },
  );
  for await (const { Items = [] } of pages) {
    for (const { pk, outreach } of Items) yield { person: personOf(String(pk)), due: String(outreach) };
  }
}
