import { describe, expect, test } from 'vitest';
import {
  closeReview,
  type Edition,
  type EditionStatus,
  mayBeTold,
  remindOfReview,
  reviewBy,
  reviewEdition,
  submitEdition,
  withdrawEdition,
} from '../../functions/domain/edition.ts';
import { approvedEdition, content } from './editions.ts';
import { on, policy, today } from './samples.ts';

const file = (said: Parameters<typeof content>[0] = {}, digest = 'digest') => ({ content: content(said), digest });
const submitted = submitEdition([], file(), today).write?.edition ?? approvedEdition(0, '');
const parked: Edition = { ...submitted, taskToken: 'token' };
const statuses = ['in review', 'approved', 'refused', 'not reviewed', 'withdrawn'] as const;
const resumed = [{ kind: 'resume', question: 'edition-1', taskToken: 'token' }];
const yes = { decision: 'approve', by: 'link' } as const;
const no = { decision: 'refuse', by: 'console' } as const;

/** Today's rules with another list of words that nothing goes out with. */
const refusing = (...refuse: string[]) => ({
  ...today,
  policy: { ...policy, version: 'later', disclosure: { ...policy.disclosure, refuse } },
});

describe('a submission', () => {
  test('is the next number, and its review starts', () => {
    const { outcome, write, findings } = submitEdition([approvedEdition(7, '2026-10-01')], file(), today);
    expect([outcome, findings]).toEqual(['submitted', []]);
    expect(write).toMatchObject({
      edition: { number: 8, version: 0, status: 'in review', submittedAt: today.now, policyVersion: policy.version },
      consequences: [{ kind: 'start review', edition: 8 }],
    });
    expect(submitted.number).toBe(1);
  });

  test('with something that must not leave is refused, with its line', () => {
    const { outcome, write, findings } = submitEdition([], file({ text: 'Project Hotaru' }), today);
    expect([outcome, write]).toEqual(['leak', undefined]);
    expect(findings).toMatchObject([
      { language: 'ja', line: 9, severity: 'refuse' },
      { language: 'en', line: 9, severity: 'refuse' },
    ]);
  });

  test('with something to look at goes to the reviewer, and says what it is', () => {
    const { outcome, findings } = submitEdition([], file({ text: 'forecast', languages: ['en'] }), today);
    expect(outcome).toBe('submitted');
    expect(findings).toMatchObject([{ severity: 'flag', found: 'forecast' }]);
  });

  test.each(['internal', 'confidential', 'unheard-of', 'constructor', '__proto__', ''])(
    'classified as %j is not shareable, leak or not',
    (classification) => {
      for (const text of ['The canteen has reopened.', 'Project Hotaru']) {
        const { outcome, write } = submitEdition([], file({ classification, text }), today);
        expect([outcome, write]).toEqual(['not shareable', undefined]);
      }
    },
  );

  test.each([
    ['in review', 'already so'],
    ['approved', 'already so'],
    ['refused', 'submitted'],
    ['not reviewed', 'submitted'],
    ['withdrawn', 'submitted'],
  ] as const)('of the same file while it is %s is %s', (status, outcome) => {
    expect(submitEdition([{ ...submitted, status }], file(), today).outcome).toBe(outcome);
    expect(submitEdition([{ ...submitted, status }], file({}, 'another'), today).outcome).toBe('submitted');
    // Also where others came since: nobody is to read the same twice.
    expect(submitEdition([approvedEdition(9, '2026-10-01'), { ...submitted, status }], file(), today).outcome).toBe(
      outcome,
    );
  });
});

describe('a review', () => {
  test.each([
    [yes, 'approved'],
    [no, 'refused'],
  ] as const)('%j settles it once', (answer, status) => {
    const { outcome, write } = reviewEdition(parked, { ...answer, note: 'Well done' }, today);
    expect(outcome).toBe(status);
    expect(write?.edition).toMatchObject({ status, decidedAt: today.now, decidedBy: answer.by, note: 'Well done' });
    expect(write?.edition).not.toHaveProperty('taskToken');
    expect(write?.consequences).toEqual(resumed);
  });

  test.each([
    ['approved', 'already so', 'over'],
    ['refused', 'over', 'already so'],
    ['not reviewed', 'over', 'over'],
    ['withdrawn', 'over', 'over'],
  ] as const)('of one that is %s changes nothing', (status, whenApproved, whenRefused) => {
    expect(reviewEdition({ ...parked, status }, yes, today)).toEqual({ outcome: whenApproved });
    expect(reviewEdition({ ...parked, status }, no, today)).toEqual({ outcome: whenRefused });
  });

  test('without a note has none', () => {
    expect(reviewEdition(parked, { ...yes, note: '' }, today).write?.edition).not.toHaveProperty('note');
  });

  test('of one that nobody has parked on resumes nobody', () => {
    expect(reviewEdition(submitted, yes, today).write?.consequences).toEqual([]);
  });

  test('approves nothing that the rules of today keep in, and may still refuse it', () => {
    const strict = refusing('canteen');
    expect(reviewEdition(parked, yes, strict)).toEqual({ outcome: 'leak' });
    expect(reviewEdition(parked, no, strict).outcome).toBe('refused');
    const { alumni, ...classes } = policy.disclosure.classes;
    const closed = { ...today, policy: { ...policy, disclosure: { ...policy.disclosure, classes } } };
    expect([alumni?.shareable, reviewEdition(parked, yes, closed).outcome]).toEqual([true, 'not shareable']);
    expect(reviewEdition(parked, no, closed).outcome).toBe('refused');
  });
});

test('a decision names the rules that it followed, whatever the submission followed', () => {
  const later = refusing();
  expect(submitted.policyVersion).toBe(policy.version);
  const decisions = [
    reviewEdition(parked, yes, later),
    reviewEdition(parked, no, later),
    withdrawEdition({ ...parked, status: 'approved' }, later),
    closeReview(parked, later),
  ];
  expect(decisions.map(({ write }) => write?.edition.policyVersion)).toEqual(Array(4).fill('later'));
});

describe('an approved edition', () => {
  const approved: Edition = { ...submitted, status: 'approved' };
  const classed = (classes: typeof policy.disclosure.classes) => ({
    ...today,
    policy: { ...policy, disclosure: { ...policy.disclosure, classes } },
  });

  test('may be told, and no other', () => {
    expect(statuses.filter((status) => mayBeTold({ ...submitted, status }, today))).toEqual(['approved']);
  });

  test('may be told no more once its class is not shareable, or gone', () => {
    const { classes } = policy.disclosure;
    const closed = Object.entries(classes).map(([name, said]) => [name, { ...said, shareable: false }]);
    expect(mayBeTold(approved, classed(classes))).toBe(true);
    expect(mayBeTold(approved, classed(Object.fromEntries(closed)))).toBe(false);
    const { alumni: _, ...others } = classes;
    expect(mayBeTold(approved, classed(others))).toBe(false);
  });

  test('may be told no more once a word of it is one to refuse, whatever the scan said before', () => {
    expect(mayBeTold(approved, refusing('hotaru'))).toBe(true);
    expect(mayBeTold(approved, refusing('canteen'))).toBe(false);
  });

  test('may be told where the scan only flags', () => {
    const flagged = { ...approved, content: content({ text: 'forecast' }) };
    expect(mayBeTold(flagged, today)).toBe(true);
  });
});

describe('a withdrawal', () => {
  test.each([
    ['in review', 'withdrawn', resumed],
    ['approved', 'withdrawn', []],
    ['refused', 'over', undefined],
    ['not reviewed', 'over', undefined],
    ['withdrawn', 'already so', undefined],
  ] as const)('of one that is %s', (status, outcome, consequences) => {
    const decision = withdrawEdition({ ...parked, status }, today);
    expect([decision.outcome, decision.write?.consequences]).toEqual([outcome, consequences]);
    if (decision.write) expect(decision.write.edition).toMatchObject({ status: 'withdrawn', decidedBy: 'cli' });
  });
});

describe('a review that nobody answers', () => {
  const settled = statuses.filter((status): status is Exclude<EditionStatus, 'in review'> => status !== 'in review');

  test('is reminded of until its window is over', () => {
    expect(remindOfReview(parked, on('2026-12-05'))).toBe('remind');
    expect(remindOfReview(parked, { ...today, now: '2026-12-06T02:59:59Z' })).toBe('remind');
    expect(remindOfReview(parked, on('2026-12-06'))).toBe('window over');
    expect(reviewBy(parked, today)).toBe('2026-12-06');
    expect(reviewBy({ ...parked, submittedAt: '2026-11-21T15:00:00Z' }, today)).toBe('2026-12-05');
  });

  test('is closed, and its execution goes on', () => {
    const { outcome, write } = closeReview(parked, today);
    expect(outcome).toBe('closed');
    expect(write?.edition).toMatchObject({ status: 'not reviewed', decidedBy: 'calendar' });
    expect(write?.consequences).toEqual(resumed);
  });

  test.each(settled)('is neither closed nor reminded of once it is %s', (status) => {
    expect(closeReview({ ...parked, status }, today)).toEqual({ outcome: 'settled' });
    expect(remindOfReview({ ...parked, status }, on('2030-01-01'))).toBe('settled');
  });
});
