import {
  DeleteSuppressedDestinationCommand,
  NotFoundException,
  paginateListSuppressedDestinations,
  SESv2Client,
} from '@aws-sdk/client-sesv2';
import { DeleteCommand, GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import { identify } from './identity.ts';
import { keys, table, tableName } from './table.ts';

/**
 * Addresses that SES does not deliver to any more. Its reports are best effort, so its list is read once a day, and kept
 * here as keyed hashes.
 */

const ses = new SESv2Client({});

/** How far back a day's look goes beyond the last one: SES lists a moment later. */
const overlap = 24 * 60 * 60_000;

/** Takes over what SES has listed since the last time. @returns how many addresses */
export async function reconcileSuppressed(now: string): Promise<number> {
  const { Item } = await table.send(new GetCommand({ TableName: tableName(), Key: keys.reconciled }));
  const since = typeof Item?.at === 'string' ? new Date(Date.parse(Item.at) - overlap) : undefined;
  const { address: hash } = await identify();
  let count = 0;
  for await (const page of paginateListSuppressedDestinations({ client: ses }, since ? { StartDate: since } : {})) {
    for (const { EmailAddress, Reason } of page.SuppressedDestinationSummaries ?? []) {
      if (!EmailAddress) continue;
      const item = { ...keys.suppressed(hash(EmailAddress)), reason: Reason, at: now };
      await table.send(new PutCommand({ TableName: tableName(), Item: item }));
      count += 1;
    }
  }
  await table.send(new PutCommand({ TableName: tableName(), Item: { ...keys.reconciled, at: now } }));
  return count;
}

/** Takes an address off both lists. */
export async function unlist(address: string): Promise<void> {
  try {
    await ses.send(new DeleteSuppressedDestinationCommand({ EmailAddress: address }));
  } catch (error) {
    if (!(error instanceof NotFoundException)) throw error;
  }
  const key = keys.suppressed((await identify()).address(address));
  await table.send(new DeleteCommand({ TableName: tableName(), Key: key }));
}
