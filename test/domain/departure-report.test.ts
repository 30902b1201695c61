import { describe, expect, test } from 'vitest';
import { parseReport } from '../../functions/domain/departure-report.ts';
import { languageOf } from '../../functions/domain/language.ts';
import { cancellation, report } from './samples.ts';

const now = '2026-11-22T03:00:00Z';
const sample = report();

function parsed(data: Record<string, unknown>, envelope: Record<string, unknown> = {}): ReturnType<typeof parseReport> {
  return parseReport({ ...sample, data: { ...sample.data, ...data }, ...envelope }, now);
}

function fields(result: ReturnType<typeof parseReport>): string[] {
  return result.ok ? [] : [...new Set(result.faults.map(({ field }) => field))];
}

function dataOf(result: ReturnType<typeof parseReport>): Record<string, unknown> {
  if (!result.ok) throw new Error(JSON.stringify(result.faults));
  return result.report.data;
}

describe('a report', () => {
  test('is read as it is', () => {
    expect(parseReport(sample, now)).toEqual({ ok: true, report: sample });
    expect(parseReport(cancellation(), now)).toEqual({ ok: true, report: cancellation() });
  });

  test.each([
    ['employeeId', ''],
    ['employeeId', 'E 1042'],
    ['employeeId', 'E1042\n'.repeat(20)],
    ['hireDate', '2019-02-29'],
    ['hireDate', '01/04/2019'],
    ['name', ''],
    ['name', '佐藤\r\nBcc: x'],
    ['name', 'a'.repeat(201)],
    ['nameKana', 7],
    ['personalEmail', 'hanako'],
    ['personalEmail', 'a@example.com, b@example.com'],
    ['personalEmail', 'a@example.com\r\nBcc: b@example.com'],
    ['workEmail', 'x'],
    ['language', undefined],
    ['lastWorkingDay', '2026-13-01'],
    ['lastWorkingDay', '2019-03-31'],
    ['department', ''],
    ['role', null],
    ['contract', 'slave'],
    ['reason', 5],
    ['country', 'jp'],
    ['country', 'JPN'],
    ['salary', 1],
  ])('names %s as wrong when it is %j, and tells no value', (field, value) => {
    const result = parsed({ [field]: value });
    expect(fields(result)).toEqual([`data.${field}`]);
    const text = JSON.stringify(result);
    for (const secret of ['花子', 'hanako', 'E1042', 'Bcc', 'slave']) expect(text).not.toContain(secret);
  });

  test('names every wrong field at once', () => {
    expect(fields(parsed({ name: '', country: 'x', contract: 1 }))).toEqual([
      'data.name',
      'data.contract',
      'data.country',
    ]);
  });

  test.each([
    ['timestamp', 'yesterday'],
    ['timestamp', '2026-11-20T00:00:00.0123456789Z'],
    ['timestamp', '2026-11-20T00:00:00'],
    ['timestamp', undefined],
    ['sequence', -1],
    ['sequence', 1.5],
    ['sequence', '1'],
    ['type', 'departure.deleted'],
    ['extra', true],
  ])('names %s as wrong when it is %j', (field, value) => {
    expect(fields(parsed({}, { [field]: value }))).toEqual([field]);
  });

  test.each([undefined, null, 7, 'text', [], {}])('made of %j is refused', (input) => {
    expect(parseReport(input, now).ok).toBe(false);
  });

  test('with keys that mean something to objects is refused, and harms nothing', () => {
    const text = JSON.stringify(sample).replace('"data":{', '"data":{"__proto__":{"admin":true},');
    const result = parseReport(JSON.parse(text), now);
    expect(result.ok ? Object.keys(result.report.data) : []).not.toContain('__proto__');
    expect(({} as Record<string, unknown>).admin).toBeUndefined();
    expect(fields(parsed({ constructor: 1 }))).toEqual(['data.constructor']);
  });

  test('of a reason that Okaeri does not know, or without one, waits for HR', () => {
    expect(dataOf(parsed({ reason: 'moon' })).reason).toBe('unknown');
    expect(dataOf(parsed({ reason: undefined })).reason).toBe('unknown');
    expect(dataOf(parsed({ reason: 'constructor' })).reason).toBe('unknown');
  });

  test('is trimmed, its addresses in small letters', () => {
    const data = dataOf(parsed({ employeeId: ' E1042 ', name: ' 佐藤 花子 ', personalEmail: 'Hanako@Example.com' }));
    expect(data).toMatchObject({ employeeId: 'E1042', name: '佐藤 花子', personalEmail: 'hanako@example.com' });
  });

  test('has its time in UTC, so that the same time is the same', () => {
    const result = parsed({}, { timestamp: '2026-11-20T09:00:00.000+09:00' });
    expect(result.ok && result.report.timestamp).toBe('2026-11-20T00:00:00Z');
  });

  test('from more than a day ahead is refused, one from a clock that is a little fast is not', () => {
    expect(parsed({}, { timestamp: '2026-11-23T03:00:00Z' }).ok).toBe(true);
    expect(fields(parsed({}, { timestamp: '2026-11-23T03:00:01Z' }))).toEqual(['timestamp']);
  });

  test('of a single day of work is a report', () => {
    expect(parsed({ hireDate: '2026-11-01', lastWorkingDay: '2026-11-01' }).ok).toBe(true);
  });
});

test.each([
  ['ja', 'ja'],
  ['ja-JP', 'ja'],
  ['JA', 'ja'],
  ['en-GB', 'en'],
  ['fr', 'en'],
])('%s is written to in %s', (tag, language) => {
  expect(languageOf(tag)).toBe(language);
});
