import { describe, expect, test } from 'vitest';
import type { Offer } from '../../functions/domain/offer.ts';
import type { Rehire, RehireDecision } from '../../functions/domain/rehire.ts';
import { decideRehire, refuseCode } from '../../functions/domain/rehire-approval.ts';
import { rehireDue } from '../../functions/domain/rehire-due.ts';
import { acceptOffer, makeOffer, noteTalk, withdrawRehire } from '../../functions/domain/rehire-offer.ts';
import { openRehire, type Wish } from '../../functions/domain/rehire-opening.ts';
import { cancelRehire } from '../../functions/domain/rehire-start.ts';
import { enrolled, on } from '../domain/samples.ts';
import { after, type Meanwhile, playRehire } from './rehire-play.ts';

const file = enrolled();
const { profile } = file;
/** The least time away is over. */
const given = on('2027-08-02');
/** It is not. */
const early = on('2027-02-01');

const opened = (wish: Partial<Wish> = {}, at = given) =>
  after(
    undefined,
    openRehire(
      file,
      { number: 1, earlier: [] },
      { kind: 'permanent', wantsTalk: false, openedBy: 'alumnus', ...wish },
      at,
    ),
  );
const then = (rehire: Rehire, decision: (now: Rehire) => RehireDecision) => after(rehire, decision(rehire));

/** The word of somebody who is asked, with the newest of their codes; nothing where it cannot be read. */
const word = (
  decision: 'approve' | 'reject' | undefined,
  approver: string,
  note?: string,
  before?: string,
): Meanwhile => ({
  does: (now, at) => {
    const generation = now.approvals.length;
    const round = now.approvals.at(-1)?.asked.find((asked) => asked.approver === approver)?.round ?? 1;
    const said = { decision, by: 'console' as const, ...(note && { note }) };
    return decideRehire(now, { approver, round, generation }, said, profile, at);
  },
  ...(before && { before }),
});
const withdraws = (before?: string): Meanwhile => ({ does: withdrawRehire, ...(before && { before }) });

const told = (entered: readonly string[]) =>
  entered.filter((name) => !name.endsWith('?') && name !== 'Take stock of the return');
const lives = (rehire: Rehire, meanwhile: readonly Meanwhile[] = [], at = given) => {
  const { entered, ...played } = playRehire(rehire, at, meanwhile);
  return { ...played, told: told(entered) };
};

const offer: Offer = {
  kind: 'freelance',
  startsOn: '2027-10-01',
  manager: 't.mori@hikari.example.com',
  daysToPay: 30,
  terms: { task: 'a', delivery: 'b', 'place of delivery': 'c', fee: 'd', 'payment day': 'e' },
};
const words = { rehire: 1, at: given.now, answers: [] };

describe('the life of a return', () => {
  test('freelance: a talk, a decision, an offer, the tasks, the first day', () => {
    const first = lives(opened({ kind: 'freelance', wantsTalk: true }));
    expect(first.told).toEqual(['Confirm the receipt', 'Ask for the informal talk', 'Waits for the talk']);
    const talked = then(first.rehire, (now) => noteTalk(now, 'held', profile, given));
    const decided = lives(talked, [word('approve', 'kato')]);
    expect(decided.told).toEqual(['Ask who decides', 'Await the decision', 'Ask for the offer', 'Waits for the offer']);
    const offered = lives(then(decided.rehire, (now) => makeOffer(now, { file, words }, offer, given)));
    expect(offered.told).toEqual(['Send the offer', 'Waits for the answer']);
    const accepted = lives(then(offered.rehire, (now) => acceptOffer(now, words, { revision: 1 }, given)));
    expect(accepted.told).toEqual(['Welcome back', 'Hand over the tasks', 'Tell HR how it stands', 'Onboarding']);
    expect(accepted.rehire.tasks.map(({ mail }) => mail)).toEqual(accepted.rehire.tasks.map(() => undefined));
    const started = lives(then(accepted.rehire, (now) => rehireDue(now, offer.startsOn, file, on(offer.startsOn))));
    expect(started.told).toEqual(['Make them a colleague again', 'Tell HR how it stands', 'Started']);
    const calledOff = lives(then(started.rehire, (now) => cancelRehire(now, given)));
    expect(calledOff.told).toEqual([
      'Make them an alumnus again',
      'Hand over the tasks',
      'Tell the alumnus how it ended',
      'Called off',
    ]);
    // Each of these was an execution.
    expect(calledOff.rehire.rounds).toBe(6);
  });

  test('a condition does not hold, and HR makes no exception', () => {
    const played = lives(opened({}, early), [word('reject', 'hayashi')], early);
    expect(played.told).toEqual([
      'Confirm the receipt',
      'Ask who decides',
      'Await HR’s word',
      'Tell the alumnus how it ended',
      'Conditions not met',
    ]);
    expect(played.rehire).toMatchObject({ status: 'conditions not met', endedIn: 'waits for HR', rounds: 1 });
  });

  test('two of HR make an exception, each with a reason; then it is decided on, in the same execution', () => {
    const silent = word('approve', 'hayashi');
    const played = lives(
      opened({}, early),
      [silent, word('approve', 'hayashi', 'x'), word('approve', 'endo', 'y'), word('approve', 'kato')],
      early,
    );
    expect(played.told).toEqual([
      'Confirm the receipt',
      'Ask who decides',
      'Await HR’s word',
      // Without a reason it does not count, and its code is spent.
      'Send another code',
      'Await HR’s word',
      'Await HR’s word',
      'Ask who decides',
      'Await the decision',
      'Ask for the offer',
      'Waits for the offer',
    ]);
    expect(played.rehire.approvals.map(({ about, said }) => [about, said.length])).toEqual([
      ['override', 2],
      ['decision', 1],
    ]);
  });

  test('nobody decides: reminded, then the deputy too, then it expires', () => {
    const played = lives(opened(), Array<Meanwhile>(7).fill('nobody'));
    const wait = 'Await the decision';
    const reminded = ['Remind who decides', wait];
    expect(played.told).toEqual([
      'Confirm the receipt',
      'Ask who decides',
      wait,
      // After 3 and 6 days.
      ...reminded,
      ...reminded,
      // After 9, more than 7, both.
      'Escalate to the deputies',
      ...reminded,
      // After 12, 15 and 18.
      ...reminded,
      ...reminded,
      ...reminded,
      'Tell the alumnus how it ended',
      'Tell HR how it stands',
      'Expired',
    ]);
    expect([played.rehire.status, played.now.slice(0, 10)]).toEqual(['expired', '2027-08-23']);
  });

  test('nobody of HR says a word: the conditions are not met', () => {
    const played = lives(opened({}, early), Array<Meanwhile>(7).fill('nobody'), early);
    expect(played.told.slice(-2)).toEqual(['Tell the alumnus how it ended', 'Conditions not met']);
  });

  test('a forged code wakes nobody; no offer is made', () => {
    const forged: Meanwhile = { does: refuseCode };
    const played = lives(opened(), [forged, forged, word('reject', 'kato')]);
    expect(played.told.slice(-3)).toEqual(['Await the decision', 'Tell the alumnus how it ended', 'Not offered']);
    expect(played.rehire.approvals[0]?.refused).toBe(2);
  });

  test('taken back while it waits, just before it parks, or before anybody is asked', () => {
    for (const before of [undefined, 'Await the decision', 'Ask who decides']) {
      const played = lives(opened(), [withdraws(before)]);
      expect(played.told.slice(-2), before).toEqual(['Tell HR how it stands', 'Withdrawn']);
    }
  });

  test('decided just before it parks: it does not wait for what came', () => {
    const played = lives(opened(), [word('approve', 'kato', undefined, 'Await the decision')]);
    expect(played.told.slice(-3)).toEqual(['Await the decision', 'Ask for the offer', 'Waits for the offer']);
  });

  test('what starts another execution ends the one that is under way, and nothing is told twice', () => {
    const talk = { does: (now: Rehire) => noteTalk(now, 'held', profile, given), before: 'Ask for the informal talk' };
    const first = lives(opened({ wantsTalk: true }), [talk]);
    expect(first.told).toEqual(['Confirm the receipt', 'Ask for the informal talk', 'Superseded']);
    expect(first.rehire.rounds).toBe(2);
    const second = lives(first.rehire, [word('reject', 'kato')]);
    expect(second.told).toEqual([
      'Ask who decides',
      'Await the decision',
      'Tell the alumnus how it ended',
      'Not offered',
    ]);
  });
});
