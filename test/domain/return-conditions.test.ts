import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { unknownPerson } from '../../functions/domain/decision.ts';
import { leavingReasons, protectedReasons, reasons } from '../../functions/domain/employment.ts';
import type { LiveStint, Stint } from '../../functions/domain/person.ts';
import type { Policy } from '../../functions/domain/policy.ts';
import {
  allowedKinds,
  checkConditions,
  conditions,
  limitsOf,
  otherKinds,
  type ReturnKind,
  returnKinds,
  returnsOf,
  unmet,
} from '../../functions/domain/return-conditions.ts';
import { dateAfter } from '../../functions/domain/time.ts';
import { policy } from './samples.ts';

type Rules = Partial<Policy['returnConditions']>;

function withRules(rules: Rules): Policy {
  return { ...policy, returnConditions: { ...policy.returnConditions, ...rules } };
}

function stintOf({
  reason = 'career',
  ...dates
}: Partial<Pick<LiveStint, 'hireDate' | 'lastDay'>> & { reason?: LiveStint['facts']['reason'] } = {}): LiveStint {
  return {
    status: 'enrolled',
    number: 1,
    generation: 1,
    revision: 1,
    hireDate: '2019-04-01',
    lastDay: '2026-12-31',
    report: { order: 1, digest: 'd', at: '2026-11-01T00:00:00Z' },
    facts: { contract: 'permanent', reason, country: 'JP' },
    enrolledAt: '2027-01-01T00:00:00Z',
    ...dates,
  };
}

type Case = {
  stint?: LiveStint;
  returns?: number;
  kind?: ReturnKind;
  asked?: string;
  from?: string;
  rules?: Rules;
};

function checked({ stint = stintOf(), returns = 0, kind = 'permanent', asked = '2028-04-01', from, rules = {} }: Case) {
  return checkConditions({ stint, returns }, kind, { asked, from: from ?? asked }, withRules(rules));
}

/** The names of those that do not hold. */
function against(about: Case): string[] {
  return unmet(checked(about)).map(({ condition }) => condition);
}

test('every condition is checked, in order, whatever the others say', () => {
  expect(checked({}).map(({ condition }) => condition)).toEqual(conditions);
  expect(against({})).toEqual([]);
  const worst = {
    stint: stintOf({ hireDate: '2026-07-01', lastDay: '2026-12-31', reason: 'misconduct' }),
    returns: 9,
    asked: '2027-06-01',
    rules: { longestTimeAway: 'P1M', contracts: { freelance: {} } },
  };
  expect(against(worst)).toEqual([...conditions]);
});

describe('least time away', () => {
  test.each([
    ['2026-12-31', 'P6M', '2027-06-29', false, '2027-06-30'],
    ['2026-12-31', 'P6M', '2027-06-30', true, undefined],
    ['2026-08-31', 'P6M', '2027-02-27', false, '2027-02-28'],
    ['2026-08-31', 'P6M', '2027-02-28', true, undefined],
    ['2027-08-31', 'P6M', '2028-02-28', false, '2028-02-29'],
    ['2027-08-31', 'P6M', '2028-02-29', true, undefined],
    ['2028-02-29', 'P1Y', '2029-02-27', false, '2029-02-28'],
    ['2028-02-29', 'P1Y', '2029-02-28', true, undefined],
    ['2028-02-29', 'P4Y', '2032-02-28', false, '2032-02-29'],
    ['2028-02-28', 'P1D', '2028-02-28', false, '2028-02-29'],
  ])('left on %s, %s: from %s: %s', (lastDay, leastTimeAway, from, holds, holdsFrom) => {
    const about = { stint: stintOf({ lastDay }), asked: lastDay, from, rules: { leastTimeAway } };
    expect(checked(about)).toContainEqual({
      condition: 'least time away',
      holds,
      ...(holdsFrom && { holdsFrom }),
    });
  });

  test('counts to the first day, not to the day of asking', () => {
    expect(against({ asked: '2027-01-05', from: '2027-07-01' })).toEqual([]);
    expect(against({ asked: '2027-01-05', from: '2027-04-01' })).toEqual(['least time away']);
  });
});

describe('longest time away', () => {
  test.each([
    ['2026-12-31', 'P10Y', '2036-12-31', true],
    ['2026-12-31', 'P10Y', '2037-01-01', false],
    ['2028-02-29', 'P1Y', '2029-02-28', true],
    ['2028-02-29', 'P1Y', '2029-03-01', false],
    ['2028-02-29', 'P4Y', '2032-02-29', true],
    ['2028-02-29', 'P4Y', '2032-03-01', false],
  ])('left on %s, %s: asked on %s: %s', (lastDay, longestTimeAway, asked, holds) => {
    const about = { stint: stintOf({ lastDay }), asked, rules: { longestTimeAway, leastTimeAway: 'P1D' } };
    expect(against(about)).toEqual(holds ? [] : ['longest time away']);
  });

  test('counts to the day of asking: whoever asks in time may begin later', () => {
    expect(against({ asked: '2036-12-31', from: '2037-04-01' })).toEqual([]);
  });
});

describe('least tenure', () => {
  test.each([
    ['2025-04-01', '2026-03-31', 'P1Y', true],
    ['2025-04-01', '2026-03-30', 'P1Y', false],
    ['2024-02-29', '2025-02-28', 'P1Y', true],
    ['2024-02-29', '2025-02-27', 'P1Y', false],
    ['2023-03-01', '2024-02-29', 'P1Y', true],
    ['2023-03-01', '2024-02-28', 'P1Y', false],
    ['2025-08-31', '2026-02-28', 'P6M', true],
    ['2025-08-31', '2026-02-27', 'P6M', false],
  ])('%s to %s, %s: %s', (hireDate, lastDay, leastTenure, holds) => {
    expect(against({ stint: stintOf({ hireDate, lastDay }), rules: { leastTenure } })).toEqual(holds ? [] : ['tenure']);
  });
});

describe('reasons', () => {
  test.each(policy.returnConditions.excludedReasons)('%s is excluded', (reason) => {
    expect(against({ stint: stintOf({ reason }) })).toEqual(['reason']);
  });

  test.each([...protectedReasons])('%s never is, even where a policy could say so', (reason) => {
    expect(against({ stint: stintOf({ reason }), rules: { excludedReasons: [...leavingReasons] } })).toEqual([]);
  });

  test('one that the policy does not name is not, nor is an unknown one', () => {
    for (const reason of ['career', 'health', 'unknown'] as const) {
      expect(against({ stint: stintOf({ reason }) })).toEqual([]);
    }
  });
});

test('number of returns: up to the last one that the policy allows', () => {
  expect([0, 1, 2, 3].map((returns) => against({ returns }))).toEqual([[], [], ['returns'], ['returns']]);
  expect(against({ returns: 1, rules: { mostReturns: 1 } })).toEqual(['returns']);
});

test('earlier returns are counted by the stints after which somebody came back', () => {
  const rehired: Stint = {
    ...stintOf(),
    status: 'rehired',
    enrolledAt: '2027-01-01T00:00:00Z',
    rehiredOn: '2028-04-01',
    rehire: 1,
  };
  const stints: Stint[] = [rehired, { ...rehired, number: 2 }, { ...stintOf(), number: 3 }];
  const { person } = unknownPerson('p');
  expect(returnsOf({ ...person, stints })).toBe(2);
  expect(returnsOf({ ...person, stints: stints.slice(2) })).toBe(0);
});

describe('kinds of contract', () => {
  test('those that the policy names, in order', () => {
    expect(allowedKinds(policy)).toEqual(returnKinds);
    const some = withRules({ contracts: { freelance: {}, permanent: {} } });
    expect(allowedKinds(some)).toEqual(['permanent', 'freelance']);
    expect(against({ kind: 'part-time', rules: some.returnConditions })).toEqual(['contract']);
  });

  test('their own limits replace the general ones, laxer or stricter; the others stay', () => {
    const general = { leastTimeAway: 'P6M', longestTimeAway: 'P10Y', leastTenure: 'P1Y' };
    expect(limitsOf('permanent', policy)).toEqual(general);
    expect(limitsOf('freelance', policy)).toEqual({ ...general, leastTimeAway: 'P1M', leastTenure: 'P6M' });
    const soon = { asked: '2027-02-01', stint: stintOf({ hireDate: '2026-06-01' }) };
    expect(against(soon)).toEqual(['tenure', 'least time away']);
    expect(against({ ...soon, kind: 'freelance' })).toEqual([]);
    const strict = { contracts: { permanent: { leastTimeAway: 'P5Y', longestTimeAway: 'P6Y', leastTenure: 'P9Y' } } };
    expect(against({ rules: strict })).toEqual(['tenure', 'least time away']);
    expect(against({ asked: '2033-01-01', rules: strict })).toEqual(['tenure', 'longest time away']);
  });

  test('others are named for which all would hold', () => {
    const returner = { stint: stintOf(), returns: 0 };
    const soon = { asked: '2027-02-01', from: '2027-02-01' };
    expect(otherKinds(returner, 'permanent', soon, policy)).toEqual(['freelance']);
    expect(otherKinds(returner, 'freelance', soon, policy)).toEqual([]);
    expect(otherKinds({ ...returner, returns: 2 }, 'permanent', soon, policy)).toEqual([]);
    const later = { asked: '2028-04-01', from: '2028-04-01' };
    expect(otherKinds(returner, 'part-time', later, policy)).toEqual(['permanent', 'fixed-term', 'freelance']);
    const some = withRules({ contracts: { permanent: {}, freelance: {} } });
    expect(otherKinds(returner, 'part-time', later, some)).toEqual(['permanent', 'freelance']);
  });
});

const day = fc.date({ min: new Date('2015-01-01'), max: new Date('2040-12-31'), noInvalidDate: true });
const dates = day.map((date) => date.toISOString().slice(0, 10));
const lengths = fc.constantFrom('P1D', 'P29D', 'P1M', 'P6M', 'P1Y', 'P1Y6M', 'P4Y', 'P10Y');
const own = fc.option(
  fc.record({ leastTimeAway: lengths, longestTimeAway: lengths, leastTenure: lengths }, { requiredKeys: [] }),
  { nil: undefined },
);
const anyRules = fc.record({
  leastTimeAway: lengths,
  longestTimeAway: lengths,
  leastTenure: lengths,
  mostReturns: fc.integer({ min: 1, max: 4 }),
  contracts: fc.record({ permanent: own, 'fixed-term': own, 'part-time': own, freelance: own }),
});
const anyCase = fc.record({
  stint: fc
    .tuple(dates, dates, fc.constantFrom(...reasons))
    .map(([a, b, reason]) => stintOf({ hireDate: a < b ? a : b, lastDay: a < b ? b : a, reason })),
  returns: fc.integer({ min: 0, max: 4 }),
  kind: fc.constantFrom(...returnKinds),
  asked: dates,
  from: dates,
  rules: anyRules,
});

describe('whatever is asked', () => {
  test('waiting until the date that is named makes the time away hold, and a day less does not', () => {
    fc.assert(
      fc.property(anyCase, (about) => {
        const away = checked(about).find(({ condition }) => condition === 'least time away');
        if (away?.holds !== false) return;
        const from = away.holdsFrom ?? '';
        expect(from > about.from).toBe(true);
        expect(against({ ...about, from })).not.toContain('least time away');
        expect(against({ ...about, from: dateAfter(from, '-P1D') })).toContain('least time away');
      }),
    );
  });

  test('a kind without rules of its own is checked by the general ones, and one with all of its own by these', () => {
    fc.assert(
      fc.property(anyCase, (about) => {
        const { leastTimeAway, longestTimeAway, leastTenure, contracts } = about.rules;
        const general = { leastTimeAway, longestTimeAway, leastTenure };
        const limits = { ...general, ...contracts[about.kind] };
        expect(limitsOf(about.kind, withRules(about.rules))).toEqual(limits);
        const alone = { ...about, rules: { ...about.rules, ...limits, contracts: { [about.kind]: {} } } };
        expect(against(alone)).toEqual(against(about).filter((condition) => condition !== 'contract'));
      }),
    );
  });

  test('the other kinds are those, and only those, that would be met if asked for', () => {
    fc.assert(
      fc.property(anyCase, (about) => {
        const { stint, returns, kind, asked, from, rules } = about;
        const named = otherKinds({ stint, returns }, kind, { asked, from }, withRules(rules));
        expect(named).toEqual(
          returnKinds.filter((other) => other !== kind && against({ ...about, kind: other }).length === 0),
        );
      }),
    );
  });

  test('a protected reason never counts against anybody', () => {
    fc.assert(
      fc.property(anyCase, fc.constantFrom(...protectedReasons), (about, reason) => {
        const rules = { ...about.rules, excludedReasons: [...leavingReasons] };
        const stint = { ...about.stint, facts: { ...about.stint.facts, reason } };
        expect(against({ ...about, stint, rules })).not.toContain('reason');
      }),
    );
  });
});
