import { DeleteCommand, GetCommand, paginateQuery } from '@aws-sdk/lib-dynamodb';
import { putForKnown } from './known-person.ts';
import { keys, personOf, table, tableName } from './table.ts';

/** Who was invited to a gathering, and the newest revision of its plan that they were told of. */

export type Invitee = { person: string; told: number };

/** Counts somebody among those who know of a gathering, by a revision; who is among them already stays as they are. */
export async function addInvitee(gathering: number, { person, told }: Invitee): Promise<void> {
  const item = { ...keys.invitee(gathering, person), told };
  await putForKnown(person, item, { ConditionExpression: 'attribute_not_exists(pk)' });
}

/** Notes that somebody among them was told of a later revision. */
export async function noteTold(gathering: number, { person, told }: Invitee): Promise<void> {
  const item = { ...keys.invitee(gathering, person), told };
  await putForKnown(person, item, {
    ConditionExpression: 'told < :told',
    ExpressionAttributeValues: { ':told': told },
  });
}

/** Whether somebody was invited, as of a moment ago; half a RRU. */
export async function isInvitee(gathering: number, person: string): Promise<boolean> {
  const { Item } = await table.send(new GetCommand({ TableName: tableName(), Key: keys.invitee(gathering, person) }));
  return Item !== undefined;
}

/** Somebody among the invited, as it is now; 1 RRU. */
export async function readInvitee(gathering: number, person: string): Promise<Invitee | undefined> {
  const { Item } = await table.send(
    new GetCommand({ TableName: tableName(), Key: keys.invitee(gathering, person), ConsistentRead: true }),
  );
  return Item && { person, told: Number(Item.told) };
}

/** Everybody who was invited, 1 RRU for some 60 of them. */
export async function* inviteesOf(gathering: number): AsyncGenerator<Invitee> {
  const { pk, sk } = keys.invitee(gathering, '');
  const pages = paginateQuery(
    { client: table },
    {
      TableName: tableName(),
      KeyConditionExpression: 'pk = :pk AND begins_with(sk, :invitees)',
      ExpressionAttributeValues: { ':pk': pk, ':invitees': sk },
      ConsistentRead: true,
    },
  );
  for await (const { Items = [] } of pages) {
    for (const item of Items) yield { person: personOf(String(item.sk)), told: Number(item.told) };
  }
}

/** Forgets that somebody was invited: they are erased. */
export async function removeInvitee(gathering: number, person: string): Promise<void> {
  await table.send(new DeleteCommand({ TableName: tableName(), Key: keys.invitee(gathering, person) }));
}
