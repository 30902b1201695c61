import { DeleteCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import { beforeEach, describe, expect, it } from 'vitest';
import { releaseBreaker } from '../../functions/adapters/breaker.ts';
import { decideOnGathering, readGathering } from '../../functions/adapters/gatherings.ts';
import { readHoldings } from '../../functions/adapters/holdings.ts';
import { identify } from '../../functions/adapters/identity.ts';
import { addInvitee } from '../../functions/adapters/invitees.ts';
import { giveLease, takeLease } from '../../functions/adapters/lease.ts';
import { decideAndWrite, loadPerson } from '../../functions/adapters/people.ts';
import { keys, table, tableName } from '../../functions/adapters/table.ts';
import type { Plan } from '../../functions/domain/gathering-plan.ts';
import type { Person, Stint } from '../../functions/domain/person.ts';
import { cancelGathering } from '../../functions/domain/plan-submission.ts';
import { addressOf, alumnus } from './alumni.ts';
import { useFaultyAws } from './faulty-aws.ts';
import { answers, early, gathering, guests, step } from './gathering-steps.ts';
import { useOwnTable } from './own-table.ts';
import { given, stint } from './people-samples.ts';
import { usedUp } from './ses-stand-in.ts';

/** Whom the steps of a gathering write to, and whom they leave alone. */
useOwnTable();
const aws = useFaultyAws();
const { ses } = aws;

/** Each test is about people of its own department. */
let department = '';
let tests = 0;
beforeEach(() => {
  tests += 1;
  department = `第${tests}部`;
  Object.assign(ses, { leftToday: 50_000, mails: [], refuse: () => undefined });
  aws.begin();
  aws.meanwhile = () => Promise.resolve();
});

const someone = (person: Partial<Person> = {}, profile = {}) =>
  alumnus({ person, profile: { department, ...profile } });
const some = (count: number) => Promise.all(Array.from({ length: count }, () => someone()));
const dinnerFor = (plan: Partial<Plan> = {}) => gathering({}, { audience: { departments: [department] }, ...plan });

/** Who was written to of a purpose, staff left out. */
const written = (purpose: string) =>
  ses.mails.flatMap(({ person, dispatch }) => (dispatch.startsWith(`gathering-${purpose}_`) ? [person] : [])).sort();

/** Something happens just before the first mail of a purpose to somebody is claimed. */
function beforeClaim(person: string, purpose: string, happens: () => Promise<unknown>): void {
  let happened: Promise<unknown> | undefined;
  aws.meanwhile = async (name) => {
    if (name.startsWith(`PutItem PERSON#${person} DISPATCH#gathering-${purpose}_`)) await (happened ??= happens());
  };
}

const left = (lastDay: string, country = 'JP'): Stint[] => {
  const facts = { contract: 'permanent', reason: 'career', country };
  return [{ ...stint, lastDay, facts, status: 'enrolled', consentedAt: 'x', enrolledAt: 'x' } as Stint];
};

describe('nobody is invited', () => {
  const audience = () => ({
    departments: [department],
    countries: ['JP'],
    lastDayFrom: '2020-01-01',
    lastDayTo: '2026-06-30',
    languages: ['ja' as const],
  });

  const reasons: [string, () => Promise<string>][] = [
    ['who did not consent to gatherings', () => someone({ consents: ['outreach'] })],
    ['who stopped mail', () => someone({ stopped: true })],
    ['whose mail bounces', () => someone({ bounced: true })],
    ['who takes a break', () => someone({ pausedUntil: '2027-01-16' })],
    ['to whom SES delivers no more', async () => suppressed(await someone())],
    ['of another department', () => alumnus()],
    ['of another language', () => someone({}, { language: 'en' })],
    ['of another country', () => someone({ stints: left('2026-03-03', 'SG') })],
    ['who left too early', () => someone({ stints: left('2019-12-31') })],
    ['who left too late', () => someone({ stints: left('2026-07-01') })],
    ['who is still asked', () => someone({ stints: [stint] })],
    ['who is not known any more', () => someone({ stints: [], consents: [] })],
  ];

  it.each(reasons)('%s', async (_, make) => {
    const person = await make();
    const other = await someone();
    const number = await dinnerFor({ audience: audience() });
    expect(await step('invite', number)).toEqual({ outcome: 'done' });
    expect(written('invitation')).toEqual([other]);
    expect(await guests(number)).toEqual({ [other]: 1 });
    expect((await readHoldings(person)).mails).toEqual([]);
  });

  it('in a language that the plan does not speak', async () => {
    await someone({}, { language: 'en' });
    const { ja } = (await readGathering(await dinnerFor()))?.plan?.variants ?? {};
    await step('invite', await dinnerFor({ variants: { ...(ja && { ja }) } }));
    expect(written('invitation')).toEqual([]);
  });

  it('whose break is over is', async () => {
    const person = await someone({ pausedUntil: early });
    await step('invite', await dinnerFor());
    expect(written('invitation')).toEqual([person]);
  });

  async function suppressed(person: string): Promise<string> {
    const { address } = await identify();
    const item = { ...keys.suppressed(address(addressOf(person))), reason: 'BOUNCE', at: 'then' };
    await table.send(new PutCommand({ TableName: tableName(), Item: item }));
    return person;
  }
});

describe('what happens between the reading and the claim', () => {
  it('consent withdrawn: no mail, and nothing stays claimed', async () => {
    const [person = '', other = ''] = await some(2);
    const withdrawn = () =>
      decideAndWrite(person, (file) => ({
        outcome: 'withdrawn',
        write: { person: { ...file.person, consents: ['outreach'] } },
      }));
    beforeClaim(person, 'invitation', withdrawn);
    const number = await dinnerFor();
    expect(await step('invite', number)).toEqual({ outcome: 'done' });
    expect((await loadPerson(person)).person.consents).toEqual(['outreach']);
    expect(written('invitation')).toEqual([other]);
    expect((await readHoldings(person)).mails).toEqual([]);
  });

  it.each(['cancelled', 'changed'] as const)('the gathering is %s: nobody is invited by the old plan', async (what) => {
    const [person = ''] = await some(1);
    const number = await dinnerFor();
    beforeClaim(person, 'invitation', () =>
      decideOnGathering(number, (found) =>
        what === 'cancelled'
          ? cancelGathering(found, given())
          : { outcome: what, write: { gathering: { ...found, revision: 2 } } },
      ),
    );
    await step('invite', number);
    expect(written('invitation')).toEqual([]);
    expect(await guests(number)).toEqual({});
    expect((await readHoldings(person)).mails).toEqual([]);
  });

  it('one that was cancelled before invites nobody either', async () => {
    await some(1);
    const number = await dinnerFor();
    await decideOnGathering(number, (found) => cancelGathering(found, given()));
    await step('invite', number);
    expect(written('invitation')).toEqual([]);
  });
});

describe('a reminder', () => {
  it('goes to who has not answered, and never to who has, whenever that was', async () => {
    const [silent = '', yes = '', no = '', meanwhile = '', stranger = ''] = await some(5);
    const number = await dinnerFor();
    for (const person of [silent, yes, no, meanwhile]) await addInvitee(number, { person, told: 1 });
    await answers(number, yes, 1);
    await answers(number, no, 0);
    beforeClaim(meanwhile, 'reminder', () => answers(number, meanwhile, 0));
    await step('remind', number, { date: '2027-02-26' });
    expect(written('reminder')).toEqual([silent]);
    expect((await readHoldings(stranger)).mails).toEqual([]);
    await step('remind', number, { date: '2027-02-26' });
    expect(written('reminder')).toEqual([silent]);
  });

  it('does not go to who waits, lapsed or left', async () => {
    const [waits = '', leaves = ''] = await some(2);
    const number = await dinnerFor({ capacity: 1 });
    for (const person of [waits, leaves]) await addInvitee(number, { person, told: 1 });
    await answers(number, waits, 1);
    await answers(number, leaves, 1);
    await answers(number, leaves, 0);
    await step('remind', number, { date: '2027-02-26' });
    expect(written('reminder')).toEqual([]);
  });
});

describe('a step rests until tomorrow', () => {
  const rest = (number: number) => readGathering(number).then((found) => [found?.restUntil, found?.done.invited]);

  it('where the quota is used up, and goes on where it was', async () => {
    const people = await some(3);
    const number = await dinnerFor();
    ses.refuse = () => (written('invitation').length >= 1 ? usedUp : undefined);
    expect(await step('invite', number)).toEqual({ outcome: 'no more today' });
    expect(await rest(number)).toEqual(['2027-01-16', undefined]);
    expect(written('invitation')).toHaveLength(1);
    Object.assign(ses, { leftToday: 0, refuse: () => undefined });
    expect(await step('invite', number)).toEqual({ outcome: 'no more today' });
    expect(written('invitation')).toHaveLength(1);
    ses.leftToday = 50_000;
    expect(await step('invite', number, { date: '2027-01-16', execution: 'two' })).toEqual({ outcome: 'done' });
    expect(written('invitation')).toEqual([...people].sort());
    expect(await rest(number)).toEqual(['2027-01-16', 1]);
  });

  it('where too much came back, and goes on when that is released', async () => {
    const people = await some(2);
    const number = await dinnerFor();
    const open = { at: `${early}T00:00:00Z`, because: 'bounces', counts: { sent: 1000, bounced: 30, complained: 0 } };
    const breaker = { ...keys.breaker, data: { round: 1, open }, state: '1 open' };
    await table.send(new PutCommand({ TableName: tableName(), Item: breaker }));
    expect(await step('invite', number)).toEqual({ outcome: 'stopped by the breaker' });
    expect(await rest(number)).toEqual(['2027-01-16', undefined]);
    expect(written('invitation')).toEqual([]);
    expect(ses.mails.map(({ dispatch }) => dispatch)).toContain('outreach-stopped_1-w0');
    expect(await releaseBreaker(1)).toBe(true);
    expect(await step('invite', number)).toEqual({ outcome: 'done' });
    expect(written('invitation')).toEqual([...people].sort());
    await table.send(new DeleteCommand({ TableName: tableName(), Key: keys.breaker }));
  });
});

describe('one sender at a time', () => {
  it('while somebody else sends, it throws, to be tried again', async () => {
    const [person] = await some(1);
    const number = await dinnerFor();
    await takeLease('another', 60_000);
    await expect(step('invite', number)).rejects.toThrow('somebody else is sending');
    expect(written('invitation')).toEqual([]);
    await giveLease('another');
    expect(await step('invite', number)).toEqual({ outcome: 'done' });
    expect(written('invitation')).toEqual([person]);
  });

  it('where time runs out, the next call does the rest', async () => {
    const people = await some(24);
    const number = await dinnerFor();
    // What is under way then is finished: eight at once.
    const milliseconds = () => (written('invitation').length > 0 ? 29_000 : 900_000);
    expect(await step('invite', number, { milliseconds })).toEqual({ outcome: 'more' });
    expect(written('invitation').length).toBeGreaterThan(0);
    expect(written('invitation').length).toBeLessThan(people.length);
    expect(await step('invite', number)).toEqual({ outcome: 'done' });
    expect(written('invitation')).toEqual([...people].sort());
  });
});
