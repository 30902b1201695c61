import { GetCommand } from '@aws-sdk/lib-dynamodb';
import { keys, table, tableName } from './table.ts';

/** Whether SES is known to deliver to an address no more. @param addressHash its keyed hash */
export async function isSuppressed(addressHash: string): Promise<boolean> {
  const { Item } = await table.send(new GetCommand({ TableName: tableName(), Key: keys.suppressed(addressHash) }));
  return Item !== undefined;
}
