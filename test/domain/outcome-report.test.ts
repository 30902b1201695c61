import { describe, expect, test } from 'vitest';
import { outcomeTypes, parseOutcome, payoutNumber, payoutTypes } from '../../functions/domain/outcome-report.ts';
import { payoutId } from '../../functions/domain/reward.ts';

const now = '2027-04-01T03:00:00Z';
const timestamp = '2027-04-01T02:59:00Z';
const samples = {
  'referral.hired': { contribution: 7, on: '2027-04-01', country: 'SG', employeeId: 'E2101', agencyFee: 1_500_000 },
  'referral.not-hired': { contribution: 7 },
  'referral.left': { contribution: 7 },
  'lead.won': { contribution: 8, on: '2027-03-31', revenue: 8_000_000 },
  'lead.lost': { contribution: 8 },
  'payout.confirmed': { payout: 'payout-7', on: '2027-04-01' },
} as const;
type Type = keyof typeof samples;

const report = (type: Type, data: Record<string, unknown> = {}, envelope: Record<string, unknown> = {}) => ({
  type,
  timestamp,
  data: { ...samples[type], ...data },
  ...envelope,
});

function faults(input: unknown): { field: string; problem: string }[] {
  const parsed = parseOutcome(input, now);
  return parsed.ok ? [] : parsed.faults;
}
const fields = (input: unknown) => faults(input).map(({ field }) => field);

describe('an outcome', () => {
  test.each(Object.keys(samples) as Type[])('%s is read as it is', (type) => {
    expect(parseOutcome(report(type), now)).toEqual({ ok: true, report: report(type) });
  });

  test('there is a sample of every type', () => {
    expect(Object.keys(samples)).toEqual([...outcomeTypes, ...payoutTypes]);
  });

  test('of a hire only the contribution, the day and the country are needed', () => {
    const data = { employeeId: undefined, agencyFee: undefined };
    expect(parseOutcome(JSON.parse(JSON.stringify(report('referral.hired', data))), now).ok).toBe(true);
  });

  test.each<[Type, string, unknown]>([
    ['referral.hired', 'contribution', 0],
    ['referral.hired', 'contribution', 1.5],
    ['referral.hired', 'contribution', '7'],
    ['referral.hired', 'contribution', 1_000_000],
    ['referral.hired', 'on', '2027-02-29'],
    ['referral.hired', 'on', undefined],
    ['referral.hired', 'country', 'Japan'],
    ['referral.hired', 'employeeId', 'E 2101'],
    ['referral.hired', 'agencyFee', -1],
    ['referral.hired', 'agencyFee', 0.5],
    ['referral.hired', 'name', '高橋 健'],
    ['referral.not-hired', 'reason', 'salary'],
    ['referral.hired', 'agencyFee', 10 ** 13 + 1],
    ['lead.won', 'revenue', 0],
    ['lead.won', 'revenue', 4550.5],
    ['lead.won', 'revenue', 10 ** 13 + 1],
    ['lead.won', 'company', '株式会社あさひ'],
    ['lead.lost', 'contribution', undefined],
    ['payout.confirmed', 'payout', 'payout-0'],
    ['payout.confirmed', 'payout', 'payout-7 '],
    ['payout.confirmed', 'payout', 7],
    ['payout.confirmed', 'iban', 'JP12 3456'],
  ])('%s names %s as wrong when it is %j, and tells no value', (type, field, value) => {
    const found = faults(report(type, { [field]: value }));
    expect([...new Set(found.map((fault) => fault.field))]).toEqual([`data.${field}`]);
    for (const said of ['高橋', 'あさひ', 'JP12', 'E 2101', 'salary'])
      expect(JSON.stringify(found)).not.toContain(said);
  });

  test('an amount is what the company could have earned: an agency’s fee may be nothing, a deal’s revenue may not', () => {
    const fine = [
      report('referral.hired', { agencyFee: 0 }),
      report('referral.hired', { agencyFee: 10 ** 13 }),
      report('lead.won', { revenue: 1 }),
      report('lead.won', { revenue: 10 ** 13 }),
    ];
    for (const one of fine) expect(fields(one)).toEqual([]);
  });

  test('a type that there is not, an unknown field and a bad time are named', () => {
    expect(fields({ ...report('lead.lost'), type: 'lead.found' })).toEqual(['type']);
    expect(fields(report('lead.lost', {}, { sequence: 1 }))).toEqual(['sequence']);
    expect(fields(report('lead.lost', {}, { timestamp: 'now' }))).toEqual(['timestamp']);
    expect(fields([])).toEqual(['(body)']);
  });
});

describe('a day that has not come', () => {
  test.each<Type>(['referral.hired', 'lead.won', 'payout.confirmed'])(
    '%s is refused from the day after next',
    (type) => {
      expect(fields(report(type, { on: '2027-04-03' }))).toEqual(['data.on']);
      expect(fields(report(type, { on: '2027-04-02' }))).toEqual([]);
    },
  );

  test('today is never refused, however early the day begins where the company is', () => {
    const tokyo = '2027-04-01T15:00:00Z';
    const kiritimati = '2027-04-01T10:00:00Z';
    for (const at of [tokyo, kiritimati]) {
      expect(parseOutcome(report('payout.confirmed', { on: '2027-04-02' }), at).ok).toBe(true);
    }
  });
});

test('the id of a payout leads back to its contribution', () => {
  expect([1, 7, 999_999].map((number) => payoutNumber(payoutId(number)))).toEqual([1, 7, 999_999]);
});
