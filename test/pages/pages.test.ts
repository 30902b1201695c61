import { afterAll, describe, expect, test } from 'vitest';
import { languages } from '../../functions/domain/language.ts';
import { alreadyJoinedPage, consentPage } from '../../functions/offboarding/pages/consent.tsx';
import { closeBrowser, openHtml, overhang, phone } from './browser.ts';
import { testEveryPage } from './every-page.ts';
import { policy, samplePages } from './samples.ts';

afterAll(closeBrowser);

const desktop = { width: 1280, height: 800 };

describe.each(languages)('in %s', (tongue) => {
  testEveryPage(samplePages(tongue), async (page) => {
    expect(await page.getAttribute('html', 'lang')).toBe(tongue);
    expect(await page.locator('header').innerText()).toContain(policy.company.name[tongue]);
    expect(await page.locator('footer').innerText()).toContain(policy.company.postalAddress[tongue]);
  });

  const asked = { language: tongue, policy, address: 'h***@example.com', closesOn: '2027-01-14' };

  test('the consent page ticks nothing, and no is as large as yes', { timeout: 60_000 }, async () => {
    for (const viewport of [phone, desktop]) {
      const page = await openHtml(consentPage({ ...asked }), { viewport });
      expect(await page.locator('input[name=purpose]').count()).toBe(4);
      expect(await page.locator('input[name=wish]').count()).toBe(3);
      expect(await page.locator('input:checked').count()).toBe(0);
      const [yes, no] = await Promise.all(
        ['yes', 'no'].map((answer) => page.locator(`button[value=${answer}]`).boundingBox()),
      );
      expect([no?.width, no?.height]).toEqual([yes?.width, yes?.height]);
      await page.context().close();
    }
  });

  test('the wish to return is asked of everybody, so that a forwarded link says nothing of the reason for leaving', () => {
    expect(consentPage(asked)).toContain('name="wish"');
  });

  test('a yes without any purpose comes back with the reason at the field, and keeps the rest', {
    timeout: 60_000,
  }, async () => {
    const page = await openHtml(consentPage({ ...asked, wish: 'undecided', noneChosen: true }), {
      viewport: phone,
    });
    const problem = page.locator('#purpose-problem');
    expect(await problem.isVisible()).toBe(true);
    expect(await page.locator('fieldset').first().getAttribute('aria-describedby')).toBe('purpose-problem');
    expect(await page.locator('input[name=wish]:checked').getAttribute('value')).toBe('undecided');
    await page.waitForFunction('document.activeElement?.name === "purpose"');
    expect(await page.title()).toMatch(/^(エラー|Error)/);
    await page.context().close();
  });

  test('the form sends what was chosen', { timeout: 60_000 }, async () => {
    const page = await openHtml(consentPage({ ...asked }), { viewport: phone });
    await page.check('input[value=gatherings]');
    await page.check('input[value=rehire]');
    await page.check('input[name=wish][value=yes]');
    const [request] = await Promise.all([
      page.waitForRequest((one) => one.method() === 'POST'),
      page.click('button[value=yes]'),
    ]);
    expect(request.postData()).toBe('purpose=gatherings&purpose=rehire&wish=yes&answer=yes');
    expect(new URL(request.url()).pathname).toBe('/page');
    await page.context().close();
  });

  test('a long address does not widen the page', { timeout: 60_000 }, async () => {
    const address = `h***@${'a-very-long-name.'.repeat(5)}example.com`;
    const page = await openHtml(consentPage({ ...asked, address }), { viewport: phone });
    expect(await overhang(page)).toBe(0);
    await page.context().close();
  });

  test('who joined and chooses nothing now is not told of a no or of deleted data', () => {
    const html = alreadyJoinedPage({ language: tongue, policy, purposes: [], preferencesUrl: '/preferences/token' });
    expect(html).not.toMatch(/消去|登録しない|delete|said no/);
    expect(html).not.toContain('<ul>');
    expect(html).toContain('href="/preferences/token"');
  });

  test('what comes from outside is escaped', () => {
    const html = consentPage({ ...asked, address: '<script>alert(1)</script>"\'@example.com' });
    expect(html).not.toContain('<script');
    expect(html).toContain('&lt;script&gt;');
  });
});
