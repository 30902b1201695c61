import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { app, ofType } from './assembly.ts';

const alarms = Object.values(ofType(app, 'AWS::CloudWatch::Alarm')).map(({ Properties }) => Properties);
const runbook = readFileSync('docs/runbook.md', 'utf8');

/** Headings as GitHub links to them. */
const anchorsOf = (text: string): string[] =>
  [...text.matchAll(/^### (.+)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replace(/[^\w\s-]/g, '')
      .replaceAll(' ', '-'),
  );
const alarmSection = /^## Alarms$([\s\S]*?)^## /m.exec(runbook)?.[1] ?? '';
const anchorOf = (description: string): string => /^[A-Z].*\. docs\/runbook\.md#([\w-]+)$/.exec(description)?.[1] ?? '';

describe('alarms', () => {
  test.each(alarms.map(({ AlarmName, AlarmDescription }) => [AlarmName, AlarmDescription]))(
    '%s says what it means and where the runbook goes on',
    (_, text) => {
      expect(anchorsOf(alarmSection)).toContain(anchorOf(text));
    },
  );

  test('the runbook has no heading for an alarm that does not exist', () => {
    expect(anchorsOf(alarmSection).sort()).toEqual(
      [...new Set([...alarms.map(({ AlarmDescription }) => anchorOf(AlarmDescription)), 'executions-failed'])].sort(),
    );
  });

  test('each tells the topic, and is one metric', () => {
    for (const { AlarmActions, MetricName, Metrics } of alarms) {
      expect(AlarmActions).toHaveLength(1);
      expect(app.Resources[AlarmActions[0].Ref]?.Type).toBe('AWS::SNS::Topic');
      // The emulator, on which the same stack runs, knows no metric math.
      expect([typeof MetricName, Metrics]).toEqual(['string', undefined]);
    }
  });

  test('whatever ends badly is told to the topic, with a way into the runbook', () => {
    const rule = Object.values(ofType(app, 'AWS::Events::Rule')).find(
      ({ Properties }) => Properties.EventPattern.source?.[0] === 'aws.states',
    )?.Properties;
    const { status, stateMachineArn } = rule?.EventPattern.detail ?? {};
    expect(status).toEqual(['FAILED', 'TIMED_OUT', 'ABORTED']);
    const machines = Object.entries(ofType(app, 'AWS::StepFunctions::StateMachine'));
    const watched = stateMachineArn.map(({ Ref }: { Ref: string }) => Ref);
    // A word that does not count fails, so that the approver reads why; nothing stands still.
    const unwatched = machines.filter(([id]) => !watched.includes(id));
    expect(unwatched.map(([, { Properties }]) => Properties.StateMachineName).sort()).toEqual([
      'okaeri-decide-rehire',
      'okaeri-decide-reward',
    ]);
    expect(watched).toHaveLength(machines.length - unwatched.length);
    expect(app.Resources[rule?.Targets[0].Arn.Ref]?.Type).toBe('AWS::SNS::Topic');
    expect(JSON.stringify(rule?.Targets[0].InputTransformer)).toContain('docs/runbook.md#executions-failed');
  });

  test('what it tells names the machine and the start, and nothing by which a person could be known', () => {
    const rule = Object.values(ofType(app, 'AWS::Events::Rule')).find(
      ({ Properties }) => Properties.EventPattern.source?.[0] === 'aws.states',
    )?.Properties;
    const { InputPathsMap: paths, InputTemplate: template } = rule?.Targets[0].InputTransformer ?? {};
    // The name of an execution, which its ARN ends in, is the keyed hash of an employee id.
    expect(Object.values<string>(paths).sort()).toEqual([
      '$.detail.startDate',
      '$.detail.stateMachineArn',
      '$.detail.status',
    ]);
    for (const name of Object.keys(paths)) expect(template).toContain(`<${name}>`);
    expect(template).not.toMatch(/execution-?arn|detail-(name|input|output|error|cause)/i);
  });

  test.each([
    ['AWS/Lambda', 'Errors'],
    ['AWS/Lambda', 'Throttles'],
    ['AWS/States', 'ThrottledEvents'],
  ])('one alarm watches all of the account: %s %s', (namespace, metric) => {
    const found = alarms.filter(({ Namespace, MetricName }) => Namespace === namespace && MetricName === metric);
    expect(found).toHaveLength(1);
  });

  test('they cost 1.20 dollars a month at most: ten are free, and each of the others is ten cents', () => {
    expect(alarms.length).toBeLessThanOrEqual(22);
  });

  test('every queue is watched: what failed by its number, work by its age', () => {
    const queues = Object.entries(ofType(app, 'AWS::SQS::Queue'));
    const ids = (isWork: boolean) =>
      queues
        .flatMap(([id, { Properties }]) => (isWork === (Properties.RedrivePolicy !== undefined) ? [id] : []))
        .sort();
    expect(watched('ApproximateNumberOfMessagesVisible', 'QueueName')).toEqual(ids(false));
    expect(watched('ApproximateAgeOfOldestMessage', 'QueueName')).toEqual(ids(true));
  });

  test('silence alarms where silence is the fault, and nowhere else', () => {
    const treated = (how: string) =>
      alarms.filter(({ TreatMissingData }) => TreatMissingData === how).map(({ AlarmName }) => AlarmName);
    expect(treated('breaching')).toEqual(['okaeri-sweep-missed']);
    // Measured once a day, and true until measured again.
    expect(treated('ignore')).toEqual(['okaeri-hris-silent']);
    expect(treated('notBreaching')).toHaveLength(alarms.length - 2);
  });

  test('no alarm looks back further than the seven days that CloudWatch allows', () => {
    for (const { Period, EvaluationPeriods } of alarms)
      expect(Period * EvaluationPeriods).toBeLessThanOrEqual(7 * 24 * 60 * 60);
    expect(alarms.find(({ AlarmName }) => AlarmName === 'okaeri-sweep-missed')).toMatchObject({
      Period: 3600,
      EvaluationPeriods: 26,
    });
  });

  test('the topic takes what CloudWatch and EventBridge tell, and refuses whoever does not use TLS', () => {
    const policy = JSON.stringify(ofType(app, 'AWS::SNS::TopicPolicy'));
    for (const service of ['cloudwatch', 'events']) expect(policy).toContain(`${service}.amazonaws.com`);
    expect(policy).toContain('{"Bool":{"aws:SecureTransport":"false"}}');
  });
});

/** What alarms on a metric are about, by logical id. */
function watched(metric: string, dimension: string): string[] {
  return alarms
    .filter(({ MetricName }) => MetricName === metric)
    .flatMap(({ Dimensions = [] }) => Dimensions)
    .filter(({ Name }) => Name === dimension)
    .map(({ Value }) => Value.Ref ?? Value['Fn::GetAtt'][0])
    .sort();
}
