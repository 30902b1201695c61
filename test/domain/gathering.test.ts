import { describe, expect, it } from 'vitest';
import { costBooked, gatheringDue, noteCost } from '../../functions/domain/gathering-notes.ts';
import { planMatter } from '../../functions/domain/plan-review.ts';
import { cancelGathering, changeGathering, publishGathering } from '../../functions/domain/plan-submission.ts';
import { announced, dinner } from './held-gathering.ts';
import { inReview, withChange } from './reviewed-gathering.ts';
import { on, policy, today } from './samples.ts';

const submitted = { plan: dinner(), digest: 'digest' };
const another = { plan: dinner({ capacity: 20 }), digest: 'another' };
const leaking = { plan: dinner({ url: { text: 'https://wiki.hikari.internal/', line: 7 } }), digest: 'leak' };
const internal = { plan: dinner({ classification: 'internal' }), digest: 'internal' };
const parked = { taskToken: 'token', due: '2027-02-26', waits: 3 };
const resumed = [{ kind: 'resume', question: 'gathering-3', taskToken: 'token' }];
const terminal = ['refused', 'not reviewed', 'withdrawn', 'cancelled', 'over'] as const;
const spring = on('2027-02-01');

describe('a plan that is published', () => {
  it('is the next number, and its execution starts', () => {
    const { outcome, write, findings } = publishGathering(
      [announced({ number: 7, digest: 'other' })],
      submitted,
      today,
    );
    expect([outcome, findings]).toEqual(['submitted', []]);
    expect(write).toEqual({
      gathering: {
        number: 8,
        version: 0,
        status: 'in review',
        revision: 0,
        submissions: 1,
        draft: { ...submitted, submittedOn: '2026-11-22', asked: [] },
        done: {},
        waits: 0,
        policyVersion: policy.version,
      },
      consequences: [{ kind: 'start gathering', gathering: 8 }],
    });
    expect(publishGathering([], submitted, today).write?.gathering.number).toBe(1);
  });

  it('is submitted on the date of the company’s calendar', () => {
    const lateInLondon = { ...today, now: '2026-11-22T15:00:00Z' };
    expect(publishGathering([], submitted, lateInLondon).write?.gathering.draft?.submittedOn).toBe('2026-11-23');
  });

  it('with something that must not leave is refused, with where it stands', () => {
    const { outcome, write, findings } = publishGathering([], leaking, today);
    expect([outcome, write]).toEqual(['leak', undefined]);
    expect(findings).toMatchObject([
      { language: 'ja', line: 7, severity: 'refuse' },
      { language: 'en', line: 7, severity: 'refuse' },
    ]);
  });

  it('of a class that is not shareable is refused, leak or not', () => {
    expect(publishGathering([], internal, today)).toEqual({ outcome: 'not shareable', findings: [] });
    const both = { ...leaking, plan: { ...leaking.plan, classification: 'confidential' } };
    expect(publishGathering([], both, today).outcome).toBe('not shareable');
  });

  it('with something to look at goes to the reviewer', () => {
    const text = { title: 'Our forecast', titleLine: 4, blocks: [] };
    const { outcome, findings } = publishGathering(
      [],
      { plan: dinner({ variants: { en: text } }), digest: 'd' },
      today,
    );
    expect([outcome, findings]).toMatchObject(['submitted', [{ line: 4, severity: 'flag', found: 'forecast' }]]);
  });

  it('again, while it waits or is announced, is the gathering that there is', () => {
    for (const same of [announced(), inReview()]) {
      const others = [announced({ number: 9, digest: 'other' }), same];
      expect(publishGathering(others, submitted, today)).toMatchObject({ outcome: 'already so', same: { number: 3 } });
      expect(publishGathering(others, another, today).write?.gathering.number).toBe(10);
    }
  });

  it.each(terminal)('again, where it is %s, is a new one', (status) => {
    expect(publishGathering([announced({ status })], submitted, today).outcome).toBe('submitted');
  });
});

describe('a change', () => {
  it('waits for its review, while the plan in force stays so', () => {
    const { outcome, write } = changeGathering(announced(parked), another, spring);
    expect(outcome).toBe('submitted');
    expect(write?.gathering).toMatchObject({
      status: 'announced',
      plan: dinner(),
      revision: 1,
      submissions: 2,
      draft: { ...another, submittedOn: '2027-02-01', asked: [] },
    });
    expect(write?.gathering.due ?? write?.gathering.taskToken).toBeUndefined();
    expect(write?.consequences).toEqual(resumed);
  });

  it('replaces what waits for its review, and its reviewer is asked anew', () => {
    const { write } = changeGathering(inReview({ submissions: 4 }), another, spring);
    expect(write?.gathering).toMatchObject({ status: 'in review', submissions: 5, draft: { ...another, asked: [] } });
    expect(planMatter(write?.gathering ?? inReview())).toBe('3-5');
  });

  it('that says what was submitted last changes nothing', () => {
    for (const same of [announced(), inReview()])
      expect(changeGathering(same, submitted, spring)).toEqual({ outcome: 'already so', findings: [] });
    // What is in force is another plan than the one in review: it is taken back.
    const back = changeGathering(withChange(another.plan), submitted, spring);
    expect(back.write?.gathering).toMatchObject({ submissions: 3, draft: { digest: 'digest' } });
  });

  it('is refused where it may not be told', () => {
    expect(changeGathering(announced(), leaking, spring)).toMatchObject({
      outcome: 'leak',
      findings: [{ line: 7 }, {}],
    });
    expect(changeGathering(announced(), internal, spring).outcome).toBe('not shareable');
  });

  it.each(terminal)('comes too late for one that is %s', (status) => {
    for (const plan of [another, leaking])
      expect(changeGathering(announced({ status }), plan, spring)).toMatchObject({ outcome: 'over' });
  });

  it('may come on the day itself, after the deadline too, and not once it is over', () => {
    expect(changeGathering(announced({ done: { closed: true } }), another, on('2027-03-12')).outcome).toBe('submitted');
    expect(changeGathering(announced(), another, on('2027-03-13')).outcome).toBe('over');
    expect(changeGathering(announced({ reached: '2027-03-13', done: { thanked: true } }), another, today).outcome).toBe(
      'over',
    );
  });

  it('is submitted on the date that the sweep brought, where that is ahead of the clock', () => {
    const { write } = changeGathering(announced({ reached: '2027-02-20' }), another, spring);
    expect(write?.gathering.draft?.submittedOn).toBe('2027-02-20');
  });
});

describe('calling it off', () => {
  it.each([
    ['in review', 'withdrawn'],
    ['announced', 'cancelled'],
  ] as const)('where it is %s makes it %s, and takes its draft', (status, outcome) => {
    const gathering = status === 'announced' ? withChange(another.plan, parked) : inReview(parked);
    const decision = cancelGathering(gathering, spring);
    expect([decision.outcome, decision.write?.gathering.status]).toEqual([outcome, outcome]);
    expect(decision.write?.gathering).not.toHaveProperty('draft');
    expect(decision.write?.gathering).not.toHaveProperty('due');
    expect(decision.write?.consequences).toEqual(resumed);
  });

  it.each([
    ['cancelled', 'already so'],
    ['withdrawn', 'already so'],
    ['refused', 'over'],
    ['not reviewed', 'over'],
    ['over', 'over'],
  ] as const)('where it is %s: %s', (status, outcome) => {
    expect(cancelGathering(announced({ status }), spring)).toEqual({ outcome });
  });

  it('is possible until its last day is over', () => {
    expect(cancelGathering(announced({ done: { closed: true } }), on('2027-03-12')).outcome).toBe('cancelled');
    expect(cancelGathering(announced({ done: { closed: true } }), on('2027-03-13'))).toEqual({ outcome: 'over' });
  });

  it('is told of today, though another mail had to rest', () => {
    const { write } = cancelGathering(announced({ restUntil: '2027-02-02' }), spring);
    expect(write?.gathering).not.toHaveProperty('restUntil');
  });

  it('wakes nobody where nobody waits yet', () => {
    expect(cancelGathering(announced(), spring).write?.consequences).toEqual([]);
  });
});

describe('what it cost', () => {
  it('is written down before it is booked and after, without waking anybody', () => {
    for (const gathering of [announced(parked), announced({ status: 'over', done: { booked: true }, cost: 1 })]) {
      const noted = noteCost(gathering, 92_000);
      expect(noted).toEqual({ outcome: 'noted', write: { gathering: { ...gathering, cost: 92_000 } } });
      expect(noteCost(noted.write?.gathering ?? gathering, 92_000)).toEqual({ outcome: 'already so' });
    }
    expect(noteCost(announced(), 0).outcome).toBe('noted');
    expect(noteCost(announced({ status: 'cancelled' }), 5000).outcome).toBe('noted');
  });

  it('is nothing without a plan in force', () => {
    expect(noteCost(inReview(), 92_000)).toEqual({ outcome: 'no plan' });
  });

  it('ends it once booked, unless another amount came meanwhile', () => {
    const over = { status: 'over', done: { booked: true } };
    expect(costBooked(announced(), undefined, spring).write?.gathering).toMatchObject(over);
    expect(costBooked(announced({ cost: 0 }), 0, spring).write?.gathering).toMatchObject(over);
    expect(costBooked(announced({ cost: 5 }), undefined, spring)).toEqual({ outcome: 'noted' });
    expect(costBooked(announced({ cost: 5 }), 4, spring)).toEqual({ outcome: 'noted' });
  });
});

describe('the sweep', () => {
  const waiting = announced(parked);

  it('wakes it on its date, and on any later one where that was missed', () => {
    expect(gatheringDue(waiting, '2027-02-25', today)).toEqual({ outcome: 'nothing due' });
    for (const date of ['2027-02-26', '2027-03-30']) {
      const { outcome, write } = gatheringDue(waiting, date, today);
      expect([outcome, write?.gathering.reached, write?.consequences]).toEqual(['woken', date, resumed]);
      expect(gatheringDue(write?.gathering ?? waiting, date, today)).toEqual({ outcome: 'nothing due' });
    }
  });

  it('never takes it back to a date that is behind', () => {
    const ahead = gatheringDue({ ...waiting, reached: '2027-03-10' }, '2027-02-26', today);
    expect(ahead.write?.gathering.reached).toBe('2027-03-10');
  });
});
