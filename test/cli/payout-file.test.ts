import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { discard, openNew } from '../../cli/reward/new-file.ts';
import { payoutCsv } from '../../cli/reward/payout-csv.ts';
import {
  againText,
  newestFile,
  type PayoutFile,
  payoutFileText,
  payoutsOfFile,
  rowOf,
  toPay,
} from '../../cli/reward/payout-file.ts';
import { readPayouts } from '../../cli/reward/payouts-csv.ts';
import type { Profile } from '../../functions/domain/profile.ts';
import { alumnusFile, clawedBack, instructed, paid, sent, submitted } from '../domain/contribution-samples.ts';

const { profile } = alumnusFile;
const due = instructed('lead', 9, 'file');
const all = [sent('feedback', 12, 'file'), sent('lead', 10, 'file'), due, instructed('feedback', 8), submitted('lead')];
const read = (text: string) => readPayouts(new TextEncoder().encode(text), '2027-02-05T03:00:00Z');

describe('the payout file', () => {
  it('holds what is instructed by file and stands in none', () => {
    const earlier = instructed('feedback', 4, 'file');
    expect(toPay([...all, earlier, paid('lead', 3)]).map(({ number }) => number)).toEqual([4, 9]);
  });

  it('knows the files before it', () => {
    expect(newestFile(all)).toBe(3);
    expect(newestFile([submitted('lead')])).toBe(0);
    expect(payoutsOfFile(all, 3).map(({ number }) => number)).toEqual([10, 12]);
    const { reward, ...rest } = clawedBack('feedback', 2);
    const settled = { ...rest, reward: { ...reward, payout: reward.payout && { ...reward.payout, file: 3 } } };
    expect(payoutsOfFile([settled], 3)).toHaveLength(1);
  });

  it('is as spreadsheets open it, with decimal amounts and no formulas', () => {
    const evil = profile && { ...profile, name: '=HYPERLINK("x")' };
    const euros = { ...rowOf(sent('feedback', 12, 'file'), evil), amount: 4550, currency: 'EUR' };
    expect(payoutCsv([rowOf(due, profile), euros, rowOf(due, undefined)])).toBe(
      [
        '\uFEFFpayout,amount,currency,tax_category,kind,employee_id,name,email,language,country',
        'payout-9,200000,JPY,business-referral,lead,E1042,佐藤 花子,hanako@example.com,ja,JP',
        `payout-12,45.50,EUR,feedback-reward,feedback,E1042,"'=HYPERLINK(""x"")",hanako@example.com,ja,JP`,
        'payout-9,200000,JPY,business-referral,lead,,,,,',
        '',
      ].join('\r\n'),
    );
  });

  it('has the same ids again, whatever the profile says by now', () => {
    const ids = (whose: Profile | undefined) =>
      payoutCsv(payoutsOfFile(all, 3).map((each) => rowOf(each, whose))).match(/payout-\d+/g);
    expect(ids(undefined)).toEqual(ids(profile));
  });

  it('is new, and nobody else reads it', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'payouts-'));
    const path = join(folder, 'payouts.csv');
    const file = await openNew(path);
    await file.writeFile('x');
    await file.close();
    expect((await stat(path)).mode & 0o777).toBe(0o600);
    await expect(openNew(path)).rejects.toThrow('already; name another');
    await expect(openNew(join(folder, 'no/payouts.csv'))).rejects.toThrow('no such folder');
    expect(await readFile(path, 'utf8')).toBe('x');
    const other = join(folder, 'other.csv');
    await discard(await openNew(other), other);
    expect(await readdir(folder)).toEqual(['payouts.csv']);
    await rm(folder, { recursive: true });
  });
});

describe('what is said of a payout file', () => {
  const result: PayoutFile = { payouts: [], leftOut: [], alsoInFile: [], newest: 0 };
  const written = { ...result, file: 3, written: 'out.csv', payouts: ['payout-9'] };

  it('says what to do with it', () => {
    expect(payoutFileText(written)).toBe(
      'Payout file 3 is written to out.csv: 1 payout. It holds personal data: hand it to accounting and delete it here. Once they are paid, add the column "on" with the dates and run "payout import".',
    );
    expect(againText({ ...written, leftOut: ['payout-9'] })).toMatch(
      /^Payout file 3 is written to out\.csv once more: the same 1 payout, .*\nOf payout-9 only the payout is left/,
    );
  });

  it('says that there is nothing to pay, what was left out, and what a rival wrote', () => {
    expect(payoutFileText(result)).toBe('No payout waits for a file, so none was written.');
    expect(payoutFileText({ ...result, newest: 2, leftOut: ['payout-5'] })).toMatch(
      /The newest is 2; "payout file FILE --number 2" writes it again\.\nLeft out: payout-5, since the alumnus was erased/,
    );
    expect(payoutFileText({ ...written, alsoInFile: ['payout-8'] })).toContain(
      'Another run wrote a file 3 at the same time, with payout-8: hand over both files.',
    );
  });
});

describe('a file of what was paid', () => {
  it('may be the payout file with a column of dates', () => {
    const csv = payoutCsv([rowOf(due, profile), rowOf(sent('feedback', 12, 'file'), profile)]).split('\r\n');
    const [header, first, second] = csv;
    const { good, bad } = read(`${header},on\r\n${first},2027/2/4\r\n${second},\r\n`);
    expect(bad).toEqual([]);
    expect(good).toMatchObject([
      { line: 2, row: { report: { type: 'payout.confirmed', data: { payout: 'payout-9', on: '2027-02-04' } } } },
      { line: 3, row: { notYet: true } },
    ]);
  });

  it('has every wrong line named', () => {
    const { bad } = read('payout,on\n9,2027-02-04\npayout-9,soon\n,2027-02-04\npayout-9,2027-03-01\n');
    expect(bad.map(({ line, field, problem }) => `${line} ${field} ${problem}`)).toEqual([
      '2 payout must be the id of a payout, such as payout-7',
      '3 on must be a date such as 2027-04-01',
      '4 payout must be the id of a payout, such as payout-7',
      '5 on must not be in the future',
    ]);
    expect(() => read('payout\npayout-9\n')).toThrow('lacks columns: "on"');
  });
});
