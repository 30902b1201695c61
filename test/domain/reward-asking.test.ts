import { describe, expect, it } from 'vitest';
import type { Contribution } from '../../functions/domain/contribution.ts';
import { approvalMailed, takeStockOfApproval } from '../../functions/domain/reward-asking.ts';
import {
  after,
  approved,
  asking,
  declined,
  done,
  expired,
  onWith,
  paid,
  parked,
  rejected,
  says,
  submitted,
} from './contribution-samples.ts';
import { on, policy } from './samples.ts';

const { approval } = policy.rewards;
const stock = (contribution: Contribution, date: string) => takeStockOfApproval(contribution, on(date));
const resumed = { kind: 'resume', question: 'contribution-7', taskToken: 'token-7' };

describe('the execution', () => {
  it('mails, then waits, reminds every three days, asks deputies after seven, and gives up after 21', () => {
    const mails: string[] = [];
    let now: Contribution = asking();
    for (let day = 1; day <= 22; day += 1) {
      for (let turn = 0; turn < 3; turn += 1) {
        const { outcome, write } = stock(now, `2027-02-${String(day).padStart(2, '0')}`);
        now = after(now, write);
        if (outcome === 'wait') break;
        mails.push(`${day} ${outcome}`);
        if (now.reward?.mail) now = done(now, (one) => approvalMailed(one, outcome as 'remind'));
      }
    }
    const told = ['4 remind', '7 remind', '8 escalate', '10 remind', '13 remind', '16 remind', '19 remind'];
    expect(mails).toEqual([...told, '22 expired', '22 expired', '22 expired']);
    expect(now.reward?.asked).toEqual([
      { approver: 'saito', round: 1, isSpent: false },
      { approver: 'kato', round: 1, isSpent: false, deputyOf: 'saito' },
    ]);
  });

  it('says what is to be mailed until that is noted, and each thing for itself', () => {
    const due = done(asking(), (now) => stock(now, '2027-02-04'));
    expect(due.reward?.mail).toBe('remind');
    expect(stock(due, '2027-02-04')).toEqual({ outcome: 'remind' });
    expect(approvalMailed(due, 'ask')).toEqual({ outcome: 'noted' });
    expect(approvalMailed(due, 'remind').write?.contribution.reward).not.toHaveProperty('mail');
    expect(approvalMailed(submitted('lead'), 'ask')).toEqual({ outcome: 'noted' });
  });

  it('that looks late reminds once', () => {
    const late = done(
      asking(),
      (now) => stock(now, '2027-02-08'),
      (now) => approvalMailed(now, 'escalate'),
    );
    const reminded = done(
      late,
      (now) => stock(now, '2027-02-12'),
      (now) => approvalMailed(now, 'remind'),
    );
    expect(reminded.reward).toMatchObject({ reminders: 3, isEscalated: true });
    expect(stock(reminded, '2027-02-12').outcome).toBe('wait');
  });

  it('waits so that whoever decides knows', () => {
    const { outcome, write } = stock(asking(), '2027-02-02');
    expect(outcome).toBe('wait');
    expect(write).toEqual({ contribution: { ...asking(), waits: 1, isAwaited: true } });
  });

  it('asks deputies of those who have not answered, everybody once', () => {
    const asks = (from: Contribution) =>
      done(from, (now) => stock(now, '2027-02-08')).reward?.asked.map(({ approver, deputyOf }) => [approver, deputyOf]);
    const both = [
      ['saito', undefined],
      ['kato', undefined],
    ];
    expect(asks(asking('lead'))).toEqual([...both, ['yamada', 'saito']]);
    const agreed = (approver: string) => done(asking('lead'), (now) => says(now, 'approve', { approver }));
    expect(asks(agreed('saito'))).toEqual([...both, ['yamada', 'kato']]);
    // Saito's deputy has agreed: it is theirs who steps in.
    expect(asks(agreed('kato'))).toEqual([...both, ['yamada', 'saito']]);
    const circle = approval.approvers.map((one) => (one.id === 'yamada' ? { ...one, deputy: 'saito' } : one));
    const all = done(agreed('kato'), (now) => stock(now, '2027-02-08'));
    const once = { ...all, reward: { ...all.reward, mail: undefined, isEscalated: false } } as Contribution;
    const rules = onWith('2027-02-08', { approval: { ...approval, approvers: circle } });
    expect(takeStockOfApproval(once, rules).write?.contribution.reward?.asked).toHaveLength(3);
  });

  it('goes on where it stands when it is over', () => {
    for (const one of [approved(), rejected(), expired(), declined(), paid()]) {
      expect(stock(one, '2027-06-01')).toEqual({ outcome: one.reward.status });
    }
    expect(stock(submitted('lead'), '2027-02-02')).toEqual({ outcome: 'no reward' });
    expect(stock(parked(), '2027-02-22').write?.consequences).toEqual([resumed]);
  });
});

describe('an approver whom the policy has taken off its list', () => {
  const [saito, kato, ...others] = approval.approvers;
  if (!saito || !kato) throw new Error('the policy lists nobody');
  const without = (date: string, ...gone: string[]) =>
    onWith(date, { approval: { ...approval, approvers: approval.approvers.filter(({ id }) => !gone.includes(id)) } });
  const asks = (from: Contribution, at: ReturnType<typeof without>) => {
    const { outcome, write } = takeStockOfApproval(from, at);
    return [outcome, write?.contribution.reward?.asked.map(({ approver }) => approver)];
  };

  it('is replaced by the next of the list, who is asked at once', () => {
    expect(asks(asking(), without('2027-02-02', 'saito'))).toEqual(['ask', ['kato']]);
    expect(asks(asking('lead'), without('2027-02-02', 'saito'))).toEqual(['ask', ['kato', others[0]?.id]]);
    const replaced = done(
      asking(),
      (now) => takeStockOfApproval(now, without('2027-02-02', 'saito')),
      (now) => approvalMailed(now, 'ask'),
    );
    expect(takeStockOfApproval(replaced, without('2027-02-02', 'saito')).outcome).toBe('wait');
    expect(says(replaced, 'approve', { approver: 'kato', at: without('2027-02-03', 'saito') }).outcome).toBe(
      'approved',
    );
    expect(says(replaced, 'approve', { at: without('2027-02-03', 'saito') }).outcome).toBe('spent');
  });

  it('has decided all the same, where they did in time', () => {
    const one = done(asking('lead'), (now) => says(now));
    const { outcome, write } = takeStockOfApproval(one, without('2027-02-02', 'saito'));
    expect([outcome, write?.contribution.reward?.asked.length]).toEqual(['wait', 2]);
    expect(says(one, 'approve', { approver: 'kato', at: without('2027-02-02', 'saito') }).outcome).toBe('approved');
  });

  it('is replaced by nobody whose own reward it is', () => {
    const own = asking();
    const barred = { ...own, reward: { ...own.reward, barred: ['kato'] } };
    expect(asks(barred, without('2027-02-02', 'saito'))).toEqual(['ask', [others[0]?.id]]);
  });

  it('and by nobody where nobody is left: then it expires', () => {
    const all = approval.approvers.map(({ id }) => id);
    const nobody = { ...without('2027-02-02', ...all) };
    expect(asks(asking(), nobody)).toEqual(['ask', []]);
    const alone = done(
      asking(),
      (now) => takeStockOfApproval(now, nobody),
      (now) => approvalMailed(now, 'ask'),
    );
    expect(takeStockOfApproval(alone, nobody).outcome).toBe('wait');
    expect(takeStockOfApproval(alone, without('2027-02-22', ...all)).outcome).toBe('expired');
  });
});
