import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { setting } from './environment.ts';

/** The one table, and how its keys are made. docs/data-model.md shows every item. */

export const table = DynamoDBDocumentClient.from(new DynamoDBClient({}), {
  marshallOptions: { removeUndefinedValues: true },
});

export const tableName = (): string => setting('TABLE_NAME');

/** Sparse indexes: what is due on a date, and what is pending. Both spread over the same number of shards. */
export const indexes = { due: 'due', pending: 'pending' } as const;
export const shards = [0, 1, 2, 3, 4, 5, 6, 7].map(String);

/** The shard of a person: ids are keyed hashes in hex, so their first digit spreads evenly. */
export function shardOf(person: string): string {
  return String(Number.parseInt(person.slice(0, 1), 16) % shards.length);
}

export const keys = {
  person: (id: string) => ({ pk: `PERSON#${id}`, sk: 'RECORD#person' }),
  profile: (id: string) => ({ pk: `PERSON#${id}`, sk: 'RECORD#profile' }),
  question: (id: string, question: string) => ({ pk: `PERSON#${id}`, sk: `RECORD#question#${question}` }),
  entry: (id: string, at: string, nonce: string, index: number) => ({
    pk: `PERSON#${id}`,
    sk: `ENTRY#${at}#${nonce}#${index}`,
  }),
  dispatch: (id: string, dispatch: string) => ({ pk: `PERSON#${id}`, sk: `DISPATCH#${dispatch}` }),
  consequence: (id: string, nonce: string, index: number) => ({
    pk: `PERSON#${id}`,
    sk: `CONSEQUENCE#${nonce}#${index}`,
  }),
  evidence: (id: string, at: string, nonce: string) => ({ pk: `EVIDENCE#${id}`, sk: `${at}#${nonce}` }),
  lastReport: { pk: 'HRIS', sk: 'LAST' },
} as const;

/** The person whose partition a key is in. */
export function personOf(pk: string): string {
  return pk.slice(pk.indexOf('#') + 1);
}
