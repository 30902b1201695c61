import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readOutcomes } from '../../cli/contribution/outcomes-csv.ts';
import { isAllReceived, receivedText, receiveRows, type Words } from '../../cli/contribution/receive-rows.ts';
import { on } from '../domain/samples.ts';

const given = on('2027-05-01');
const read = (text: string) => readOutcomes(new TextEncoder().encode(text), given);
const header = 'contribution,type,on,country,employee_id,amount';

describe('a file of outcomes', () => {
  it('is read a report for each row', () => {
    const { good, bad } = read(
      `\uFEFF${header}\r\n1,hired,2027/4/1,jp,E9001,1500000\r\n\r\n2,won,2027-02-01,,,8000000\r\n3,Lost,2027-02-01,,,\r\n4,left,,,,\r\n5,not-hired,,,,\r\n`,
    );
    expect(bad).toEqual([]);
    expect(good.map(({ line, row: { type, data } }) => [line, type, data])).toEqual([
      [
        2,
        'referral.hired',
        { contribution: 1, on: '2027-04-01', country: 'JP', employeeId: 'E9001', agencyFee: 1_500_000 },
      ],
      [4, 'lead.won', { contribution: 2, on: '2027-02-01', revenue: 8_000_000 }],
      [5, 'lead.lost', { contribution: 3 }],
      [6, 'referral.left', { contribution: 4 }],
      [7, 'referral.not-hired', { contribution: 5 }],
    ]);
  });

  it('has every wrong line named, without its values', () => {
    const { good, bad } = read(
      [
        header,
        'seven,won,2027-02-01,,,8000000',
        '2,constructor,,,,',
        '3,won,2027-02-31,,,8.5',
        '4,hired,2027-09-01,Japan,,',
        '5,lost,,,E1,5',
        '6,hired,,,,',
        '7,won,2027-02-01',
        '8,won,2027-02-01,,,',
        '9,hired,2027-09-01,JP,,',
      ].join('\n'),
    );
    expect(good).toEqual([]);
    expect(bad.map(({ line, field, problem }) => `${line} ${field} ${problem}`)).toEqual([
      '2 contribution must be the number of a contribution, such as 7',
      '3 type must be one of hired, not-hired, left, won, lost',
      '4 amount must be an amount in JPY without separators, such as 1500000',
      '4 on must be a date such as 2027-04-01',
      '5 country must be a two-letter country code, such as JP',
      '6 employee_id must be empty for lost',
      '6 amount must be empty for lost',
      '7 on is missing',
      '7 country is missing',
      '8 (row) has 3 fields, and the header has 6',
      '9 amount is missing',
      '10 on must not be in the future',
    ]);
  });

  it.each([
    ['', 'is empty'],
    ['E1,Jo\n', 'one of them must be contribution'],
    ['contribution,type,salary\n', '"salary"'],
    ['contribution,type,type\n', 'columns twice: "type"'],
    ['contribution,on\n', 'lacks columns: "type"'],
    [`${header}\n1,"won,,,,\n`, 'quotation mark'],
  ])('cannot be used as %j', (text, problem) => {
    expect(() => read(text)).toThrow(problem);
  });

  it('is UTF-8', () => {
    expect(() => readOutcomes(Uint8Array.from([0x83, 0x41]), given)).toThrow('not UTF-8');
  });

  it('has a sample', () => {
    const sample = readOutcomes(readFileSync('docs/samples/outcomes.csv'), given);
    expect(sample.bad).toEqual([]);
    expect(sample.good).toHaveLength(2);
  });
});

describe('what became of a file', () => {
  const words: Words<'noted' | 'unknown'> = {
    noted: { name: 'noted' },
    unknown: { name: 'unknown', advice: 'there is no contribution of that number' },
  };
  const rows = {
    good: [
      { line: 2, row: 1 },
      { line: 3, row: 2 },
    ],
    bad: [{ line: 4, field: 'on', problem: 'is missing' }],
  };

  it('names the lines that had no effect, and those that were not imported', async () => {
    const received = await receiveRows(rows, async (row) => (row === 1 ? 'noted' : 'unknown'));
    expect(receivedText(received, words)).toBe(
      [
        '3 rows: 1 noted, 1 unknown, 1 bad',
        '  unknown, there is no contribution of that number: line 3',
        'Not imported:',
        '  line 4: on is missing',
      ].join('\n'),
    );
    expect(isAllReceived(received, words)).toBe(false);
    expect(isAllReceived({ ...received, received: [{ line: 2, outcome: 'noted' }], bad: 0 }, words)).toBe(true);
    expect(isAllReceived({ ...received, bad: 0 }, words)).toBe(false);
  });

  it('says where it stopped', async () => {
    const receive = async (row: number) => {
      if (row === 2) throw new Error('no table');
      return 'noted' as const;
    };
    await expect(receiveRows(rows, receive)).rejects.toThrow(
      'The import stopped at line 3. Error: no table What was imported stays; run the same command again for the rest.',
    );
  });
});
