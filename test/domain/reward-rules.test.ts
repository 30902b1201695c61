import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contributionKinds } from '../../functions/domain/contribution.ts';
import { unknownPerson } from '../../functions/domain/decision.ts';
import type { Policy } from '../../functions/domain/policy.ts';
import {
  decidingRule,
  promisedAmount,
  type RuleResult,
  rewardRules,
  screen,
} from '../../functions/domain/reward-rules.ts';
import { alumnus, fullBudget, given, hired, policyWith, qualified } from './contribution-samples.ts';
import { consented, personFile, policy, stintOf } from './samples.ts';

const date = '2027-06-30';
type Basis = NonNullable<Policy['rewards']['hiringBasisInJapan']>;
const basis = (said: Partial<Basis> = {}): Basis => ({
  basis: 'licence',
  reference: '13-ユ-000000',
  until: date,
  ...said,
});
const withBasis = (hiringBasisInJapan: Basis | undefined): Policy =>
  hiringBasisInJapan ? policyWith({ hiringBasisInJapan }) : policy;

/** What each rule says that does not pass. */
function against(
  changed: Partial<Parameters<typeof screen>[0]>,
  about: { used?: number; rules?: Policy; on?: string } = {},
) {
  const { used = 0, rules = policy, on = date } = about;
  const contribution = { ...qualified('feedback'), ...changed };
  const result = screen(
    contribution,
    { person: alumnus, budget: { ...fullBudget, used }, date: on },
    { ...given, policy: rules },
  );
  // Where nothing could be promised, nobody was asked for their wish.
  const isPromised = result.every(({ rule, says }) => says !== 'blocks' || rule === 'wish' || rule === 'good-standing');
  expect(result.map(({ rule }) => rule)).toEqual(rewardRules.filter((rule) => rule !== 'wish' || isPromised));
  return result.filter(({ says }) => says !== 'passes').map(({ rule, says }) => `${rule} ${says}`);
}

describe('screening asks each rule, and names', () => {
  it('nothing where nothing stands against it', () => {
    for (const kind of ['lead', 'feedback'] as const) expect(against({ kind })).toEqual([]);
    expect(against({ kind: 'referral', country: 'SG', hire: { on: date, country: 'SG', holdsUntil: date } })).toEqual(
      [],
    );
  });

  it('all that stands against it, at once', () => {
    const rules = policyWith({
      table: { ...policy.rewards.table, referral: { amount: 0, taxCategory: 'none', notIn: ['JP'] } },
    });
    const hire = { on: date, country: 'JP', holdsUntil: date };
    const all = { kind: 'referral', country: 'JP', wantsReward: false, isSelfReferral: true, hire } as const;
    expect(against(all, { rules, used: 1_500_001 })).toEqual([
      'country blocks',
      'hiring-reward-in-japan blocks',
      'amount blocks',
      'self-referral flags',
    ]);
  });

  it('who is no alumnus, or none any more', () => {
    const erased = { ...alumnus, stints: [] };
    for (const person of [erased, unknownPerson('p').person, consented().person, personFile().person]) {
      const [first] = screen(qualified('lead'), { person, budget: fullBudget, date }, given);
      expect(first).toEqual({ rule: 'good-standing', says: 'blocks' });
    }
  });

  it('nothing while an alumnus confirms a new address', () => {
    const { stints } = consented().person;
    const moving = { ...alumnus, stints: stints.map((stint) => ({ ...stint, enrolledAt: '2027-01-01T03:00:00Z' })) };
    expect(stintOf({ person: moving, questions: [] }).status).toBe('consented');
    const [first] = screen(qualified('lead'), { person: moving, budget: fullBudget, date }, given);
    expect(first?.says).toBe('passes');
  });

  it.each([
    [{ wantsReward: false }, ['wish blocks']],
    [{ isSelfReferral: true }, ['self-referral flags']],
    [{ isSelfReferral: false }, []],
  ])('%j', (changed, said) => {
    expect(against(changed)).toEqual(said);
  });

  it('a country without a reward of this kind: the alumnus’s, or the hire’s', () => {
    const { table } = policy.rewards;
    const rules = policyWith({ table: { ...table, referral: { ...table.referral, notIn: ['US', 'DE'] } } });
    const hire = (country: string) => ({ on: date, country, holdsUntil: date });
    expect(against({ kind: 'referral', country: 'US', hire: hire('SG') }, { rules })).toEqual(['country blocks']);
    expect(against({ kind: 'referral', country: 'SG', hire: hire('DE') }, { rules })).toEqual(['country blocks']);
    expect(against({ kind: 'referral', country: 'SG', hire: hire('SG') }, { rules })).toEqual([]);
    expect(against({ kind: 'lead', country: 'US' }, { rules })).toEqual([]);
  });

  it('a budget that does not cover it: to the last yen', () => {
    expect(against({ kind: 'lead' }, { used: 1_300_000 })).toEqual([]);
    expect(against({ kind: 'lead' }, { used: 1_300_001 })).toEqual(['budget waits']);
  });
});

describe('a reward for introducing a hire in Japan', () => {
  it('is blocked without a listed basis that is in force, wherever Japan comes in, and nowhere else', () => {
    const countries = ['JP', 'SG', 'US', 'GB', 'DE'];
    const bases = [undefined, basis(), basis({ basis: 'commissioned recruiting' }), basis({ basis: 'wages' })];
    const cases = bases.flatMap((one) =>
      ['2027-06-29', date, '2027-07-01'].flatMap((until) =>
        countries.flatMap((country) =>
          [undefined, ...countries].flatMap((hiredIn) =>
            contributionKinds.map((kind) => ({ one: one && { ...one, until }, country, hiredIn, kind })),
          ),
        ),
      ),
    );
    for (const { one, country, hiredIn, kind } of cases) {
      const hire = hiredIn ? { hire: { on: date, country: hiredIn, holdsUntil: date } } : {};
      const isLawful =
        (one?.basis === 'licence' || one?.basis === 'commissioned recruiting') && one.until !== '2027-06-29';
      const isBlocked = kind === 'referral' && (country === 'JP' || hiredIn === 'JP') && !isLawful;
      expect(
        against({ kind, country, ...hire }, { rules: withBasis(one) }),
        JSON.stringify({ one, country, hiredIn }),
      ).toEqual(isBlocked ? ['hiring-reward-in-japan blocks'] : []);
    }
    expect(cases).toHaveLength(4 * 3 * 5 * 6 * 3);
  });

  it('is not promised either', () => {
    expect(promisedAmount('referral', 'JP', date, policy)).toBe(0);
    expect(promisedAmount('referral', 'SG', date, policy)).toBe(100_000);
    expect(promisedAmount('lead', 'JP', date, policy)).toBe(200_000);
    expect(promisedAmount('referral', 'JP', date, withBasis(basis()))).toBe(100_000);
    expect(promisedAmount('referral', 'JP', '2027-07-01', withBasis(basis()))).toBe(0);
    expect(promisedAmount('referral', 'JP', date, withBasis(basis({ basis: 'wages' })))).toBe(0);
    const { table } = policy.rewards;
    const none = policyWith({ table: { ...table, feedback: { ...table.feedback, notIn: ['GB'] } } });
    expect(promisedAmount('feedback', 'GB', date, none)).toBe(0);
    expect(promisedAmount('feedback', 'JP', date, none)).toBe(5_000);
  });

  it('waits for the hire before anybody screens it', () => {
    expect(hired().reward).toBeUndefined();
  });
});

it('the rule that decides is the first of the strictest', () => {
  const says = fc.constantFrom<RuleResult['says']>('passes', 'flags', 'waits', 'blocks');
  fc.assert(
    fc.property(fc.tuple(...rewardRules.map(() => says)), (said) => {
      const results = rewardRules.map((rule, index) => ({ rule, says: said[index] ?? 'passes' }));
      const strict = said.includes('blocks') ? 'blocks' : 'waits';
      const index = said.findIndex((each) => each === strict);
      expect(decidingRule(results)).toEqual(results[index]);
    }),
  );
});
