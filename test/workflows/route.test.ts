import { describe, expect, test } from 'vitest';
import type { EditionStatus, ReviewOutcome } from '../../functions/domain/edition.ts';
import type { PlanReviewOutcome } from '../../functions/domain/plan-review.ts';
import type { Stock } from '../../functions/domain/stock.ts';
import type { Swept } from '../../functions/outreach/write-to-who-is-due.ts';
import { follow, state, walk } from './walk.ts';

/** Where the offboarding goes from each place at which a departure may stand. */
const routes: Record<Stock, string> = {
  'on hold': 'Ask HR about the departure',
  'address needed': 'Ask HR for an address',
  'address unconfirmed': 'Ask to confirm the new address',
  'consent needed': 'Ask for consent',
  'waiting for the last day': 'Ask the calendar',
  left: 'Enrol',
  'not eligible': 'Not eligible',
  'no departure': 'No departure',
  cancelled: 'Cancelled',
  declined: 'Declined',
  silent: 'No answer',
  erased: 'Erased',
  expired: 'Erased',
  superseded: 'Superseded',
};

test.each(Object.entries(routes))('a departure of which stock says "%s" goes to: %s', (outcome, next) => {
  expect(follow('okaeri-offboarding', 'Take stock of the departure', outcome)).toBe(next);
});

const steps = [
  'Remind HR of the departure',
  'Remind HR of the address',
  'Remind of the confirmation',
  'Remind of consent',
];
const waits = ['Await word from HR', 'Await an address', 'Await the confirmation', 'Await consent'];
const closings = [
  'Close without word from HR',
  'Close without an address',
  'Drop the new address',
  'Close without consent, delete the data',
];

test.each(steps.map((step, index) => ({ step, wait: waits[index], close: closings[index] })))(
  'after "$step" it waits on, closes, or takes stock',
  ({ step, wait, close }) => {
    const after = (outcome: string) => follow('okaeri-offboarding', step, outcome);
    expect([after('reminded'), after('quiet'), after('window over')]).toEqual([wait, wait, close]);
    expect(after('settled')).toBe('Take stock of the departure');
    expect(state('okaeri-offboarding', String(close)).Next).toBe('Take stock of the departure');
  },
);

test.each(waits.map((wait, index) => ({ wait, step: steps[index] })))(
  '"$wait" reminds when nobody answers',
  ({ wait, step }) => {
    expect(state('okaeri-offboarding', wait).Catch).toContainEqual(
      expect.objectContaining({ ErrorEquals: ['States.Timeout'], Next: step }),
    );
  },
);

test('only who was enrolled is welcomed; a departure that changed meanwhile is looked at again', () => {
  const after = (outcome: string) => follow('okaeri-offboarding', 'Enrol', outcome);
  expect(after('enrolled')).toBe('Send the welcome mail');
  expect(after('not any more')).toBe('Take stock of the departure');
  expect(state('okaeri-offboarding', 'Send the welcome mail').Next).toBe('Enrolled');
});

describe('the sweep', () => {
  const sweep = (...happenings: string[]) => walk('okaeri-sweep', happenings);
  const once = ['Act on what is due', 'Write to who is due', 'Is the day done?'];

  test('an idle day takes four transitions', () => {
    expect(sweep('done', 'done')).toEqual([...once, 'Swept']);
    expect(sweep('done', 'day off')).toHaveLength(4);
  });

  test.each([
    ['outreach has more', ['done', 'more']],
    ['the day has more, and outreach nothing', ['more', 'done']],
    ['the day has more on a day off', ['more', 'day off']],
    ['both have more', ['more', 'more']],
  ])('it goes on where %s', (_, first) => {
    expect(sweep(...first, 'done', 'done')).toEqual([...once, ...once, 'Swept']);
  });

  test('what the day said before counts no more once it is done', () => {
    expect(sweep('more', 'done', 'done', 'more', 'done', 'done')).toHaveLength(10);
  });

  const ends: Record<Exclude<Swept['outcome'], 'more'>, string> = {
    done: 'Swept',
    'day off': 'Swept',
    'stopped by the breaker': 'Stopped by the breaker',
    'no more today': 'Quota used up',
  };

  test.each(Object.entries(ends))('outreach that says "%s" ends it: %s', (outcome, end) => {
    expect(sweep('done', outcome)).toEqual([...once, end]);
  });
});

describe('the review of an edition', () => {
  const review = (...happenings: string[]) => walk('okaeri-edition', happenings);
  const late = 'States.Timeout';
  const refused = 'DynamoDb.ConditionalCheckFailedException';
  const asked = ['Ask for the review', 'Await the review'];
  const reminded = ['Remind of the review', 'Still not reviewed?'];
  const told = ['Tell the admin', 'Approved?'];

  const ends: Record<Exclude<EditionStatus, 'in review'>, string> = {
    approved: 'Approved',
    refused: 'Refused',
    withdrawn: 'Withdrawn',
    'not reviewed': 'Not reviewed',
  };

  test.each(Object.entries(ends))('an edition that is %s before the first reminder ends as: %s', (status, end) => {
    expect(review('asked', 'answered', status)).toEqual([...asked, ...told, end]);
  });

  test('approved after a reminder: three transitions more', () => {
    const states = review('asked', late, 'reminded', 'answered', 'approved');
    expect(states).toEqual([...asked, ...reminded, 'Await the review', ...told, 'Approved']);
  });

  test('nobody decides until the window is over', () => {
    const states = review('asked', late, 'reminded', late, 'window over', 'closed', 'not reviewed');
    const closed = ['Close without a review', ...told, 'Not reviewed'];
    expect(states).toEqual([...asked, ...reminded, 'Await the review', ...reminded, ...closed]);
  });

  test('an answer that comes just before the close wins', () => {
    expect(review('asked', late, 'window over', 'settled', 'approved').at(-1)).toBe('Approved');
  });

  test('an answer that comes just before the reminder is not reminded of', () => {
    expect(review('asked', late, 'settled', 'refused')).toEqual([...asked, ...reminded, ...told, 'Refused']);
  });

  test('settled before it is waited for', () => {
    expect(review('asked', refused, 'approved')).toEqual([...asked, ...told, 'Approved']);
    expect(review('asked', late, 'reminded', refused, 'withdrawn').at(-1)).toBe('Withdrawn');
  });

  test('an edition that does not exist is not told of', () => {
    expect(review('unknown', refused, 'unknown').at(-1)).toBe('Not reviewed');
  });
});

const decided: Record<ReviewOutcome | PlanReviewOutcome | 'unknown' | 'wrong code' | 'not understood', string> = {
  approved: 'Approved',
  refused: 'Refused',
  'already so': 'Decided so before',
  over: 'Decided otherwise before',
  leak: 'May not be approved',
  'not shareable': 'May not be approved',
  unknown: 'Not accepted',
  'wrong code': 'Not accepted',
  'not understood': 'Not accepted',
};

describe.each([
  ['okaeri-decide-edition', 'Decide on the edition'],
  ['okaeri-decide-gathering', 'Decide on the plan'],
])('%s', (machine, step) => {
  test.each(Object.entries(decided))(
    'a word from the console which is answered with "%s" ends as: %s',
    (outcome, end) => {
      expect(walk(machine, [outcome])).toEqual([step, 'Taken?', end]);
    },
  );
});
