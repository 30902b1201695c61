import { describe, expect, test } from 'vitest';
import { parseRehire, rehireNumber, rehireTypes } from '../../functions/domain/rehire-report.ts';
import { rehireId } from '../../functions/domain/return-message.ts';

const timestamp = '2027-04-01T02:59:00Z';
const samples = {
  'rehire.opened': { employeeId: 'E1042', contract: 'freelance', from: '2027-07-01' },
  'rehire.recorded': { rehire: 'rehire-7' },
  'rehire.cancelled': { rehire: 'rehire-7' },
} as const;
type Type = keyof typeof samples;

const report = (type: Type, data: Record<string, unknown> = {}, envelope: Record<string, unknown> = {}) => ({
  type,
  timestamp,
  data: { ...samples[type], ...data },
  ...envelope,
});

function faults(input: unknown): { field: string; problem: string }[] {
  const parsed = parseRehire(input);
  return parsed.ok ? [] : parsed.faults;
}
const fields = (input: unknown) => faults(input).map(({ field }) => field);

describe('a report of a rehire', () => {
  test.each(rehireTypes)('%s is read as it is', (type) => {
    expect(parseRehire(report(type))).toEqual({ ok: true, report: report(type) });
  });

  test('a case is opened without a day, too', () => {
    const { from: _, ...data } = samples['rehire.opened'];
    expect(parseRehire({ type: 'rehire.opened', timestamp, data }).ok).toBe(true);
  });

  test.each<[Type, string, unknown]>([
    ['rehire.opened', 'employeeId', 'E 1042'],
    ['rehire.opened', 'employeeId', undefined],
    ['rehire.opened', 'contract', 'intern'],
    ['rehire.opened', 'contract', undefined],
    ['rehire.opened', 'from', '2027-02-29'],
    ['rehire.opened', 'name', '佐藤 花子'],
    ['rehire.opened', 'reason', 'childcare'],
    ['rehire.recorded', 'rehire', 7],
    ['rehire.recorded', 'rehire', 'rehire-0'],
    ['rehire.recorded', 'rehire', 'payout-7'],
    ['rehire.recorded', 'employeeId', 'E1042'],
    ['rehire.cancelled', 'rehire', 'rehire-7 '],
    ['rehire.cancelled', 'rehire', undefined],
  ])('%s names %s as wrong when it is %j, and tells no value', (type, field, value) => {
    const found = faults(report(type, { [field]: value }));
    expect([...new Set(found.map((fault) => fault.field))]).toEqual([`data.${field}`]);
    for (const said of ['佐藤', 'E 1042', 'childcare']) expect(JSON.stringify(found)).not.toContain(said);
  });

  test('a type that there is not, an unknown field and a bad time are named', () => {
    expect(fields({ ...report('rehire.recorded'), type: 'rehire.imagined' })).toEqual(['type']);
    expect(fields(report('rehire.recorded', {}, { sequence: 1 }))).toEqual(['sequence']);
    expect(fields(report('rehire.recorded', {}, { timestamp: 'now' }))).toEqual(['timestamp']);
  });
});

test('the id of a rehire leads back to it', () => {
  expect([1, 7, 999_999].map((number) => rehireNumber(rehireId(number)))).toEqual([1, 7, 999_999]);
});
