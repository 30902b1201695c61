import { describe, expect, test } from 'vitest';
import { comeBack } from '../../functions/domain/coming-back.ts';
import { unknownPerson } from '../../functions/domain/decision.ts';
import { changeConsent } from '../../functions/domain/preferences.ts';
import { openRehire, type Wish } from '../../functions/domain/rehire-opening.ts';
import { alumna, opened, opening } from './rehire-samples.ts';
import { after, consented, on, proof } from './samples.ts';

const wish: Wish = { kind: 'freelance', wantsTalk: false, openedBy: 'alumnus' };
const open = (change: Partial<Wish> = {}, file = alumna, given = opening) =>
  openRehire(file, { number: 1, earlier: [] }, { ...wish, ...change }, given);
const asked = after(alumna, changeConsent(alumna, { purposes: ['rehire'], proof }, opening).write);

describe('an alumnus asks', () => {
  test('and the decision is asked for; the receipt is told of', () => {
    const { outcome, write } = open({ sinceThen: '車載の設計をしていました。' });
    expect(outcome).toBe('opened');
    expect(write?.rehire).toMatchObject({
      status: 'waits for the decision',
      stint: 1,
      cohort: '2026',
      openedOn: '2027-08-02',
      otherKinds: [],
      news: ['receipt'],
      rounds: 1,
    });
    expect(write?.rehire.approvals).toMatchObject([{ about: 'decision', needed: 1, asked: [{ approver: 'kato' }] }]);
    expect(write?.words).toEqual({ rehire: 1, at: opening.now, sinceThen: '車載の設計をしていました。', answers: [] });
    expect(write?.consequences).toEqual([{ kind: 'start rehire', rehire: 1, round: 1 }]);
    expect(write?.timeline).toMatchObject([{ what: 'return 1: opened, freelance', by: 'leaver', stint: 1 }]);
    expect(JSON.stringify(write?.rehire)).not.toContain('車載');
  });

  test('and wants to talk first', () => {
    expect(open({ wantsTalk: true }).write?.rehire).toMatchObject({
      status: 'waits for the talk',
      news: ['receipt', 'talk'],
      approvals: [],
      due: '2027-08-09',
    });
  });

  test('and is seen by two of HR first where a condition does not hold; other kinds are named', () => {
    const { write } = open({ kind: 'permanent', wantsTalk: true }, alumna, on('2027-02-01'));
    expect(write?.rehire).toMatchObject({
      status: 'waits for HR',
      otherKinds: ['freelance'],
      news: ['receipt'],
      approvals: [{ about: 'override', needed: 2, asked: [{ approver: 'hayashi' }, { approver: 'endo' }] }],
    });
    expect(write?.timeline?.map(({ rule, by }) => [rule, by])).toEqual([
      [undefined, 'leaver'],
      ['least time away', 'rule'],
    ]);
  });

  test.each([
    ['2027-06-29', 'waits for HR'],
    ['2027-06-30', 'waits for the decision'],
  ])('for a first day on %s, and the time away counts to it', (from, status) => {
    expect(open({ kind: 'permanent', from }, alumna, on('2027-02-01')).write?.rehire.status).toBe(status);
  });

  test('for a day that is over by now, and today counts', () => {
    const { conditions } = opened({ kind: 'permanent', from: '2027-01-01' }).rehire;
    expect(conditions.every(({ holds }) => holds)).toBe(true);
  });

  test('and nobody is asked about their own return', () => {
    const kato = {
      ...alumna,
      profile: alumna.profile && { ...alumna.profile, workEmail: 'Y.Kato@hikari.example.com' },
    };
    expect(open({}, kato).write?.rehire.approvals).toMatchObject([
      { barred: ['kato'], asked: [{ approver: 'brown' }] },
    ]);
  });
});

/** Three in half a year. */
test.each([
  [['2027-02-03', '2027-05-01', '2027-08-01'], 'too often'],
  [['2027-02-02', '2027-05-01', '2027-08-01'], 'opened'],
  [['2027-05-01', '2027-08-01'], 'opened'],
])('after cases of %j: %s', (earlier, outcome) => {
  expect(openRehire(alumna, { number: 4, earlier }, wish, opening).outcome).toBe(outcome);
});

describe('HR asks', () => {
  test('who agreed to it, and there is a talk first', () => {
    const { outcome, write } = open({ openedBy: 'HR' }, asked);
    expect([outcome, write?.rehire.status, write?.timeline?.[0]?.by]).toEqual(['opened', 'waits for the talk', 'hr']);
  });

  test('nobody who did not, or who stopped mail', () => {
    expect(open({ openedBy: 'HR' })).toEqual({ outcome: 'no consent' });
    const stopped = { ...asked, person: { ...asked.person, stopped: true } };
    expect(open({ openedBy: 'HR' }, stopped)).toEqual({ outcome: 'no consent' });
    expect(open({}, stopped).outcome).toBe('opened');
  });
});

test.each([
  ['who is unknown', unknownPerson('p')],
  ['who has not left', consented()],
  ['who is here again', after(alumna, comeBack(alumna, { rehire: 7, stint: 1, on: '2027-08-01' }, opening).write)],
])('nobody asks %s', (_, file) => {
  expect(open({}, file)).toEqual({ outcome: 'no alumnus' });
});
