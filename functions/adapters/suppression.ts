import { GetCommand } from '@aws-sdk/lib-dynamodb';
import { keys, table, tableName } from './table.ts';

/**
 * Whether SES is known to deliver to an address no more, and why.
 * @param addressHash its keyed hash
 */
export async function suppressionOf(addressHash: string): Promise<'bounce' | 'complaint' | undefined> {
  const { Item } = await table.send(new GetCommand({ TableName: tableName(), Key: keys.suppressed(addressHash) }));
  if (!Item) return undefined;
  return Item.reason === 'COMPLAINT' ? 'complaint' : 'bounce';
}
