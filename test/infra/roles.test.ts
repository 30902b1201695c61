import { describe, expect, test } from 'vitest';
import { app, ofType } from './assembly.ts';
import { actionsOf, functionRoles, statementsOf } from './roles.ts';

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
const send = [...decide, 'dynamodb:UpdateItem', 'dynamodb:ConditionCheckItem', ...secret, 'ses:SendRawEmail'];

/** All that each function may do, and nothing else. */
const allowed: Record<string, string[]> = {
  'okaeri-hris-webhook': [...decide, ...secret],
  'okaeri-bus-intake': [...decide, ...secret, ...take],
  'okaeri-portal': [...decide, ...secret],
  'okaeri-mail-feedback': [...decide, 'dynamodb:GetItem', 'dynamodb:UpdateItem', ...secret, ...take],
  'okaeri-take-stock': decide,
  'okaeri-ask': send,
  'okaeri-remind': send,
  'okaeri-close': decide,
  'okaeri-enrol': decide,
  'okaeri-welcome': send,
  'okaeri-relay': [
    'dynamodb:DeleteItem',
    'dynamodb:DescribeStream',
    'dynamodb:GetItem',
    'dynamodb:GetRecords',
    'dynamodb:GetShardIterator',
    'dynamodb:ListStreams',
    'dynamodb:Query',
    'dynamodb:UpdateItem',
    'sqs:GetQueueAttributes',
    'sqs:GetQueueUrl',
    'sqs:SendMessage',
    'states:SendTaskSuccess',
    'states:StartExecution',
  ],
  'okaeri-sweep': [...decide, 'dynamodb:GetItem', 'dynamodb:UpdateItem'],
};

describe('roles', () => {
  test('each function has a role of its own', () => {
    expect(new Set(Object.values(roles)).size).toBe(Object.keys(roles).length);
  });

  test('this table knows every function', () => {
    expect(Object.keys(roles).sort()).toEqual(Object.keys(allowed).sort());
  });

  test.each(Object.keys(allowed))('%s may do what it uses and nothing else', (name) => {
    expect(actionsOf(statements[roles[name] ?? ''] ?? [])).toEqual([...(allowed[name] ?? []), ...log].sort());
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

  test.each(['okaeri-hris-webhook', 'okaeri-portal'])(
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
    expect(sending).toHaveLength(3);
  });

  test('no role allows every action of a service', () => {
    expect(
      Object.values(statements)
        .flatMap(actionsOf)
        .filter((action) => action.endsWith('*')),
    ).toEqual([]);
  });
});
