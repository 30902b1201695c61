import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { leavingReasons, protectedReasons } from '../../functions/domain/employment.ts';
import { languages } from '../../functions/domain/language.ts';
import { type Policy, parsePolicy } from '../../functions/domain/policy.ts';
import {
  allowedKinds,
  type ConditionResult,
  conditions,
  limitsOf,
  returnKinds,
} from '../../functions/domain/return-conditions.ts';
import {
  conditionName,
  contractNames,
  kindInWords,
  returnConditionsInWords,
  unmetInWords,
} from '../../functions/domain/return-conditions-wording.ts';
import { dateInWords, durationInWords } from '../../functions/domain/wording.ts';
import policyFile from '../../policy.json' with { type: 'json' };
import { policy } from './samples.ts';

const limitNames = ['leastTimeAway', 'longestTimeAway', 'leastTenure'] as const;
/** What a line about a limit says besides its length. */
const marks = {
  leastTimeAway: { ja: ['初日', '以上'], en: ['first day back', 'at least'] },
  longestTimeAway: { ja: ['ご相談の日', '以内'], en: ['you ask', 'at most'] },
  leastTenure: { ja: ['在籍期間', '以上'], en: ['time here', 'at least'] },
} as const;

const lengths = fc
  .tuple(fc.constantFrom('D', 'M', 'Y'), fc.integer({ min: 1, max: 30 }))
  .map(([unit, count]) => `P${count}${unit}`);
const limits = { leastTimeAway: lengths, longestTimeAway: lengths, leastTenure: lengths };
const own = fc.option(fc.record(limits, { requiredKeys: [] }), { nil: undefined });
const anyPolicy = fc
  .record({
    ...limits,
    excludedReasons: fc.subarray(leavingReasons.filter((reason) => !protectedReasons.has(reason))),
    mostReturns: fc.integer({ min: 1, max: 9 }),
    contracts: fc
      .record({ permanent: own, 'fixed-term': own, 'part-time': own, freelance: own })
      .filter((contracts) => Object.values(contracts).some((each) => each !== undefined)),
  })
  .map((returnConditions) => parsePolicy(JSON.parse(JSON.stringify({ ...policyFile, returnConditions }))));

function withRules(rules: Partial<Policy['returnConditions']>): Policy {
  return { ...policy, returnConditions: { ...policy.returnConditions, ...rules } };
}

describe('the return conditions', () => {
  it('of the sample policy, in Japanese', () => {
    expect(returnConditionsInWords(policy, 'ja')).toEqual([
      '退職日から復帰の初日までが6か月以上であること。',
      '退職日からご相談の日までが10年以内であること。',
      '直近の在籍期間が1年以上であること。',
      '業務委託の場合は、退職日から復帰の初日までが1か月以上、直近の在籍期間が6か月以上であること。',
      '退職の理由が解雇、懲戒のいずれでもないこと。妊娠・出産・育児・介護による退職が、復帰の妨げになることはありません。',
      '復帰は、お一人につき2回までです。',
      '復帰後の契約は、正社員、契約社員、パートタイム、業務委託のいずれかであること。',
    ]);
  });

  it('of the sample policy, in English', () => {
    expect(returnConditionsInWords(policy, 'en')).toEqual([
      'Your first day back is at least 6 months after your last day here.',
      'You ask at most 10 years after your last day here.',
      'Your latest time here lasted at least 1 year.',
      'On a freelance contract, your first day back is at least 1 month after your last day here and your latest time here lasted at least 6 months.',
      'You didn’t leave because of dismissal or misconduct. Leaving for pregnancy, childbirth, child care or family care never counts against you.',
      'You can come back up to 2 times.',
      'Kinds of contract you can return on: permanent, fixed-term, part-time, freelance.',
    ]);
  });

  it('say no general limit that holds for no kind, and no reason where none is excluded', () => {
    const narrow = withRules({
      contracts: { freelance: { leastTimeAway: 'P1M' } },
      excludedReasons: [],
      mostReturns: 1,
    });
    expect(returnConditionsInWords(narrow, 'en')).toEqual([
      'You ask at most 10 years after your last day here.',
      'Your latest time here lasted at least 1 year.',
      'On a freelance contract, your first day back is at least 1 month after your last day here.',
      'You can come back once.',
      'Kinds of contract you can return on: freelance.',
    ]);
    expect(returnConditionsInWords(narrow, 'ja').at(-1)).toBe('復帰後の契約は、業務委託であること。');
  });

  it('of whatever policy, say each limit that is checked, for the kinds for which it is', () => {
    fc.assert(
      fc.property(anyPolicy, fc.constantFrom(...languages), (rules, language) => {
        const lines = returnConditionsInWords(rules, language);
        const kinds = allowedKinds(rules);
        for (const kind of kinds) {
          const ownStart =
            language === 'ja' ? `${kindInWords(kind, 'ja')}の場合は` : `On a ${kindInWords(kind, 'en')} `;
          const ownLine = lines.find((line) => line.startsWith(ownStart)) ?? '';
          for (const limit of limitNames) {
            const length = durationInWords(limitsOf(kind, rules)[limit], language);
            const [what, side] = marks[limit][language];
            const says = (text: string) =>
              text.split(language === 'ja' ? '、' : / and (?=your|you)|, (?=your|you)/).some((part) => {
                const exact = language === 'ja' ? `が${length}${side}` : `${side} ${length}`;
                return part.includes(exact) && part.toLowerCase().includes(what);
              });
            // What a kind's own line does not say of a limit, the general line does.
            const isOwn = limitsOf(kind, rules)[limit] !== rules.returnConditions[limit];
            const general = lines.filter((line) => !kinds.some((each) => startsFor(line, each)));
            expect(isOwn ? says(ownLine) : general.some(says)).toBe(true);
            expect(!isOwn && ownLine.toLowerCase().includes(what)).toBe(false);
          }
        }
        const all = lines.join('\n');
        for (const kind of returnKinds) {
          const last = lines.at(-1)?.replace('Kinds of contract you can return on: ', '') ?? '';
          expect(last.includes(kindInWords(kind, language))).toBe(kinds.includes(kind));
        }
        const { mostReturns, excludedReasons } = rules.returnConditions;
        const count =
          language === 'ja' ? `${mostReturns}回まで` : mostReturns === 1 ? 'once' : `up to ${mostReturns} times`;
        expect(all).toContain(count);
        const about = lines.find((line) => /^退職の理由|^You didn’t leave/.test(line));
        expect(about !== undefined).toBe(excludedReasons.length > 0);
        const said =
          about?.split(language === 'ja' ? /が|のいずれでもないこと|ではないこと/ : /because of |\. /)[1] ?? '';
        expect(said.split(/、|, | or /).filter(Boolean)).toHaveLength(excludedReasons.length);
        expect(all).not.toMatch(/undefined|null|NaN|!|！/);
      }),
    );
  });

  it('never name a protected reason as excluded', () => {
    const rules = withRules({
      excludedReasons: [...protectedReasons].flatMap((each) => leavingReasons.filter((reason) => reason === each)),
    });
    expect(returnConditionsInWords(rules, 'en').join(' ')).not.toContain('because of');
  });
});

function startsFor(line: string, kind: (typeof returnKinds)[number]): boolean {
  return line.startsWith(`${kindInWords(kind, 'ja')}の場合は`) || line.startsWith(`On a ${kindInWords(kind, 'en')} `);
}

describe('what an alumnus reads of conditions that do not hold', () => {
  const results = (...missing: ConditionResult[]): ConditionResult[] =>
    conditions.map((condition) => missing.find((each) => each.condition === condition) ?? { condition, holds: true });
  const about = (...missing: ConditionResult[]) => ({
    conditions: results(...missing),
    kind: 'permanent' as const,
    otherKinds: [],
  });

  it('is nothing where all hold', () => {
    expect(unmetInWords(about(), policy, 'ja')).toEqual([]);
  });

  it('is the date from which, and other kinds', () => {
    const early = about({ condition: 'least time away', holds: false, holdsFrom: '2027-06-30' });
    expect(unmetInWords({ ...early, otherKinds: ['part-time', 'freelance'] }, policy, 'ja')).toEqual([
      '退職日から復帰の初日までが6か月以上であることを条件としています。復帰の初日が2027年6月30日(水)以降でしたら、この条件に合います。',
      'パートタイム、業務委託でしたら、すべての条件に合います。よろしければ、あらためてご相談ください。',
    ]);
    expect(unmetInWords({ ...early, otherKinds: ['freelance'] }, policy, 'en')).toEqual([
      'One condition is that your first day back is at least 6 months after your last day here. With a first day from 30 June 2027 on, it is met.',
      'On a freelance contract all conditions are met. If that would suit you, please ask again.',
    ]);
  });

  it('is the limit of the kind that they asked for', () => {
    const freelance = { ...about({ condition: 'tenure', holds: false }), kind: 'freelance' as const };
    expect(unmetInWords(freelance, policy, 'en')).toEqual([
      'One condition is that your latest time here lasted at least 6 months.',
    ]);
  });

  it('never says why they left', () => {
    for (const language of languages) {
      const [line = ''] = unmetInWords(about({ condition: 'reason', holds: false }), policy, language);
      expect(line).toContain(policy.company.contact);
      expect(line).not.toMatch(/退職|理由|解雇|懲戒|reason|leav|left|dismissal|misconduct/i);
    }
  });

  it('is a line of its own for each, whatever does not hold', () => {
    fc.assert(
      fc.property(anyPolicy, fc.subarray([...conditions]), fc.constantFrom(...returnKinds), (rules, names, kind) => {
        const missing = names.map((condition) => ({
          condition,
          holds: false,
          ...(condition === 'least time away' && { holdsFrom: '2028-02-29' }),
        }));
        for (const language of languages) {
          const lines = unmetInWords({ ...about(...missing), kind }, rules, language);
          expect(lines).toHaveLength(names.length);
          expect(new Set(lines).size).toBe(names.length);
          expect(lines.every((line) => /[。.]$/.test(line) && !/undefined|NaN|!|！/.test(line))).toBe(true);
          const isEarly = names.includes('least time away');
          expect(lines.some((line) => line.includes(dateInWords('2028-02-29', language)))).toBe(isEarly);
        }
      }),
    );
  });
});

it('conditions and kinds have names that differ', () => {
  for (const language of languages) {
    expect(new Set(conditions.map((condition) => conditionName(condition, language))).size).toBe(conditions.length);
    expect(new Set(Object.values(contractNames).map((name) => name[language])).size).toBe(6);
  }
});
