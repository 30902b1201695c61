import { GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import { keys, table, tableName } from './table.ts';

/** When the HR system last reported anything; its silence raises an alarm. */

export async function noteReport(now: string): Promise<void> {
  await table.send(new PutCommand({ TableName: tableName(), Item: { ...keys.lastReport, at: now } }));
}

/** @returns nothing where no report ever came */
export async function readLastReport(): Promise<string | undefined> {
  const { Item } = await table.send(new GetCommand({ TableName: tableName(), Key: keys.lastReport }));
  return typeof Item?.at === 'string' ? Item.at : undefined;
}
