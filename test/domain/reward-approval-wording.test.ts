import { describe, expect, it } from 'vitest';
import type { Contribution } from '../../functions/domain/contribution.ts';
import {
  approverName,
  contributionName,
  kindNames,
  ruleInWords,
  topicName,
} from '../../functions/domain/contribution-wording.ts';
import { languages } from '../../functions/domain/language.ts';
import { accepted, type DecisionOutcome, decisionInWords } from '../../functions/domain/reward-approval-wording.ts';
import { rewardRules } from '../../functions/domain/reward-rules.ts';
import {
  approved,
  asking,
  done,
  expired,
  instructed,
  paid,
  rejected,
  says,
  submitted,
} from './contribution-samples.ts';
import { policy } from './samples.ts';

/** Every outcome: a new one is missed by the type. */
const outcomes: Record<DecisionOutcome, Contribution | undefined> = {
  approved: approved(),
  'one of two': done(asking('lead'), (now) => says(now)),
  rejected: rejected(),
  spent: asking(),
  'said before': done(asking('lead'), (now) => says(now)),
  decided: paid('lead'),
  expired: expired(),
  declined: asking(),
  'own reward': asking(),
  'over budget': asking(),
  blocked: asking(),
  'not understood': asking(),
  incomplete: asking(),
  'no reward': submitted('lead'),
  'wrong code': asking(),
  unknown: undefined,
};
const all = Object.entries(outcomes) as [DecisionOutcome, Contribution | undefined][];

describe('what an approver is told', () => {
  it.each(all)('of %s is a sentence in each language, of its own', (outcome, contribution) => {
    const [ja, en] = (['ja', 'en'] as const).map((language) =>
      decisionInWords(outcome, contribution, policy, language),
    );
    expect(ja).toMatch(/[ぁ-ん].*。$/);
    expect(en).toMatch(/^[A-Z][a-z].*\.$/);
    expect(`${ja}${en}`).not.toMatch(/undefined|null|NaN|!|！/);
    const others = all
      .filter(([other]) => other !== outcome)
      .map(([other, about]) => decisionInWords(other, about, policy, 'en'));
    expect(others).not.toContain(en);
  });

  it('of an approval names the amount', () => {
    expect(decisionInWords('approved', approved('lead'), policy, 'en')).toBe(
      'Approved. The payout of JPY 200,000 is arranged now.',
    );
    expect(decisionInWords('approved', approved('lead'), policy, 'ja')).toBe(
      '承認しました。200,000円の支払いを手配します。',
    );
  });

  it('of what is decided names who did it, and when, by the company’s calendar', () => {
    const late = { now: '2027-02-01T23:30:00Z', policy };
    const both = done(
      done(asking('lead'), (now) => says(now)),
      (now) => says(now, 'reject', { approver: 'kato', at: late }),
    );
    expect(decisionInWords('decided', both, policy, 'en')).toBe(
      'This reward has been decided on already. 斎藤 美咲 approved it on 1 February 2027. 加藤 直樹 rejected it on 2 February 2027.',
    );
    expect(decisionInWords('decided', both, policy, 'ja')).toBe(
      'この謝礼はすでに判断されています。2027年2月1日(月)に斎藤 美咲さんが承認しました。2027年2月2日(火)に加藤 直樹さんが否認しました。',
    );
    expect(decisionInWords('decided', instructed(), policy, 'en')).toContain('斎藤 美咲 approved it');
    for (const outcome of ['decided', 'approved'] as const) {
      expect(decisionInWords(outcome, undefined, policy, 'en')).toBe('This reward has been decided on already.');
    }
  });

  it('is that their word counts for three outcomes', () => {
    expect([...accepted].sort()).toEqual(['approved', 'one of two', 'rejected']);
  });
});

describe('names', () => {
  it('of kinds, topics, approvers and contributions', () => {
    expect(Object.values(kindNames).flatMap((name) => languages.map((language) => name[language]))).toHaveLength(6);
    expect(topicName('product', policy, 'en')).toBe('Our products and services');
    expect(topicName('gone', policy, 'ja')).toBe('gone');
    expect(approverName('kato', policy)).toBe('加藤 直樹');
    expect(approverName('gone', policy)).toBe('gone');
    expect([contributionName(7, 'ja'), contributionName(7, 'en')]).toEqual(['ご協力 第7号', 'contribution no. 7']);
  });

  it('of each rule, with what it says, differ from one another', () => {
    for (const language of languages) {
      const said = rewardRules.map((rule) => ruleInWords({ rule, says: 'blocks' }, language));
      expect(new Set(said.map(({ term }) => term)).size).toBe(rewardRules.length);
      expect(new Set(said.map(({ text }) => text)).size).toBe(rewardRules.length);
      const passes = new Set(rewardRules.map((rule) => ruleInWords({ rule, says: 'passes' }, language).text));
      expect(passes.size).toBe(1);
    }
  });
});
