import { build } from 'esbuild';
import { describe, expect, test } from 'vitest';
import { app, ofType } from './assembly.ts';
import { actionsOf, functionRoles, statementsOf } from './roles.ts';

/** What a function may do, against what its code, and whatever that imports, can call at all. */

const calls: Record<string, RegExp> = {
  'dynamodb:GetItem': /new GetCommand\d*\(/,
  'dynamodb:BatchGetItem': /new BatchGetCommand\d*\(/,
  'dynamodb:BatchWriteItem': /new BatchWriteCommand\d*\(/,
  'dynamodb:Query': /new QueryCommand\d*\(|\bpaginateQuery\d*\(/,
  'dynamodb:PutItem': /new PutCommand\d*\(|\bPut: /,
  'dynamodb:UpdateItem': /new UpdateCommand\d*\(|\bUpdate: /,
  'dynamodb:DeleteItem': /new DeleteCommand\d*\(|\bDelete: /,
  'dynamodb:ConditionCheckItem': /\bConditionCheck: /,
  'secretsmanager:GetSecretValue': /new GetSecretValueCommand\d*\(/,
  'ses:SendRawEmail': /new SendRawEmailCommand\d*\(/,
  'ses:GetSendQuota': /new GetSendQuotaCommand\d*\(/,
  'ses:ListSuppressedDestinations': /\bpaginateListSuppressedDestinations\(/,
  'ses:DeleteSuppressedDestination': /new DeleteSuppressedDestinationCommand\d*\(/,
  'states:StartExecution': /new StartExecutionCommand\d*\(/,
  'states:SendTaskSuccess': /new SendTaskSuccessCommand\d*\(/,
};

/** Granted with what a function listens to, or by the way; no code of ours calls it. */
const besides =
  /^(logs|sqs):|^secretsmanager:DescribeSecret$|^dynamodb:(DescribeStream|GetRecords|GetShardIterator|ListStreams)$/;

const roles = functionRoles(app);
const statements = statementsOf(app);
const functions = Object.values(ofType(app, 'AWS::Lambda::Function')).map(({ Properties }) => ({
  name: String(Properties.FunctionName),
  entry: String(Properties.Description),
  settings: Object.keys(Properties.Environment.Variables),
}));

describe('permissions', () => {
  test.each(functions)('$name may do what $entry calls, all of it and nothing else', async ({ name, entry }) => {
    const code = await reachable(entry);
    const called = Object.keys(calls).filter((action) => calls[action]?.test(code));
    const granted = actionsOf(statements[roles[name] ?? ''] ?? []).filter((action) => !besides.test(action));
    expect(granted).toEqual(called.sort());
  });

  test.each(functions)('$name has the settings that $entry reads, and no other', async ({ entry, settings }) => {
    const code = await reachable(entry);
    const read = [...code.matchAll(/"((?:[A-Z]+_)+(?:NAME|SECRET|SET|URL|MACHINE))"/g)].map(([, name]) => name);
    // The library for logs and metrics reads the name of its service itself.
    expect(settings.filter((name) => name !== 'POWERTOOLS_SERVICE_NAME').sort()).toEqual([...new Set(read)].sort());
  });

  test.each(functions)('$name queries the indexes that $entry names, and no other', async ({ name, entry }) => {
    const code = await reachable(entry);
    const named = [...code.matchAll(/\blisted\d*\("(\w+)"/g)].map(([, index]) => index);
    const held = JSON.stringify((statements[roles[name] ?? ''] ?? []).map(({ Resource }) => Resource));
    const granted = [...held.matchAll(/\/index\/([\w*]+)/g)].map(([, index]) => index);
    expect([...new Set(granted)].sort()).toEqual([...new Set(named)].sort());
  });

  test.each(functions)('$name calls nothing that this table does not know', async ({ entry }) => {
    const code = await reachable(entry);
    const sent = [...code.matchAll(/new \w+Command\d*\(|\bpaginate\w+\(/g)].map(([call]) => call);
    // A transaction is permitted by what is in it.
    const known = [...Object.values(calls), /new TransactWriteCommand\d*\(/];
    expect(sent.filter((call) => !known.some((pattern) => pattern.test(call)))).toEqual([]);
  });
});

/** What the programme numbers is read one by one and all together by one object, of which esbuild leaves nothing out. */
const readsAll = /\b(readEditions|addEdition|readGatherings|addGathering|readContributions|readRehires)\d*\(/;

/** The code of a function without that of packages, and without what it imports and never uses. */
async function reachable(entry: string): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [entry],
    bundle: true,
    write: false,
    format: 'esm',
    platform: 'node',
    packages: 'external',
    external: ['#policy'],
  });
  const code = outputFiles.map(({ text }) => text).join('\n');
  return readsAll.test(code) ? code : code.replace(/ async function readAll\([\s\S]*?\n {2}\}\n/, '');
}
