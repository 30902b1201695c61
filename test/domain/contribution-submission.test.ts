import { describe, expect, it } from 'vitest';
import { Contribution, isWaiting, woken } from '../../functions/domain/contribution.ts';
import {
  answerDue,
  isSelfReferral,
  lapsesOn,
  submitContribution,
} from '../../functions/domain/contribution-submission.ts';
import { unknownPerson } from '../../functions/domain/decision.ts';
import { addressesOf, isOneOf } from '../../functions/domain/profile.ts';
import { alumnus, alumnusFile, duplicate, given, submitted } from './contribution-samples.ts';
import { consented, on, stintOf } from './samples.ts';

const lead = { kind: 'lead', wantsReward: true } as const;
const about = { number: 7, person: alumnus, dates: [], isKnown: false };

describe('a contribution that comes in', () => {
  it('is noted without a word of what was written, and its execution starts', () => {
    const { outcome, write } = submitContribution({ ...lead, ownCompany: true }, about, given);
    expect(outcome).toBe('submitted');
    expect(write?.consequences).toEqual([{ kind: 'start contribution', contribution: 7, round: 1 }]);
    expect(write?.contribution).toEqual({
      number: 7,
      version: 0,
      person: alumnus.id,
      kind: 'lead',
      ownCompany: true,
      wantsReward: true,
      at: given.now,
      submittedOn: '2027-02-01',
      cohort: '2026',
      country: 'JP',
      status: 'waits for the deal',
      due: '2029-02-01',
      reminded: [],
      news: ['owner'],
      rounds: 1,
      waits: 0,
      policyVersion: '2026-11',
    });
    expect(Contribution.parse(write?.contribution)).toEqual(write?.contribution);
  });

  it.each([
    ['referral', 'waits for the candidate', 'invitation', '2029-02-01'],
    ['lead', 'waits for the deal', 'owner', '2029-02-01'],
    ['feedback', 'waits for the answer', 'owner', '2027-02-08'],
  ] as const)('as a %s %s', (kind, status, news, due) => {
    expect(submitted(kind)).toMatchObject({ status, news: [news], due });
    expect(isWaiting(submitted(kind))).toBe(true);
  });

  it('is no contribution of somebody who is no alumnus, or about no topic of the policy', () => {
    for (const person of [consented().person, unknownPerson('p').person]) {
      expect(submitContribution(lead, { ...about, person }, given)).toEqual({ outcome: 'no alumnus' });
    }
    for (const topic of ['weather', undefined, '']) {
      const form = { kind: 'feedback', wantsReward: true, ...(topic !== undefined && { topic }) } as const;
      expect(submitContribution(form, about, given)).toEqual({ outcome: 'no such topic' });
    }
  });

  it('is one of an alumnus whose new address is being confirmed, too', () => {
    const [stint] = consented().person.stints;
    if (stint?.status !== 'consented') throw new Error('not consented');
    const person = { ...alumnus, stints: [{ ...stint, enrolledAt: '2027-01-01T03:00:00Z' }] };
    expect(submitContribution(lead, { ...about, person }, given).outcome).toBe('submitted');
  });

  it('belongs to the year and country of the newest time here', () => {
    const stint = stintOf(alumnusFile);
    const facts = { contract: 'permanent', reason: 'career', country: 'SG' } as const;
    const before = { ...stint, status: 'enrolled', facts, enrolledAt: '', number: 2, lastDay: '2019-03-31' } as const;
    for (const stints of [
      [before, stint],
      [stint, before],
    ]) {
      const { write } = submitContribution(lead, { ...about, person: { ...alumnus, stints } }, given);
      expect(write?.contribution).toMatchObject({ cohort: '2026', country: 'JP' });
    }
  });

  it('is the fifth within thirty days at most', () => {
    const tried = (dates: string[]) => submitContribution(lead, { ...about, dates }, given).outcome;
    expect(tried(Array(4).fill('2027-02-01'))).toBe('submitted');
    expect(tried(Array(5).fill('2027-02-01'))).toBe('too often');
    expect(tried(Array(5).fill('2027-01-03'))).toBe('too often');
    expect(tried([...Array(4).fill('2027-02-01'), '2027-01-02'])).toBe('submitted');
  });

  it('about a company that somebody named before is a duplicate at once; they hear of it, and who follows leads', () => {
    expect(duplicate()).toMatchObject({ status: 'duplicate', settledOn: '2027-02-01', news: ['outcome', 'owner'] });
    expect(duplicate().due).toBeUndefined();
    expect(isWaiting(duplicate())).toBe(false);
  });
});

it('whoever waits on it is woken once, besides whatever else is to happen', () => {
  const start = { kind: 'start reward', reward: 7, generation: 2 } as const;
  const waiting = { ...submitted('lead'), isAwaited: true, taskToken: 'token-7' };
  const { contribution, consequences } = woken({ contribution: waiting, consequences: [start] }, given);
  expect(consequences).toEqual([start, { kind: 'resume', question: 'contribution-7', taskToken: 'token-7' }]);
  expect(contribution).toEqual(submitted('lead'));
  expect(woken({ contribution }, given).consequences).toEqual([]);
});

it('a candidate is the alumnus by any of their addresses, in whatever case', () => {
  const { profile } = alumnusFile;
  if (!profile) throw new Error('no profile');
  const known = {
    ...profile,
    address: 'a@example.com',
    reportedAddress: 'b@example.com',
    workEmail: 'c@example.com',
  };
  for (const email of ['a@example.com', 'B@Example.com', 'C@EXAMPLE.COM']) {
    expect(isSelfReferral(email, known), email).toBe(true);
  }
  expect(isSelfReferral('d@example.com', known)).toBe(false);
  expect(addressesOf(undefined).some((address) => address !== undefined)).toBe(false);
  expect(isOneOf('a@example.com', [undefined])).toBe(false);
  expect(isOneOf('a@example.com', [undefined, 'A@example.com'])).toBe(true);
});

describe('dates', () => {
  it('of a contribution: it lapses after two years, and its owner is reminded weekly until then', () => {
    const feedback = submitted('feedback');
    expect(lapsesOn(feedback, given)).toBe('2029-02-01');
    expect(answerDue(feedback, given)).toBe('2027-02-08');
    expect(answerDue({ ...feedback, reminded: ['2027-02-08', '2027-02-16'] }, on('2027-02-16'))).toBe('2027-02-23');
    expect(answerDue({ ...feedback, reminded: ['2029-01-29'] }, on('2029-01-29'))).toBe('2029-02-01');
  });
});
