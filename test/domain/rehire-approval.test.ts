import { describe, expect, test } from 'vitest';
import type { Given } from '../../functions/domain/decision.ts';
import { isOpen, toldOf } from '../../functions/domain/rehire.ts';
import {
  approversAsked,
  decideRehire,
  type RehireApprovalOutcome,
  refuseCode,
  takeStockOfRehire,
} from '../../functions/domain/rehire-approval.ts';
import { withdrawRehire } from '../../functions/domain/rehire-offer.ts';
import { after, alumna, type Case, decided, opened, opening } from './rehire-samples.ts';
import { on } from './samples.ts';

const early = on('2027-02-01');
const unmet = () => opened({ kind: 'permanent' }, early);

type Word = { approver?: string; decision?: 'approve' | 'reject' | undefined; note?: string; attempt?: string };

function say({ rehire }: Case, word: Word = {}, given = opening, profile = alumna.profile) {
  const { approver = 'kato', note, attempt } = word;
  const decision = 'decision' in word ? word.decision : 'approve';
  const round = rehire.approvals.at(-1)?.asked.find((each) => each.approver === approver)?.round ?? 1;
  const holder = { approver, round, generation: rehire.approvals.length };
  const said = { decision, by: 'link' as const, ...(note && { note }), ...(attempt && { attempt }) };
  return decideRehire(rehire, holder, said, profile, given);
}
const said = (before: Case, word?: Word, given?: Given) => after(before, say(before, word, given));

describe('an override', () => {
  const why = { note: 'うちの製品を知っています。' };
  const one = () => said(unmet(), { ...why, approver: 'hayashi' }, early);

  test('needs two people', () => {
    expect(one().rehire).toMatchObject({ status: 'waits for HR', approvals: [{ said: [{ approver: 'hayashi' }] }] });
    const both = say(one(), { ...why, approver: 'endo' }, early);
    expect(both.outcome).toBe('approved');
    expect(both.write?.rehire).toMatchObject({
      status: 'waits for the decision',
      approvals: [{ about: 'override' }, { about: 'decision', said: [] }],
    });
    expect(both.write?.timeline).toMatchObject([{ what: 'return 1: conditions overridden by two people', by: 'hr' }]);
    // What was said is for those who decide, and is on nobody's timeline.
    expect(JSON.stringify(both.write?.timeline)).not.toContain(why.note);
  });

  test('is not agreed to twice by one person', () => {
    expect(say(one(), { ...why, approver: 'hayashi' }, early).outcome).toBe('said before');
  });

  test('says why; without a reason it does not count, and another code is sent', () => {
    const { outcome, write } = say(unmet(), { approver: 'hayashi' }, early);
    expect([outcome, write?.rehire.approvals[0]?.said]).toEqual(['no reason', []]);
    expect(write && takeStockOfRehire({ ...write.rehire, news: [] }, 1, early).outcome).toBe('ask');
  });

  test('rejected by one is over, without a reason too, and the alumnus hears of it', () => {
    const { outcome, write } = say(one(), { approver: 'endo', decision: 'reject' }, early);
    expect(outcome).toBe('rejected');
    expect(write?.rehire).toMatchObject({ status: 'conditions not met', endedIn: 'waits for HR', news: ['end'] });
  });

  test('leads to the talk where one is wanted', () => {
    const both = ['hayashi', 'endo'].reduce(
      (now, approver) => said(now, { ...why, approver }, early),
      opened({ kind: 'permanent', wantsTalk: true }, early),
    );
    expect(both.rehire).toMatchObject({ status: 'waits for the talk', news: ['receipt', 'talk'] });
  });
});

describe('a decision', () => {
  test('yes leads to the offer, no ends it', () => {
    expect(decided().rehire).toMatchObject({ status: 'waits for the offer', news: ['receipt', 'offer needed'] });
    const { outcome, write } = say(opened(), { decision: 'reject' });
    expect([outcome, write?.rehire.status, write?.rehire.news]).toEqual(['rejected', 'not offered', ['end']]);
  });

  test.each<[string, () => Case, Word, RehireApprovalOutcome, Given?]>([
    ['by a code that was used', () => said(opened(), { decision: undefined }), {}, 'spent'],
    ['that was not understood', opened, { decision: undefined }, 'not understood'],
    ['by who was not asked', opened, { approver: 'brown' }, 'spent'],
    ['after it was decided', decided, {}, 'said before'],
    ['too late', opened, {}, 'expired', on('2027-08-23')],
    ['after it was taken back', () => after(opened(), withdrawRehire(opened().rehire, opening)), {}, 'ended'],
  ])('%s', (_, from, word, outcome, given) => {
    expect(say(from(), word, given).outcome).toBe(outcome);
  });

  test('until its time is over', () => {
    expect(say(opened(), {}, { ...opening, now: '2027-08-23T02:59:59Z' }).outcome).toBe('approved');
    const late = after(opened(), say(opened(), {}, on('2027-08-23'))).rehire;
    expect(late).toMatchObject({ status: 'expired', endedIn: 'waits for the decision', news: ['end', 'staff'] });
    expect(say({ ...opened(), rehire: late }, { approver: 'kato' }).outcome).toBe('expired');
  });

  test('said once more since its answer was lost is the same word', () => {
    const yes = { attempt: 'a1' };
    const again = say(said(opened(), yes), yes);
    expect(again).toEqual({ outcome: 'approved' });
  });

  test('on one’s own return does not count', () => {
    const own = alumna.profile && { ...alumna.profile, workEmail: 'y.kato@hikari.example.com' };
    const { outcome, write } = say(opened(), {}, opening, own);
    expect([outcome, write?.rehire.status]).toEqual(['own return', 'waits for the decision']);
  });

  test('by a wrong code, and by a code that was used, is counted for an alarm', () => {
    const count = { kind: 'count', what: 'RefusedCodes' };
    const { write } = refuseCode(opened().rehire);
    expect(write?.rehire.approvals).toMatchObject([{ refused: 1 }]);
    expect(write?.consequences).toEqual([count]);
    expect(say(said(opened(), { decision: undefined }), {}).write?.consequences).toEqual([count]);
    // Who says again what they said is no stranger.
    expect(say(decided()).write?.consequences).toBeUndefined();
  });
});

describe('its execution', () => {
  const stock = (rehire: Case['rehire'], given = opening, round = 1) => takeStockOfRehire(rehire, round, given);

  test('tells, asks, and then waits, which is written', () => {
    const { rehire } = opened();
    expect(stock(rehire)).toEqual({ outcome: 'receipt' });
    const told = after(opened(), toldOf(rehire, 'receipt', rehire)).rehire;
    expect(stock(told)).toEqual({ outcome: 'ask' });
    const asked = after(opened(), approversAsked(told, 1, 'ask')).rehire;
    const { outcome, write } = stock(asked);
    expect([outcome, write?.rehire.isAwaited, write?.rehire.waits]).toEqual(['wait for the decision', true, 1]);
    const waits = { ...asked, isAwaited: true, taskToken: 't' };
    expect(say({ ...opened(), rehire: waits }).write?.consequences).toEqual([
      { kind: 'resume', question: 'rehire-1', taskToken: 't' },
    ]);
    expect(stock(asked, on('2027-08-05')).outcome).toBe('remind');
    expect(stock(asked, on('2027-08-09')).outcome).toBe('escalate');
    expect(stock(asked, on('2027-08-23')).outcome).toBe('end');
  });

  test('leaves it to a newer one', () => {
    expect(stock(opened().rehire, opening, 0)).toEqual({ outcome: 'superseded' });
  });

  test('notes only what it told itself, and what it asked', () => {
    const { rehire } = opened();
    const later = after(opened(), withdrawRehire(rehire, opening)).rehire;
    expect(isOpen(later)).toBe(false);
    expect(toldOf(later, 'staff', rehire)).toEqual({ outcome: 'noted' });
    // Asked for anew by another execution, in the same wait.
    expect(toldOf({ ...rehire, rounds: 2 }, 'receipt', rehire)).toEqual({ outcome: 'noted' });
    expect(approversAsked(rehire, 1, 'remind')).toEqual({ outcome: 'noted' });
    expect(approversAsked(rehire, 9, 'ask')).toEqual({ outcome: 'noted' });
  });
});
