import { describe, expect, test } from 'vitest';
import { decideReward, refuseCode } from '../../functions/domain/reward-approval.ts';
import { confirmPayout, declineReward } from '../../functions/domain/reward-payout.ts';
import { addresses, from, fullBudget, holderOf, putOff, qualified, rewarded } from '../domain/contribution-samples.ts';
import { policy } from '../domain/samples.ts';
import { type Meanwhile, playReward } from './reward-play.ts';

const does = (decide: Exclude<Meanwhile, 'nobody'>['does'], before?: string): Meanwhile => ({
  does: decide,
  ...(before && { before }),
});
/** An approver's word, with the newest of their codes; nothing where it cannot be read. */
const word = (decision: 'approve' | 'reject' | undefined, approver = 'saito', before?: string) =>
  does((now, given, budget) => {
    const holder = holderOf(rewarded(now), approver);
    return decideReward(now, holder, { decision, by: 'console' }, { budget, addresses }, given);
  }, before);
const yes = word('approve');
const declines = (before?: string) => does((now, given, budget) => declineReward(now, budget, given), before);
const pays = does((now, given) => confirmPayout(now, given.now.slice(0, 10), given));

const screened = ['Screen the reward', 'May it be given?'];
const approval = ['Take stock of the approval', 'Is it approved?'];
const payout = ['Take stock of the payout', 'Is it paid?'];
const asked = [...screened, ...approval, 'Ask the approvers', ...approval, 'Await approval'];
const instructed = [...approval, 'Instruct the payout', 'Instructed?', 'Tell of the approval', ...payout];
const awaited = [...payout, 'Await confirmation'];
const paid = [...payout, 'Paid'];

describe('the life of a reward', () => {
  test('approved by one and paid', () => {
    const { entered, contribution, budget, instructed: times } = playReward(qualified('feedback'), [yes, pays]);
    expect(entered).toEqual([...asked, ...instructed, 'Await confirmation', ...paid]);
    expect([contribution.reward?.status, budget.used, times]).toEqual(['paid', 5_000, 1]);
  });

  test('a large one waits on for another person, whatever the same one says', () => {
    const { entered, contribution } = playReward(qualified('lead'), [yes, yes, word('approve', 'kato'), pays]);
    expect(entered).toEqual([...asked, ...approval, 'Await approval', ...instructed, 'Await confirmation', ...paid]);
    expect(contribution.reward?.said.map(({ approver }) => approver)).toEqual(['saito', 'kato']);
    expect(contribution.reward?.refused).toBe(1);
  });

  test('rejected', () => {
    const { entered, instructed: times } = playReward(qualified('feedback'), [word('reject')]);
    expect(entered).toEqual([...asked, ...approval, 'Tell of the rejection', 'Rejected']);
    expect(times).toBe(0);
  });

  test('a word that cannot be read spends its code, and another is sent; a forged one wakes nobody', () => {
    const forged = does((now) => refuseCode(now));
    const { entered } = playReward(qualified('feedback'), [forged, forged, word(undefined), word('reject')]);
    const another = [...approval, 'Send another code', ...approval, 'Await approval'];
    expect(entered).toEqual([...asked, ...another, ...approval, 'Tell of the rejection', 'Rejected']);
  });

  test('nobody decides: reminded, then the deputies too, then it expires, and nothing is paid', () => {
    const { entered, contribution, now } = playReward(qualified('feedback'), Array<Meanwhile>(7).fill('nobody'));
    const mails = entered.filter((name) => /^(Ask|Remind|Escalate|Tell|Send) /.test(name) || name === 'Expired');
    const reminded = 'Remind the approvers';
    expect(mails).toEqual([
      'Ask the approvers',
      // After 3 and 6 days.
      reminded,
      reminded,
      // After 9, more than 7, both.
      'Escalate to the deputies',
      reminded,
      // After 12, 15 and 18.
      reminded,
      reminded,
      reminded,
      'Tell that it expired',
      'Expired',
    ]);
    expect(contribution.reward).toMatchObject({ status: 'expired', isEscalated: true });
    expect(contribution.reward?.payout).toBeUndefined();
    expect(now.slice(0, 10)).toBe('2027-02-22');
  });

  test('a deputy may decide once they are asked', () => {
    const { entered } = playReward(qualified('feedback'), [
      'nobody',
      'nobody',
      'nobody',
      word('approve', 'kato'),
      pays,
    ]);
    expect(entered.at(-1)).toBe('Paid');
  });

  test('declined while it waits, or just before it parks', () => {
    for (const before of [undefined, 'Await approval']) {
      const { entered, contribution } = playReward(qualified('feedback'), [declines(before)]);
      const parked = [...screened, ...approval, 'Ask the approvers', ...approval, 'Await approval'];
      expect(entered).toEqual([...parked, ...approval, 'Declined']);
      expect(contribution.reward?.status).toBe('declined');
    }
  });

  test('declined just before the payout: the budget has it back', () => {
    const {
      entered,
      budget,
      instructed: times,
    } = playReward(qualified('feedback'), [yes, declines('Instruct the payout')]);
    expect(entered.slice(-3)).toEqual(['Instruct the payout', 'Instructed?', 'Declined at last']);
    expect([budget.used, times]).toEqual([0, 0]);
  });

  test('decided just before it parks: it does not wait for what came', () => {
    const { entered } = playReward(qualified('feedback'), [word('approve', 'saito', 'Await approval'), pays]);
    expect(entered).toEqual([...asked, ...instructed, 'Await confirmation', ...paid]);
  });

  test('nobody confirms the payout: reminded of every week, and in the end it is not confirmed', () => {
    const weeks = Array<Meanwhile>(9).fill('nobody');
    const { entered, contribution, instructed: times } = playReward(qualified('feedback'), [yes, ...weeks]);
    expect(entered.filter((name) => name === 'Remind of the payout')).toHaveLength(8);
    expect(entered.slice(-3)).toEqual([...payout, 'Not confirmed']);
    // A later confirmation is booked all the same.
    expect([contribution.reward?.status, times]).toEqual(['instructed', 1]);
    expect(entered.join()).toContain([...awaited, ...payout, 'Remind of the payout', ...awaited].join());
  });

  test('a rule blocks it, or the budget waits for the next period', () => {
    const inJapan = playReward(from('JP', qualified('referral')), []);
    expect(inJapan.entered).toEqual([...screened, 'Thank without a reward', 'Thanked without a reward']);
    const used = { ...fullBudget, used: policy.rewards.budget.amount };
    expect(playReward(qualified('feedback'), [], used).entered).toEqual([...screened, 'Put off']);
    expect(playReward(putOff(), []).entered).toEqual([...screened, 'Put off']);
  });

  test('nobody who wants none is asked about', () => {
    const { entered } = playReward({ ...qualified('feedback'), wantsReward: false }, []);
    expect(entered).toEqual([...screened, ...approval, 'Declined']);
  });
});
