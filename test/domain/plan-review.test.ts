import { describe, expect, it } from 'vitest';
import type { Announced, Gathering } from '../../functions/domain/gathering.ts';
import type { Plan } from '../../functions/domain/gathering-plan.ts';
import { closePlanReview, planCode, planReviewBy, reviewPlan } from '../../functions/domain/plan-review.ts';
import { announced, dinner } from './held-gathering.ts';
import { inReview, refusing, withChange } from './reviewed-gathering.ts';
import { on, policy } from './samples.ts';

const yes = { decision: 'approve', by: 'link' } as const;
const no = { decision: 'refuse', by: 'console' } as const;
const given = on('2027-01-21');
const parked = { taskToken: 'token', due: '2027-01-24' };
const resumed = [{ kind: 'resume', question: 'gathering-3', taskToken: 'token' }];
const titles = { ja: '春の交流会', en: 'Spring dinner' };

/** A change as approved on a date. */
function approved(plan: Partial<Plan>, said: Partial<Announced> = {}, date = '2027-01-21'): Gathering {
  const { outcome, write } = reviewPlan(withChange(plan, said), 2, yes, on(date));
  if (!write) throw new Error(outcome);
  return write.gathering;
}

describe('the first plan', () => {
  it('comes into force with its approval, and nobody has to be told of a change', () => {
    const { outcome, write } = reviewPlan(inReview(parked), 1, { ...yes, note: 'Lovely' }, given);
    expect(outcome).toBe('approved');
    expect(write?.gathering).toMatchObject({
      status: 'announced',
      plan: dinner(),
      digest: 'digest',
      revision: 1,
      done: { told: 1 },
      decided: {
        submission: 1,
        change: false,
        titles,
        outcome: 'approved',
        at: given.now,
        by: 'link',
        note: 'Lovely',
        told: false,
      },
    });
    for (const gone of ['draft', 'changed', 'due', 'taskToken']) expect(write?.gathering).not.toHaveProperty(gone);
    expect(write?.consequences).toEqual(resumed);
  });

  it('that was submitted again is the revision by which it came', () => {
    const { write } = reviewPlan(inReview({ submissions: 4 }), 4, yes, given);
    expect(write?.gathering).toMatchObject({ revision: 4, done: { told: 4 } });
  });

  it('is over with its refusal', () => {
    const { outcome, write } = reviewPlan(inReview(parked), 1, no, given);
    expect([outcome, write?.consequences]).toEqual(['refused', resumed]);
    expect(write?.gathering).toMatchObject({ status: 'refused', revision: 0, done: {}, decided: { by: 'console' } });
    expect(write?.gathering.plan ?? write?.gathering.draft ?? write?.gathering.decided?.note).toBeUndefined();
  });

  it('is over where nobody decides', () => {
    const closed = closePlanReview(inReview(), given);
    expect(closed).toMatchObject({
      status: 'not reviewed',
      decided: { outcome: 'not reviewed', by: 'calendar', change: false, told: false },
    });
    expect(closed).not.toHaveProperty('draft');
  });
});

describe('a decision', () => {
  it('is of the submission that the reviewer saw', () => {
    expect(reviewPlan(inReview({ submissions: 2 }), 1, yes, given)).toEqual({ outcome: 'over' });
    expect(reviewPlan(inReview(), 2, yes, given)).toEqual({ outcome: 'over' });
    expect(planCode(inReview({ submissions: 2 }))).toBe('gathering-3-2');
  });

  it('made again is known, and made the other way comes too late', () => {
    const refused = reviewPlan(inReview(), 1, no, given).write?.gathering ?? inReview();
    expect(reviewPlan(announced(), 1, yes, given)).toEqual({ outcome: 'already so' });
    expect(reviewPlan(announced(), 1, no, given)).toEqual({ outcome: 'over' });
    expect(reviewPlan(refused, 1, no, given)).toEqual({ outcome: 'already so' });
    expect(reviewPlan(refused, 1, yes, given)).toEqual({ outcome: 'over' });
    // While a change waits, the one before it is known too.
    expect(reviewPlan(withChange({}), 1, yes, given)).toEqual({ outcome: 'already so' });
  });

  it.each(['cancelled', 'withdrawn', 'over'] as const)('comes too late for one that is %s', (status) => {
    for (const answer of [yes, no])
      expect(reviewPlan(withChange({}, { status }), 2, answer, given)).toEqual({ outcome: 'over' });
  });

  it('counts up to its last date, by the gathering’s calendar', () => {
    for (const answer of [yes, no]) {
      expect(reviewPlan(inReview(), 1, answer, on('2027-01-24')).write).toBeDefined();
      expect(reviewPlan(inReview(), 1, answer, on('2027-01-25'))).toEqual({ outcome: 'over' });
      expect(reviewPlan(inReview({ reached: '2027-01-25' }), 1, answer, given)).toEqual({ outcome: 'over' });
    }
  });

  it('approves nothing that the rules of today keep in, and may still refuse it', () => {
    const strict = refusing('Spring dinner', given);
    expect(reviewPlan(inReview(), 1, yes, strict)).toEqual({ outcome: 'leak' });
    expect(reviewPlan(withChange({ classification: 'internal' }), 2, yes, given)).toEqual({ outcome: 'not shareable' });
    const refused = reviewPlan(inReview(), 1, no, strict);
    expect([refused.outcome, refused.write?.gathering.policyVersion]).toEqual(['refused', 'later']);
  });
});

describe('an approved change', () => {
  it('is in force at once, and those who knew the other plan must hear what is new', () => {
    const gathering = approved(
      { fee: 4000, url: { text: 'https://talk.example.com/', line: 8 } },
      { done: { told: 1, invited: 1 } },
    );
    expect(gathering).toMatchObject({
      status: 'announced',
      digest: 'another',
      revision: 2,
      changed: ['where', 'fee'],
      done: { told: 1, invited: 1 },
      decided: { submission: 2, change: true },
    });
    expect(gathering.plan?.fee).toBe(4000);
  });

  it('tells what an earlier one changed too, where nobody has been told of that', () => {
    const said = { revision: 1, done: { told: 0 }, changed: ['when', 'fee'] } as const;
    expect(approved({ fee: 4000 }, { ...said, changed: [...said.changed] }).changed).toEqual(['when', 'fee']);
    expect(approved({ fee: 4000 }, { changed: ['when'], done: { told: 1 } }).changed).toEqual(['fee']);
  });

  it('that changes nothing for its readers is not told, unless an earlier one is not told yet', () => {
    const larger = { capacity: 20, budget: 90_000, organiser: 'other@hikari.example.com' };
    expect(approved(larger, { done: { told: 1 } })).toMatchObject({ revision: 2, done: { told: 2 }, changed: [] });
    expect(approved(larger, { done: { told: 0 }, changed: ['when'] })).toMatchObject({
      done: { told: 0 },
      changed: ['when'],
    });
  });

  it('keeps in mind the hosts who are not expected any more, for as long as they are not', () => {
    const [first] = dinner().hosts;
    const other = { name: '森 桜', email: 's.mori@hikari.example.com', line: 10 };
    expect(approved({ hosts: [other] }).formerHosts).toEqual([first]);
    expect(approved({}, { formerHosts: [other] }).formerHosts).toEqual([other]);
    expect(approved({ hosts: [other] }, { formerHosts: [other] }).formerHosts).toEqual([first]);
  });

  it('is told of today, though another mail had to rest', () => {
    expect(approved({ fee: 4000 }, { restUntil: '2027-01-22' })).not.toHaveProperty('restUntil');
  });

  it('opens the answers again where the deadline moves to today or later', () => {
    const done = { told: 1, invited: 1, closed: true, reminded: '2027-02-26' };
    const change = (deadline: string) =>
      reviewPlan(
        announced({
          done,
          submissions: 2,
          draft: { plan: dinner({ deadline }), digest: 'b', submittedOn: '2027-03-07', asked: [] },
        }),
        2,
        yes,
        on('2027-03-08'),
      ).write?.gathering.done;
    expect(change('2027-03-10')).toEqual({ ...done, closed: false });
    expect(change('2027-03-08')).toEqual({ ...done, closed: false });
    expect(change('2027-03-07')).toEqual({ ...done });
  });

  it('sends the details again where the date moves later after them', () => {
    const done = { told: 1, invited: 1, closed: true, details: true };
    const change = (day: string) =>
      reviewPlan(
        announced({
          done,
          submissions: 2,
          draft: {
            plan: dinner({ start: `${day}T18:30`, end: `${day}T20:30` }),
            digest: 'b',
            submittedOn: '2027-03-11',
            asked: [],
          },
        }),
        2,
        yes,
        on('2027-03-11'),
      ).write?.gathering.done;
    expect(change('2027-03-19')).toEqual({ ...done, details: false });
    expect(change('2027-03-12')).toEqual({ ...done, told: 2 });
  });
});

describe('a change that is not approved', () => {
  it('leaves the plan as it was', () => {
    const before = withChange({ fee: 4000 }, { ...parked, done: { told: 1, invited: 1 } });
    const refused = reviewPlan(before, 2, { ...no, note: 'Too dear' }, given);
    expect(refused.write?.consequences).toEqual(resumed);
    for (const after of [refused.write?.gathering, closePlanReview(before, given)]) {
      expect(after).toMatchObject({
        status: 'announced',
        plan: dinner(),
        digest: 'digest',
        revision: 1,
        submissions: 2,
      });
      expect(after).toMatchObject({ done: { told: 1, invited: 1 }, decided: { submission: 2, change: true, titles } });
      expect(after).not.toHaveProperty('draft');
    }
  });
});

describe('the last date of a review', () => {
  it('is the end of its window, or, sooner, the last day to answer', () => {
    expect(planReviewBy(inReview(), given)).toBe('2027-01-24');
    const soon = { plan: dinner({ deadline: '2027-01-15' }), digest: 'd', submittedOn: '2027-01-10', asked: [] };
    expect(planReviewBy(inReview({ draft: soon }), given)).toBe('2027-01-15');
    expect(planReviewBy(announced(), given)).toBeUndefined();
  });

  it('of a change is the start where that is sooner, whatever the last day to answer', () => {
    expect(planReviewBy(withChange({ deadline: '2027-01-10' }), given)).toBe('2027-02-03');
    expect(planReviewBy(withChange({ start: '2027-01-25T18:30', end: '2027-01-25T20:30' }), given)).toBe('2027-01-25');
  });

  it('of a change to a later date is the end of what is in force: it has been held then', () => {
    const later = { start: '2027-03-26T18:30', end: '2027-03-26T20:30' };
    const draft = { plan: dinner(later), digest: 'b', submittedOn: '2027-03-10', asked: [] };
    const change = announced({ draft, submissions: 2 });
    expect(planReviewBy(change, given)).toBe('2027-03-12');
    expect(reviewPlan(change, 2, yes, on('2027-03-12')).outcome).toBe('approved');
    expect(reviewPlan(change, 2, yes, on('2027-03-13')).outcome).toBe('over');
  });

  it('is the day of the submission where the window is shorter than a day', () => {
    const demo = { ...given, policy: { ...policy, review: { remindEvery: 'PT20S', window: 'PT120S' } } };
    expect(planReviewBy(inReview(), demo)).toBe('2027-01-10');
  });
});
