import { paginateScan } from '@aws-sdk/lib-dynamodb';
import { Dispatch, type DispatchStatus } from '../domain/dispatch.ts';
import { personOf, table, tableName } from './table.ts';

/** What was told to whom: each dispatch of outreach is its own record. */

export type Disclosure = { person: string; at: string; classification: string; status: DispatchStatus };

/**
 * To whom an edition was told, in no order. It reads the whole table, consistently: 1 RRU for every 4 KB there is, some
 * 2,500 for each 10 MB. No index is kept for it, since one would cost every mail a write; it is for rare use.
 */
export async function* disclosuresOf(edition: number): AsyncGenerator<Disclosure> {
  const pages = paginateScan(
    { client: table },
    {
      TableName: tableName(),
      FilterExpression: 'begins_with(sk, :dispatch) AND #data.#edition = :edition',
      ExpressionAttributeNames: { '#data': 'data', '#edition': 'edition' },
      ExpressionAttributeValues: { ':dispatch': 'DISPATCH#', ':edition': edition },
      ConsistentRead: true,
    },
  );
  for await (const { Items = [] } of pages) {
    for (const item of Items) {
      const { status, data } = Dispatch.parse(item);
      yield { person: personOf(String(item.pk)), status, at: data.at, classification: data.classification ?? '' };
    }
  }
}
