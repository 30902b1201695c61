import { afterAll, describe, expect, test } from 'vitest';
import { languages } from '../../functions/domain/language.ts';
import { reviewPage } from '../../functions/outreach/pages/review.tsx';
import { addressSentPage, preferencesPage } from '../../functions/preferences/pages/preferences.tsx';
import { closeBrowser, phone } from './browser.ts';
import { findings, summerEdition } from './editions.ts';
import { on, sent } from './on-a-phone.ts';
import { policy } from './samples.ts';

afterAll(closeBrowser);

describe.each(languages)('in %s', (language) => {
  const to = { language, policy };
  const preferences = { ...to, address: 'h***@example.com', purposes: ['outreach'], leaveUrl: '/leave/token' } as const;
  const review = { ...to, number: 12, content: summerEdition, findings, closesOn: '2026-12-06' };

  test('each form of the preferences sends its own action and nothing of the others', async () => {
    const html = preferencesPage(preferences);
    const formWith = (action: string) => `form:has(input[value=${action}]) button`;
    await on(html, async (page) => {
      expect(await sent(page, formWith('purposes'))).toEqual({
        to: '/page',
        fields: { action: 'purposes', purpose: 'outreach' },
      });
    });
    await on(html, async (page) => {
      await page.check('input[value="6"]');
      expect(await sent(page, formWith('pause'))).toEqual({ to: '/page', fields: { action: 'pause', months: '6' } });
    });
    await on(html, async (page) => {
      await page.fill('input[name=address]', 'new@example');
      expect(await sent(page, formWith('address'))).toEqual({
        to: '/page',
        fields: { action: 'address', address: 'new@example' },
      });
    });
    await on(preferencesPage({ ...preferences, pausedUntil: '2027-05-22' }), async (page) => {
      expect(await page.locator('input[name=months]').count()).toBe(0);
      expect(await sent(page, formWith('resume'))).toEqual({ to: '/page', fields: { action: 'resume' } });
    });
  });

  test('one button of the preferences is the primary one, and leaving comes last', async () => {
    await on(preferencesPage(preferences), async (page) => {
      expect(await page.locator('button:not(.other)').count()).toBe(1);
      expect(await page.locator('main > :last-child a').getAttribute('href')).toBe('/leave/token');
    });
  });

  test.each(['invalid', 'same', 'too often'] as const)(
    'a new address that is %s is kept, with what to do beside it',
    async (what) => {
      const html = preferencesPage({ ...preferences, addressProblem: what, typedAddress: 'new@example' });
      await on(html, async (page) => {
        const field = page.locator('input[name=address]');
        expect(await field.inputValue()).toBe('new@example');
        expect(await field.getAttribute('aria-invalid')).toBe('true');
        expect(await field.getAttribute('aria-describedby')).toContain('address-problem');
        expect(await page.locator('#address-problem').isVisible()).toBe(true);
        await page.waitForFunction('document.activeElement?.name === "address"');
        const [top, height] = [(await page.locator('#address-problem').boundingBox())?.y, phone.height];
        expect(top).toBeGreaterThanOrEqual(0);
        expect(top).toBeLessThan(height);
        expect(await page.title()).toMatch(/^(エラー|Error)/);
        expect((await field.boundingBox())?.height).toBeGreaterThanOrEqual(44);
      });
    },
  );

  test('a reviewer refuses as easily as they approve, with or without a note', async () => {
    await on(reviewPage(review), async (page) => {
      const [yes, no] = await Promise.all(
        ['approve', 'refuse'].map((value) => page.locator(`button[value=${value}]`).boundingBox()),
      );
      expect([no?.width, no?.height]).toEqual([yes?.width, yes?.height]);
      expect(await sent(page, 'button[value=refuse]')).toEqual({
        to: '/page',
        fields: { note: '', decision: 'refuse' },
      });
    });
    await on(reviewPage(review), async (page) => {
      await page.fill('textarea', '19行目');
      expect(await sent(page, 'button[value=approve]')).toEqual({
        to: '/page',
        fields: { note: '19行目', decision: 'approve' },
      });
    });
  });

  test('each finding leads to the part of the text where it stands', async () => {
    await on(reviewPage(review), async (page) => {
      for (const link of await page.locator('.found a').all()) {
        expect(await page.locator(`[id="${(await link.getAttribute('href'))?.slice(1)}"].marked`).count()).toBe(1);
      }
      expect(await page.locator('.marked').allTextContents()).toEqual([
        '未発表の新製品を一緒に育てるエンジニア',
        '詳しくは jobs@hikari.example.com',
      ]);
      expect(await page.locator('article').evaluateAll((all) => all.map((one) => one.getAttribute('lang')))).toEqual([
        'ja',
        'en',
      ]);
    });
  });

  test('an edition for one language says so', () => {
    const { en: _, ...variants } = summerEdition.variants;
    const html = reviewPage({ ...review, findings: [], content: { ...summerEdition, audience: {}, variants } });
    expect(html).toContain(language === 'ja' ? '日本語で受け取る' : 'written to in Japanese');
  });

  test('what comes from outside is escaped, and a link that is no link stays text', () => {
    const bad = '<img src=x onerror=alert(1)>"\'</textarea><script>';
    const html = [
      reviewPage({
        ...review,
        note: bad,
        problem: 'note too long',
        content: {
          classification: bad,
          audience: { countries: [bad] },
          variants: {
            ja: {
              title: bad,
              titleLine: 1,
              blocks: [
                { kind: 'heading', line: 2, text: bad },
                { kind: 'paragraph', line: 3, spans: [{ text: bad, url: 'javascript:alert(1)' }] },
                { kind: 'paragraph', line: 4, spans: [{ text: bad, url: `https://example.com/${bad}` }] },
              ],
            },
          },
        },
        findings: [{ language: 'ja', line: 3, severity: 'refuse', rule: 'word', found: bad }],
      }),
      preferencesPage({ ...preferences, addressProblem: 'invalid', typedAddress: bad, addressPending: bad }),
      addressSentPage({ ...to, address: bad, preferencesUrl: '/preferences/token' }),
    ].join('');
    expect(html).not.toMatch(/<img|<script|href="javascript:/);
    expect(html).not.toContain('x onerror=alert(1)>');
    expect(html).toContain('&lt;img src=x onerror=alert(1)&gt;');
  });

  test('a link shows where it leads, unless its text is that and nothing else', async () => {
    const links = [
      ['https://hikari.example.com/jobs', 'https://hikari.example.com/jobs', undefined],
      ['hikari.example.com/jobs', 'https://hikari.example.com/jobs', undefined],
      ['hikari.example.com', 'https://hikari.example.com/', undefined],
      ['jobs@hikari.example.com', 'mailto:jobs@hikari.example.com', undefined],
      ['求人', 'https://hikari.example.com/jobs', '(hikari.example.com/jobs)'],
      ['See evil.example for more', 'https://evil.example/', '(evil.example)'],
      ['https://evil.example.hikari.example.com', 'https://evil.example', '(evil.example)'],
      ['hikari.example.com/a.b', 'https://a.b', '(a.b)'],
    ] as const;
    const spans = links.map(([text, url]) => ({ text, url }));
    const variant = { title: 'Links', titleLine: 1, blocks: [{ kind: 'paragraph' as const, line: 2, spans }] };
    const html = reviewPage({ ...review, findings: [], content: { ...summerEdition, variants: { en: variant } } });
    await on(html, async (page) => {
      const shown = await page
        .locator('article p a')
        .evaluateAll((all) => all.map((one) => [one.textContent, one.nextElementSibling?.textContent.trim()]));
      expect(shown).toEqual(links.map(([text, , target]) => [text, target ?? '']));
    });
  });

  test('a class is looked up by its own name only', () => {
    const html = reviewPage({ ...review, content: { ...summerEdition, classification: 'constructor' } });
    expect(html).toMatch(/今の運用規程にありません|don’t have this class any more/);
  });
});
