import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { DeleteCommand, GetCommand, PutCommand, paginateQuery } from '@aws-sdk/lib-dynamodb';
import { keys, personOf, table, tableName } from './table.ts';

/** Who was invited to a gathering, and the newest revision of its plan that they were told of. */

export type Guest = { person: string; told: number };

/** Notes that a mail about a revision went to somebody; a later one stays. */
export async function noteTold(gathering: number, { person, told }: Guest): Promise<void> {
  try {
    await table.send(
      new PutCommand({
        TableName: tableName(),
        Item: { ...keys.guest(gathering, person), told },
        ConditionExpression: 'attribute_not_exists(pk) OR told < :told',
        ExpressionAttributeValues: { ':told': told },
      }),
    );
  } catch (error) {
    if (!(error instanceof ConditionalCheckFailedException)) throw error;
  }
}

/** Whether somebody was invited, as of a moment ago; half a RRU. */
export async function isGuest(gathering: number, person: string): Promise<boolean> {
  const { Item } = await table.send(new GetCommand({ TableName: tableName(), Key: keys.guest(gathering, person) }));
  return Item !== undefined;
}

/** Everybody who was invited, 1 RRU for some 60 of them. */
export async function* guestsOf(gathering: number): AsyncGenerator<Guest> {
  const { pk, sk } = keys.guest(gathering, '');
  const pages = paginateQuery(
    { client: table },
    {
      TableName: tableName(),
      KeyConditionExpression: 'pk = :pk AND begins_with(sk, :guests)',
      ExpressionAttributeValues: { ':pk': pk, ':guests': sk },
      ConsistentRead: true,
    },
  );
  for await (const { Items = [] } of pages) {
    for (const item of Items) yield { person: personOf(String(item.sk)), told: Number(item.told) };
  }
}

/** Forgets that somebody was invited: they are erased. */
export async function removeGuest(gathering: number, person: string): Promise<void> {
  await table.send(new DeleteCommand({ TableName: tableName(), Key: keys.guest(gathering, person) }));
}
