import { afterAll, describe, expect, test } from 'vitest';
import type { Finding } from '../../functions/domain/edition-content.ts';
import { languages } from '../../functions/domain/language.ts';
import type { Reward } from '../../functions/domain/reward.ts';
import { approvalEnds } from '../../functions/domain/reward-approval.ts';
import { accepted, type DecisionOutcome, decisionInWords } from '../../functions/domain/reward-approval-wording.ts';
import type { Rewarded } from '../../functions/domain/reward-screening.ts';
import { answerPage } from '../../functions/rewards/pages/answer.tsx';
import { answerGivenPage } from '../../functions/rewards/pages/answer-given.tsx';
import { approvalPage } from '../../functions/rewards/pages/approval.tsx';
import { approvalDecidedPage } from '../../functions/rewards/pages/approval-decided.tsx';
import { approved, asking, declined, done, expired, given, rejected, says } from '../domain/contribution-samples.ts';
import { closeBrowser } from './browser.ts';
import { testEveryPage } from './every-page.ts';
import { on, sent } from './on-a-phone.ts';
import { policy } from './samples.ts';

afterAll(closeBrowser);

function withReward(contribution: Rewarded, changed: Partial<Reward>): Rewarded {
  return { ...contribution, reward: { ...contribution.reward, ...changed } };
}

const lead = asking('lead');
/** One of two has approved it, and the other one's deputy was asked too. */
const half: Rewarded = withReward(lead, {
  said: done(lead, (now) => says(now)).reward?.said ?? [],
  asked: [...lead.reward.asked, { approver: 'yamada', round: 1, isSpent: false, deputyOf: 'kato' }],
});
const referral = asking('referral');
const flagged: Rewarded = withReward(referral, {
  rules: referral.reward.rules.map((each) => (each.rule === 'self-referral' ? { ...each, says: 'flags' } : each)),
});
const ends: Readonly<Partial<Record<DecisionOutcome, Rewarded>>> = {
  approved: approved(),
  'one of two': half,
  rejected: rejected(),
  decided: rejected(),
  'said before': half,
  spent: half,
  expired: expired(),
  declined: declined(),
  'over budget': lead,
  'own reward': lead,
};
const leak: Finding = {
  language: 'ja',
  line: 1,
  severity: 'refuse',
  rule: 'internal-host',
  found: 'wiki.hikari.internal',
};

describe.each(languages)('in %s', (language) => {
  const ja = language === 'ja';
  const to = { language, policy };
  const approval = {
    ...to,
    contribution: asking(),
    budgetLeft: 1_500_000,
    closesOn: approvalEnds(asking().reward, given),
  };
  const feedback = {
    ...to,
    topic: 'product',
    text: '社外から見ると、料金の説明が分かりにくいようです。\n\n比較表があると、勧めやすくなります。',
    receivedOn: '2027-02-01',
  };
  const long = '長い回答です。'.repeat(300);

  const pages: Record<string, string> = {
    approval: approvalPage(approval),
    'approval, a large one': approvalPage({ ...approval, contribution: half, budgetLeft: 180_000 }),
    'approval, flagged': approvalPage({ ...approval, contribution: flagged }),
    'approval, note too long': approvalPage({
      ...approval,
      problem: 'note too long',
      note: '長い伝言です。'.repeat(80),
    }),
    'approval, no decision': approvalPage({ ...approval, problem: 'no decision' }),
    ...Object.fromEntries(
      Object.entries(ends).map(([outcome, contribution]) => [
        `approval: ${outcome}`,
        approvalDecidedPage({ ...to, outcome: outcome as DecisionOutcome, number: 7, contribution }),
      ]),
    ),
    'approval: unknown': approvalDecidedPage({ ...to, outcome: 'unknown', number: 7, contribution: undefined }),
    answer: answerPage(feedback),
    'answer, none': answerPage({ ...feedback, problem: 'no answer', isOfUse: 'yes' }),
    'answer, too long': answerPage({ ...feedback, problem: 'too long', answer: long }),
    'answer, a leak': answerPage({ ...feedback, problem: 'leak', findings: [leak], answer: 'wiki.hikari.internal' }),
    'answer, not chosen': answerPage({ ...feedback, problem: 'choose', answer: 'ありがとうございます。' }),
    ...Object.fromEntries(
      (['yes', 'no', 'before'] as const).map((given) => [`answer: ${given}`, answerGivenPage({ ...to, given })]),
    ),
  };

  testEveryPage(pages);

  test('an approver rejects as easily as they approve, with or without a note', async () => {
    await on(approvalPage(approval), async (page) => {
      const [yes, no] = await Promise.all(
        ['approve', 'reject'].map((value) => page.locator(`button[value=${value}]`).boundingBox()),
      );
      expect([no?.width, no?.height]).toEqual([yes?.width, yes?.height]);
      expect((await sent(page, 'button[value=reject]')).fields).toEqual({ note: '', decision: 'reject' });
    });
    await on(approvalPage(approval), async (page) => {
      await page.fill('textarea', '確認しました');
      expect((await sent(page, 'button[value=approve]')).fields).toEqual({ note: '確認しました', decision: 'approve' });
    });
  });

  test('an approver sees all that they need, and nothing of whose reward it is', () => {
    const html = approvalPage({ ...approval, contribution: half, budgetLeft: 180_000 });
    for (const part of ja
      ? [
          '200,000円',
          '180,000円(現在)。この謝礼には足りません',
          '異なる2名',
          '山田 香織(加藤 直樹の代理)',
          '12:00(日本時間)',
        ]
      : ['JPY 200,000', 'JPY 180,000 (now), which does not cover it', '2 different people', 'deputy of 加藤 直樹'])
      expect(html).toContain(part);
    expect(html).toContain(ja ? '斎藤 美咲(2027年2月1日(月)に承認)' : '斎藤 美咲 (approved on 1 February 2027)');
    expect(approvalPage({ ...approval, contribution: flagged })).toContain(
      ja ? '【要確認】候補者' : 'To look at: the candidate',
    );
    for (const whose of [lead.person, '佐藤', 'hanako']) expect(Object.values(pages).join('')).not.toContain(whose);
  });

  test('what came of a decision is said as everywhere else, with a tick where it counts', async () => {
    for (const [outcome, contribution] of Object.entries(ends) as [DecisionOutcome, Rewarded][]) {
      await on(approvalDecidedPage({ ...to, outcome, number: 7, contribution }), async (page) => {
        expect(await page.locator('main').innerText()).toContain(
          decisionInWords(outcome, contribution, policy, language),
        );
        expect(await page.locator('.done').count()).toBe(accepted.has(outcome) ? 1 : 0);
        expect(await page.locator('form').count()).toBe(0);
      });
    }
  });

  test('an answer says whether the feedback was of use; what is wrong is kept, with what to do beside it', async () => {
    await on(answerPage(feedback), async (page) => {
      await page.fill('textarea', 'ありがとうございます。');
      await page.check('input[value=no]');
      expect((await sent(page, 'button')).fields).toEqual({ answer: 'ありがとうございます。', isOfUse: 'no' });
      expect(await page.locator('article p').count()).toBe(2);
    });
    const again = { ...feedback, problem: 'leak' as const, findings: [leak], answer: 'wiki.hikari.internal' };
    await on(answerPage({ ...again, isOfUse: 'yes' }), async (page) => {
      expect(await page.locator('textarea').inputValue()).toBe('wiki.hikari.internal');
      expect(await page.locator('textarea').getAttribute('aria-describedby')).toContain('answer-problem');
      expect(await page.locator('#answer-problem').innerText()).toContain('wiki.hikari.internal');
      expect(await page.isChecked('input[value=yes]')).toBe(true);
      expect(await page.title()).toMatch(/^(エラー|Error)/);
    });
  });

  test('what comes from outside is escaped', () => {
    const bad = '<img src=x onerror=alert(1)>"\'</textarea><script>';
    const html = [
      approvalPage({ ...approval, problem: 'note too long', note: bad }),
      answerPage({
        ...feedback,
        topic: bad,
        text: bad,
        answer: bad,
        problem: 'leak',
        findings: [{ ...leak, found: bad }],
      }),
    ].join('');
    expect(html).not.toMatch(/<img|<script|x onerror=alert\(1\)>/);
  });
});
