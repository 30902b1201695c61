import { describe, expect, test } from 'vitest';
import { closedBreaker, countedFrom, judge, release, total, weekOfOpening } from '../../functions/domain/breaker.ts';
import demoRules from '../../policy.demo.json' with { type: 'json' };
import rules from '../../policy.json' with { type: 'json' };
import { today } from './samples.ts';

/** The policy: above 2 % bounces or 0.05 % complaints, of 100 mails at least; and five bounces or two complaints at least. */
const of = (sent: number, bounced: number, complained = 0) => ({ sent, bounced, complained });
const becauseOf = (...counts: Parameters<typeof of>) => judge(closedBreaker, of(...counts), today).open?.because;

describe('the breaker', () => {
  test.each([
    ['exactly 2 % bounced', 1000, 20, 0, undefined],
    ['more than 2 % bounced', 1000, 21, 0, 'bounces'],
    ['exactly 0.05 % complained', 4000, 0, 2, undefined],
    ['more than 0.05 % complained', 3999, 0, 2, 'complaints'],
    ['four bounced, which is 4 %', 100, 4, 0, undefined],
    ['five bounced, which is 5 %', 100, 5, 0, 'bounces'],
    ['one complained, which is 1 %', 100, 0, 1, undefined],
    ['two complained, which is 2 %', 100, 0, 2, 'complaints'],
    ['four bounced and two complained', 100, 4, 2, 'complaints'],
    ['both are above', 1000, 500, 500, 'bounces'],
    ['nothing came back', 1000, 0, 0, undefined],
    ['there are a few mails only, whatever came back', 99, 99, 99, undefined],
    ['there are just enough mails', 100, 100, 0, 'bounces'],
    ['nothing was sent', 0, 0, 0, undefined],
  ])('where %s: %i sent, %i bounced, %i complained', (_, sent, bounced, complained, because) => {
    expect(becauseOf(sent, bounced, complained)).toBe(because);
  });

  test('remembers when it opened and on which counts', () => {
    const counts = of(1000, 30);
    expect(judge(closedBreaker, counts, today)).toEqual({
      round: 1,
      open: { at: today.now, because: 'bounces', counts },
    });
  });

  test('that is open stays as it is, whatever the counts', () => {
    const open = judge(closedBreaker, of(1000, 30), today);
    for (const counts of [of(1000, 0), of(1000, 900), of(0, 0)]) {
      expect(judge(open, counts, { ...today, now: '2026-12-24T03:00:00Z' })).toBe(open);
    }
  });

  test('is released by the word about this opening alone', () => {
    const open = judge(closedBreaker, of(1000, 30), today);
    expect(release(open, 1)).toEqual({ round: 2 });
    for (const round of [0, 2]) expect(release(open, round)).toBe(open);
  });

  test('that is closed is not released: a link used twice releases nothing later', () => {
    const released = release(judge(closedBreaker, of(1000, 30), today), 1);
    expect(release(released, 1)).toBe(released);
    expect(release(released, 2)).toBe(released);
    const again = judge(released, of(600, 30), today);
    expect(again).toMatchObject({ round: 2, open: { because: 'bounces' } });
    expect(release(again, 1)).toBe(again);
    expect(release(again, 2)).toEqual({ round: 3 });
  });

  test('counts anew after a release, since each round has counts of its own', () => {
    const released = release(judge(closedBreaker, of(1000, 30), today), 1);
    expect(judge(released, of(99, 99), today)).toBe(released);
  });
});

test.each([
  ['policy.json', rules],
  ['policy.demo.json', demoRules],
])('%s counts ninety days, and says nothing of fewer than a hundred mails', (_, { breaker }) => {
  expect(breaker).toMatchObject({ leastMails: 100, within: 'P90D' });
});

test('days are summed, and none is nothing', () => {
  expect(total([of(10, 1, 2), of(5, 3), of(0, 0, 1)])).toEqual(of(15, 4, 3));
  expect(total([])).toEqual(of(0, 0));
});

test('ninety days count, by the calendar of Tokyo', () => {
  expect(countedFrom({ ...today, now: '2026-11-22T14:59:59Z' })).toBe('2026-08-24');
  expect(countedFrom({ ...today, now: '2026-11-22T15:00:00Z' })).toBe('2026-08-25');
});

test('somebody is told again in each week that it is open', () => {
  const at = '2026-11-22T03:00:00Z';
  expect(weekOfOpening(at, at)).toBe(0);
  expect(weekOfOpening(at, '2026-11-29T02:59:59Z')).toBe(0);
  expect(weekOfOpening(at, '2026-11-29T03:00:00Z')).toBe(1);
});
