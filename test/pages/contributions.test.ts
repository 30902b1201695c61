import type { Page } from 'playwright-core';
import { afterAll, describe, expect, test } from 'vitest';
import { languages } from '../../functions/domain/language.ts';
import { candidatePage } from '../../functions/rewards/pages/candidate.tsx';
import { contributeFormPage } from '../../functions/rewards/pages/contribute-form.tsx';
import { contributeHomePage } from '../../functions/rewards/pages/contribute-home.tsx';
import { contributionStandingPage } from '../../functions/rewards/pages/contribution-standing.tsx';
import { closeBrowser } from './browser.ts';
import {
  candidacyOf,
  candidateForm,
  contribution,
  contributionPages,
  earned,
  formId,
  formOf,
  invitationUrl,
  reward,
  shownTo,
} from './contribution-samples.ts';
import { testEveryPage } from './every-page.ts';
import { bad, on, posted, sent } from './on-a-phone.ts';

afterAll(closeBrowser);

/** What pressing the button of a form with long texts sends. */
async function sentInParts(page: Page): Promise<Record<string, string>> {
  const request = await posted(page, 'main button');
  const body = new Response(request.postDataBuffer(), {
    headers: { 'content-type': request.headers()['content-type'] ?? '' },
  });
  return Object.fromEntries([...(await body.formData())].map(([name, value]) => [name, String(value)]));
}

describe.each(languages)('in %s', (language) => {
  const shown = shownTo(language);

  testEveryPage(contributionPages(language), async (page) => {
    expect(await page.locator('main :is(button, .button):not(.other)').count()).toBeLessThanOrEqual(1);
  });

  test('a form ticks nothing, and sends what was entered with its id', async () => {
    await on(contributeFormPage(formOf(language, 'lead')), async (page) => {
      expect(await page.locator('input:checked').count()).toBe(0);
      await page.fill('input[name=company]', '株式会社みなと');
      await page.fill('textarea', '展示会で\nお会いしました。');
      await page.check('input[name=reward][value=no]');
      expect(await sentInParts(page)).toEqual({
        form: formId,
        company: '株式会社みなと',
        text: '展示会で\r\nお会いしました。',
        reward: 'no',
      });
    });
    await on(contributeFormPage(formOf(language, 'feedback')), async (page) => {
      expect(await page.locator('input:checked').count()).toBe(0);
      await page.check('input[value=workplace]');
      await page.fill('textarea', 'ok');
      await page.check('input[name=reward][value=yes]');
      expect(await sentInParts(page)).toEqual({ form: formId, topic: 'workplace', text: 'ok', reward: 'yes' });
    });
  });

  test('the longest Japanese text fits in a request', async () => {
    const typed = { company: '株'.repeat(100), text: '漢'.repeat(2000), own: 'yes', reward: 'yes' };
    await on(contributeFormPage({ ...formOf(language, 'lead'), typed }), async (page) => {
      const request = await posted(page, 'main button');
      expect(request.postDataBuffer()?.length).toBeLessThan(8 * 1024);
    });
  });

  test('a referral asks for nothing but the declaration, and for that only where something is promised', async () => {
    await on(contributeFormPage(formOf(language, 'referral')), async (page) => {
      expect(await page.locator('main input:visible, textarea').count()).toBe(0);
      expect(await page.locator('main').innerText()).toMatch(/職業安定法|Employment Security Act/);
      expect(await sentInParts(page)).toEqual({ form: formId });
    });
    await on(contributeFormPage(formOf(language, 'referral', 'SG')), async (page) => {
      expect(await page.locator('main input:visible').count()).toBe(2);
      expect(await page.locator('input:checked').count()).toBe(0);
    });
  });

  test('what is wrong is said beside the field, the first is focused, and what was typed stays', async () => {
    const form = formOf(language, 'lead');
    const typed = { company: '', text: '展示会で', own: 'yes', reward: '' };
    const wrong = { company: 'missing', reward: 'missing' } as const;
    await on(contributeFormPage({ ...form, typed, wrong }), async (page) => {
      await page.waitForFunction('document.activeElement?.name === "company"');
      expect(await page.locator('[aria-invalid]').getAttribute('aria-describedby')).toBe(
        'company-problem company-note',
      );
      expect(await page.title()).toMatch(/^(エラー|Error)/);
      await page.fill('input[name=company]', '港');
      await page.check('input[name=reward][value=yes]');
      const fields = await sentInParts(page);
      expect(fields).toEqual({ form: formId, company: '港', own: 'yes', text: '展示会で', reward: 'yes' });
    });
    await on(
      candidatePage({ ...candidateForm(language), typed: { name: 'A' }, wrong: { consent: 'missing' } }),
      async (page) => {
        await page.waitForFunction('document.activeElement?.name === "consent"');
        expect(await page.inputValue('input[name=name]')).toBe('A');
      },
    );
  });

  test('what each kind earns is said, and that the law allows only thanks for a hire in Japan', () => {
    const [japan, abroad] = [earned(language, 'JP'), earned(language, 'SG')];
    expect(japan.referral).toMatch(/職業安定法により|Employment Security Act/);
    expect(japan.referral).not.toMatch(/100,000/);
    expect(abroad.referral).toMatch(/100,000/);
    expect(abroad.referral).toMatch(/日本での採用|hired in Japan/);
    expect([japan.lead, japan.feedback].join()).toMatch(/200,000.*5,000/s);
    const { policy } = shown;
    const { lead, ...table } = policy.rewards.table;
    const none = { ...policy, rewards: { ...policy.rewards, table: { ...table, lead: { ...lead, amount: 0 } } } };
    expect(earned(language, 'JP', none).lead).toMatch(/謝礼のお支払いはありません|no reward/);
  });

  test('an invitation can be copied whole and mailed; a reward is declined by one button', async () => {
    const waits = { ...shown, contribution: contribution('referral'), invitationUrl, mayDecline: false };
    await on(contributionStandingPage(waits), async (page) => {
      expect(await page.locator('.copied').innerText()).toBe(invitationUrl);
      const mail = new URL((await page.locator('a.button').getAttribute('href')) ?? '');
      expect(mail.searchParams.get('body')).toContain(invitationUrl);
      expect(await page.locator('form').count()).toBe(0);
    });
    const now = contribution('feedback', { status: 'qualified', reward: reward('asking') });
    await on(contributionStandingPage({ ...shown, contribution: now, mayDecline: true }), async (page) => {
      expect(await sent(page, 'main button')).toEqual({ to: '/page', fields: { action: 'decline' } });
    });
  });

  test('a candidate consents by a tick of their own, and is told nobody’s name', async () => {
    const html = candidatePage(candidateForm(language));
    await on(html, async (page) => {
      expect(await page.locator('input:checked').count()).toBe(0);
      await page.fill('input[name=name]', '小林 結衣');
      await page.fill('input[name=email]', 'yui@example.com');
      await page.check('input[name=consent]');
      expect(await sentInParts(page)).toEqual({
        name: '小林 結衣',
        email: 'yui@example.com',
        text: '',
        consent: 'yes',
      });
    });
    expect(html).not.toContain(shown.address);
  });

  test('a candidate confirms by one button and deletes by another; before they confirm, that one is the quieter', async () => {
    await on(candidacyOf(language, false), async (page) => {
      expect(await page.locator('main button').count()).toBe(2);
      expect(await page.locator('main').innerText()).toContain(language === 'ja' ? '2026年12月6日' : '6 December 2026');
      expect(await sent(page, 'main button:not(.other)')).toEqual({ to: '/page', fields: { action: 'confirm' } });
    });
    for (const isConfirmed of [false, true]) {
      await on(candidacyOf(language, isConfirmed), async (page) => {
        const button = isConfirmed ? 'main button.grave' : 'main button.other';
        expect(await sent(page, button)).toEqual({ to: '/page', fields: { action: 'delete' } });
      });
    }
    await on(candidacyOf(language, true), async (page) => {
      expect(await page.locator('main button').count()).toBe(1);
      expect(await page.locator('main').innerText()).toContain(
        language === 'ja' ? '2028年11月22日' : '22 November 2028',
      );
    });
  });

  test('what comes from outside is escaped', () => {
    const typed = { topic: bad, company: bad, text: bad, own: bad, reward: bad };
    const { policy } = shown;
    const topics = [{ id: 'product', name: { ja: bad, en: bad }, owner: 'a@example.com' }];
    const hostile = { ...policy, contributions: { ...policy.contributions, topics } };
    const html = [
      contributeFormPage({ ...formOf(language, 'lead'), typed, form: bad, homeUrl: bad, address: bad }),
      contributeFormPage({ ...formOf(language, 'feedback'), policy: hostile, typed }),
      contributeHomePage({
        ...shown,
        policy: hostile,
        earned: earned(language, 'JP'),
        contributions: [contribution('feedback'), contribution('feedback', { topic: bad })],
        urlOf: () => bad,
      }),
      contributionStandingPage({
        ...shown,
        contribution: contribution('feedback', { topic: bad }),
        invitationUrl: bad,
        mayDecline: true,
      }),
      candidatePage({
        ...candidateForm(language),
        typed: { name: bad, email: bad, text: bad, consent: bad },
        wrong: { name: 'too long' },
      }),
    ].join('');
    expect(html).not.toMatch(/<img|<script/);
    expect(html).toContain('&lt;img src=x onerror=alert(1)&gt;');
  });
});
