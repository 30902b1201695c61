import { randomUUID } from 'node:crypto';
import {
  CreateTableCommand,
  DeleteTableCommand,
  DescribeTableCommand,
  DynamoDBClient,
  waitUntilTableExists,
} from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll } from 'vitest';

/**
 * Leads the adapters of a test file to a table of its own, of the shape of the deployed one:
 * relay does not act on it, and nobody else's items are in it.
 */
export function useOwnTable(): void {
  const name = `okaeri-test-${randomUUID()}`;
  const client = new DynamoDBClient({});
  beforeAll(async () => {
    const { Table = {} } = await client.send(new DescribeTableCommand({ TableName: process.env['TABLE_NAME'] }));
    const { KeySchema, AttributeDefinitions, GlobalSecondaryIndexes = [] } = Table;
    const indexes = GlobalSecondaryIndexes.map(({ IndexName, KeySchema, Projection }) => ({
      IndexName,
      KeySchema,
      Projection,
    }));
    await client.send(
      new CreateTableCommand({
        TableName: name,
        KeySchema,
        AttributeDefinitions,
        GlobalSecondaryIndexes: indexes,
        BillingMode: 'PAY_PER_REQUEST',
      }),
    );
    await waitUntilTableExists({ client, minDelay: 1, maxDelay: 2, maxWaitTime: 60 }, { TableName: name });
    process.env['TABLE_NAME'] = name;
  });
  afterAll(async () => {
    await client.send(new DeleteTableCommand({ TableName: name }));
    client.destroy();
  });
}
