import { describe, expect, it } from 'vitest';
import type { Contribution } from '../../functions/domain/contribution.ts';
import { contributionDue } from '../../functions/domain/contribution-due.ts';
import { noteOutcome } from '../../functions/domain/contribution-outcome.ts';
import { LedgerEntry, sumOf } from '../../functions/domain/ledger.ts';
import {
  clawBack,
  confirmPayout,
  declineReward,
  instructPayout,
  payoutReminded,
  payoutSent,
  takeStockOfPayout,
} from '../../functions/domain/reward-payout.ts';
import { screenReward } from '../../functions/domain/reward-screening.ts';
import {
  addresses,
  after,
  alumnus,
  approved,
  asking,
  blocked,
  clawedBack,
  declined,
  done,
  expired,
  fullBudget,
  given,
  hired,
  instructed,
  paid,
  parked,
  putOff,
  qualified,
  rejected,
  sent,
  submitted,
  wonWord,
} from './contribution-samples.ts';
import { on } from './samples.ts';

const used = { ...fullBudget, used: 205_000, version: 2 };
const resumed = { kind: 'resume', question: 'contribution-7', taskToken: 'token-7' };
const later = ['2027-02-03T03:11:00Z', '2027-02-03T05:00:00Z', '2027-02-06T07:00:00Z', '2029-02-03T03:00:00Z'];
const notApproved = () => [qualified('lead'), asking(), rejected(), expired(), declined(), blocked(), putOff()];

describe('an instruction', () => {
  it('is given once, for what was approved', () => {
    const { outcome, write } = instructPayout(approved(), 'webhook', given);
    expect(outcome).toBe('instructed');
    expect(write?.contribution.reward).toMatchObject({
      status: 'instructed',
      payout: { id: 'payout-7', at: given.now, by: 'webhook', isSent: false, reminders: 0, isToRemind: false },
    });
    for (const now of later) {
      for (const state of [instructed(), sent(), paid(), clawedBack()]) {
        expect(instructPayout(state, 'file', { ...given, now })).toEqual({ outcome: state.reward.status });
      }
    }
  });

  it('is given for nothing else', () => {
    for (const state of notApproved()) {
      expect(instructPayout(state, 'webhook', given)).toEqual({ outcome: state.reward.status });
    }
    expect(instructPayout(submitted('lead'), 'webhook', given)).toEqual({ outcome: 'no reward' });
  });

  it('was sent, or stands in a file, once', () => {
    expect(payoutSent(instructed()).write?.contribution.reward?.payout).toMatchObject({ isSent: true });
    expect(payoutSent(instructed()).write?.contribution.reward?.payout).not.toHaveProperty('file');
    expect(payoutSent(instructed('feedback', 7, 'file'), 3).write?.contribution.reward?.payout).toMatchObject({
      isSent: true,
      file: 3,
    });
    expect(payoutSent(instructed(), 0).write?.contribution.reward?.payout?.file).toBe(0);
    for (const state of [sent(), paid(), approved(), submitted('lead')]) {
      expect(payoutSent(state, 4)).toEqual({ outcome: 'already so' });
    }
  });
});

describe('until it is confirmed', () => {
  it('whoever runs the programme is reminded weekly, and it is over after sixty days', () => {
    const heard: string[] = [];
    let now: Contribution = sent();
    for (let day = 0; day <= 61; day += 1) {
      const at = on(new Date(Date.parse('2027-02-01') + day * 86_400_000).toISOString().slice(0, 10));
      for (let turn = 0; turn < 3; turn += 1) {
        const { outcome, write } = takeStockOfPayout(now, at);
        now = after(now, write);
        if (outcome === 'wait') break;
        heard.push(`${day} ${outcome}`);
        if (outcome === 'over') break;
        expect(takeStockOfPayout(now, at)).toEqual({ outcome: 'remind' });
        now = done(now, payoutReminded);
      }
    }
    const weekly = [7, 14, 21, 28, 35, 42, 49, 56].map((day) => `${day} remind`);
    expect(heard).toEqual([...weekly, '60 over', '61 over']);
    expect(now.reward?.status).toBe('instructed');
    expect(payoutReminded(now)).toEqual({ outcome: 'noted' });
    // A confirmation that comes after all is as good.
    expect(confirmPayout(now, '2027-05-01', on('2027-05-01')).outcome).toBe('paid');
  });

  it('who looks late reminds once', () => {
    const reminded = done(sent(), (now) => takeStockOfPayout(now, on('2027-02-23')), payoutReminded);
    expect(reminded.reward?.payout?.reminders).toBe(3);
    expect(takeStockOfPayout(reminded, on('2027-02-23')).outcome).toBe('wait');
  });

  it('waits so that whoever confirms knows', () => {
    const { write } = takeStockOfPayout(sent(), given);
    expect(write?.contribution).toEqual({ ...sent(), waits: 1, isAwaited: true });
  });

  it('and afterwards goes on where it stands', () => {
    for (const state of [...notApproved(), approved(), paid()]) {
      expect(takeStockOfPayout(state, on('2027-06-01'))).toEqual({ outcome: state.reward.status });
    }
    expect(takeStockOfPayout(submitted('lead'), given)).toEqual({ outcome: 'no reward' });
    expect(payoutReminded(submitted('lead'))).toEqual({ outcome: 'noted' });
  });
});

describe('a confirmation', () => {
  it('books the cost and is final', () => {
    const waiting = { ...sent(), isAwaited: true, taskToken: 'token-7' };
    const { outcome, write } = confirmPayout(waiting, '2027-02-03', given);
    expect(outcome).toBe('paid');
    expect(write?.contribution.reward).toMatchObject({
      status: 'paid',
      payout: { isSent: true, paidOn: '2027-02-03' },
    });
    expect(write?.contribution).not.toHaveProperty('taskToken');
    expect(write?.contribution.news).toContain('payment');
    expect(write?.consequences).toEqual([{ kind: 'start contribution', contribution: 7, round: 3 }, resumed]);
    expect(write?.entries).toEqual([
      {
        id: 'reward-7',
        on: '2027-02-03',
        kind: 'reward',
        amount: -5_000,
        currency: 'JPY',
        about: { contribution: 7 },
        cohort: '2026',
      },
    ]);
    expect(confirmPayout(instructed(), '2027-02-03', given).write?.contribution.reward?.payout?.isSent).toBe(true);
  });

  it('again, or for what was never instructed, changes nothing', () => {
    for (const now of later) {
      for (const state of [paid(), clawedBack()]) {
        expect(confirmPayout(state, '2027-02-09', { ...given, now })).toEqual({ outcome: 'already so' });
      }
    }
    for (const state of [...notApproved(), approved(), submitted('lead')]) {
      expect(confirmPayout(state, '2027-02-09', given)).toEqual({ outcome: 'not instructed' });
    }
  });
});

describe('a clawback', () => {
  it('is a new entry that balances the first, once', () => {
    const { outcome, write } = clawBack(paid(), on('2027-05-10'));
    expect(outcome).toBe('clawed back');
    expect(write?.contribution.reward).toMatchObject({ status: 'paid', clawedBackOn: '2027-05-10' });
    expect(write?.budget).toBeUndefined();
    expect(write?.entries).toMatchObject([
      { id: 'reward-7-clawback', kind: 'reward clawback', amount: 5_000, on: '2027-05-10', cohort: '2026' },
    ]);
    for (const now of later) expect(clawBack(clawedBack(), { ...given, now })).toEqual({ outcome: 'already so' });
  });

  it('is of what was paid only', () => {
    for (const state of [...notApproved(), approved(), instructed(), submitted('lead')]) {
      expect(clawBack(state, given)).toEqual({ outcome: 'not paid' });
    }
  });
});

describe('an alumnus who wants no reward', () => {
  it('says so while nothing is instructed, and what was taken goes back', () => {
    const { outcome, write } = declineReward(parked(approved('lead')), used, given);
    expect(outcome).toBe('declined');
    expect(write?.budget).toEqual({ ...used, used: 5_000 });
    expect(write?.contribution).toMatchObject({ wantsReward: false, reward: { status: 'declined' } });
    for (const state of [qualified('lead'), asking('lead'), putOff('lead')]) {
      const early = declineReward(state, used, given);
      expect(early.outcome).toBe('declined');
      expect(early.write?.budget).toBeUndefined();
      expect(early.write?.contribution.due).toBeUndefined();
      expect(early.write?.contribution.reward).toMatchObject({ status: 'declined' });
      expect(early.write?.contribution.reward).not.toHaveProperty('mail');
    }
    expect(declineReward(parked(), fullBudget, given).write?.consequences).toEqual([resumed]);
  });

  it('before there is one, keeps waiting for what comes of it; then it is declined', () => {
    const early = done(hired(), (now) => declineReward(now, fullBudget, given));
    expect(early).toMatchObject({ wantsReward: false, status: 'waits for the holding period', due: '2027-06-30' });
    const at = on('2027-06-30');
    const came = done(early, (now) => contributionDue(now, { date: '2027-06-30' }, at));
    const about = { person: alumnus, budget: fullBudget, addresses };
    expect(screenReward(came, about, at).outcome).toBe('declined');
  });

  it('once more, or too late, changes nothing', () => {
    for (const now of later)
      expect(declineReward(declined(), used, { ...given, now })).toEqual({ outcome: 'already so' });
    for (const state of [blocked(), rejected(), expired(), instructed(), sent(), paid(), clawedBack()]) {
      expect(declineReward(state, used, given)).toEqual({ outcome: 'over' });
    }
  });
});

it('what is booked in a contribution’s life is what an independent sum says', () => {
  const words = [wonWord, { ...wonWord, revenue: 123_457 }];
  const booked: LedgerEntry[] = words.flatMap((word, index) => {
    const won = noteOutcome(submitted('lead', 7 + index), word, given);
    const cost = confirmPayout(sent('lead', 7 + index), '2027-02-03', given);
    const back = clawBack(paid('lead', 7 + index), on('2027-05-10'));
    return [won, cost, ...(index === 0 ? [back] : [])].flatMap(({ write }) => write?.entries ?? []);
  });
  expect(new Set(booked.map(({ id }) => id)).size).toBe(5);
  for (const entry of booked) expect(LedgerEntry.parse(entry)).toEqual(entry);
  // In February 8,000,000 and 123,457 came in and two rewards of 200,000 went out; one of them came back in May.
  expect(sumOf(booked.filter(({ on }) => on.startsWith('2027-02')))).toBe(7_723_457);
  expect(sumOf(booked.filter(({ on }) => on.startsWith('2027-05')))).toBe(200_000);
  const plain = booked.map(({ amount }) => BigInt(amount)).reduce((sum, amount) => sum + amount, 0n);
  expect(plain).toBe(8_000_000n + 123_457n - 200_000n);
});
