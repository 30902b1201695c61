import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { app, assemblyFolder, data, machines, ofType } from './assembly.ts';

const only = <T>(found: Record<string, T>): T => {
  const [first, ...others] = Object.values(found);
  if (!first || others.length > 0) throw new Error(`expected one, found ${Object.keys(found).join()}`);
  return first;
};
const json = (file: string) => JSON.parse(readFileSync(join(assemblyFolder, file), 'utf8'));

describe('the stack that must not be lost', () => {
  test('is protected against termination', () => {
    expect(json('manifest.json').artifacts['okaeri-data'].properties.terminationProtection).toBe(true);
  });

  test('keeps its table and keys when it, or they, are removed', () => {
    const kept = { ...ofType(data, 'AWS::DynamoDB::Table'), ...ofType(data, 'AWS::SecretsManager::Secret') };
    expect(Object.keys(kept)).toHaveLength(5);
    for (const { DeletionPolicy, UpdateReplacePolicy } of Object.values(kept)) {
      expect([DeletionPolicy, UpdateReplacePolicy]).toEqual(['Retain', 'Retain']);
    }
  });

  test('can be restored to any moment of 14 days', () => {
    const { Properties } = only(ofType(data, 'AWS::DynamoDB::Table'));
    expect(Properties.DeletionProtectionEnabled).toBe(true);
    expect(Properties.PointInTimeRecoverySpecification).toEqual({
      PointInTimeRecoveryEnabled: true,
      RecoveryPeriodInDays: 14,
    });
  });
});

describe('indexes', () => {
  const { Properties } = only(ofType(data, 'AWS::DynamoDB::Table'));
  const indexes: { IndexName: string; KeySchema: { AttributeName: string }[]; Projection: object }[] =
    Properties.GlobalSecondaryIndexes;

  test('there is one for each thing that is looked for by its date', () => {
    const keys = indexes.map(({ IndexName, KeySchema }) => [
      IndexName,
      KeySchema.map(({ AttributeName }) => AttributeName),
    ]);
    expect(Object.fromEntries(keys)).toEqual({
      due: ['dueShard', 'due'],
      invitable: ['invitableShard', 'invitable'],
      outreach: ['outreachShard', 'outreach'],
      pending: ['pendingShard', 'pendingSince'],
    });
  });

  test('they hold keys only: what changes of an item besides its date costs no write more', () => {
    for (const { Projection } of indexes) expect(Projection).toEqual({ ProjectionType: 'KEYS_ONLY' });
  });
});

describe('what erasure rests on', () => {
  test('no log outlives 14 days', () => {
    const groups = Object.values({ ...ofType(app, 'AWS::Logs::LogGroup'), ...ofType(data, 'AWS::Logs::LogGroup') });
    expect(groups.length).toBeGreaterThan(10);
    for (const { Properties } of groups) expect(Properties.RetentionInDays).toBeLessThanOrEqual(14);
  });

  test('every function writes to a log group that ends', () => {
    for (const { Properties } of Object.values(ofType(app, 'AWS::Lambda::Function'))) {
      expect(Properties.LoggingConfig.LogGroup.Ref).toSatisfy(
        (id: string) => app.Resources[id]?.Type === 'AWS::Logs::LogGroup',
      );
    }
  });

  test('state machines log no data', () => {
    for (const { Properties } of Object.values(ofType(app, 'AWS::StepFunctions::StateMachine'))) {
      expect(Properties.LoggingConfiguration).toMatchObject({ IncludeExecutionData: false, Level: 'ALL' });
    }
  });

  test('the access log names the route and never the path, which carries a link', () => {
    const { Properties } = only(ofType(app, 'AWS::ApiGatewayV2::Stage'));
    const fields = [...String(Properties.AccessLogSettings.Format).matchAll(/\$context\.([\w.]+)/g)].map(
      ([, field]) => field,
    );
    expect(fields.sort()).toEqual([
      'integrationErrorMessage',
      'requestId',
      'requestTime',
      'responseLatency',
      'routeKey',
      'status',
    ]);
  });
});

describe('the front doors', () => {
  test('each webhook has a limit of its own, so that page views keep no report out', () => {
    const stages = ofType(app, 'AWS::ApiGatewayV2::Stage');
    const { RouteSettings } = only(stages).Properties;
    const routes = Object.entries(ofType(app, 'AWS::ApiGatewayV2::Route')).filter(([, { Properties }]) =>
      Properties.RouteKey.startsWith('POST '),
    );
    expect(Object.keys(RouteSettings).sort()).toEqual(['POST /hris/standard', 'POST /payout/standard']);
    expect(routes.map(([, { Properties }]) => Properties.RouteKey).sort()).toEqual(Object.keys(RouteSettings).sort());
    // CloudFormation refuses a limit for a route that is not there yet.
    const { DependsOn } = json('okaeri.template.json').Resources[Object.keys(stages).join()];
    expect(DependsOn).toEqual(expect.arrayContaining(routes.map(([route]) => route)));
  });

  test('the bus passes on what the HR system and the CRM report, and no payouts', () => {
    const [rule] = Object.values(ofType(app, 'AWS::Events::Rule')).flatMap(({ Properties }) =>
      Properties.EventPattern['detail-type']?.includes('departure.announced') ? [Properties] : [],
    );
    expect(rule?.EventPattern['detail-type']).toEqual([
      'departure.announced',
      'departure.changed',
      'departure.cancelled',
      'referral.hired',
      'referral.not-hired',
      'referral.left',
      'lead.won',
      'lead.lost',
      'rehire.opened',
      'rehire.recorded',
      'rehire.cancelled',
    ]);
  });
});

describe('what moves by itself', () => {
  test('the scheduler gives the time it was scheduled for, and the sweep’s is the company’s morning', () => {
    const schedules = Object.values(ofType(app, 'AWS::Scheduler::Schedule')).map(({ Properties }) => Properties);
    for (const { Target } of schedules) expect(JSON.parse(Target.Input).date).toBe('<aws.scheduler.scheduled-time>');
    const daily = schedules.filter(({ ScheduleExpression }) => ScheduleExpression === 'cron(0 6 * * ? *)');
    expect(daily.map(({ ScheduleExpressionTimezone }) => ScheduleExpressionTimezone)).toEqual(['Asia/Tokyo']);
    const hourly = schedules.filter(({ ScheduleExpression }) => ScheduleExpression === 'rate(1 hour)');
    expect(hourly.map(({ Target }) => JSON.parse(Target.Input).step)).toEqual(['pending']);
  });

  test('a step waits longer than its function may run, so that no try overlaps the next', () => {
    const limits = steps().map(({ name, state, called }) => [name, state.TimeoutSeconds, called['Timeout']] as const);
    expect(limits).toContainEqual(['Write to who is due', 16 * 60, 15 * 60]);
    expect(limits).toContainEqual(['Invite the audience', 16 * 60, 15 * 60]);
    for (const [name, step, called] of limits) expect(step, name).toBeGreaterThan(Number(called));
  });
});

describe('the whole', () => {
  test('the security checks have no finding, and a reason for each acknowledged one', () => {
    const [report] = json('validation-report.json').pluginReports;
    expect(report.pluginName).toBe('AwsSolutions');
    expect(report.violations).toEqual([]);
    expect(report.suppressedViolations.length).toBeGreaterThan(0);
    for (const { ruleName, reason } of report.suppressedViolations) expect(reason, ruleName).toMatch(/^.{20,}\.$/);
  });

  test('settings name things and are no secrets', () => {
    const names =
      /^(TABLE_NAME|POWERTOOLS_SERVICE_NAME|(IDENTITY|LINK|HRIS|PAYOUT)_SECRET|(OFFBOARDING|EDITION|GATHERING|CONTRIBUTION|REWARD|REHIRE)_MACHINE|CONFIGURATION_SET|PORTAL_URL)$/;
    for (const { Properties } of Object.values(ofType(app, 'AWS::Lambda::Function'))) {
      for (const [name, value] of Object.entries(Properties.Environment.Variables)) {
        expect(name).toMatch(names);
        if (name.endsWith('_MACHINE')) expect(value).toEqual({ Ref: expect.any(String) });
        if (name.endsWith('_SECRET')) expect(value).toMatch(/^okaeri\/(identity|links|hris|payout)$/);
      }
    }
    expect(JSON.stringify([app, data])).not.toMatch(/resolve:secretsmanager|whsec_[A-Za-z0-9]/);
  });

  test('the local stack and the CLI find what they look for among the outputs', () => {
    expect(Object.keys(app.Outputs ?? {}).sort()).toEqual(
      [
        'ApiId',
        'ApiUrl',
        'BusName',
        'HrisSecret',
        'IdentitySecret',
        'LinkSecret',
        'PayoutSecret',
        'PortalUrl',
        'QueueFeedback',
        'QueueFeedbackFailed',
        'QueueIntake',
        'QueueIntakeFailed',
        'QueueRelayFailed',
        'QueueSeatsFailed',
        'StateMachineContribution',
        'StateMachineDecideEdition',
        'StateMachineDecideGathering',
        'StateMachineDecideRehire',
        'StateMachineDecideReward',
        'StateMachineEdition',
        'StateMachineGathering',
        'StateMachineOffboarding',
        'StateMachineRehire',
        'StateMachineReward',
        'StateMachineSweep',
        'TableName',
      ].sort(),
    );
  });
});

/** Every step of a state machine, with the function that it calls. */
function steps() {
  return Object.values(machines).flatMap(({ States }) =>
    Object.entries(States).flatMap(([name, state]) => {
      const id = /^<(\w+)\.Arn>$/.exec(String(state.Arguments?.['FunctionName']))?.[1];
      return id ? [{ name, state, called: app.Resources[id]?.Properties ?? {} }] : [];
    }),
  );
}
