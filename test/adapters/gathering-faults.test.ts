import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { partition } from '../../functions/adapters/erasing.ts';
import { addInvitee } from '../../functions/adapters/invitees.ts';
import { programme } from '../../functions/adapters/table.ts';
import type { DispatchPurpose } from '../../functions/domain/dispatch.ts';
import type { Announced } from '../../functions/domain/gathering.ts';
import { alumnus } from './alumni.ts';
import { type Fault, useFaultyAws } from './faulty-aws.ts';
import { answers, early, expectOne, gathering, guests, step } from './gathering-steps.ts';
import { useOwnTable } from './own-table.ts';
import { listed } from './sweep-day.ts';

/**
 * A step of a gathering may fail, or die, before or after any of its calls. Step Functions calls it again until it is done:
 * everybody gets the mail, and nobody gets it twice.
 */
useOwnTable();
const aws = useFaultyAws();

let people: string[] = [];
beforeAll(async () => {
  people = [await alumnus(), await alumnus({ profile: { language: 'en' } })];
});
afterAll(() => {
  // Staff too, whatever failed.
  const mails = aws.ses.mails.map(({ person, dispatch, to }) => `${person} ${dispatch} ${to}`);
  expect(mails).toHaveLength(new Set(mails).size);
});

type Case = {
  name: Parameters<typeof step>[0];
  purpose: DispatchPurpose;
  date?: string;
  /** What makes the mail the only one of a gathering. */
  occasion?: string;
  said?: Partial<Announced>;
  /** What happened before. */
  before?: (number: number, person: string) => Promise<unknown>;
  /** The revision that guests were told of in the end. */
  told?: number;
};

const isInvitee = (number: number, person: string) => addInvitee(number, { person, told: 1 });
const attends = async (number: number, person: string) => {
  await isInvitee(number, person);
  await answers(number, person, 1, { told: true });
};
const invite: Case = { name: 'invite', purpose: 'gathering-invitation' };
const others: Case[] = [
  {
    name: 'tell of the change',
    purpose: 'gathering-change',
    occasion: '-2',
    said: { revision: 2, changed: ['where'] },
    before: attends,
    told: 2,
  },
  { name: 'remind', purpose: 'gathering-reminder', date: '2027-02-26', occasion: '-2027-02-26', before: isInvitee },
  {
    name: 'send the details',
    purpose: 'gathering-details',
    date: '2027-03-11',
    occasion: '-2027-03-11',
    before: attends,
  },
  { name: 'thank', purpose: 'gathering-thanks', date: '2027-03-13', before: attends },
  {
    name: 'tell of the cancellation',
    purpose: 'gathering-cancelled',
    said: { status: 'cancelled' },
    before: attends,
  },
];

/** A step under a fault, then again until it is done. @returns the gathering, and the calls until then */
async function survive({ name, date = early, said = {}, before }: Case, fault?: Fault) {
  const number = await gathering(said);
  for (const person of people) await before?.(number, person);
  aws.begin(fault, [...people, String(number)]);
  let failed = await step(name, number, { date }).then(
    ({ outcome }) => outcome !== 'done',
    () => true,
  );
  const { struck, calls } = aws;
  aws.begin();
  for (let turn = 0; failed && turn < 3; turn += 1) failed = (await step(name, number, { date })).outcome !== 'done';
  expect(failed).toBe(false);
  return { number, struck, calls };
}

/** What must be true in the end. @returns how many are in doubt */
async function expectDone(one: Case, number: number, pending: ReadonlySet<string>): Promise<number> {
  const { purpose, occasion = '', told = 1 } = one;
  const dispatch = { purpose, occasion: `${number}${occasion}` };
  let doubts = 0;
  for (const person of people) doubts += Number(await expectOne(person, dispatch, aws.ses, pending));
  expect(await guests(number)).toEqual(Object.fromEntries(people.map((person) => [person, told])));
  return doubts;
}

async function expectSurvival(one: Case, calls: readonly string[], how: Omit<Fault, 'at'>): Promise<void> {
  const met: { at: string; number: number }[] = [];
  for (const at of calls) {
    const { number, struck } = await survive(one, { at, ...how });
    // Whoever reads keys first keeps them for the others.
    if (!at.startsWith('GetSecretValue')) expect(struck, at).toBe(true);
    met.push({ at, number });
  }
  const pending = await listed();
  for (const { at, number } of met) {
    const doubts = await expectDone(one, number, pending).catch((error: unknown) => {
      throw new Error(`${at}: ${String(error)}`, { cause: error });
    });
    // What only fails touches one person, and a person whose mail was not under way is not in doubt.
    expect(doubts, at).toBeLessThanOrEqual(how.dies ? people.length : Number(/\b[AB]\b/.test(at)));
  }
}

const aboutOne = (calls: readonly string[]) => calls.filter((call) => /\bA\b/.test(call));

/** Without a fault. @returns the calls, and what a call again adds */
async function undisturbed(one: Case) {
  const { number, calls } = await survive(one);
  expect(await expectDone(one, number, await listed())).toBe(0);
  const { length } = aws.ses.mails;
  expect(await step(one.name, number, one.date ? { date: one.date } : {})).toEqual({ outcome: 'done' });
  return { calls, more: aws.ses.mails.length - length };
}

describe('an invitation with a fault at any call', () => {
  let calls: readonly string[] = [];
  beforeAll(async () => {
    const first = await undisturbed(invite);
    expect(first.more).toBe(0);
    ({ calls } = first);
    for (const name of ['SendRawEmail A', 'INVITEE#B', 'LEASE', 'GetSendQuota', 'invitable'])
      expect(calls.join('\n')).toContain(name);
  });

  it.each(['before', 'after'] as const)('dies %s AWS does it', (when) =>
    expectSurvival(invite, calls, { when, dies: true }),
  );

  it.each(['before', 'after'] as const)('only fails %s AWS does it, for one person', (when) =>
    expectSurvival(invite, aboutOne(calls), { when, dies: false }),
  );
});

describe.each(others)('the step $name with a fault at any call about somebody', (one) => {
  it('sends the mail once', async () => {
    const { calls, more } = await undisturbed(one);
    expect(more).toBe(0);
    const about = aboutOne(calls);
    expect(about.length).toBeGreaterThanOrEqual(5);
    // To die before the next call is the same.
    await expectSurvival(one, about, { when: 'after', dies: true });
  });
});

describe('word to hosts and organiser with a death at any call', () => {
  it('sends each mail once', async () => {
    const tell: Case = { name: 'tell the hosts', purpose: 'gathering-invitation' };
    const { calls } = await survive(tell);
    expect(calls.filter((call) => call.startsWith('SendRawEmail PROGRAMME'))).toHaveLength(2);
    for (const at of calls) {
      const { number, struck } = await survive(tell, { at, when: 'after', dies: true });
      expect(struck, at).toBe(true);
      const found = await readAllOf(number);
      const pending = await listed();
      expect(found, at).toHaveLength(2);
      for (const id of found) {
        const isInDoubt = pending.has(`PROGRAMME DISPATCH#${id}`);
        const mails = aws.ses.count({ person: 'PROGRAMME', dispatch: id });
        expect(isInDoubt ? mails <= 1 : mails === 1, `${at} ${id}`).toBe(true);
      }
    }
  });

  /** The dispatches to staff about a gathering. */
  async function readAllOf(number: number): Promise<string[]> {
    const found: string[] = [];
    for await (const { sk } of partition(programme))
      if (new RegExp(`DISPATCH#gathering-(host|organiser)_${number}-`).test(sk))
        found.push(sk.slice('DISPATCH#'.length));
    return found;
  }
});
