import { describe, expect, it } from 'vitest';
import { type Reading, readLeavers } from '../../cli/leavers-csv.ts';
import { parsePolicy } from '../../functions/domain/policy.ts';
import demo from '../../policy.demo.json' with { type: 'json' };

const policy = parsePolicy(demo);
const reading: Reading = { now: '2026-11-22T03:00:00Z', written: '2026-11-20T03:00:00.000Z', policy };
const read = (text: string, more: Partial<Reading> = {}) =>
  readLeavers(new TextEncoder().encode(text), { ...reading, ...more });
const mayNotAsk: Partial<Reading> = { policy: { ...policy, former: { mayAsk: false } } };

const header = 'employee_id,name,personal_email,language,hire_date,last_working_day,contract,reason,country';
const hanako = 'E1,山田 花子,hanako@example.com,ja,2015-04-01,2026-12-31,permanent,career,JP';
const formerHeader = `${header},consent_purposes,consent_date,consent_source`;
const formerRow = (consent: string) => `E1,Jo,jo@example.com,en,2010-04-01,2020-03-31,permanent,career,JP,${consent}`;

const reportedAt = (time: string) => read(`${header},reported_at\n${hanako},${time}`).good[0]?.report.timestamp;
const leftOn = (lastDay: string) => `E1,Jo,jo@example.com,en,2010-04-01,${lastDay},permanent,career,JP,,,`;

describe('a file of leavers', () => {
  it('is read a report for each row', () => {
    const { former, good, bad } = read(`${header}\n${hanako}\n`);
    expect(former).toBe(false);
    expect(bad).toEqual([]);
    expect(good).toEqual([
      {
        line: 2,
        report: {
          type: 'departure.announced',
          timestamp: '2026-11-20T03:00:00Z',
          data: {
            employeeId: 'E1',
            name: '山田 花子',
            personalEmail: 'hanako@example.com',
            language: 'ja',
            hireDate: '2015-04-01',
            lastWorkingDay: '2026-12-31',
            contract: 'permanent',
            reason: 'career',
            country: 'JP',
          },
        },
      },
    ]);
  });

  it('may come from Excel: byte order mark, CRLF, quotes, its dates, empty lines', () => {
    const { good, bad } = read(
      `\uFEFF${header}\r\n\r\nE1,"山田, ""花子""",,ja,2015/4/1,2026/12/31,permanent,career,JP\r\n,,,,,,,,\r\n`,
    );
    expect(bad).toEqual([]);
    expect(good[0]?.line).toBe(3);
    expect(good[0]?.report.data).toMatchObject({
      name: '山田, "花子"',
      hireDate: '2015-04-01',
      lastWorkingDay: '2026-12-31',
    });
  });

  it('says when a row was reported, in the company’s time zone unless it says otherwise', () => {
    expect(reportedAt('2026-11-01T09:00:00Z')).toBe('2026-11-01T09:00:00Z');
    expect(reportedAt('2026-11-01')).toBe('2026-10-31T15:00:00Z');
    expect(reportedAt('2026/11/1 9:05')).toBe('2026-11-01T00:05:00Z');
  });

  it('counts from when it was saved, later rows after earlier ones, so that importing it again changes nothing', () => {
    const file = `${header}\n${hanako}\n${hanako}`;
    const first = read(file).good.map(({ report }) => report.timestamp);
    const again = read(file, { now: '2026-11-25T03:00:00Z' }).good.map(({ report }) => report.timestamp);
    expect(again).toEqual(first);
    expect(Date.parse(first[1] ?? '')).toBeGreaterThan(Date.parse(first[0] ?? ''));
  });

  it('takes cancellations and sequences', () => {
    const { good, bad } = read(`${header},type,sequence\n${hanako},cancelled,7`);
    expect(bad).toEqual([]);
    expect(good[0]?.report).toMatchObject({
      type: 'departure.cancelled',
      sequence: 7,
      data: { employeeId: 'E1', hireDate: '2015-04-01' },
    });
  });
});

describe('a bad row', () => {
  it('is told by line, field and rule, and no other row with it', () => {
    const { good, bad } = read(
      `${header},type\nE2,"Two\nLines",,en,2015-04-01,soon,perm,career,jp,\n,X,nowhere,en,2015-04-01,2014-01-01,permanent,career,JP,gone\n${hanako},`,
    );
    expect(good.map(({ line }) => line)).toEqual([5]);
    expect(bad).toEqual(
      expect.arrayContaining([
        { line: 2, field: 'name', problem: 'must not hold control characters' },
        { line: 2, field: 'last_working_day', problem: 'must be a date such as 2026-12-31' },
        {
          line: 2,
          field: 'contract',
          problem: 'must be one of permanent, fixed-term, part-time, agency, intern, freelance',
        },
        { line: 2, field: 'country', problem: 'must be a two-letter country code, such as JP' },
        { line: 4, field: 'type', problem: 'must be announced, changed or cancelled' },
      ]),
    );
  });

  it.each([
    [
      'an empty cell',
      `,Jo,,en,2015-04-01,2026-12-31,permanent,career,JP`,
      { field: 'employee_id', problem: 'is missing' },
    ],
    [
      'a last day before the first',
      `E1,Jo,,en,2015-04-01,2014-12-31,permanent,career,JP`,
      { field: 'last_working_day', problem: 'must not be before the hire date' },
    ],
    ['a cell too many', `${hanako},x`, { field: '(row)', problem: 'has 10 fields, and the header has 9' }],
  ])('may have %s', (_, row, fault) => {
    expect(read(`${header}\n${row}`).bad).toEqual([{ line: 2, ...fault }]);
  });

  it('is never repeated in what is said of it', () => {
    const { bad } = read(`${header}\nSECRET ID,SECRET\u0007,secret@@,,secret,secret,secret,secret,secret`);
    expect(bad.length).toBeGreaterThan(5);
    expect(JSON.stringify(bad)).not.toMatch(/secret/i);
  });
});

describe('a file as a whole', () => {
  it('must be UTF-8, and how to save it so is said', () => {
    const shiftJis = Uint8Array.of(...new TextEncoder().encode(`${header}\nE1,`), 0x8e, 0x52, 0x93, 0x63);
    expect(() => readLeavers(shiftJis, reading)).toThrow('CSV UTF-8');
  });

  it.each([
    ['', 'is empty'],
    [hanako, 'The first line must name the columns'],
    ['employee_id;name\nE1;x', 'separated by commas'],
    [`${header},shoe_size\n${hanako},42`, '"shoe_size"'],
    [`${header},name\n${hanako},x`, 'twice: "name"'],
    ['employee_id,hire_date\nE1,2015-04-01', 'lacks columns: "name"'],
    [`${header},consent_date\n${hanako},`, 'lacks columns: "consent_purposes", "consent_source"'],
    [`${header}\nE1,"not closed`, 'near line 2'],
  ])('%j is refused', (text, sentence) => {
    expect(() => read(text)).toThrow(sentence);
  });

  it('without a header is refused without repeating somebody’s data', () => {
    expect(() => read(hanako)).not.toThrow(/花子|hanako/);
  });
});

describe('a file of former employees', () => {
  it('brings consent with its evidence', () => {
    const {
      former: isFormer,
      good,
      bad,
    } = read(`${formerHeader}\n${formerRow('directory;outreach,2020/3/1,"Box 12, HR archive"')}`, mayNotAsk);
    expect(isFormer).toBe(true);
    expect(bad).toEqual([]);
    expect(good[0]?.consent).toEqual({
      purposes: ['outreach', 'directory'],
      at: '2020-02-29T15:00:00Z',
      source: 'Box 12, HR archive',
    });
  });

  it('asks people without evidence only if the policy states that it may', () => {
    const file = `${formerHeader}\n${formerRow(',,')}`;
    expect(read(file).good).toHaveLength(1);
    const { good, skipped } = read(file, mayNotAsk);
    expect(good).toEqual([]);
    expect(skipped).toEqual([{ line: 2, reason: 'the policy does not state that former employees may be asked' }]);
  });

  it.each([
    ['mail,2020-03-01,box', 'consent_purposes', /some of outreach/],
    ['outreach,2027-01-01,box', 'consent_date', /future/],
    ['outreach,spring,box', 'consent_date', /a date such as/],
    ['outreach,2020-03-01,', 'consent_source', /is missing/],
    [`outreach,2020-03-01,${'x'.repeat(201)}`, 'consent_source', /200 characters/],
    ['outreach,2020-03-01,box\u0007 12', 'consent_source', /control characters/],
  ])('refuses the evidence %s', (consent, field, problem) => {
    const { bad } = read(`${formerHeader}\n${formerRow(consent)}`);
    expect(bad).toEqual([{ line: 2, field, problem: expect.stringMatching(problem) }]);
  });

  it('refuses evidence that names no address', () => {
    const { bad } = read(
      `${formerHeader}\nE1,Jo,,en,2010-04-01,2020-03-31,permanent,career,JP,outreach,2020-03-01,box`,
    );
    expect(bad).toEqual([{ line: 2, field: 'personal_email', problem: expect.stringMatching('is missing') }]);
  });

  it('refuses somebody whose last day is today, in the company’s time zone, or later', () => {
    const { bad } = read(`${formerHeader}\n${leftOn('2026-11-21')}\n${leftOn('2026-11-22')}`, {
      now: '2026-11-21T15:00:00Z',
    });
    expect(bad).toEqual([{ line: 3, field: 'last_working_day', problem: expect.stringMatching('in the past') }]);
  });
});
