import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { setting } from './environment.ts';

/** The one table, and how its keys are made. docs/data-model.md shows every item. */

export const table = DynamoDBDocumentClient.from(new DynamoDBClient({}), {
  marshallOptions: { removeUndefinedValues: true },
});

export const tableName = (): string => setting('TABLE_NAME');

/** Sparse indexes spread over so many shards. */
export const shards = [0, 1, 2, 3, 4, 5, 6, 7].map(String);

/** A partition for what is about nobody: editions, counts, mails to who looks after the programme. */
export const programme = 'PROGRAMME';

/** The partition of what is booked: by id, so that nothing is booked twice, on whatever day. */
export const ledger = 'LEDGER';

/** The partition of one gathering's room and of who was told of it. */
const gatheringOf = (number: number): string => `GATHERING#${padded(number)}`;

/** Numbers in keys, so that they sort. */
const padded = (number: number): string => String(number).padStart(6, '0');

/** Whose partition something is in: a person's, or the programme's. */
function partitionOf(about: string): string {
  return about === programme ? programme : `PERSON#${about}`;
}

/** The shard of a person: ids are keyed hashes in hex, so their first digit spreads evenly. The programme's is the first. */
export function shardOf(about: string): string {
  return about === programme ? '0' : String(Number.parseInt(about.slice(0, 1), 16) % shards.length);
}

export const keys = {
  person: (id: string) => ({ pk: `PERSON#${id}`, sk: 'RECORD#person' }),
  profile: (id: string) => ({ pk: `PERSON#${id}`, sk: 'RECORD#profile' }),
  question: (id: string, question: string) => ({ pk: `PERSON#${id}`, sk: `RECORD#question#${question}` }),
  entry: (id: string, at: string, nonce: string, index: number) => ({
    pk: `PERSON#${id}`,
    sk: `ENTRY#${at}#${nonce}#${index}`,
  }),
  dispatch: (about: string, dispatch: string) => ({ pk: partitionOf(about), sk: `DISPATCH#${dispatch}` }),
  consequence: (about: string, nonce: string, index: number) => ({
    pk: partitionOf(about),
    sk: `CONSEQUENCE#${nonce}#${index}`,
  }),
  evidence: (id: string, at: string, nonce: string) => ({ pk: `EVIDENCE#${id}`, sk: `${at}#${nonce}` }),
  lastReport: { pk: 'HRIS', sk: 'LAST' },
  edition: (number: number) => ({ pk: programme, sk: `EDITION#${padded(number)}` }),
  gathering: (number: number) => ({ pk: programme, sk: `GATHERING#${padded(number)}` }),
  room: (number: number) => ({ pk: gatheringOf(number), sk: 'ROOM' }),
  invitee: (number: number, person: string) => ({ pk: gatheringOf(number), sk: `INVITEE#${person}` }),
  rsvp: (id: string, gathering: number) => ({ pk: `PERSON#${id}`, sk: `RSVP#${padded(gathering)}` }),
  ledger: (id: string) => ({ pk: ledger, sk: id }),
  contribution: (number: number) => ({ pk: programme, sk: `CONTRIBUTION#${padded(number)}` }),
  words: (id: string, contribution: number) => ({ pk: `PERSON#${id}`, sk: `WORDS#${padded(contribution)}` }),
  candidate: (contribution: number) => ({ pk: `CANDIDATE#${padded(contribution)}`, sk: 'CANDIDATE' }),
  taken: (kind: 'form' | 'company' | 'candidate' | 'hire', hash: string) => ({
    pk: `TAKEN#${kind}#${hash}`,
    sk: 'TAKEN',
  }),
  rehire: (number: number) => ({ pk: programme, sk: `REHIRE#${padded(number)}` }),
  rehireWords: (id: string, rehire: number) => ({ pk: `PERSON#${id}`, sk: `REHIRE#${padded(rehire)}` }),
  budget: (period: string) => ({ pk: programme, sk: `BUDGET#${period}` }),
  breaker: { pk: programme, sk: 'BREAKER' },
  counts: (round: number, date: string) => ({ pk: programme, sk: `COUNTS#${round}#${date}` }),
  lease: { pk: programme, sk: 'LEASE' },
  reconciled: { pk: programme, sk: 'RECONCILED' },
  suppressed: (address: string) => ({ pk: `SUPPRESSED#${address}`, sk: 'SUPPRESSED' }),
} as const;

/** The person whose partition a key is in, or the programme. */
export function personOf(pk: string): string {
  return pk.slice(pk.indexOf('#') + 1);
}

/** The number with which a key ends, such as a gathering's. */
export function numberIn(key: string): number {
  return Number(/\d+$/.exec(key)?.[0]);
}
