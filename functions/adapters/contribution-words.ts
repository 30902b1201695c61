import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { GetCommand, paginateQuery, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { ContributionWords } from '../domain/contribution-words.ts';
import { keys, table, tableName } from './table.ts';

/** What alumni wrote: personal data, each in one item, which goes by itself after the policy's time. */

/** What an alumnus wrote about a contribution. */
export async function readWords(person: string, contribution: number): Promise<ContributionWords | undefined> {
  const { Item } = await table.send(
    new GetCommand({ TableName: tableName(), Key: keys.words(person, contribution), ConsistentRead: true }),
  );
  return Item && ContributionWords.parse(Item.data);
}

/** Everything an alumnus contributed and that is kept, newest first. */
export async function wordsOf(person: string): Promise<ContributionWords[]> {
  const pages = paginateQuery(
    { client: table },
    {
      TableName: tableName(),
      KeyConditionExpression: 'pk = :pk AND begins_with(sk, :words)',
      ExpressionAttributeValues: { ':pk': keys.person(person).pk, ':words': 'WORDS#' },
      ScanIndexForward: false,
      ConsistentRead: true,
    },
  );
  const words: ContributionWords[] = [];
  for await (const { Items = [] } of pages) words.push(...Items.map(({ data }) => ContributionWords.parse(data)));
  return words;
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
