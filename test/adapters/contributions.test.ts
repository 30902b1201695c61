import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { readCandidate, takeCandidate, takeConfirmation } from '../../functions/adapters/candidates.ts';
import { takeContribution } from '../../functions/adapters/contributing.ts';
import { wordsOf } from '../../functions/adapters/contribution-words.ts';
import type { Given } from '../../functions/domain/decision.ts';
import { type OutcomeReceipt, receiveOutcome } from '../../functions/intake/receive-outcome.ts';
import { alumnus } from './alumni.ts';
import { useOwnTable } from './own-table.ts';
import {
  applied,
  bookedFor,
  candidateOf,
  contributed,
  contributionOf,
  day,
  given,
  instructed,
  now,
  referral,
  rewardOf,
} from './reward-steps.ts';

/** Whatever is sent again, or by many at once: each form, company and candidate counts once, for who came first. */
useOwnTable();

const lead = { kind: 'lead', text: 'Please talk to them.', wantsReward: true } as const;
const newLead = () => ({ ...lead, form: randomUUID(), company: `Company ${randomUUID()}` });
const times = <T>(number: number, make: () => T): T[] => Array.from({ length: number }, make);
const later = (milliseconds: number) => new Date(Date.parse(now) + milliseconds).toISOString();
/** After 11 minutes, 2 hours, 76 hours and 2 years. */
const replays = [11 * 60_000, 2 * 3_600_000, 76 * 3_600_000, 731 * 86_400_000].map(later);
const capped: Given = {
  now,
  policy: { ...given.policy, contributions: { ...given.policy.contributions, cap: { most: 5, within: 'P30D' } } },
};
const outcomesOf = (taken: readonly { outcome: string }[]) => taken.map(({ outcome }) => outcome).sort();

describe('a form', () => {
  it('that is sent 20 times at once is one contribution, and so it is years later', async () => {
    const person = await alumnus();
    const sent = newLead();
    const taken = await Promise.all(times(20, () => takeContribution(person, sent, given)));
    expect(new Set(taken.map((each) => JSON.stringify(each))).size).toBe(1);
    const [first] = taken;
    for (const at of replays) expect(await takeContribution(person, sent, { ...given, now: at })).toEqual(first);
    const [words, ...more] = await wordsOf(person);
    expect(more).toEqual([]);
    expect(await contributionOf(words?.contribution ?? 0)).toMatchObject({ version: 1, status: 'waits for the deal' });
  });

  it('of somebody else with the same id is another contribution', async () => {
    const form = randomUUID();
    const both = await Promise.all(
      [await alumnus(), await alumnus()].map((person) => takeContribution(person, { ...newLead(), form }, given)),
    );
    expect(new Set(both.map((each) => JSON.stringify(each))).size).toBe(2);
  });

  it('is one of five that somebody may send, however many come at once', async () => {
    const person = await alumnus();
    const taken = await Promise.all(times(20, () => takeContribution(person, newLead(), capped)));
    expect(outcomesOf(taken)).toEqual([...times(5, () => 'submitted'), ...times(15, () => 'too often')]);
    expect(await wordsOf(person)).toHaveLength(5);
  });

  it('is taken of 20 people at the same moment, each under a number of its own', async () => {
    const people = await Promise.all(times(20, () => alumnus()));
    const taken = await Promise.all(people.map((person) => takeContribution(person, newLead(), given)));
    const numbers = taken.map((each) => ('number' in each ? each.number : 0)).sort((a, b) => a - b);
    expect(new Set(numbers).size).toBe(20);
    expect((numbers.at(-1) ?? 0) - (numbers[0] ?? 0)).toBe(19);
  });
});

describe('the same company', () => {
  it.each(['at once', 'one after the other'])('named by two alumni %s: the first counts', async (how) => {
    const name = randomUUID();
    const [one, other] = [await alumnus(), await alumnus()];
    const send = (person: string, company: string) => takeContribution(person, { ...newLead(), company }, given);
    const first = send(one, `${name} Robotics Pte. Ltd.`);
    if (how !== 'at once') await first;
    const taken = await Promise.all([first, send(other, `${name}　ROBOTICS`)]);
    const numbers = taken.map((each) => ('number' in each ? each.number : 0));
    const found = await Promise.all(numbers.map(contributionOf));
    expect(found.map(({ status }) => status).sort()).toEqual(['duplicate', 'waits for the deal']);
    expect(found.find(({ status }) => status === 'duplicate')?.number).toBe(Math.max(...numbers));
    const again = { contribution: Math.max(...numbers), on: day, revenue: 5 };
    expect(await receiveOutcome({ type: 'lead.won', timestamp: now, data: again }, { now })).toEqual({
      outcome: 'over',
    });
  });
});

describe('the same candidate', () => {
  it('by two invitations at once: the first counts, and nothing is kept with the second', async () => {
    const numbers = [await referral(), await referral()];
    const entered = candidateOf();
    for (const number of numbers) expect(await takeCandidate(number, entered, given)).toBe('entered');
    const outcomes = await Promise.all(numbers.map((number) => takeConfirmation(number, 1, given)));
    expect([...outcomes].sort()).toEqual(['confirmed', 'known']);
    const [first = 0, second = 0] = outcomes[0] === 'confirmed' ? numbers : numbers.toReversed();
    expect(await readCandidate(first)).toMatchObject({ ...entered, confirmedAt: now });
    expect(await readCandidate(second)).toBeUndefined();
    expect((await contributionOf(second)).status).toBe('duplicate');
    for (const at of replays) {
      for (const number of numbers) expect(await takeCandidate(number, entered, { ...given, now: at })).toBe('over');
      expect(await takeConfirmation(first, 1, { ...given, now: at })).toBe('already so');
      expect(await takeConfirmation(second, 1, { ...given, now: at })).toBe('over');
    }
    expect((await readCandidate(first))?.confirmedAt).toBe(now);
  });

  it('by one invitation from ten browsers: one candidate, and the first stays', async () => {
    const number = await referral();
    const all = times(10, () => candidateOf());
    const outcomes = await Promise.all(all.map((entered) => takeCandidate(number, entered, given)));
    expect([...outcomes].sort()).toEqual(['entered', ...times(9, () => 'over')]);
    expect(await readCandidate(number)).toMatchObject(all[outcomes.indexOf('entered')] ?? {});
  });

  it('hired, whom two introduced under two addresses, counts for one', async () => {
    const numbers = [await applied(), await applied()];
    const data = { on: day, country: 'JP', employeeId: `H${randomUUID()}` };
    const hired = (contribution: number) =>
      receiveOutcome({ type: 'referral.hired', timestamp: now, data: { contribution, ...data } }, { now });
    expect(outcomesOf(await Promise.all(numbers.map(hired)))).toEqual(['noted', 'noted']);
    const found = await Promise.all(numbers.map(contributionOf));
    expect(found.map(({ status }) => status).sort()).toEqual(['duplicate', 'waits for the holding period']);
    for (const number of numbers) expect(await readCandidate(number)).toBeUndefined();
  });
});

/** Says something ten times at once, then after minutes, hours, days and years. @returns what was said the first time */
async function saidAgain(say: (at: string) => Promise<OutcomeReceipt>): Promise<string> {
  const outcomes = outcomesOf(await Promise.all(times(10, () => say(now))));
  expect(outcomes.filter((outcome) => outcome === 'already so')).toHaveLength(9);
  for (const at of replays) expect(await say(at)).toEqual({ outcome: 'already so' });
  return outcomes.find((outcome) => outcome !== 'already so') ?? '';
}

describe('the same report again', () => {
  const on = day;

  it('that a lead was won counts once, with the revenue of the first', async () => {
    const contribution = await contributed('lead');
    const won = (at: string) =>
      receiveOutcome({ type: 'lead.won', timestamp: at, data: { contribution, on, revenue: 700 } }, { now: at });
    expect(await saidAgain(won)).toBe('noted');
    const more = { contribution, on, revenue: 900 };
    await receiveOutcome({ type: 'lead.won', timestamp: now, data: more }, { now });
    expect(await bookedFor(contribution)).toMatchObject([{ amount: 700 }]);
    expect((await contributionOf(contribution)).version).toBe(2);
  });

  it('that somebody was hired counts once', async () => {
    const contribution = await applied();
    const data = { contribution, on, country: 'JP' };
    expect(await saidAgain((at) => receiveOutcome({ type: 'referral.hired', timestamp: at, data }, { now: at }))).toBe(
      'noted',
    );
    expect(await contributionOf(contribution)).toMatchObject({ version: 4, hire: { on, country: 'JP' } });
  });

  it('that a reward was paid is booked once', async () => {
    const number = await instructed('webhook');
    const data = { payout: `payout-${number}`, on };
    expect(
      await saidAgain((at) => receiveOutcome({ type: 'payout.confirmed', timestamp: at, data }, { now: at })),
    ).toBe('paid');
    await receiveOutcome({ type: 'payout.confirmed', timestamp: now, data: { ...data, on: '2027-01-01' } }, { now });
    expect((await rewardOf(number)).payout?.paidOn).toBe(on);
    expect(await bookedFor(number)).toHaveLength(1);
  });
});
