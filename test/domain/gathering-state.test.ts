import { describe, expect, it } from 'vitest';
import {
  type Gathering,
  type GatheringStatus,
  isAnnounced,
  isGoingOn,
  takesAnswers,
} from '../../functions/domain/gathering.ts';
import { stepDone } from '../../functions/domain/gathering-notes.ts';
import { isUpcoming } from '../../functions/domain/plan-review.ts';
import { announced, dinner } from './held-gathering.ts';
import { inReview, refusing } from './reviewed-gathering.ts';
import { on, policy, today } from './samples.ts';

const terminal = ['refused', 'not reviewed', 'withdrawn', 'cancelled', 'over'] as const;

describe('a step that is behind', () => {
  it('is noted beside the others, by the rules of today', () => {
    const before = announced({ done: { invited: 1, reminded: '2027-02-26' } });
    const { write } = stepDone(
      before,
      { closed: true },
      { ...on('2027-03-06'), policy: { ...policy, version: 'later' } },
    );
    expect(write?.gathering).toMatchObject({
      done: { invited: 1, reminded: '2027-02-26', closed: true },
      policyVersion: 'later',
    });
    expect(before.done).toEqual({ invited: 1, reminded: '2027-02-26' });
  });

  it('is not, where a change has moved it ahead meanwhile', () => {
    const done = (plan: Parameters<typeof dinner>[0]) =>
      stepDone(announced({}, plan), { closed: true, details: true }, on('2027-03-11')).write?.gathering.done;
    expect(done({})).toEqual({ closed: true, details: true });
    expect(done({ deadline: '2027-03-11' })).toEqual({ closed: false, details: true });
    expect(done({ start: '2027-03-13T18:30', end: '2027-03-13T20:30' })).toEqual({ closed: true, details: false });
  });

  it('spares who has just been written to the reminders until today', () => {
    for (const news of [{ invited: 1 }, { told: 2 }])
      expect(stepDone(announced(), news, on('2027-02-28')).write?.gathering.done).toMatchObject({
        ...news,
        reminded: '2027-02-28',
      });
    const others = stepDone(announced(), { hosts: 1 }, on('2027-02-28'));
    expect(others.write?.gathering.done.reminded).toBeUndefined();
  });
});

describe('how it stands', () => {
  const of = (status: GatheringStatus): Gathering => announced({ status });

  it('takes answers once announced, until it is closed', () => {
    expect(takesAnswers(announced(), on('2027-03-05'))).toBe(true);
    expect(takesAnswers(announced(), on('2027-03-06'))).toBe(false);
    expect(takesAnswers(announced({ done: { closed: true } }), on('2027-03-05'))).toBe(false);
    for (const status of [...terminal, 'in review'] as const) expect(takesAnswers(of(status), today)).toBe(false);
  });

  it('goes on while it is in review or announced', () => {
    expect([...terminal, 'in review', 'announced'].filter((status) => isGoingOn(of(status as 'over')))).toEqual([
      'in review',
      'announced',
    ]);
    expect([isAnnounced(announced()), isAnnounced(inReview())]).toEqual([true, false]);
  });

  it('is upcoming up to its last day to answer, by its calendar', () => {
    expect(isUpcoming(announced(), on('2027-03-05'))).toBe(true);
    expect(isUpcoming(announced(), on('2027-03-06'))).toBe(false);
    expect(isUpcoming(announced({ reached: '2027-03-06' }), today)).toBe(false);
    expect(isUpcoming(announced({ done: { closed: true } }), today)).toBe(false);
    expect(isUpcoming(inReview(), today)).toBe(false);
    expect(isUpcoming(of('cancelled'), today)).toBe(false);
  });

  it('is not, where the rules of today keep in what it tells', () => {
    expect(isUpcoming(announced(), refusing('Spring dinner'))).toBe(false);
    expect(isUpcoming(announced({}, { classification: 'internal' }), today)).toBe(false);
  });
});
