import { PutCommand } from '@aws-sdk/lib-dynamodb';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { readHoldings } from '../../functions/adapters/holdings.ts';
import { identify } from '../../functions/adapters/identity.ts';
import { giveLease, takeLease } from '../../functions/adapters/lease.ts';
import { loadPerson } from '../../functions/adapters/people.ts';
import { keys, table, tableName } from '../../functions/adapters/table.ts';
import { dispatchId } from '../../functions/domain/dispatch.ts';
import { dateAfter } from '../../functions/domain/time.ts';
import { addressOf, alumnus, anniversary, approve, firstDay } from './alumni.ts';
import { useOwnTable } from './own-table.ts';
import { someId } from './people-samples.ts';
import { broken, type Mail, rejected, throttled, usedUp, useSes } from './ses-stand-in.ts';
import { dueOn, expectNoted, fateOf, listed, sweep } from './sweep-day.ts';

useOwnTable();
const ses = useSes();
beforeAll(() => approve('2026-11-20'));
beforeEach(() => {
  Object.assign(ses, { perSecond: 500, leftToday: 50_000, mails: [], refuse: () => undefined });
});

/** Alumni who are due; of each other, a day apart where told. */
function alumni(count: number, daysApart = 0): Promise<string[]> {
  const due = (index: number) => (daysApart ? dateAfter('2026-06-01', `P${1 + index * daysApart}D`) : firstDay);
  return Promise.all(Array.from({ length: count }, (_, index) => alumnus({ person: { nextOutreach: due(index) } })));
}

const oneEach = (people: readonly string[]) =>
  expect(ses.mails.map(({ person }) => person).sort()).toEqual([...people].sort());

/** The most mails within any second. */
function mostInASecond(mails: readonly Mail[]): number {
  return Math.max(...mails.map(({ at }) => mails.filter((other) => other.at >= at && other.at < at + 1000).length));
}

describe('the rate is SES’s', () => {
  // Measured where mails arrive, on a machine that may be busy.
  it('never more than it allows in any second', { retry: 2 }, async () => {
    const people = await alumni(25);
    ses.perSecond = 10;
    expect(await sweep(firstDay)).toMatchObject({ outcome: 'done', counts: { sent: 25 } });
    oneEach(people);
    expect(mostInASecond(ses.mails)).toBeLessThanOrEqual(10);
    expect(mostInASecond(ses.mails)).toBeGreaterThan(5);
  });

  it('where others use it too, a throttled mail waits, and none fails', async () => {
    const people = await alumni(14);
    let refused = 0;
    ses.refuse = ({ at }) => {
      const isFull = ses.mails.filter((mail) => mail.at > at - 1000).length >= 5;
      refused += isFull ? 1 : 0;
      return isFull ? throttled : undefined;
    };
    const { outcome, counts } = await sweep(firstDay);
    expect({ outcome, counts }).toEqual({ outcome: 'done', counts: { sent: 14 } });
    oneEach(people);
    expect(refused).toBeGreaterThan(0);
  });
});

describe('a day that does not fit', () => {
  it('ends when SES takes no more, and the next one goes on in order of the due dates', async () => {
    const people = await alumni(30, 2);
    ses.refuse = () => (ses.mails.length >= 12 ? usedUp : undefined);
    expect(await sweep(firstDay)).toMatchObject({ outcome: 'no more today', counts: { sent: 12 } });
    const left = await dueOn(firstDay);
    expect(left).toHaveLength(18);
    ses.leftToday = 0;
    expect(await sweep(firstDay)).toMatchObject({ outcome: 'no more today', counts: {} });
    expect(await dueOn(firstDay)).toEqual(left);
    Object.assign(ses, { leftToday: 50_000, refuse: () => undefined });
    expect(await sweep('2026-12-04')).toMatchObject({ outcome: 'done', counts: { sent: 18 } });
    oneEach(people);
    // Eight are written to at once; but for that, the order is that of the dates.
    for (const [place, { person }] of ses.mails.entries())
      expect(Math.abs(people.indexOf(person) - place)).toBeLessThanOrEqual(8);
  });
});

describe('one sweep sends at a time', () => {
  it('another one is told to come again, and finds nothing left to send', async () => {
    const people = await alumni(6);
    const both = await Promise.allSettled([sweep(firstDay, 'one'), sweep(firstDay, 'two')]);
    const errors = both.flatMap((one) => (one.status === 'rejected' ? [String(one.reason)] : []));
    expect(errors).toEqual(['Error: somebody else is sending']);
    expect(await sweep(firstDay, 'two')).toMatchObject({ outcome: 'done', counts: {} });
    oneEach(people);
  });

  it('and where one is called twice, each mail still goes once, and none is in doubt', async () => {
    const people = await alumni(12);
    await Promise.all([sweep(firstDay, 'one'), sweep(firstDay, 'one'), sweep(firstDay, 'one')]);
    expect(await sweep(firstDay)).toMatchObject({ outcome: 'done', counts: {} });
    oneEach(people);
    expect(await listed()).toEqual(new Set());
    for (const person of people) await expectNoted(person, firstDay);
  });

  it('as long as its time lasts; the same one goes on', async () => {
    const [person = ''] = await alumni(1);
    await takeLease('died', 60_000);
    await expect(sweep(firstDay, 'another')).rejects.toThrow('somebody else is sending');
    await giveLease('another');
    await expect(sweep(firstDay, 'another')).rejects.toThrow('somebody else is sending');
    expect(await sweep(firstDay, 'died')).toMatchObject({ counts: { sent: 1 } });
    oneEach([person]);
  });
});

describe('a sweep that cannot tell what became of its mails', () => {
  it('stops before it has taken many people’s touch', async () => {
    const people = await alumni(30);
    ses.refuse = () => broken;
    expect(await sweep(firstDay)).toMatchObject({ outcome: 'no more today' });
    const pending = await listed();
    expect(pending.size).toBeGreaterThanOrEqual(5);
    expect(pending.size).toBeLessThanOrEqual(5 + 8);
    expect(await dueOn(firstDay)).toHaveLength(people.length - pending.size);
    ses.refuse = () => undefined;
    expect(await sweep(firstDay)).toMatchObject({ counts: { sent: people.length - pending.size } });
    for (const person of people) await fateOf(person, firstDay, ses, pending);
  });

  it('goes on past those of one that died, which are listed', async () => {
    const dead = await alumni(8, 1);
    const before = await listed();
    for (const [index, person] of dead.entries()) {
      const { nextOutreach = '' } = (await loadPerson(person)).person;
      const id = dispatchId('outreach', nextOutreach);
      const data = { id, purpose: 'outreach', at: 'then', address: 'hash' };
      const item = { ...keys.dispatch(person, id), data, status: 'claimed', claim: `c${index}` };
      await table.send(new PutCommand({ TableName: tableName(), Item: item }));
    }
    const people = await alumni(10);
    expect(await sweep(firstDay)).toMatchObject({ outcome: 'done', counts: { held: 8, sent: 10 } });
    oneEach(people);
    expect((await listed()).size).toBe(before.size + dead.length);
  });
});

describe('sweeping on other days', () => {
  it.each(['2026-12-05', '2026-12-06', '2026-12-29', '2027-01-01'])('%s is a day off', async (date) => {
    const person = await alumnus();
    expect(await sweep(date)).toEqual({ outcome: 'day off', counts: {}, consumed: { reads: 0, writes: 0 } });
    expect(await dueOn(date)).toEqual([person]);
    await sweep('2027-01-04');
    oneEach([person]);
  });

  it('makes up for a fortnight that was missed with one mail, and so for a year', async () => {
    const people = await Promise.all([
      alumnus(),
      alumnus({ person: { nextOutreach: '2026-03-31' } }),
      alumnus({ person: { nextOutreach: '2026-06-03' } }),
    ]);
    for (const date of ['2026-12-17', '2026-12-17', '2026-12-18', '2026-12-21']) await sweep(date);
    oneEach(people);
    for (const person of people)
      expect((await loadPerson(person)).person).toMatchObject({ mailed: ['2026-12-17'], nextOutreach: anniversary });
  });
});

describe('who cannot be reached', () => {
  it('because SES delivers to the address no more: no mail, and it is noted', async () => {
    const person = await alumnus();
    const { address } = await identify();
    const item = { ...keys.suppressed(address(addressOf(person))), reason: 'BOUNCE', at: 'then' };
    await table.send(new PutCommand({ TableName: tableName(), Item: item }));
    expect(await sweep(firstDay)).toMatchObject({ counts: { suppressed: 1 } });
    expect(ses.mails).toEqual([]);
    expect((await loadPerson(person)).person.bounced).toBe(true);
    expect((await readHoldings(person)).entries).toHaveLength(1);
    expect(await dueOn('2099-01-01')).not.toContain(person);
  });

  it('because SES refuses the mail: the others are written to, and this one is due again in a week', async () => {
    const [first = '', ...others] = await alumni(5);
    ses.refuse = ({ person }) => (person === first ? rejected : undefined);
    expect(await sweep(firstDay)).toMatchObject({ outcome: 'done', counts: { sent: 4, refused: 1 } });
    oneEach(others);
    expect(await dueOn('2026-12-09')).toEqual([]);
    ses.refuse = () => undefined;
    await sweep('2026-12-10');
    oneEach([first, ...others]);
  });
});

describe('what DynamoDB charges', () => {
  const costOf = async (count: number) => {
    await alumni(count);
    const { counts, consumed } = await sweep(firstDay);
    expect(counts).toEqual({ sent: count });
    return consumed;
  };

  it('for a mail with its line of the timeline: 5 WRU and 3 RRU at most', async () => {
    const [one, eleven] = [await costOf(1), await costOf(11)];
    expect((eleven.writes - one.writes) / 10).toBeLessThanOrEqual(5);
    expect((eleven.reads - one.reads) / 10).toBeLessThanOrEqual(3);
    // Counted at all.
    expect((eleven.writes - one.writes) / 10).toBeGreaterThan(2);
  });

  it('for a day when nobody is due: the same with 1 and with 200 alumni, and next to nothing', async () => {
    const far = (digit: string) =>
      alumnus({ id: `${digit}${someId().slice(1)}`, person: { nextOutreach: '2098-01-01' } });
    await far('0');
    const { consumed: one } = await sweep('2026-05-01');
    await Promise.all(Array.from({ length: 25 }, () => [...'01234567'].map(far)).flat());
    const { consumed: many } = await sweep('2026-05-01');
    expect(many).toEqual(one);
    expect(many.writes).toBe(0);
    expect(many.reads).toBeLessThanOrEqual(4);
  });
});
