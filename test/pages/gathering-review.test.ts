import { afterAll, describe, expect, test } from 'vitest';
import { languages } from '../../functions/domain/language.ts';
import { planReviewPage } from '../../functions/gatherings/pages/plan-review.tsx';
import { planReviewedPage } from '../../functions/gatherings/pages/plan-reviewed.ts';
import { hostileVariant } from '../mail/edition-samples.ts';
import { plan, planFindings } from '../mail/gathering-samples.ts';
import { closeBrowser } from './browser.ts';
import { testEveryPage } from './every-page.ts';
import { on, sent } from './on-a-phone.ts';
import { policy } from './samples.ts';

afterAll(closeBrowser);

describe.each(languages)('in %s', (language) => {
  const to = { language, policy };
  const review = {
    ...to,
    number: 3,
    submission: 1,
    plan: plan(),
    findings: planFindings,
    invited: 128,
    closesOn: '2026-12-06',
    isChange: false,
    changed: [],
  };
  const { en } = review.plan.variants;
  const online = { text: `https://meet.example.com/${'hikari-'.repeat(20)}`, line: 8 };
  const talk = plan({ variants: { ...(en && { en }) }, url: online, audience: {}, hosts: [], guests: 0 });
  const ends = ['approved', 'refused', 'not reviewed', 'withdrawn', 'cancelled', 'replaced'] as const;

  const pages: Record<string, string> = {
    'a new plan': planReviewPage(review),
    'a change': planReviewPage({ ...review, submission: 2, isChange: true, invited: undefined }),
    'an online talk in one language': planReviewPage({ ...review, plan: talk, findings: [] }),
    'a class that is gone': planReviewPage({ ...review, plan: plan({ classification: 'friends' }) }),
    'a leak after all': planReviewPage({ ...review, problem: 'leak' }),
    'a note too long': planReviewPage({ ...review, problem: 'note too long', note: '長い伝言です。'.repeat(80) }),
    ...Object.fromEntries(ends.map((outcome) => [outcome, planReviewedPage({ ...to, number: 3, outcome })])),
  };

  testEveryPage(pages);

  test('a reviewer refuses as easily as they approve, with or without a note', async () => {
    await on(planReviewPage(review), async (page) => {
      const [yes, no] = await Promise.all(
        ['approve', 'refuse'].map((value) => page.locator(`button[value=${value}]`).boundingBox()),
      );
      expect([no?.width, no?.height]).toEqual([yes?.width, yes?.height]);
      await page.fill('textarea', '33行目');
      expect((await sent(page, 'button[value=refuse]')).fields).toEqual({ note: '33行目', decision: 'refuse' });
    });
  });

  test('each finding leads to the part of the text, or the fact beside it, where it stands', async () => {
    await on(planReviewPage(review), async (page) => {
      for (const link of await page.locator('.found a').all())
        expect(await page.locator(`[id="${(await link.getAttribute('href'))?.slice(1)}"].marked`).count()).toBe(1);
      expect(await page.locator('.marked').allTextContents()).toEqual([
        '服装はいつもどおりで、名刺もいりません。',
        'WhereHanaya Kanda (2-4-6 Mihon-cho, Chiyoda-ku, Tokyo)',
      ]);
    });
  });

  test('a plan shows what readers are told and what the company decides', async () => {
    await on(planReviewPage(review), async (page) => {
      const text = await page.locator('main').innerText();
      for (const part of [
        '春の夕食会',
        'A dinner in spring',
        '花屋 神田店',
        '二次会',
        'a drink afterwards',
        '山本 直子',
      ])
        expect(text).toContain(part);
      for (const part of language === 'ja'
        ? ['今日の時点で128名', '2027年2月26日(金)', 'お一人につき1名まで', '300,000円', '承認されるまで']
        : ['128 people', '26 February 2027', 'up to 1 for each alumnus', 'JPY 300,000', 'Until it’s approved'])
        expect(text).toContain(part);
    });
    const change = planReviewPage({ ...review, isChange: true, changed: ['when'], submission: 2 });
    expect(change).toContain(language === 'ja' ? '変更になるのは、日時です。' : 'What would change: the time.');
    const inner = planReviewPage({ ...review, isChange: true, submission: 2 });
    const told = language === 'ja' ? '変更をお知らせします' : 'hear of it';
    expect([change.includes(told), inner.includes(told)]).toEqual([true, false]);
    expect(change).toContain(language === 'ja' ? 'これまでの内容のまま進みます' : 'goes on as it was');
    expect(change).toContain(language === 'ja' ? '2回目の提出' : 'submission 2');
  });

  test('what comes from outside is escaped', () => {
    const bad = '<img src=x onerror=alert(1)>"\'</textarea><script>';
    const line = { text: bad, line: 6 };
    const text = { ...hostileVariant(bad), place: line, question: line };
    const hostile = plan({
      classification: bad,
      audience: { countries: [bad], departments: [bad] },
      variants: { ja: text, en: text },
      url: line,
      hosts: [{ name: bad, email: 'host@hikari.example.com', line: 7 }],
    });
    const findings = [{ language: 'ja', line: 6, severity: 'refuse', rule: 'word', found: bad }] as const;
    const html = planReviewPage({ ...review, plan: hostile, findings, note: bad, problem: 'note too long' });
    expect(html).not.toMatch(/<img|<script|href="javascript:|x onerror=alert\(1\)>/);
  });
});
