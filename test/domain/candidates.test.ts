import { describe, expect, it } from 'vitest';
import type { Contribution } from '../../functions/domain/contribution.ts';
import { contributionDue } from '../../functions/domain/contribution-due.ts';
import { noteOutcome, withdrawCandidate } from '../../functions/domain/contribution-outcome.ts';
import {
  confirmCandidate,
  enterCandidate,
  keepsOthersOut,
  waitsAgain,
} from '../../functions/domain/contribution-submission.ts';
import {
  after,
  clawedBack,
  confirmed,
  done,
  duplicate,
  entered,
  firstEntry,
  given,
  hired,
  hiredWord,
  paid,
  putOff,
  qualified,
  submitted,
  unqualified,
} from './contribution-samples.ts';
import { on } from './samples.ts';

const confirms = (contribution: Contribution, changed: Partial<typeof firstEntry> = {}) =>
  confirmCandidate(contribution, { ...firstEntry, ...changed }, given);
const sweep = (contribution: Contribution, date: string) => contributionDue(contribution, { date }, on(date));

/** Somebody entered their data and never confirmed; then somebody else did. */
function enteredAgain(): Contribution {
  return done(
    entered(),
    (now) => sweep(now, '2027-02-15'),
    (now) => enterCandidate(now, on('2027-03-01')),
  );
}

describe('a candidate who enters their data', () => {
  it('is asked to confirm within two weeks, and nobody else is told', () => {
    const { outcome, write } = enterCandidate(submitted('referral'), given);
    expect(outcome).toBe('entered');
    expect(write?.contribution).toMatchObject({
      status: 'waits for the confirmation',
      entries: 1,
      due: '2027-02-15',
      news: ['invitation', 'candidate'],
    });
    expect(write?.consequences).toEqual([{ kind: 'start contribution', contribution: 7, round: 2 }]);
  });

  it('has until the invitation lapses, where that comes first', () => {
    const { write } = enterCandidate(submitted('referral'), on('2029-01-30'));
    expect(write?.contribution.due).toBe('2029-02-01');
  });

  it('finds what is used, over or no referral closed', () => {
    for (const one of [entered(), confirmed(), hired(), qualified('referral'), duplicate(), submitted('lead')]) {
      expect(enterCandidate(one, given)).toEqual({ outcome: 'over' });
    }
  });
});

describe('a candidate who confirms', () => {
  it('is one from then on: the recruiter hears of it, and the invitation keeps its own time', () => {
    const { outcome, write } = confirms(entered());
    expect(outcome).toBe('confirmed');
    expect(write?.contribution).toMatchObject({ status: 'waits for the hire', entries: 1, due: '2029-02-01' });
    expect(write?.contribution.news).toContain('recruiter');
    expect(write?.contribution).not.toHaveProperty('isSelfReferral');
    expect(write?.consequences).toEqual([{ kind: 'start contribution', contribution: 7, round: 3 }]);
  });

  it('again changes nothing, after whatever came since', () => {
    for (const one of [confirmed(), hired(), qualified('referral'), paid('referral'), clawedBack('referral')]) {
      expect(confirms(one)).toEqual({ outcome: 'already so' });
      expect(confirms(one, { isKnown: true, isSelf: true })).toEqual({ outcome: 'already so' });
    }
  });

  it('and came by another invitation before counts there; the alumnus hears of it, the recruiter does not', () => {
    const { outcome, write } = confirms(entered(), { isKnown: true });
    expect(outcome).toBe('known');
    expect(write?.contribution).toMatchObject({ status: 'duplicate', settledOn: '2027-02-01' });
    expect(write?.contribution.news).toContain('outcome');
    expect(write?.contribution.news).not.toContain('recruiter');
    expect(write?.contribution.due).toBeUndefined();
  });

  it('and seems to be the alumnus is noted as such', () => {
    expect(confirms(entered(), { isSelf: true }).write?.contribution.isSelfReferral).toBe(true);
  });

  it('what never waited for it, or does no more, is too late', () => {
    const notHired = unqualified('referral');
    for (const one of [submitted('referral'), submitted('lead'), notHired, { ...duplicate(), entries: 1 }]) {
      expect(confirms(one)).toEqual({ outcome: 'over' });
    }
  });
});

describe('a candidate who does not confirm in time', () => {
  const free = done(entered(), (now) => sweep(now, '2027-02-15'));

  it('is nobody: the invitation can be used again, and nobody is told', () => {
    expect(sweep(entered(), '2027-02-14')).toEqual({ outcome: 'nothing due' });
    const { outcome, write } = sweep(entered(), '2027-02-15');
    expect(outcome).toBe('not confirmed');
    expect(write).toEqual({ contribution: waitsAgain(entered(), given) });
    expect(free).toMatchObject({ status: 'waits for the candidate', due: '2029-02-01', entries: 1, rounds: 2 });
    expect(sweep(free, '2027-02-15')).toEqual({ outcome: 'nothing due' });
    expect(confirms(free)).toEqual({ outcome: 'over' });
  });

  it('leaves the invitation to the next, whose entry is another', () => {
    expect(enteredAgain()).toMatchObject({ status: 'waits for the confirmation', entries: 2, due: '2027-03-15' });
    expect(confirms(enteredAgain(), { entry: 2 }).outcome).toBe('confirmed');
  });

  it('where the invitation is over too, it lapses with the same sweep or the next', () => {
    const late = done(submitted('referral'), (now) => enterCandidate(now, on('2029-01-30')));
    const again = done(late, (now) => sweep(now, '2029-02-01'));
    expect(sweep(again, '2029-02-01').outcome).toBe('lapsed');
  });
});

describe('a candidate who takes their data back', () => {
  it('before they confirmed is nobody: the invitation can be used again, and nobody is told', () => {
    const { outcome, write } = withdrawCandidate(entered(), 1, given);
    expect(outcome).toBe('noted');
    expect(write).toEqual({ contribution: waitsAgain(entered(), given) });
    expect(withdrawCandidate(after(entered(), write), 1, given)).toEqual({ outcome: 'over' });
  });

  it('afterwards ends the introduction: the alumnus hears of it, and the recruiter deletes their copies', () => {
    const { outcome, write } = withdrawCandidate(confirmed(), 1, on('2027-03-01'));
    expect(outcome).toBe('noted');
    expect(write?.contribution).toMatchObject({
      status: 'not qualified',
      because: 'withdrawn',
      settledOn: '2027-03-01',
    });
    expect(write?.contribution.news).toEqual(expect.arrayContaining(['outcome', 'withdrawal']));
    expect(write?.consequences).toEqual([{ kind: 'start contribution', contribution: 7, round: 4 }]);
    expect(withdrawCandidate(after(confirmed(), write), 1, given)).toEqual({ outcome: 'already so' });
  });

  it('once they were hired, or it is over, takes nothing back', () => {
    const others = [hired(), qualified('referral'), unqualified('referral'), { ...duplicate(), entries: 1 }];
    for (const one of others) expect(withdrawCandidate(one, 1, given)).toEqual({ outcome: 'over' });
    for (const one of [submitted('referral'), submitted('lead')]) {
      expect(withdrawCandidate(one, 1, given)).toEqual({ outcome: 'over' });
    }
  });
});

it('a link of an earlier or later entry acts on nothing', () => {
  const second = enteredAgain();
  const both = [second, done(second, (now) => confirmCandidate(now, { ...firstEntry, entry: 2 }, given))];
  for (const one of both) {
    for (const entry of [0, 1, 3]) {
      expect(confirmCandidate(one, { ...firstEntry, entry }, given)).toEqual({ outcome: 'over' });
      expect(withdrawCandidate(one, entry, given)).toEqual({ outcome: 'over' });
    }
  }
});

describe('who or what was introduced', () => {
  const taken = () => [
    submitted('referral'),
    entered(),
    confirmed(),
    hired(),
    qualified('referral'),
    paid('referral'),
    submitted('lead'),
    qualified('lead'),
    putOff('lead'),
    clawedBack('lead'),
  ];
  const free = () => [
    unqualified('referral'),
    unqualified('lead'),
    duplicate(),
    done(hired(), (now) => noteOutcome(now, { what: 'left' }, given)),
    done(confirmed(), (now) => withdrawCandidate(now, 1, given)),
    done(confirmed(), (now) => noteOutcome(now, { ...hiredWord, isKnown: true }, given)),
    ...[submitted('referral'), confirmed(), submitted('lead')].map((one) =>
      done(one, (now) => sweep(now, '2029-02-01')),
    ),
  ];

  it('is taken while something may come of it, and once something came', () => {
    for (const one of taken()) expect(keepsOthersOut(one), `${one.kind}: ${one.status}`).toBe(true);
  });

  it('is free again when nothing came of it: not hired, left, withdrawn, lost, lapsed, or a duplicate itself', () => {
    for (const one of free()) expect(keepsOthersOut(one), `${one.kind}: ${one.status}`).toBe(false);
    expect(new Set(free().map(({ because }) => because))).toEqual(
      new Set(['not hired', 'lost', 'left', 'withdrawn', undefined]),
    );
  });
});
