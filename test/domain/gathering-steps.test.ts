import { describe, expect, it } from 'vitest';
import { type Announced, type Gathering, offeredUntil } from '../../functions/domain/gathering.ts';
import { decisionTold, restedUntilTomorrow, reviewAsked } from '../../functions/domain/gathering-notes.ts';
import type { Plan } from '../../functions/domain/gathering-plan.ts';
import { needsUntil } from '../../functions/domain/gathering-plan.ts';
import { takeStockOfGathering } from '../../functions/domain/gathering-steps.ts';
import { announced, dinner } from './held-gathering.ts';
import { inReview, withChange } from './reviewed-gathering.ts';
import { on, policy } from './samples.ts';

/** What comes next on a date; with the date up to which it waits, where it does. */
function next(gathering: Gathering, date: string): string {
  const { outcome, write } = takeStockOfGathering(gathering, on(date));
  return outcome === 'wait' ? `wait for ${write?.gathering.due}` : outcome;
}

const asked = (...dates: string[]) => ({ plan: dinner(), digest: 'digest', submittedOn: '2027-01-10', asked: dates });
const told = { hosts: 1, told: 1 };
const invited = { ...told, invited: 1 };
const reminded = { ...invited, reminded: '2027-02-26' };
const closed = { ...reminded, closed: true };
const ready = { ...closed, details: true };
const thanked = { ...ready, thanked: true };
const withDone = (done: Announced['done'], plan: Partial<Plan> = {}) => announced({ done }, plan);

describe('a review', () => {
  it('is asked for at once, then again and again, until its window is over', () => {
    expect(next(inReview(), '2027-01-10')).toBe('ask for the review');
    expect(next(inReview({ draft: asked('2027-01-10') }), '2027-01-10')).toBe('wait for 2027-01-12');
    expect(next(inReview({ draft: asked('2027-01-10') }), '2027-01-12')).toBe('ask for the review');
    expect(next(inReview({ draft: asked('2027-01-10', '2027-01-23') }), '2027-01-23')).toBe('wait for 2027-01-25');
    expect(next(inReview({ draft: asked('2027-01-24') }), '2027-01-24')).toBe('wait for 2027-01-25');
  });

  it('is closed the day after, which the admin is told before it is over', () => {
    const { outcome, write } = takeStockOfGathering(inReview({ draft: asked('2027-01-24') }), on('2027-01-25'));
    expect(outcome).toBe('tell the admin');
    expect(write?.gathering).toMatchObject({ status: 'not reviewed', decided: { by: 'calendar', told: false } });
    const told = decisionTold(write?.gathering ?? inReview()).write?.gathering;
    expect(told && next(told, '2027-01-25')).toBe('not reviewed');
  });

  it('of a change that nobody decides on leaves everything as it was', () => {
    const { outcome, write } = takeStockOfGathering(withChange({ fee: 1 }, { done: invited }), on('2027-02-04'));
    expect([outcome, write?.gathering.status, write?.gathering.plan]).toEqual([
      'tell the admin',
      'announced',
      dinner(),
    ]);
    const told = decisionTold(write?.gathering ?? announced()).write?.gathering;
    expect(told && next(told, '2027-02-04')).toBe('wait for 2027-02-26');
  });

  it('of a change comes before what the plan in force brings, and keeps none of it waiting', () => {
    const change = withChange({ fee: 1 }, { done: invited });
    expect(next(change, '2027-01-20')).toBe('ask for the review');
    const draft = { ...asked('2027-02-26'), submittedOn: '2027-02-26' };
    expect(next({ ...change, draft }, '2027-02-26')).toBe('remind');
  });

  it('in a demo of seconds is asked for once a day', () => {
    const demo = { ...policy, review: { remindEvery: 'PT20S', window: 'P14D' } };
    const known = inReview({ draft: asked('2027-01-10') });
    const { outcome, write } = takeStockOfGathering(known, { ...on('2027-01-10'), policy: demo });
    expect([outcome, write?.gathering.due]).toEqual(['wait', '2027-01-11']);
  });

  it('is noted as asked for by the gathering’s calendar', () => {
    const draft = asked('2027-01-10');
    expect(reviewAsked(inReview({ draft, reached: '2027-01-20' }), on('2027-01-12')).write?.gathering.draft).toEqual(
      asked('2027-01-10', '2027-01-20'),
    );
    expect(reviewAsked(announced(), on('2027-01-12'))).toEqual({ outcome: 'noted' });
    expect(decisionTold(inReview())).toEqual({ outcome: 'noted' });
  });
});

describe('what came of a review', () => {
  it.each(['refused', 'not reviewed', 'withdrawn'] as const)('ends one that is %s, once the admin knows', (status) => {
    const { decided } = announced();
    expect(next(announced({ status, ...(decided && { decided: { ...decided, told: false } }) }), '2027-01-12')).toBe(
      'tell the admin',
    );
    expect(next(announced({ status }), '2027-01-12')).toBe(status);
  });
});

describe('an announced gathering', () => {
  it.each([
    ['2027-01-12', { told: 1 }, 'tell the hosts'],
    ['2027-01-12', told, 'invite'],
    ['2027-01-12', invited, 'wait for 2027-02-26'],
    ['2027-02-25', invited, 'wait for 2027-02-26'],
    ['2027-02-26', invited, 'remind'],
    ['2027-03-05', invited, 'remind'],
    ['2027-03-05', told, 'invite'],
    ['2027-02-26', reminded, 'wait for 2027-03-06'],
    ['2027-03-06', told, 'close the answers'],
    ['2027-03-06', invited, 'close the answers'],
    ['2027-03-06', closed, 'wait for 2027-03-11'],
    ['2027-03-11', reminded, 'close the answers'],
    ['2027-03-11', closed, 'send the details'],
    ['2027-03-11', ready, 'wait for 2027-03-13'],
    ['2027-03-12', closed, 'send the details'],
    ['2027-03-13', reminded, 'close the answers'],
    ['2027-03-13', closed, 'thank'],
    ['2027-03-13', thanked, 'wait for 2027-03-27'],
    ['2027-03-26', thanked, 'wait for 2027-03-27'],
    ['2027-03-27', ready, 'thank'],
    ['2027-03-27', thanked, 'book the cost'],
    ['2028-01-01', thanked, 'book the cost'],
  ] as const)('on %s, with %j behind: %s', (date, done, step) => {
    expect(next(withDone({ ...done }), date)).toBe(step);
  });

  it('reminds once for each of its dates, and once for all that were missed', () => {
    const reminders = ['P7D', 'P2D'];
    expect(next(withDone(invited, { reminders }), '2027-03-04')).toBe('remind');
    expect(next(withDone({ ...invited, reminded: '2027-03-03' }, { reminders }), '2027-03-04')).toBe(
      'wait for 2027-03-06',
    );
    expect(next(withDone(reminded, { reminders }), '2027-02-27')).toBe('wait for 2027-03-03');
    expect(next(withDone(reminded, { reminders }), '2027-03-03')).toBe('remind');
  });

  it('of whole days is over after the last one', () => {
    const days = { start: '2027-03-12', end: '2027-03-14' };
    expect(next(withDone(closed, days), '2027-03-14')).toBe('send the details');
    expect(next(withDone(ready, days), '2027-03-14')).toBe('wait for 2027-03-15');
    expect(next(withDone(ready, days), '2027-03-15')).toBe('thank');
  });

  it('in New York ends on the company’s next day', () => {
    const evening = { timeZone: 'America/New_York' };
    expect(next(withDone(closed, evening), '2027-03-11')).toBe('wait for 2027-03-12');
    expect(next(withDone(closed, evening), '2027-03-12')).toBe('send the details');
    expect(next(withDone(ready, evening), '2027-03-13')).toBe('wait for 2027-03-14');
  });

  it('ends once its cost is booked', () => {
    expect(next(announced({ status: 'over', done: { ...thanked, booked: true } }), '2027-03-27')).toBe('over');
  });

  it('goes by the date that the sweep brought, where that is ahead of the clock', () => {
    expect(next(announced({ done: closed, reached: '2027-03-11' }), '2026-11-22')).toBe('send the details');
    expect(next(announced({ done: closed, reached: '2027-03-11' }), '2027-03-13')).toBe('thank');
  });

  it('counts its waits', () => {
    const { write } = takeStockOfGathering(announced({ done: invited, waits: 4 }), on('2027-01-12'));
    expect(write?.gathering).toMatchObject({ waits: 5, due: '2027-02-26' });
  });
});

describe('a changed gathering', () => {
  const changed = (done: Announced['done']) => announced({ revision: 2, submissions: 2, done });

  it('is told of first, to its hosts before all, and then who has come to be in its audience is invited', () => {
    expect(next(changed(invited), '2027-02-01')).toBe('tell the hosts');
    expect(next(changed({ ...invited, hosts: 2 }), '2027-02-01')).toBe('tell of the change');
    expect(next(changed({ ...invited, hosts: 2, told: 2 }), '2027-02-01')).toBe('invite');
    expect(next(changed({ hosts: 2, told: 2, invited: 2 }), '2027-02-01')).toBe('wait for 2027-02-26');
  });

  it('after the deadline is closed first, then told of, and nobody is invited', () => {
    expect(next(changed(invited), '2027-03-06')).toBe('close the answers');
    expect(next(changed({ ...closed, hosts: 2 }), '2027-03-12')).toBe('tell of the change');
    expect(next(changed({ ...closed, hosts: 2, told: 2 }), '2027-03-06')).toBe('wait for 2027-03-11');
  });

  it('is not told of once it is over', () => {
    expect(next(changed(ready), '2027-03-13')).toBe('thank');
  });
});

describe('a cancelled gathering', () => {
  it('is told of once, whatever else would be due', () => {
    const cancelled = announced({ status: 'cancelled', done: invited });
    expect(next(cancelled, '2027-03-11')).toBe('tell of the cancellation');
    expect(next({ ...cancelled, done: { ...invited, cancellation: true } }, '2027-03-11')).toBe('cancelled');
  });

  it('is not told of any more once the day is over', () => {
    const cancelled = announced({ status: 'cancelled', done: invited });
    expect(next(cancelled, '2027-03-12')).toBe('tell of the cancellation');
    expect(next(cancelled, '2027-03-13')).toBe('cancelled');
  });
});

describe('a gathering of which nobody can be told any more today', () => {
  const rested = (gathering: Gathering) =>
    restedUntilTomorrow(gathering, on('2027-02-26')).write?.gathering ?? gathering;
  const { decided } = announced();

  it.each<[string, Gathering]>([
    ['invite', announced({ done: told })],
    ['remind', announced({ done: invited })],
    ['tell of the change', announced({ revision: 2, done: { ...invited, hosts: 2 } })],
    ['tell of the cancellation', announced({ status: 'cancelled' })],
    ['tell the admin', announced({ status: 'refused', ...(decided && { decided: { ...decided, told: false } }) })],
    ['ask for the review', inReview({ draft: { ...asked(), submittedOn: '2027-02-26' } })],
  ])('rests until tomorrow: %s', (step, gathering) => {
    expect(next(gathering, '2027-02-26')).toBe(step);
    expect(rested(gathering).restUntil).toBe('2027-02-27');
    expect(next(rested(gathering), '2027-02-26')).toBe('wait for 2027-02-27');
    expect(next(rested(gathering), '2027-02-27')).toBe(step);
  });

  it('goes on by its own calendar', () => {
    const ahead = restedUntilTomorrow(announced({ reached: '2027-03-01' }), on('2027-02-26'));
    expect(ahead.write?.gathering.restUntil).toBe('2027-03-02');
  });
});

describe('an offered place', () => {
  it.each([
    ['2027-02-01', '2027-02-04'],
    ['2027-03-08', '2027-03-11'],
    ['2027-03-09', '2027-03-11'],
    ['2027-03-10', '2027-03-11'],
    ['2027-03-11', '2027-03-12'],
    ['2027-03-12', '2027-03-12'],
  ])('on %s is kept up to %s', (date, until) => {
    expect(offeredUntil(announced(), on(date))).toBe(until);
  });
});

it('keeps what guests need for some days after the end', () => {
  expect(needsUntil(dinner(), policy)).toBe('2027-03-26');
});
