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
    expect(Object.keys(kept)).toHaveLength(4);
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

describe('queues', () => {
  const queues = ofType(app, 'AWS::SQS::Queue');

  test('each has a failure queue or is one, and is encrypted', () => {
    const failure = Object.values(queues).flatMap(
      ({ Properties }) => Properties.RedrivePolicy?.deadLetterTargetArn['Fn::GetAtt'][0] ?? [],
    );
    const stream = only(streamMappings()).Properties.DestinationConfig.OnFailure.Destination['Fn::GetAtt'][0];
    for (const [id, { Properties }] of Object.entries(queues)) {
      expect(Properties.RedrivePolicy !== undefined || [...failure, stream].includes(id)).toBe(true);
      expect(Properties.SqsManagedSseEnabled).toBe(true);
      expect(Properties.MessageRetentionPeriod).toBe(14 * 24 * 60 * 60);
    }
  });

  test('each refuses whoever does not use TLS', () => {
    const refusing = Object.values(ofType(app, 'AWS::SQS::QueuePolicy')).flatMap(({ Properties }) =>
      Properties.PolicyDocument.Statement.some(
        (statement: { Effect: string; Condition?: object }) =>
          statement.Effect === 'Deny' &&
          JSON.stringify(statement.Condition) === '{"Bool":{"aws:SecureTransport":"false"}}',
      )
        ? Properties.Queues.map(({ Ref }: { Ref: string }) => Ref)
        : [],
    );
    expect(refusing.sort()).toEqual(Object.keys(queues).sort());
  });

  test('a consumer answers for each message, and has time for six tries of its function', () => {
    const mappings = Object.values(ofType(app, 'AWS::Lambda::EventSourceMapping')).filter(
      ({ Properties }) => !Properties.StartingPosition,
    );
    expect(mappings).toHaveLength(2);
    for (const { Properties } of mappings) {
      const queue = app.Resources[Properties.EventSourceArn['Fn::GetAtt'][0]]?.Properties;
      const consumer = app.Resources[Properties.FunctionName.Ref]?.Properties;
      expect(Properties.FunctionResponseTypes).toEqual(['ReportBatchItemFailures']);
      expect(queue?.['VisibilityTimeout']).toBeGreaterThanOrEqual(6 * Number(consumer?.['Timeout']));
    }
  });
});

describe('what moves by itself', () => {
  test('relay reads consequences from the start of the stream, gives up on none silently', () => {
    const { Properties } = only(streamMappings());
    expect(Properties).toMatchObject({
      StartingPosition: 'TRIM_HORIZON',
      BisectBatchOnFunctionError: true,
      FunctionResponseTypes: ['ReportBatchItemFailures'],
      MaximumRetryAttempts: 8,
      MaximumRecordAgeInSeconds: 20 * 60 * 60,
    });
    expect(Properties.DestinationConfig.OnFailure.Destination).toBeDefined();
    expect(Properties.FilterCriteria.Filters.map(({ Pattern }: { Pattern: string }) => JSON.parse(Pattern))).toEqual([
      { eventName: ['INSERT', 'MODIFY'], dynamodb: { Keys: { sk: { S: [{ prefix: 'CONSEQUENCE#' }] } } } },
    ]);
  });

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
    for (const [name, step, called] of limits) expect(step, name).toBeGreaterThan(Number(called));
  });

  test('SES is heard in batches, since reports come by the hundred after a sweep', () => {
    const batches = Object.values(ofType(app, 'AWS::Lambda::EventSourceMapping')).map(({ Properties }) => [
      Properties.BatchSize,
      Properties.MaximumBatchingWindowInSeconds,
    ]);
    expect(batches).toContainEqual([100, 60]);
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
      /^(TABLE_NAME|POWERTOOLS_SERVICE_NAME|(IDENTITY|LINK|HRIS)_SECRET|(OFFBOARDING|EDITION)_MACHINE|CONFIGURATION_SET|PORTAL_URL)$/;
    for (const { Properties } of Object.values(ofType(app, 'AWS::Lambda::Function'))) {
      for (const [name, value] of Object.entries(Properties.Environment.Variables)) {
        expect(name).toMatch(names);
        if (name.endsWith('_MACHINE')) expect(value).toEqual({ Ref: expect.any(String) });
        if (name.endsWith('_SECRET')) expect(value).toMatch(/^okaeri\/(identity|links|hris)$/);
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
        'PortalUrl',
        'QueueFeedback',
        'QueueFeedbackFailed',
        'QueueIntake',
        'QueueIntakeFailed',
        'QueueRelayFailed',
        'StateMachineDecideEdition',
        'StateMachineEdition',
        'StateMachineOffboarding',
        'StateMachineSweep',
        'TableName',
      ].sort(),
    );
  });
});

function streamMappings() {
  return Object.fromEntries(
    Object.entries(ofType(app, 'AWS::Lambda::EventSourceMapping')).filter(
      ([, { Properties }]) => Properties.StartingPosition,
    ),
  );
}

/** Every step of a state machine, with the function that it calls. */
function steps() {
  return Object.values(machines).flatMap(({ States }) =>
    Object.entries(States).flatMap(([name, state]) => {
      const id = /^<(\w+)\.Arn>$/.exec(String(state.Arguments?.['FunctionName']))?.[1];
      return id ? [{ name, state, called: app.Resources[id]?.Properties ?? {} }] : [];
    }),
  );
}
