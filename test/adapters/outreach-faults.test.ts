import * as fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { readHoldings } from '../../functions/adapters/holdings.ts';
import { decideAndWrite } from '../../functions/adapters/people.ts';
import { optOut } from '../../functions/domain/hr.ts';
import { alumnus, anniversary, approve, firstDay } from './alumni.ts';
import { type Fault, useFaultyAws } from './faulty-aws.ts';
import { useOwnTable } from './own-table.ts';
import { given } from './people-samples.ts';
import { dueOn, expectNoted, fateOf, listed, sweep } from './sweep-day.ts';

/**
 * A sweep may fail, or die, before or after any of its calls. Whoever called it calls it again, and another sweep comes
 * by another day: nobody gets two mails, and nobody is forgotten.
 */
useOwnTable();
const aws = useFaultyAws();

/** Virtual: leases run out, and keys are read again, without anybody waiting. */
let clock = Date.parse('2026-12-03T00:00:00Z');
function afterTheLease(): void {
  clock += 16 * 60_000;
  vi.setSystemTime(clock);
}

beforeAll(async () => {
  // It goes on by itself, too, since a rate is kept by it.
  vi.useFakeTimers({ toFake: ['Date'], shouldAdvanceTime: true });
  afterTheLease();
  await approve('2026-11-20');
});
afterAll(() => vi.useRealTimers());

const two = () => Promise.all([alumnus(), alumnus({ profile: { language: 'en' } })]);
const three = async () => [...(await two()), await alumnus()];

/** Sweeps under a fault, then again as Step Functions would, and as another execution when the lease is over. */
async function survive(date: string, people: readonly string[], faults: readonly Fault[]): Promise<number> {
  afterTheLease();
  let struck = 0;
  for (const fault of [...faults, undefined]) {
    aws.begin(fault, people);
    const failed = await sweep(date, 'one').then(
      () => false,
      () => true,
    );
    struck += aws.struck ? 1 : 0;
    aws.begin();
    if (!failed && fault === faults.at(-1)) break;
  }
  afterTheLease();
  expect(await sweep(date, 'two')).toMatchObject({ outcome: 'done' });
  return struck;
}

/** @returns how many are in doubt */
async function expectOneEach(people: readonly string[], date: string, pending: Set<string>): Promise<number> {
  const fates = await Promise.all(
    people.map(async (person) => {
      await expectNoted(person, date);
      return fateOf(person, date, aws.ses, pending);
    }),
  );
  return fates.filter((fate) => fate === 'in doubt').length;
}

describe('a fault at any call of a sweep', () => {
  let calls: readonly string[] = [];

  beforeAll(async () => {
    const people = await two();
    afterTheLease();
    aws.begin(undefined, people);
    expect(await sweep(firstDay)).toMatchObject({ outcome: 'done', counts: { sent: 2 } });
    calls = [...aws.calls];
    expect(await expectOneEach(people, firstDay, await listed())).toBe(0);
    for (const name of [
      'SendRawEmail A',
      'GetSendQuota',
      'PutItem PERSON#B DISPATCH#',
      'PROGRAMME LEASE',
      'GetSecretValue',
    ])
      expect(calls.join('\n')).toContain(name);
  });

  it.each([
    ['only fails', 'before', false],
    ['only fails', 'after', false],
    ['dies', 'before', true],
    ['dies', 'after', true],
  ] as const)('%s %s AWS does it', async (_, when, dies) => {
    const met: { at: string; people: string[] }[] = [];
    for (const at of calls) {
      const people = await two();
      const struck = await survive(firstDay, people, [{ at, when, dies }]);
      // Whoever reads keys first keeps them for the others.
      if (!at.startsWith('GetSecretValue')) expect(struck, at).toBe(1);
      met.push({ at, people });
    }
    expect(await dueOn(firstDay)).toEqual([]);
    const pending = await listed();
    for (const { at, people } of met) {
      const doubts = await expectOneEach(people, firstDay, pending).catch((error: unknown) => {
        throw new Error(`${at}: ${String(error)}`, { cause: error });
      });
      // What only fails touches one person, and a person whose mail was not under way is not in doubt.
      const most = dies ? people.length : Number(/\b[AB]\b/.test(at));
      expect(doubts, at).toBeLessThanOrEqual(most);
    }
  });

  it('leaves the next touch to come to everybody all the same', async () => {
    const everybody = 2 * (1 + 4 * calls.length);
    afterTheLease();
    expect(await sweep(anniversary)).toMatchObject({ outcome: 'done', counts: { sent: everybody } });
  });
});

const twoFaults = fc.tuple(faultOnADay(), faultOnADay());

function faultOnADay() {
  const when = fc.constantFrom('before' as const, 'after' as const);
  return fc.record({ day: fc.constantFrom(firstDay, anniversary), at: fc.nat(48), when, dies: fc.boolean() });
}

describe('two faults, on one day or on two', () => {
  it('leave one mail for each touch, or one in doubt', async () => {
    const example = fc.asyncProperty(twoFaults, async (faults) => {
      const people = await three();
      for (const day of [firstDay, anniversary]) {
        await survive(
          day,
          people,
          faults.filter((fault) => fault.day === day).map((fault) => ({ ...fault, at: fault.at + 1 })),
        );
        expect(await dueOn(day)).toEqual([]);
        await expectOneEach(people, day, await listed());
      }
    });
    // On a failure it prints the seed, with which it plays the same again.
    await fc.assert(example, { numRuns: 30, endOnFailure: true });
    const mails = aws.ses.mails.map(({ person, dispatch }) => `${person} ${dispatch}`);
    expect(mails).toHaveLength(new Set(mails).size);
  });
});

describe('a fault in a long sweep', () => {
  it('at a look at what came back leaves no mail under way behind', async () => {
    const people = await Promise.all(Array.from({ length: 115 }, () => alumnus()));
    afterTheLease();
    aws.begin({ at: 'GetItem PROGRAMME BREAKER #2', when: 'before', dies: false });
    await expect(sweep(firstDay)).rejects.toThrow('socket hang up');
    expect(aws.struck).toBe(true);
    aws.begin();
    const written = people.filter((person) => aws.ses.to(person).length > 0).length;
    expect(written).toBeGreaterThanOrEqual(100);
    expect(written).toBeLessThan(people.length);
    // Step Functions tries again at once: the lease is still its own, or given back.
    expect(await sweep(firstDay)).toMatchObject({ outcome: 'done', counts: { sent: people.length - written } });
    expect(await expectOneEach(people, firstDay, await listed())).toBe(0);
  });
});

describe('who opts out while their mail is being prepared', () => {
  it.each(['PutItem', 'GetItem'])('just before the %s: gets none', async (call) => {
    const person = await alumnus();
    const other = await alumnus();
    afterTheLease();
    const isLast = (name: string) =>
      call === 'PutItem'
        ? name.startsWith(`PutItem PERSON#${person} DISPATCH#`)
        : name === `GetItem PERSON#${person} RECORD#person`;
    const opts = { wording: 'w', language: 'ja', method: 'letter', address: 'a' } as const;
    let stopped: Promise<unknown> | undefined;
    aws.meanwhile = async (name) => {
      if (isLast(name)) await (stopped ??= decideAndWrite(person, (file) => optOut(file, opts, given())));
    };
    expect(await sweep(firstDay)).toMatchObject({ outcome: 'done', counts: { sent: 1, 'not due': 1 } });
    aws.meanwhile = () => Promise.resolve();
    expect(stopped).toBeDefined();
    expect(aws.ses.to(person)).toEqual([]);
    expect(aws.ses.to(other)).toHaveLength(1);
    // Nothing stays claimed, for the day on which they want mail again.
    expect((await readHoldings(person)).mails).toEqual([]);
  });
});

describe('a mail in doubt, found on a later day', () => {
  it.each(['UpdateItem PERSON#A DISPATCH#', 'PutItem PERSON#A RECORD#'])('after a death at %s', async (call) => {
    const person = await alumnus();
    afterTheLease();
    const at = `${call}${call.startsWith('Update') ? `outreach_${firstDay}` : 'person'}`;
    aws.begin({ at, when: 'before', dies: true }, [person]);
    await sweep(firstDay).catch(() => undefined);
    expect(aws.struck).toBe(true);
    aws.begin();
    afterTheLease();
    // Nothing is news any more by then.
    const later = '2027-08-02';
    expect(await sweep(later, 'two')).toMatchObject({ outcome: 'done' });
    expect(aws.ses.to(person)).toHaveLength(1);
    await expectNoted(person, later);
    await fateOf(person, firstDay, aws.ses, await listed());
  });
});
