import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { protectedReasons, stayingReasons } from '../../functions/domain/employment.ts';
import { parsePolicy } from '../../functions/domain/policy.ts';
import { policySchema } from '../../infra/policy-schema.ts';
import demoFile from '../../policy.demo.json' with { type: 'json' };
import policyFile from '../../policy.json' with { type: 'json' };

/** The policy with the value at a dotted path replaced; undefined removes it. */
function withValue(path: string, value: unknown): unknown {
  const copy = structuredClone(policyFile) as Record<string, unknown>;
  const names = path.split('.');
  const last = names.pop() ?? '';
  const parent = names.reduce((at, name) => at[name] as Record<string, unknown>, copy);
  parent[last] = value;
  return JSON.parse(JSON.stringify(copy));
}

test('both policies of the repository are valid, with the same rules but for their waits', () => {
  const shape = (value: unknown): unknown =>
    value && typeof value === 'object' && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, shape(inner)]))
      : typeof value;
  expect(shape(parsePolicy(demoFile))).toEqual(shape(parsePolicy(policyFile)));
  expect(demoFile.eligibility).toEqual(policyFile.eligibility);
});

const { topics } = policyFile.contributions;
const [topic] = topics;
const [saito, kato] = policyFile.rewards.approval.approvers;
const [hayashi] = policyFile.rehire.override.approvers;
const basis = { basis: 'licence', reference: '13-ユ-000000', until: '2027-12-31' };

describe('rewards', () => {
  const approvers = (all: unknown) => () => parsePolicy(withValue('rewards.approval.approvers', all));

  test('need as many approvers as must agree', () => {
    const one = { ...saito, deputy: undefined };
    expect(approvers([one])).toThrow('needs two approvers at least, since an amount is above twoAbove');
    const file = withValue('rewards.approval', { ...policyFile.rewards.approval, approvers: [one], twoAbove: 200_000 });
    expect(parsePolicy(file).rewards.approval.approvers).toHaveLength(1);
    expect(approvers([one, { ...kato, deputy: 'saito' }])).not.toThrow();
  });

  test('have approvers who differ, and deputies who are approvers', () => {
    expect(approvers([saito, kato, kato])).toThrow(/approver twice[^]*address twice/);
    expect(approvers([saito, { ...kato, deputy: 'tanaka' }])).toThrow('has a deputy who is no other approver');
  });

  test.each(['licence', 'commissioned recruiting', 'wages'])('may rest on a basis in Japan: %s', (one) => {
    const file = withValue('rewards.hiringBasisInJapan', { ...basis, basis: one });
    expect(parsePolicy(file).rewards.hiringBasisInJapan).toEqual({ ...basis, basis: one });
    expect(parsePolicy(policyFile).rewards.hiringBasisInJapan).toBeUndefined();
  });
});

describe('return conditions', () => {
  test('may be for one kind of contract, with a rule of its own or none', () => {
    for (const contracts of [{ freelance: {} }, { permanent: { leastTenure: 'P2Y' } }]) {
      const file = withValue('returnConditions.contracts', contracts);
      expect(parsePolicy(file).returnConditions.contracts).toEqual(contracts);
    }
  });

  test('are for one kind at least, and two people may make an exception', () => {
    expect(() => parsePolicy(withValue('returnConditions.contracts', {}))).toThrow('nobody could come back');
    const one = withValue('rehire.override.approvers', [hayashi]);
    expect(() => parsePolicy(one)).toThrow('needs two approvers at least');
  });
});

describe('a policy is refused, by name, with', () => {
  test.each([
    ['version', ''],
    ['version', undefined],
    ['company.name', 'Hikari'],
    ['company.name.ja', undefined],
    ['company.sender', 'alumni'],
    ['company.contact', undefined],
    ['company.hr', 'hr at hikari'],
    ['company.timeZone', 'Tokyo'],
    ['company.privacyNotice', 'privacy'],
    ['eligibility.leastTenure', '1 year'],
    ['eligibility.leastTenure', 'P0D'],
    ['eligibility.leastTenure', '-P1Y'],
    ['eligibility.excludedReasons', 'dismissal'],
    ['eligibility.excludedContracts', ['slave']],
    ['eligibility.countries', ['Japan']],
    ['consent.window', 14],
    ['consent.remindEvery', ''],
    ['consent.mostReminders', -1],
    ['consent.mostReminders', 1.5],
    ['address.confirmWithin', undefined],
    ['hold.window', 'P'],
    ['hris.silentAfter', 'PT'],
    ['company.admin', undefined],
    ['company.reviewer', 'the reviewer'],
    ['outreach', undefined],
    ['outreach.after', []],
    ['outreach.after', ['P30D', 'PT30S']],
    ['outreach.every', 'PT30S'],
    ['outreach.every', 'P0D'],
    ['outreach.every', undefined],
    ['outreach.leastApart', 'PT1H'],
    ['outreach.cap.most', 0],
    ['outreach.cap.most', 2.5],
    ['outreach.cap.within', 'PT1H'],
    ['outreach.holidays', undefined],
    ['outreach.holidays', ['2026-02-29']],
    ['outreach.holidays', ['12-31']],
    ['bounces.mostSoft', 0],
    ['bounces.within', 'P'],
    ['breaker.bounceRate', 0],
    ['breaker.bounceRate', 1],
    ['breaker.bounceRate', '2 %'],
    ['breaker.complaintRate', -0.001],
    ['breaker.complaintRate', 1],
    ['breaker.leastMails', 0],
    ['breaker.within', undefined],
    ['review.remindEvery', 'two days'],
    ['review.window', '-P14D'],
    ['disclosure.classes', { Public: policyFile.disclosure.classes.public }],
    ['disclosure.classes', { 'top secret': policyFile.disclosure.classes.public }],
    ['disclosure.classes.public.shareable', 'yes'],
    ['disclosure.classes.public.maySay', ['anything']],
    ['disclosure.classes.public.mayNotSay', undefined],
    ['disclosure.refuse', ['a']],
    ['disclosure.flag', '未発表'],
    ['disclosure.internalHosts', ['']],
    ['disclosure.staffDomains', undefined],
    ['company.recruiter', undefined],
    ['company.currency', 'Yen'],
    ['company.currency', 'XYZ'],
    ['contributions', undefined],
    ['contributions.cap.most', 0],
    ['contributions.cap.within', 'PT1H'],
    ['contributions.keep', 'PT1H'],
    ['contributions.remindEvery', 'PT1H'],
    ['contributions.topics', []],
    ['contributions.topics', [...topics, ...topics]],
    ['contributions.topics', [{ ...topic, id: 'Product' }]],
    ['contributions.topics', [{ ...topic, owner: 'the owner' }]],
    ['contributions.leads.owner', 'partners'],
    ['contributions.referrals.holding', 'PT1H'],
    ['contributions.referrals.agencyFee', -1],
    ['contributions.referrals.agencyFee', 0.5],
    ['rewards', undefined],
    ['rewards.table.lead', undefined],
    ['rewards.table.feedback.amount', -1],
    ['rewards.table.feedback.amount', 4999.5],
    ['rewards.table.feedback.amount', '5000'],
    ['rewards.table.feedback.taxCategory', ''],
    ['rewards.table.feedback.notIn', ['Japan']],
    ['rewards.budget.every', 'week'],
    ['rewards.budget.amount', -1],
    ['rewards.budget.amount', 0.1],
    ['rewards.hiringBasisInJapan', 'licence'],
    ['rewards.hiringBasisInJapan', { ...basis, basis: 'custom' }],
    ['rewards.hiringBasisInJapan', { ...basis, reference: '' }],
    ['rewards.hiringBasisInJapan', { ...basis, until: undefined }],
    ['rewards.hiringBasisInJapan', { ...basis, until: '2027-02-29' }],
    ['rewards.approval.approvers', []],
    ['rewards.approval.approvers', [saito, { ...kato, id: 'saito' }]],
    ['rewards.approval.approvers', [saito, { ...kato, email: saito?.email.toUpperCase() }]],
    ['rewards.approval.approvers', [saito, { ...kato, deputy: 'tanaka' }]],
    ['rewards.approval.approvers', [saito, { ...kato, deputy: 'kato' }]],
    ['rewards.approval.approvers', [saito, { ...kato, id: 'Kato-san' }]],
    ['rewards.approval.approvers', [{ ...saito, deputy: undefined }]],
    ['rewards.approval.twoAbove', -1],
    ['rewards.approval.remindEvery', '3 days'],
    ['rewards.approval.escalateAfter', 'P0D'],
    ['rewards.approval.window', undefined],
    ['rewards.payout.remindEvery', ''],
    ['rewards.payout.window', '-P1D'],
    ['retention.tombstone', 'five years'],
    ['retention.evidence', undefined],
    ['former.mayAsk', 'no'],
    ['returnConditions.contracts', []],
    ['returnConditions.contracts', {}],
    ['returnConditions.contracts', ['permanent', 'freelance']],
    ['returnConditions.contracts', { permanent: {}, agency: {} }],
    ['returnConditions.contracts.freelance.leastTenure', 'half a year'],
    ['returnConditions.contracts.freelance.leastTimeAway', 'P0D'],
    ['returnConditions.contracts.freelance', { mostReturns: 3 }],
    ['returnConditions.leastTimeAway', undefined],
    ['returnConditions.longestTimeAway', 10],
    ['returnConditions.mostReturns', 0],
    ['returnConditions.mostReturns', 1.5],
    ['returnConditions.excludedReasons', undefined],
    ['rehire', undefined],
    ['rehire.override.approvers', [hayashi]],
    ['rehire.override.window', undefined],
    ['rehire.decision.approvers', []],
    ['rehire.remindEvery', 'PT1H'],
    ['rehire.talkWithin', 'PT1H'],
    ['rehire.answerWithin', 14],
    ['rehire.tasks.culture', undefined],
    ['rehire.tasks.buddy.owner', 'the manager'],
    ['rehire.tasks.account.before', 'PT1H'],
    ['rehire.changes', [{ on: '2026-02-29', what: { ja: '変更', en: 'a change' } }]],
    ['rehire.checkIns', []],
    ['rehire.agencyFee.freelance', -1],
    ['rehire.agencyFee.freelance', undefined],
  ])('%s: %j', (path, value) => {
    expect(() => parsePolicy(withValue(path, value))).toThrow(path);
  });

  test.each([...protectedReasons])('leaving for %s excluded, by law', (reason) => {
    for (const path of ['eligibility.excludedReasons', 'returnConditions.excludedReasons']) {
      expect(() => parsePolicy(withValue(path, ['dismissal', reason]))).toThrow('27条');
    }
  });

  test.each([...stayingReasons, 'unknown', 'constructor'])('%s excluded, which is no reason of leaving', (reason) => {
    for (const path of ['eligibility.excludedReasons', 'returnConditions.excludedReasons']) {
      expect(() => parsePolicy(withValue(path, [reason]))).toThrow(path);
    }
  });

  test('a rule that Okaeri does not know, so that a typing error is noticed', () => {
    expect(() => parsePolicy({ ...policyFile, elegibility: {} })).toThrow('policy.json is not valid');
  });

  test('everything that is wrong, at once', () => {
    expect(() => parsePolicy({})).toThrow(/version[^]*company[^]*eligibility[^]*retention/);
  });
});

test('policy.schema.json says what the policy is checked for (tsx infra/policy-schema.ts writes it)', () => {
  expect(JSON.parse(readFileSync('policy.schema.json', 'utf8'))).toEqual(JSON.parse(policySchema));
});
