import { describe, expect, test } from 'vitest';
import { app, ofType } from './assembly.ts';

/** What waits for a function, and what a function could not do. */

describe('queues', () => {
  const queues = ofType(app, 'AWS::SQS::Queue');

  test('each has a failure queue or is one, and is encrypted', () => {
    const failure = Object.values(queues).flatMap(
      ({ Properties }) => Properties.RedrivePolicy?.deadLetterTargetArn['Fn::GetAtt'][0] ?? [],
    );
    const streams = Object.values(streamMappings()).map(
      ({ Properties }) => Properties.DestinationConfig.OnFailure.Destination['Fn::GetAtt'][0],
    );
    for (const [id, { Properties }] of Object.entries(queues)) {
      expect(Properties.RedrivePolicy !== undefined || [...failure, ...streams].includes(id)).toBe(true);
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

  test('SES is heard in batches, since reports come by the hundred after a sweep', () => {
    const batches = Object.values(ofType(app, 'AWS::Lambda::EventSourceMapping')).map(({ Properties }) => [
      Properties.BatchSize,
      Properties.MaximumBatchingWindowInSeconds,
    ]);
    expect(batches).toContainEqual([100, 60]);
  });
});

describe('the stream', () => {
  test('whoever reads the stream begins at its start, sees only what is theirs, and gives up on none silently', () => {
    const mappings = Object.values(streamMappings()).map(({ Properties }) => Properties);
    for (const Properties of mappings) {
      expect(Properties).toMatchObject({
        StartingPosition: 'TRIM_HORIZON',
        BisectBatchOnFunctionError: true,
        FunctionResponseTypes: ['ReportBatchItemFailures'],
        MaximumRetryAttempts: 8,
        MaximumRecordAgeInSeconds: 20 * 60 * 60,
      });
    }
    const destinations = mappings.map((Properties) => Properties.DestinationConfig.OnFailure.Destination);
    expect(new Set(destinations.map((found) => JSON.stringify(found))).size).toBe(mappings.length);
    const readers = mappings.map(({ FunctionName, FilterCriteria }) => [
      app.Resources[FunctionName.Ref]?.Properties?.['FunctionName'],
      FilterCriteria.Filters.map(({ Pattern }: { Pattern: string }) => JSON.parse(Pattern)),
    ]);
    // DynamoDB slows down a third reader: https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Streams.html
    expect(Object.fromEntries(readers)).toEqual({
      'okaeri-relay': [
        { eventName: ['INSERT', 'MODIFY'], dynamodb: { Keys: { sk: { S: [{ prefix: 'CONSEQUENCE#' }] } } } },
      ],
      'okaeri-seats': [{ eventName: ['INSERT', 'MODIFY'], dynamodb: { Keys: { sk: { S: ['ROOM'] } } } }],
    });
  });
});

function streamMappings() {
  return Object.fromEntries(
    Object.entries(ofType(app, 'AWS::Lambda::EventSourceMapping')).filter(
      ([, { Properties }]) => Properties.StartingPosition,
    ),
  );
}
