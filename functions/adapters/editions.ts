import { randomUUID } from 'node:crypto';
import { GetCommand, QueryCommand } from '@aws-sdk/lib-dynamodb';
import { Edition, type EditionDecision, type EditionWrite } from '../domain/edition.ts';
import { keys, programme, table, tableName } from './table.ts';
import { consequenceItems, put, untilWritten, writeAll } from './write.ts';

/** Editions, newest first in one partition: there are a few a year. */

/** @param most how many of the newest */
export async function readEditions(most = 100): Promise<Edition[]> {
  const { Items = [] } = await table.send(
    new QueryCommand({
      TableName: tableName(),
      KeyConditionExpression: 'pk = :pk AND begins_with(sk, :editions)',
      ExpressionAttributeValues: { ':pk': programme, ':editions': 'EDITION#' },
      ScanIndexForward: false,
      Limit: most,
      ConsistentRead: true,
    }),
  );
  return Items.map(editionOf);
}

export async function readEdition(number: number): Promise<Edition | undefined> {
  const { Item } = await table.send(
    new GetCommand({ TableName: tableName(), Key: keys.edition(number), ConsistentRead: true }),
  );
  return Item && editionOf(Item);
}

function editionOf({ data, taskToken }: Record<string, unknown>): Edition {
  return Edition.parse({ ...Object(data), ...(taskToken !== undefined && { taskToken }) });
}

/**
 * Loads an edition, decides, and writes the decision with its consequences; a rival write means to decide again.
 * @returns the decision; nothing where there is no such edition
 */
export async function decideOnEdition<Outcome extends string>(
  number: number,
  decide: (edition: Edition) => EditionDecision<Outcome>,
): Promise<Outcome | 'unknown'> {
  return untilWritten<Outcome | 'unknown'>(async () => {
    const edition = await readEdition(number);
    if (!edition) return { done: 'unknown' };
    const { outcome, write } = decide(edition);
    return !write || (await writeEdition(edition, write)) ? { done: outcome } : undefined;
  });
}

/** Adds an edition after the newest one. @returns the decision, made anew where somebody else was quicker */
export async function addEdition<D extends EditionDecision<string>>(decide: (editions: Edition[]) => D): Promise<D> {
  return untilWritten(async () => {
    const decision = decide(await readEditions());
    return !decision.write || (await writeEdition(undefined, decision.write)) ? { done: decision } : undefined;
  });
}

/** @param before the edition as loaded, with the token that was seen: an execution that parks in between is noticed */
async function writeEdition(
  before: Edition | undefined,
  { edition, consequences = [] }: EditionWrite,
): Promise<boolean> {
  const nonce = randomUUID();
  const { taskToken, ...rest } = edition;
  const data = { ...rest, version: edition.version + 1 };
  const item = {
    ...keys.edition(edition.number),
    data,
    nonce,
    version: data.version,
    status: statusOf(edition),
    taskToken,
  };
  const seen = before?.taskToken;
  const unchanged = `version = :version AND ${seen ? 'taskToken = :seen' : 'attribute_not_exists(taskToken)'}`;
  const guard = put(item, {
    ConditionExpression: before ? unchanged : 'attribute_not_exists(pk)',
    ...(before && { ExpressionAttributeValues: { ':version': before.version, ...(seen && { ':seen': seen }) } }),
    ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
  });
  return writeAll([guard, ...consequenceItems(programme, consequences, nonce)], nonce);
}

/** What a parking execution looks at. */
function statusOf({ status }: Edition): 'open' | 'settled' {
  return status === 'in review' ? 'open' : 'settled';
}
