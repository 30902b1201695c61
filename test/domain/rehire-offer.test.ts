import { describe, expect, test } from 'vitest';
import { type Offer, requiredTerms } from '../../functions/domain/offer.ts';
import {
  acceptOffer,
  declineOffer,
  makeOffer,
  mayAnswer,
  noteTalk,
  withdrawRehire,
} from '../../functions/domain/rehire-offer.ts';
import {
  accepted,
  after,
  alumna,
  begun,
  type Case,
  decided,
  freelanceOffer,
  offered,
  opened,
  opening,
} from './rehire-samples.ts';
import { on } from './samples.ts';

const offer = ({ rehire, words }: Case, made: Offer = freelanceOffer, given = opening) =>
  makeOffer(rehire, { file: alumna, words }, made, given);
const accept = ({ rehire, words }: Case, revision = 1, given = opening) =>
  acceptOffer(rehire, words, { revision }, given);
const corrected = () => after(offered(), offer(offered(), { ...freelanceOffer, daysToPay: 20 }));
const withdrawn = () => after(opened(), withdrawRehire(opened().rehire, opening));
/** The least time away of an employment is six months, of a commission one. */
const inMarch = on('2027-03-01');
const decidedInMarch = (): Case => {
  const { rehire } = decided();
  return { ...decided(), rehire: { ...rehire, openedOn: '2027-03-01' } };
};
function employment(startsOn: string): Offer {
  const empty: Offer = { kind: 'permanent', startsOn, manager: freelanceOffer.manager, terms: {} };
  return { ...empty, terms: Object.fromEntries(requiredTerms(empty).map((name) => [name, 'x'])) };
}

describe('the talk', () => {
  const wanted = () => opened({ wantsTalk: true });

  test.each(['held', 'not held'] as const)('%s leads to the decision', (talk) => {
    const { outcome, write } = noteTalk(wanted().rehire, talk, alumna.profile, opening);
    expect([outcome, write?.rehire.status, write?.rehire.talk]).toEqual(['noted', 'waits for the decision', talk]);
    const { rehire } = after(wanted(), { outcome, ...(write && { write }) });
    expect(noteTalk(rehire, talk, alumna.profile, opening)).toEqual({ outcome: 'already so' });
    expect(noteTalk(rehire, talk === 'held' ? 'not held' : 'held', alumna.profile, opening)).toEqual({
      outcome: 'over',
    });
  });
});

describe('an offer', () => {
  test('goes to the alumnus, its terms lie with them, and a week before the answer is due they are reminded', () => {
    const { outcome, write } = offer(decided());
    expect(outcome).toBe('offered');
    expect(write?.rehire).toMatchObject({
      status: 'waits for the answer',
      offer: { revision: 1, kind: 'freelance', startsOn: '2027-09-01', madeOn: '2027-08-02', answerBy: '2027-08-16' },
      due: '2027-08-09',
      news: ['receipt', 'offer needed', 'offer'],
    });
    expect(write?.words?.offer).toEqual(freelanceOffer);
    expect(JSON.stringify([write?.rehire, write?.timeline])).not.toContain('600,000');
  });

  test('is answered before the first day at the latest', () => {
    expect(offer(decided(), { ...freelanceOffer, startsOn: '2027-08-05' }).write?.rehire.offer?.answerBy).toBe(
      '2027-08-04',
    );
  });

  test('is not sent while something is missing, or before the decision, or after an end', () => {
    const { outcome, faults, write } = offer(decided(), { ...freelanceOffer, startsOn: '2027-08-02' });
    expect([outcome, faults, write]).toEqual(['incomplete', [{ fault: 'starts too soon' }], undefined]);
    expect([opened(), accepted(), withdrawn()].map((from) => offer(from).outcome)).toEqual(['over', 'over', 'over']);
  });

  test('is corrected while nobody has answered: the answer counts for the new one alone, and has its full time', () => {
    const later = on('2027-08-10');
    const { rehire, words } = after(offered(), offer(offered(), { ...freelanceOffer, daysToPay: 20 }, later));
    expect(rehire.offer).toMatchObject({ revision: 2, answerBy: '2027-08-24' });
    expect(words.offer?.daysToPay).toBe(20);
    expect(accept({ rehire, words }, 1, later)).toEqual({ outcome: 'over' });
    expect(declineOffer(rehire, 1, later)).toEqual({ outcome: 'over' });
    expect(accept({ rehire, words }, 2, later).outcome).toBe('accepted');
  });

  test('of another kind or day is made only where the conditions hold for it', () => {
    const make = (startsOn: string) => offer(decidedInMarch(), employment(startsOn), inMarch);
    const { outcome, unmet } = make('2027-06-29');
    expect([outcome, unmet]).toEqual([
      'conditions not met',
      [{ condition: 'least time away', holds: false, holdsFrom: '2027-06-30' }],
    ]);
    expect(make('2027-06-30').outcome).toBe('offered');
    // What HR has overridden is no longer asked.
    const overridden = decidedInMarch();
    const conditions = overridden.rehire.conditions.map((each) =>
      each.condition === 'least time away' ? { ...each, holds: false } : each,
    );
    const exception = { ...overridden, rehire: { ...overridden.rehire, conditions } };
    expect(offer(exception, employment('2027-06-29'), inMarch).outcome).toBe('offered');
  });
});

describe('the alumnus', () => {
  test('accepts: whoever has a task hears of it, and what the team may read is kept', () => {
    const { rehire, words } = offered();
    const { outcome, write } = acceptOffer(rehire, words, { revision: 1, introduction: 'お久しぶりです。' }, opening);
    expect(outcome).toBe('accepted');
    expect(write?.rehire).toMatchObject({ status: 'onboarding', due: '2027-08-18' });
    expect(write?.rehire.news.slice(-3)).toEqual(['welcome', 'tasks', 'staff']);
    expect(write?.rehire.tasks.map(({ status, mail }) => `${status}, ${mail}`)).toEqual(
      Array(6).fill('open, hand over'),
    );
    expect(write?.words?.introduction).toBe('お久しぶりです。');
    expect(accept(accepted())).toEqual({ outcome: 'already so' });
    expect(accept(begun())).toEqual({ outcome: 'already so' });
  });

  test('declines, and nobody writes to them about it', () => {
    const { rehire } = offered();
    const { outcome, write } = declineOffer(rehire, 1, opening);
    expect([outcome, write?.rehire.status, write?.rehire.news]).toEqual(['declined', 'declined', ['staff']]);
    const over = after(offered(), { outcome, ...(write && { write }) });
    expect(declineOffer(over.rehire, 1, opening)).toEqual({ outcome: 'already so' });
    expect(accept(over)).toEqual({ outcome: 'over' });
    expect(declineOffer(accepted().rehire, 1, opening)).toEqual({ outcome: 'over' });
  });

  test.each([
    ['2027-08-16', true],
    ['2027-08-17', false],
  ])('answers on %s: %s', (date, may) => {
    expect(mayAnswer(offered().rehire, on(date))).toBe(may);
    expect(accept(offered(), 1, on(date)).outcome).toBe(may ? 'accepted' : 'over');
    expect(declineOffer(offered().rehire, 1, on(date)).outcome).toBe(may ? 'declined' : 'over');
  });

  test.each([
    ['as soon as it is open', opened],
    ['after the decision', decided],
    ['after the offer', offered],
    ['after a corrected offer', corrected],
    ['after the yes', accepted],
  ])('takes it back %s', (_, from) => {
    const { outcome, write } = withdrawRehire(from().rehire, opening);
    expect([outcome, write?.rehire.status, write?.rehire.news.includes('end')]).toEqual([
      'withdrawn',
      'withdrawn',
      false,
    ]);
  });

  test('takes it back once, and not after the first day', () => {
    expect(withdrawRehire(withdrawn().rehire, opening)).toEqual({ outcome: 'already so' });
    expect(withdrawRehire(begun().rehire, opening)).toEqual({ outcome: 'over' });
  });
});
