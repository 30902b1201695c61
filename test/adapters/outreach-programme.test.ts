import { UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { beforeEach, describe, expect, it } from 'vitest';
import { readBreaker, releaseBreaker } from '../../functions/adapters/breaker.ts';
import { loadPerson } from '../../functions/adapters/people.ts';
import { policy } from '../../functions/adapters/policy.ts';
import { keys, programme, table, tableName } from '../../functions/adapters/table.ts';
import { alumnus, approve, firstDay } from './alumni.ts';
import { useOwnTable } from './own-table.ts';
import { useSes } from './ses-stand-in.ts';
import { dueOn, sweep } from './sweep-day.ts';

/** What a sweep tells who looks after the programme, and when it stops. */

useOwnTable();
const ses = useSes();
beforeEach(() => Object.assign(ses, { mails: [], refuse: () => undefined }));

const { admin } = policy.company;
const toAdmin = () => ses.to(programme).map(({ dispatch, to }) => `${dispatch} ${to}`);
const toAlumni = () => ses.mails.filter(({ person }) => person !== programme);

/** Several, of whom the newest edition says nothing new. */
const several = (count: number, nextOutreach = firstDay) =>
  Promise.all(Array.from({ length: count }, () => alumnus({ person: { nextOutreach } })));

describe('while there is nothing to tell', () => {
  it('nobody is written to, and the admin hears of it once a month', async () => {
    const [person = ''] = await several(3);
    expect(await sweep(firstDay)).toMatchObject({ outcome: 'done', counts: { 'no news': 3 } });
    expect(toAlumni()).toEqual([]);
    expect(toAdmin()).toEqual([`editions-missing_2026-12 ${admin}`]);
    expect((await loadPerson(person)).person).toMatchObject({ nextOutreach: '2026-12-10' });
    expect((await loadPerson(person)).person.mailed).toBeUndefined();
    expect(await sweep('2026-12-10')).toMatchObject({ counts: { 'no news': 3 } });
    expect(toAdmin()).toHaveLength(1);
    expect(await sweep('2027-01-04')).toMatchObject({ counts: { 'no news': 3 } });
    expect(toAdmin()).toEqual([`editions-missing_2026-12 ${admin}`, `editions-missing_2027-01 ${admin}`]);
  });

  it('and everybody is, once there is', async () => {
    await approve('2027-01-07');
    expect(await sweep('2027-01-11')).toMatchObject({ counts: { sent: 3 } });
    expect(toAdmin()).toEqual([]);
    expect(toAlumni()).toHaveLength(3);
  });
});

/** Reports of a day, as the feedback function counts them. */
async function count(counts: Partial<Record<'sent' | 'bounced' | 'complained', number>>): Promise<void> {
  const { round } = await readBreaker();
  for (const [what, number] of Object.entries(counts)) {
    await table.send(
      new UpdateCommand({
        TableName: tableName(),
        Key: keys.counts(round, '2027-01-12'),
        UpdateExpression: 'ADD #what :number',
        ExpressionAttributeNames: { '#what': what },
        ExpressionAttributeValues: { ':number': number },
      }),
    );
  }
}

const { leastMails, bounceRate, complaintRate } = policy.breaker;
const day = '2027-01-13';

describe('the breaker', () => {
  it.each([
    ['bounces', { sent: 2 * leastMails, bounced: 2 * leastMails * bounceRate + 1 }],
    ['complaints', { sent: 100 * leastMails, complained: 100 * leastMails * complaintRate + 1 }],
  ] as const)('opens by too many %s, tells the admin once, and goes on when released', async (because, counts) => {
    const people = await several(3, day);
    await count(counts);
    const { round } = await readBreaker();
    for (let times = 0; times < 3; times += 1)
      expect(await sweep(day)).toMatchObject({ outcome: 'stopped by the breaker', counts: {} });
    expect(toAlumni()).toEqual([]);
    expect(toAdmin()).toEqual([`outreach-stopped_${round}-w0 ${admin}`]);
    expect(await readBreaker()).toMatchObject({ round, open: { because } });
    expect((await dueOn(day)).sort()).toEqual([...people].sort());
    expect(await releaseBreaker(round + 1)).toBe(false);
    expect(await releaseBreaker(round - 1)).toBe(false);
    expect(await releaseBreaker(round)).toBe(true);
    expect(await releaseBreaker(round)).toBe(false);
    expect(await sweep(day)).toMatchObject({ outcome: 'done', counts: { sent: 3 } });
  });

  it('tells again after a week in which nobody decided', async () => {
    await several(1, day);
    await count({ sent: leastMails, bounced: leastMails });
    const { round } = await readBreaker();
    await sweep(day);
    await sweep('2027-01-19');
    await sweep('2027-01-20');
    expect(toAdmin().map((line) => line.split(' ')[0])).toEqual([
      `outreach-stopped_${round}-w0`,
      `outreach-stopped_${round}-w1`,
    ]);
    await releaseBreaker(round);
    expect(await sweep('2027-01-20')).toMatchObject({ counts: { sent: 1 } });
  });

  it('is silent about few mails, however many come back', async () => {
    const { round } = await readBreaker();
    await several(1, day);
    await count({ sent: leastMails - 20, bounced: 50 });
    expect(await sweep(day)).toMatchObject({ outcome: 'done', counts: { sent: 1 } });
    await several(1, day);
    await count({ sent: 20 });
    expect(await sweep(day)).toMatchObject({ outcome: 'stopped by the breaker' });
    await releaseBreaker(round);
    expect(await sweep(day)).toMatchObject({ outcome: 'done', counts: { sent: 1 } });
  });

  it('is silent about one person alone', async () => {
    await several(1, day);
    await count({ sent: leastMails, bounced: 1, complained: 1 });
    expect(await sweep(day)).toMatchObject({ outcome: 'done', counts: { sent: 1 } });
  });

  it('stops a sweep that is under way at the next look', async () => {
    const people = await several(130, day);
    let counted: Promise<void> | undefined;
    ses.refuse = () => {
      if (ses.mails.length === 40) counted ??= count({ sent: leastMails, bounced: 20 * leastMails });
      return undefined;
    };
    expect(await sweep(day)).toMatchObject({ outcome: 'stopped by the breaker' });
    await counted;
    const written = toAlumni().length;
    expect(written).toBeGreaterThanOrEqual(100);
    // Those who were being written to at that moment.
    expect(written).toBeLessThanOrEqual(100 + 3 * 8);
    expect(toAdmin()).toHaveLength(1);
    await releaseBreaker((await readBreaker()).round);
    expect(await sweep(day)).toMatchObject({ outcome: 'done', counts: { sent: people.length - written } });
    expect(new Set(toAlumni().map(({ person }) => person)).size).toBe(people.length);
    expect(toAlumni()).toHaveLength(people.length);
  });
});
