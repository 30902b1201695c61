import { describe, expect, it } from 'vitest';
import {
  clawbackQuestion,
  clawedBackText,
  confirmedText,
  noReward,
  reopenedText,
} from '../../cli/reward/decision-text.ts';
import { listedReward, rewardsAmong, rewardsText } from '../../cli/reward/list-text.ts';
import { rewardStanding } from '../../cli/reward/standing.ts';
import {
  approved,
  asking,
  blocked,
  clawedBack,
  declined,
  expired,
  instructed,
  paid,
  parked,
  putOff,
  qualified,
  rejected,
  sent,
  submitted,
} from '../domain/contribution-samples.ts';
import { policy } from '../domain/samples.ts';

describe('the list of rewards', () => {
  const all = [
    paid('lead', 12),
    rejected('lead', 11),
    submitted('lead', 10),
    sent('lead', 9),
    asking(),
    approved('lead', 6),
  ];

  it('begins with those that wait for approval, then for their payout', () => {
    expect(rewardsText(rewardsAmong(all), policy)).toBe(
      [
        ' 7  feedback  JPY 5,000    waits for approval until 2027-02-22 12:00:00',
        ' 6  lead      JPY 200,000  approved, the payout is instructed next',
        ' 9  lead      JPY 200,000  waits for its payout, payout-9, sent to the payout system',
        '12  lead      JPY 200,000  paid on 2027-02-03',
        '11  lead      JPY 200,000  rejected by 斎藤 美咲',
      ].join('\n'),
    );
    expect(rewardsText([], policy)).toContain('no reward yet');
  });

  it('is for machines without whose they are and keys', () => {
    const listed = [parked(), sent('lead', 9, 'file')].map((reward) => listedReward(reward, policy));
    expect(JSON.stringify(listed)).not.toMatch(/token-7|"person"|saito/);
    expect(listed).toMatchObject([
      { number: 7, status: 'asking', approvals: 0, needed: 1, approveUntil: '2027-02-22T03:00:00Z' },
      { number: 9, status: 'instructed', approvals: 2, payout: { id: 'payout-9', by: 'file', isSent: true, file: 3 } },
    ]);
  });
});

describe('where a reward stands', () => {
  it.each([
    [qualified('lead'), 'the rules are asked next'],
    [putOff(), 'the budget does not cover it; screened again on 2028-01-01'],
    [blocked(), 'blocked by the rule hiring-reward-in-japan'],
    [expired(), 'nobody decided in time; "reward reopen 7" asks again'],
    [declined(), 'declined by the alumnus'],
    [instructed(), 'waits for its payout, payout-7, on its way to the payout system'],
    [instructed('feedback', 7, 'file'), 'waits for its payout, payout-7, for the next "payout file"'],
    [clawedBack(), 'paid on 2027-02-03, claimed back on 2027-05-10'],
    [submitted('lead'), 'none'],
  ])('is said in words (%#)', (contribution, words) => {
    expect(rewardStanding(contribution, policy)).toBe(words);
  });
});

describe('what is decided about a reward', () => {
  it('says what follows', () => {
    expect(reopenedText(expired(), 'reopened')).toContain('asked once more, with new codes');
    expect(confirmedText(paid(), 'paid')).toBe(
      'Reward 7, JPY 5,000, is noted as paid on 3 February 2027 and booked; the alumnus is told.',
    );
    expect(confirmedText(paid(), 'already so')).toBe('Reward 7 was paid on 3 February 2027 already; nothing changed.');
    expect(clawedBackText(clawedBack(), 'clawed back')).toContain('booked as reward-7-clawback. No mail goes out');
    expect(clawedBackText(clawedBack(), 'already so')).toContain('claimed back on 10 May 2027 already');
  });

  it('says what to do where nothing was decided', () => {
    expect(() => reopenedText(rejected(), 'over')).toThrow('reward 7 is "rejected". See "contribution show 7".');
    expect(() => confirmedText(asking(), 'not instructed')).toThrow('it is "asking". Pay nothing for it');
    expect(() => clawedBackText(sent(), 'not paid')).toThrow('nothing to claim back');
    expect(noReward(7).message).toContain('Contribution 7 has no reward');
  });

  it('asks before it claims back, and names the amount', () => {
    expect(clawbackQuestion(paid('lead'))).toBe(
      'This claims back JPY 200,000, the whole reward 7, which was paid on 3 February 2027, for good: the ledger gets an entry that balances it, and the page of the alumnus says so. Go on? (y/N) ',
    );
  });
});
