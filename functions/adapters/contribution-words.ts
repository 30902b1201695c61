import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { GetCommand, QueryCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { Candidate, ContributionWords } from '../domain/contribution-words.ts';
import { remove } from './erasing.ts';
import { keys, table, tableName } from './table.ts';

/** What alumni and candidates wrote: personal data, each in one item, which goes by itself after the policy's time. */

/** What an alumnus wrote about a contribution. */
export async function readWords(person: string, contribution: number): Promise<ContributionWords | undefined> {
  const { Item } = await table.send(
    new GetCommand({ TableName: tableName(), Key: keys.words(person, contribution), ConsistentRead: true }),
  );
  return Item && ContributionWords.parse(Item.data);
}

/** Everything an alumnus contributed and that is kept, newest first. */
export async function wordsOf(person: string): Promise<ContributionWords[]> {
  const { Items = [] } = await table.send(
    new QueryCommand({
      TableName: tableName(),
      KeyConditionExpression: 'pk = :pk AND begins_with(sk, :words)',
      ExpressionAttributeValues: { ':pk': keys.person(person).pk, ':words': 'WORDS#' },
      ScanIndexForward: false,
      ConsistentRead: true,
    }),
  );
  return Items.map(({ data }) => ContributionWords.parse(data));
}

/** Keeps what the owner of a topic answered; the first answer stays. @returns false where it does not matter any more */
export async function keepAnswer(person: string, contribution: number, answer: string): Promise<boolean> {
  try {
    await table.send(
      new UpdateCommand({
        TableName: tableName(),
        Key: keys.words(person, contribution),
        UpdateExpression: 'SET #data.answer = :answer',
        ConditionExpression: 'attribute_exists(pk) AND attribute_not_exists(#data.answer)',
        ExpressionAttributeNames: { '#data': 'data' },
        ExpressionAttributeValues: { ':answer': answer },
      }),
    );
    return true;
  } catch (error) {
    if (error instanceof ConditionalCheckFailedException) return false;
    throw error;
  }
}

/** What a candidate entered about themselves. */
export async function readCandidate(contribution: number): Promise<Candidate | undefined> {
  const { Item } = await table.send(
    new GetCommand({ TableName: tableName(), Key: keys.candidate(contribution), ConsistentRead: true }),
  );
  return Item && Candidate.parse(Item.data);
}

/** Deletes what a candidate entered. */
export function removeCandidate(contribution: number): Promise<void> {
  return remove(keys.candidate(contribution));
}
