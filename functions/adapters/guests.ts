import { DeleteCommand, GetCommand, paginateQuery } from '@aws-sdk/lib-dynamodb';
import { putForKnown } from './known-person.ts';
import { keys, personOf, table, tableName } from './table.ts';

/** Who was invited to a gathering, and the newest revision of its plan that they were told of. */

export type Guest = { person: string; told: number };

/** Counts somebody among those who know of a gathering, by a revision; who is among them already stays as they are. */
export async function addGuest(gathering: number, { person, told }: Guest): Promise<void> {
  const item = { ...keys.guest(gathering, person), told };
  await putForKnown(person, item, { ConditionExpression: 'attribute_not_exists(pk)' });
}

/** Notes that somebody among them was told of a later revision. */
export async function noteTold(gathering: number, { person, told }: Guest): Promise<void> {
  const item = { ...keys.guest(gathering, person), told };
  await putForKnown(person, item, {
    ConditionExpression: 'told < :told',
    ExpressionAttributeValues: { ':told': told },
  });
}

/** Whether somebody was invited, as of a moment ago; half a RRU. */
export async function isGuest(gathering: number, person: string): Promise<boolean> {
  const { Item } = await table.send(new GetCommand({ TableName: tableName(), Key: keys.guest(gathering, person) }));
  return Item !== undefined;
}

/** Somebody among the invited, as it is now; 1 RRU. */
export async function readGuest(gathering: number, person: string): Promise<Guest | undefined> {
  const { Item } = await table.send(
    new GetCommand({ TableName: tableName(), Key: keys.guest(gathering, person), ConsistentRead: true }),
  );
  return Item && { person, told: Number(Item.told) };
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
