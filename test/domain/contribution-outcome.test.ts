import { describe, expect, it } from 'vitest';
import type { Contribution } from '../../functions/domain/contribution.ts';
import { contributionDue } from '../../functions/domain/contribution-due.ts';
import { noteOutcome, type OutcomeWord } from '../../functions/domain/contribution-outcome.ts';
import type { Given } from '../../functions/domain/decision.ts';
import { LedgerEntry } from '../../functions/domain/ledger.ts';
import {
  after,
  alumnus,
  blocked,
  clawedBack,
  confirmed,
  done,
  duplicate,
  entered,
  given,
  hired,
  hiredWord,
  paid,
  putOff,
  qualified,
  submitted,
  unqualified,
  usefulWord,
  wonWord,
} from './contribution-samples.ts';
import { on, policy } from './samples.ts';

const notHired: OutcomeWord = { what: 'not hired' };
const left: OutcomeWord = { what: 'left' };
const lost: OutcomeWord = { what: 'lost' };
const useless: OutcomeWord = { what: 'answered', isOfUse: false };

describe('what the company says', () => {
  it('that somebody was hired begins the holding period, and the fee of an agency is what it brought', () => {
    const { outcome, write } = noteOutcome(confirmed(), { ...hiredWord, person: 'p' }, given);
    expect(outcome).toBe('noted');
    expect(write?.contribution).toMatchObject({
      status: 'waits for the holding period',
      hire: { on: '2027-04-01', country: 'SG', person: 'p', holdsUntil: '2027-06-30' },
      worth: 2_000_000,
      due: '2027-06-30',
      news: ['invitation', 'candidate', 'recruiter', 'outcome'],
    });
    expect(write?.entries).toBeUndefined();
    expect(noteOutcome(confirmed(), { ...hiredWord, agencyFee: 0 }, given).write?.contribution.worth).toBe(0);
    expect(noteOutcome(confirmed(), hiredWord, given).write?.contribution.hire).not.toHaveProperty('person');
    // Nobody is introduced after they were hired.
    const early = noteOutcome(confirmed(), { ...hiredWord, on: '2026-06-01' }, given).write?.contribution.hire;
    expect(early).toMatchObject({ on: '2027-02-01', holdsUntil: '2027-05-02' });
  });

  it('that a deal was won books its revenue and has the reward screened', () => {
    const { write } = noteOutcome(submitted('lead'), { ...wonWord, on: '2027-02-10' }, on('2027-02-15'));
    expect(write?.contribution).toMatchObject({ status: 'qualified', settledOn: '2027-02-10', worth: 8_000_000 });
    expect(write?.contribution.due).toBeUndefined();
    expect(write?.contribution.reward).toMatchObject({ status: 'to be screened', generation: 1, amount: 200_000 });
    expect(write?.consequences).toEqual([
      { kind: 'start contribution', contribution: 7, round: 2 },
      { kind: 'start reward', reward: 7, generation: 1 },
    ]);
    expect(write?.entries).toEqual([
      {
        id: 'contribution-7-return',
        on: '2027-02-10',
        kind: 'lead revenue',
        amount: 8_000_000,
        currency: 'JPY',
        about: { contribution: 7 },
        cohort: '2026',
      },
    ]);
  });

  it('that a deal was won before it was named belongs to the day on which it was; without revenue nothing is booked', () => {
    const early = noteOutcome(submitted('lead'), { ...wonWord, on: '2026-12-01' }, given).write;
    expect(early?.contribution.settledOn).toBe('2027-02-01');
    expect(early?.entries?.[0]?.on).toBe('2027-02-01');
    expect(noteOutcome(submitted('lead'), { ...wonWord, revenue: 0 }, given).write?.entries).toEqual([]);
  });

  it('that feedback was of use qualifies it, and books nothing', () => {
    const { write } = noteOutcome(submitted('feedback'), usefulWord, on('2027-02-05'));
    expect(write?.contribution).toMatchObject({ status: 'qualified', settledOn: '2027-02-05' });
    expect(write?.entries).toEqual([]);
    expect(write?.consequences).toHaveLength(2);
  });

  it.each([
    ['not hired', confirmed(), notHired],
    ['left', hired(), left],
    ['lost', submitted('lead'), lost],
    ['no use', submitted('feedback'), useless],
  ] as const)('that it came to nothing (%s) ends it: no reward, and the alumnus hears of it', (because, from, word) => {
    const { outcome, write } = noteOutcome(from, word, on('2027-05-01'));
    expect(outcome).toBe('noted');
    expect(write?.contribution).toMatchObject({ status: 'not qualified', because, settledOn: '2027-05-01' });
    expect(write?.contribution.news).toContain('outcome');
    expect(write?.contribution.due).toBeUndefined();
    expect(write?.contribution.reward).toBeUndefined();
    expect(write?.entries).toBeUndefined();
    expect(noteOutcome(after(from, write), word, on('2029-05-01'))).toEqual({ outcome: 'already so' });
  });

  const all: readonly OutcomeWord[] = [hiredWord, notHired, left, wonWord, lost, usefulWord, useless];
  const own = { referral: all.slice(0, 3), lead: all.slice(3, 5), feedback: all.slice(5) };

  it('counts for its own kind only', () => {
    for (const kind of ['referral', 'lead', 'feedback'] as const) {
      for (const word of all.filter((each) => !own[kind].includes(each))) {
        expect(noteOutcome(submitted(kind), word, given)).toEqual({ outcome: 'another kind' });
      }
    }
  });

  it('too early, too late or against what was said before changes nothing', () => {
    const cases: [Contribution, OutcomeWord, string][] = [
      [submitted('referral'), hiredWord, 'over'],
      [submitted('referral'), notHired, 'over'],
      [entered(), hiredWord, 'over'],
      [entered(), notHired, 'over'],
      [confirmed(), left, 'over'],
      [hired(), notHired, 'over'],
      [hired(), hiredWord, 'already so'],
      [unqualified('referral'), hiredWord, 'over'],
      [unqualified('lead'), wonWord, 'over'],
      [qualified('lead'), lost, 'over'],
      [qualified('lead'), wonWord, 'already so'],
      [qualified('referral'), left, 'over'],
      [qualified('feedback'), useless, 'already so'],
      [unqualified('feedback'), usefulWord, 'already so'],
      [duplicate(), wonWord, 'over'],
      [done(submitted('feedback'), (now) => contributionDue(now, { date: '2029-02-01' }, given)), usefulWord, 'over'],
    ];
    for (const [from, word, outcome] of cases) expect(noteOutcome(from, word, given)).toEqual({ outcome });
  });

  it('again after eleven minutes, two hours, 76 hours or two years has no second effect, whatever came since', () => {
    const later = ['2027-02-01T03:11:00Z', '2027-02-01T05:00:00Z', '2027-02-04T07:00:00Z', '2029-02-02T03:00:00Z'];
    const lives: [OutcomeWord, Contribution[]][] = [
      [hiredWord, [hired(), qualified('referral'), blocked(), paid('referral'), clawedBack('referral')]],
      [wonWord, [qualified('lead'), putOff('lead'), paid('lead'), clawedBack('lead')]],
      [usefulWord, [qualified('feedback'), paid('feedback'), clawedBack('feedback')]],
    ];
    for (const [word, states] of lives) {
      for (const state of states) {
        for (const now of later) expect(noteOutcome(state, word, { now, policy }).write).toBeUndefined();
      }
    }
  });
});

describe('the calendar', () => {
  const due = (contribution: Contribution, date: string, person = alumnus, at: Given = on(date)) =>
    contributionDue(contribution, { date, hired: person }, at);
  const [stint] = alumnus.stints;
  if (!stint || !('facts' in stint)) throw new Error('no stint');
  const ended = (lastDay: string, status: 'enrolled' | 'cancelled' | 'no departure' = 'enrolled') => {
    const { number, generation, revision, hireDate, report, facts } = stint;
    const identity = { number, generation, revision, hireDate, lastDay, report };
    if (status === 'cancelled') return { ...alumnus, stints: [{ ...identity, status, endedAt: given.now }] };
    if (status === 'enrolled') return { ...alumnus, stints: [{ ...identity, facts, status, enrolledAt: given.now }] };
    const rule = { rule: 'reason:contract-change', policyVersion: '1', endedAt: given.now };
    return { ...alumnus, stints: [{ ...identity, facts, status, ...rule }] };
  };

  it('qualifies who stayed through the holding period, and books the fee that was avoided', () => {
    expect(due(hired(), '2027-06-29')).toEqual({ outcome: 'nothing due' });
    const { outcome, write } = contributionDue(hired(), { date: '2027-07-05' }, on('2027-07-05'));
    expect(outcome).toBe('qualified');
    expect(write?.contribution).toMatchObject({ status: 'qualified', settledOn: '2027-06-30' });
    expect(write?.entries?.map((entry) => LedgerEntry.parse(entry))).toMatchObject([
      { id: 'contribution-7-return', kind: 'agency fee avoided', amount: 2_000_000, on: '2027-06-30' },
    ]);
    expect(write?.consequences?.map(({ kind }) => kind)).toEqual(['start contribution', 'start reward']);
    expect(due(after(hired(), write), '2027-07-05')).toEqual({ outcome: 'nothing due' });
  });

  it.each([
    ['2027-03-31', 'qualified'],
    ['2027-04-01', 'left'],
    ['2027-06-30', 'left'],
    ['2027-07-01', 'qualified'],
  ])('knows who left on %s as %s', (lastDay, outcome) => {
    expect(due(hired(), '2027-06-30', ended(lastDay)).outcome).toBe(outcome);
    expect(due(hired(), '2027-06-30', ended(lastDay, 'cancelled')).outcome).toBe('qualified');
    expect(due(hired(), '2027-06-30', ended(lastDay, 'no departure')).outcome).toBe('qualified');
  });

  it('reminds the owner of a topic weekly, and lets it lapse at last', () => {
    const reminded = due(submitted('feedback'), '2027-02-08');
    expect(reminded.outcome).toBe('reminded');
    expect(reminded.write?.contribution).toMatchObject({
      reminded: ['2027-02-08'],
      due: '2027-02-15',
      news: ['owner'],
    });
    const next = after(submitted('feedback'), reminded.write);
    expect(due(next, '2027-02-08')).toEqual({ outcome: 'nothing due' });
    const lapsed = due(next, '2029-02-01');
    expect(lapsed.outcome).toBe('lapsed');
    expect(lapsed.write?.contribution).toMatchObject({ status: 'lapsed', settledOn: '2029-02-01' });
    expect(lapsed.write?.contribution.due).toBeUndefined();
  });

  it.each([submitted('referral'), confirmed(), submitted('lead')])(
    'lets $kind ($status) lapse, without reminding',
    (one) => {
      expect(due(one, '2029-01-31')).toEqual({ outcome: 'nothing due' });
      expect(due(one, '2029-02-01').outcome).toBe('lapsed');
      // Since then the policy keeps it for longer.
      const longer = { ...policy, contributions: { ...policy.contributions, keep: 'P3Y' } };
      const { outcome, write } = due(one, '2029-02-01', alumnus, { now: '2029-02-01T03:00:00Z', policy: longer });
      expect(outcome).toBe('nothing due');
      expect(write).toEqual({ contribution: { ...one, due: '2030-02-01' } });
    },
  );

  it('screens again what was put off, in the next period, as another execution', () => {
    expect(due(putOff(), '2027-12-31')).toEqual({ outcome: 'nothing due' });
    const { outcome, write } = due(putOff(), '2028-01-01');
    expect(outcome).toBe('screened again');
    expect(write?.contribution.reward).toMatchObject({ status: 'to be screened', generation: 2 });
    expect(write?.contribution.due).toBeUndefined();
    expect(write?.consequences).toEqual([{ kind: 'start reward', reward: 7, generation: 2 }]);
  });

  it('has nothing to do with what is settled', () => {
    for (const one of [duplicate(), unqualified('lead'), qualified('lead'), paid(), blocked()]) {
      expect(due(one, '2035-01-01')).toEqual({ outcome: 'nothing due' });
      expect(due({ ...one, due: '2030-01-01' }, '2035-01-01')).toEqual({ outcome: 'nothing due' });
    }
  });
});
