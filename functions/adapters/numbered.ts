import { randomUUID } from 'node:crypto';
import { GetCommand, paginateQuery } from '@aws-sdk/lib-dynamodb';
import type { Consequence } from '../domain/decision.ts';
import { programme, shardOf, table, tableName } from './table.ts';
import { consequenceItems, type Item, put, untilWritten, writeAll } from './write.ts';

/** What the programme numbers, newest first in one partition: editions and gatherings, of which there are a few a year, and contributions. */

type Numbered = { number: number; version: number; taskToken?: string | undefined };
type Written = { consequences?: readonly Consequence[] };
type Decided<Write> = { outcome: string; write?: Write };

type Kind<T extends Numbered, Write extends Written> = {
  /** How their sort keys begin. */
  prefix: string;
  key: (number: number) => { pk: string; sk: string };
  parse: (data: unknown) => T;
  /** What a decision writes. */
  recordOf: (write: Write) => T;
  /** Whether an execution may park on it. */
  isOpen: (record: T) => boolean;
  /** The date on which the sweep looks at it. */
  dueOn?: (record: T) => string | undefined;
  /** What else is written with it. */
  withIt?: (write: Write) => readonly Item[];
};

export function numbered<T extends Numbered, Write extends Written>(kind: Kind<T, Write>) {
  const { prefix, key, recordOf, isOpen, dueOn, withIt } = kind;

  function parse({ data, taskToken }: { [name: string]: unknown }): T {
    return kind.parse({ ...Object(data), ...(taskToken !== undefined && { taskToken }) });
  }

  async function read(number: number): Promise<T | undefined> {
    const { Item } = await table.send(
      new GetCommand({ TableName: tableName(), Key: key(number), ConsistentRead: true }),
    );
    return Item && parse(Item);
  }

  async function readAll(most?: number): Promise<T[]> {
    const pages = paginateQuery(
      { client: table },
      {
        TableName: tableName(),
        KeyConditionExpression: 'pk = :pk AND begins_with(sk, :prefix)',
        ExpressionAttributeValues: { ':pk': programme, ':prefix': prefix },
        ScanIndexForward: false,
        ConsistentRead: true,
        Limit: most,
      },
    );
    const found: T[] = [];
    for await (const { Items = [] } of pages) {
      found.push(...Items.map(parse));
      if (most !== undefined && found.length >= most) break;
    }
    return found.slice(0, most);
  }

  /** @param before as loaded, with the token that was seen: an execution that parks in between is noticed */
  async function write(before: T | undefined, change: Write): Promise<boolean> {
    const record = recordOf(change);
    const nonce = randomUUID();
    const { taskToken, ...rest } = record;
    const data = { ...rest, version: record.version + 1 };
    const due = dueOn?.(record);
    const item = {
      ...key(record.number),
      data,
      nonce,
      version: data.version,
      status: isOpen(record) ? 'open' : 'settled',
      taskToken,
      ...(due && { due, dueShard: shardOf(programme) }),
    };
    const seen = before?.taskToken;
    const unchanged = `version = :version AND ${seen ? 'taskToken = :seen' : 'attribute_not_exists(taskToken)'}`;
    const guard = put(item, {
      ConditionExpression: before ? unchanged : 'attribute_not_exists(pk)',
      ...(before && { ExpressionAttributeValues: { ':version': before.version, ...(seen && { ':seen': seen }) } }),
      ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
    });
    const consequences = consequenceItems(programme, change.consequences ?? [], nonce);
    return writeAll([guard, ...(withIt?.(change) ?? []), ...consequences], nonce);
  }

  return {
    read,
    write,
    /** @param most how many of the newest; without it, all of them */
    readAll,
    /**
     * Loads one, decides, and writes the decision with its consequences; a rival write means to decide again.
     * @returns the decision; `unknown` where there is none of that number
     */
    decideOn: <Outcome extends string>(
      number: number,
      decide: (record: T) => { outcome: Outcome; write?: Write },
    ): Promise<Outcome | 'unknown'> =>
      untilWritten<Outcome | 'unknown'>(async () => {
        const record = await read(number);
        if (!record) return { done: 'unknown' };
        const decision = decide(record);
        return !decision.write || (await write(record, decision.write)) ? { done: decision.outcome } : undefined;
      }),
    /** Adds one after the newest. @returns the decision, made anew where somebody else was quicker */
    add: <D extends Decided<Write>>(decide: (records: T[]) => D): Promise<D> =>
      untilWritten(async () => {
        const decision = decide(await readAll());
        return !decision.write || (await write(undefined, decision.write)) ? { done: decision } : undefined;
      }),
  };
}
