import { describe, expect, test } from 'vitest';
import { app, ofType } from './assembly.ts';
import { actionsOf, functionNamed, functionRoles, statementsOf } from './roles.ts';

const roles = functionRoles(app);
const statements = statementsOf(app);

const log = ['logs:CreateLogStream', 'logs:PutLogEvents'];
const secret = ['secretsmanager:DescribeSecret', 'secretsmanager:GetSecretValue'];
const decide = ['dynamodb:DeleteItem', 'dynamodb:PutItem', 'dynamodb:Query'];
const take = [
  'sqs:ChangeMessageVisibility',
  'sqs:DeleteMessage',
  'sqs:GetQueueAttributes',
  'sqs:GetQueueUrl',
  'sqs:ReceiveMessage',
];
/** Reads the table's stream, and keeps what it gives up on. */
const listen = [
  'dynamodb:DescribeStream',
  'dynamodb:GetRecords',
  'dynamodb:GetShardIterator',
  'dynamodb:ListStreams',
  'sqs:GetQueueAttributes',
  'sqs:GetQueueUrl',
  'sqs:SendMessage',
];
/** Writes into somebody's partition only while they are known: functions/adapters/known-person.ts. */
const known = 'dynamodb:ConditionCheckItem';
/** Claim, look, send, settle: functions/adapters/mail.ts. */
const mail = ['dynamodb:DeleteItem', 'dynamodb:GetItem', 'dynamodb:PutItem', 'dynamodb:UpdateItem', 'ses:SendRawEmail'];
const send = [...decide, ...mail, ...secret];

/** All that each function may do, and nothing else; that its code needs just this is looked up in used.test.ts. */
const allowed: Record<string, string[]> = {
  'okaeri-webhook': [...decide, known, 'dynamodb:GetItem', ...secret],
  'okaeri-bus-intake': [...decide, known, 'dynamodb:GetItem', ...secret, ...take],
  'okaeri-portal': [...decide, known, 'dynamodb:GetItem', 'dynamodb:UpdateItem', ...secret],
  'okaeri-mail-feedback': [...decide, 'dynamodb:BatchGetItem', 'dynamodb:GetItem', 'dynamodb:UpdateItem', ...take],
  'okaeri-take-stock': decide,
  'okaeri-ask': send,
  'okaeri-remind': send,
  'okaeri-close': decide,
  'okaeri-enrol': decide,
  'okaeri-welcome': send,
  'okaeri-outreach': [...send, known, 'ses:GetSendQuota'],
  'okaeri-review': [...mail, ...secret],
  'okaeri-decide-edition': ['dynamodb:GetItem', 'dynamodb:PutItem', ...secret],
  'okaeri-gathering': [...send, known, 'ses:GetSendQuota'],
  'okaeri-seats': [...send, ...listen, 'ses:GetSendQuota'],
  'okaeri-decide-gathering': ['dynamodb:GetItem', 'dynamodb:PutItem', ...secret],
  'okaeri-contribution': send,
  'okaeri-reward': send,
  'okaeri-decide-reward': ['dynamodb:GetItem', 'dynamodb:PutItem', 'dynamodb:Query', ...secret],
  'okaeri-rehire': [...send, known],
  'okaeri-decide-rehire': [known, 'dynamodb:GetItem', 'dynamodb:PutItem', 'dynamodb:Query', ...secret],
  'okaeri-relay': [
    ...listen,
    ...decide,
    known,
    'dynamodb:GetItem',
    'dynamodb:UpdateItem',
    ...secret,
    'ses:DeleteSuppressedDestination',
    'states:SendTaskSuccess',
    'states:StartExecution',
  ],
  'okaeri-sweep': [
    ...decide,
    known,
    'dynamodb:BatchWriteItem',
    'dynamodb:GetItem',
    'dynamodb:UpdateItem',
    ...secret,
    'ses:ListSuppressedDestinations',
  ],
};

/** Whose keys each function reads, of those that read any. */
const secrets: Record<string, string[]> = {
  'okaeri-webhook': ['hris', 'identity', 'payout'],
  'okaeri-bus-intake': ['identity'],
  'okaeri-portal': ['identity', 'links'],
  'okaeri-ask': ['identity', 'links'],
  'okaeri-remind': ['identity', 'links'],
  'okaeri-welcome': ['identity', 'links'],
  'okaeri-outreach': ['identity', 'links'],
  'okaeri-review': ['identity', 'links'],
  'okaeri-decide-edition': ['links'],
  'okaeri-gathering': ['identity', 'links'],
  'okaeri-seats': ['identity', 'links'],
  'okaeri-decide-gathering': ['links'],
  'okaeri-contribution': ['identity', 'links'],
  'okaeri-reward': ['identity', 'links', 'payout'],
  'okaeri-decide-reward': ['links'],
  'okaeri-rehire': ['hris', 'identity', 'links'],
  'okaeri-decide-rehire': ['links'],
  'okaeri-relay': ['identity'],
  'okaeri-sweep': ['identity'],
};

const indexes: Record<string, string[]> = {
  'okaeri-sweep': ['due', 'pending'],
  'okaeri-outreach': ['outreach'],
  'okaeri-gathering': ['invitable'],
};

describe('roles', () => {
  test('each function has a role of its own', () => {
    expect(new Set(Object.values(roles)).size).toBe(Object.keys(roles).length);
  });

  test('this table knows every function', () => {
    expect(Object.keys(roles).sort()).toEqual(Object.keys(allowed).sort());
  });

  test.each(Object.keys(allowed))('%s may do what it uses and nothing else', (name) => {
    expect(actionsOf(statements[roles[name] ?? ''] ?? [])).toEqual(
      [...new Set([...(allowed[name] ?? []), ...log])].sort(),
    );
  });

  test.each(Object.keys(allowed))('%s reads only its own keys and indexes, and its settings say which', (name) => {
    const resources = JSON.stringify((statements[roles[name] ?? ''] ?? []).map(({ Resource }) => Resource));
    const named = (pattern: RegExp) => [...new Set([...resources.matchAll(pattern)].map(([, found]) => found))].sort();
    expect(named(/:secret:okaeri\/(\w+)/g)).toEqual(secrets[name] ?? []);
    expect(named(/\/index\/([\w*]+)/g)).toEqual(indexes[name] ?? []);
    const settings = Object.entries<unknown>(functionNamed(name).Environment.Variables);
    expect(settings.flatMap(([setting, value]) => (setting.endsWith('_SECRET') ? String(value) : [])).sort()).toEqual(
      (secrets[name] ?? []).map((key) => `okaeri/${key}`),
    );
  });

  test('only relay starts and resumes executions, and only the scheduler starts the sweep', () => {
    const moving = Object.entries(statements)
      .map(([role, held]) => [role, actionsOf(held).filter((action) => /^states:(Start|Send)/.test(action))] as const)
      .filter(([, actions]) => actions.length > 0);
    const scheduler = Object.values(ofType(app, 'AWS::Scheduler::Schedule')).map(
      ({ Properties }) => Properties.Target.RoleArn['Fn::GetAtt'][0],
    );
    for (const [role, actions] of moving) {
      if (role === roles['okaeri-relay']) expect(actions).toEqual(['states:SendTaskSuccess', 'states:StartExecution']);
      else {
        expect(scheduler).toContain(role);
        expect(actions).toEqual(['states:StartExecution']);
      }
    }
    expect(moving).toHaveLength(2);
  });

  test('relay starts just the machines that a decision starts', () => {
    const machine = Object.entries(ofType(app, 'AWS::StepFunctions::StateMachine'));
    const started = (statements[roles['okaeri-relay'] ?? ''] ?? [])
      .filter(({ Action }) => [Action].flat().includes('states:StartExecution'))
      .flatMap(({ Resource }) => Resource);
    const settings = Object.entries<{ Ref: string }>(functionNamed('okaeri-relay').Environment.Variables).flatMap(
      ([setting, machineOf]) => (setting.endsWith('_MACHINE') ? [machineOf] : []),
    );
    expect(started.toSorted(byText)).toEqual(settings.toSorted(byText));
    const name = ({ Ref }: { Ref: string }) => machine.find(([id]) => id === Ref)?.[1].Properties.StateMachineName;
    expect(settings.map(name).sort()).toEqual([
      'okaeri-contribution',
      'okaeri-edition',
      'okaeri-gathering',
      'okaeri-offboarding',
      'okaeri-rehire',
      'okaeri-reward',
    ]);
  });

  // CDK writes a direct call's action as the state does; IAM does not look at case.
  test('a state machine calls its steps, parks in the table where it waits, and logs', () => {
    const held = Object.values(ofType(app, 'AWS::StepFunctions::StateMachine')).map(({ Properties }) => [
      Properties.StateMachineName,
      actionsOf(statements[Properties.RoleArn['Fn::GetAtt'][0]] ?? []).filter(
        (action) => !/^(logs|xray):/.test(action),
      ),
    ]);
    expect(Object.fromEntries(held)).toEqual({
      'okaeri-offboarding': ['dynamodb:updateItem', 'lambda:InvokeFunction'],
      'okaeri-edition': ['dynamodb:updateItem', 'lambda:InvokeFunction'],
      'okaeri-decide-edition': ['lambda:InvokeFunction'],
      'okaeri-gathering': ['dynamodb:updateItem', 'lambda:InvokeFunction'],
      'okaeri-decide-gathering': ['lambda:InvokeFunction'],
      'okaeri-contribution': ['lambda:InvokeFunction'],
      'okaeri-reward': ['dynamodb:updateItem', 'lambda:InvokeFunction'],
      'okaeri-decide-reward': ['lambda:InvokeFunction'],
      'okaeri-rehire': ['dynamodb:updateItem', 'lambda:InvokeFunction'],
      'okaeri-decide-rehire': ['lambda:InvokeFunction'],
      'okaeri-sweep': ['lambda:InvokeFunction'],
    });
  });

  test.each(['okaeri-webhook', 'okaeri-portal'])(
    '%s, which faces the internet, can neither send mail nor move executions',
    (name) => {
      const services = actionsOf(statements[roles[name] ?? ''] ?? []).map((action) => action.split(':')[0]);
      expect(services).not.toContain('ses');
      expect(services).not.toContain('states');
    },
  );

  test('mail goes out from the programme’s address only', () => {
    const sending = Object.values(statements)
      .flat()
      .filter(({ Action }) => [Action].flat().includes('ses:SendRawEmail'));
    for (const { Condition } of sending)
      expect(Condition).toEqual({ StringEqualsIfExists: { 'ses:FromAddress': 'alumni@hikari.example.com' } });
    expect(sending).toHaveLength(10);
  });

  test('no role allows every action of a service', () => {
    expect(
      Object.values(statements)
        .flatMap(actionsOf)
        .filter((action) => action.endsWith('*')),
    ).toEqual([]);
  });
});

function byText(one: unknown, other: unknown): number {
  return JSON.stringify(one) < JSON.stringify(other) ? -1 : 1;
}
