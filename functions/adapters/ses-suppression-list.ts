import {
  DeleteSuppressedDestinationCommand,
  NotFoundException,
  paginateListSuppressedDestinations,
  SESv2Client,
  type SuppressedDestinationSummary,
} from '@aws-sdk/client-sesv2';
import { BatchWriteCommand, DeleteCommand, GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import { identify } from './identity.ts';
import { keys, table, tableName } from './table.ts';

/**
 * Addresses that SES does not deliver to any more. Its reports are best effort, so its list is read once a day, and kept
 * here as keyed hashes.
 */

const ses = new SESv2Client({});

/** How far back a day's look goes beyond the last one: SES lists a moment later. */
const overlap = 24 * 60 * 60_000;

/**
 * Takes over what SES has listed since the last time. A list too long for one call is taken over again from its
 * beginning, so that time must be left for it; a batch of 25 takes some ten milliseconds.
 * @param hasTime whether there is time for another page of a thousand
 * @returns how many addresses
 */
export async function reconcileSuppressed(now: string, hasTime: () => boolean): Promise<number> {
  const { Item } = await table.send(new GetCommand({ TableName: tableName(), Key: keys.reconciled }));
  const since = typeof Item?.at === 'string' ? new Date(Date.parse(Item.at) - overlap) : undefined;
  let count = 0;
  for await (const page of paginateListSuppressedDestinations(
    { client: ses, pageSize: 1000 },
    since ? { StartDate: since } : {},
  )) {
    if (!hasTime()) return count;
    const listed = page.SuppressedDestinationSummaries ?? [];
    for (let start = 0; start < listed.length; start += batch) await putListed(listed.slice(start, start + batch), now);
    count += listed.length;
  }
  await table.send(new PutCommand({ TableName: tableName(), Item: { ...keys.reconciled, at: now } }));
  return count;
}

/** DynamoDB takes so many at once. */
const batch = 25;

async function putListed(listed: readonly SuppressedDestinationSummary[], at: string): Promise<void> {
  const { address: hash } = await identify();
  // The same address twice in a batch is refused.
  const items = new Map(
    listed.map(({ EmailAddress = '', Reason }) => [hash(EmailAddress), { reason: Reason, at }] as const),
  );
  let left = [...items].map(([address, item]) => ({ PutRequest: { Item: { ...keys.suppressed(address), ...item } } }));
  while (left.length > 0) {
    const { UnprocessedItems = {} } = await table.send(
      new BatchWriteCommand({ RequestItems: { [tableName()]: left } }),
    );
    const again = new Set((UnprocessedItems[tableName()] ?? []).map(({ PutRequest }) => String(PutRequest?.Item?.pk)));
    left = left.filter(({ PutRequest }) => again.has(PutRequest.Item.pk));
  }
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
