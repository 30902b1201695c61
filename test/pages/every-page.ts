import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { overhang, phone, show, violations } from './browser.ts';

const desk = { width: 1280, height: 800 };
const touched = ['button', '.button', 'select', '.choice', '.tall'].map((one) => `${one}:visible`).join();

/** What holds for every page, in each state that looks different, and what else holds for those given. */
export function testEveryPage(
  pages: Readonly<Record<string, string>>,
  also: (page: Page) => Promise<void> = async () => {},
): void {
  test.each(Object.entries(pages))(
    '%s: nothing for axe to find, no sideways scrolling, by day and night',
    async (_, html) => {
      const page = await show(html);
      for (const viewport of [desk, phone]) {
        await page.setViewportSize(viewport);
        for (const colorScheme of ['light', 'dark'] as const) {
          await page.emulateMedia({ colorScheme });
          expect(await violations(page)).toEqual([]);
        }
        expect(await overhang(page)).toBe(0);
      }
      expect(await page.locator('script').count()).toBe(0);
      expect(await page.locator('body').innerText()).not.toMatch(/undefined|NaN|\[object|[!！]/);
      const heights = await page
        .locator(touched)
        .evaluateAll((all) => all.map((one) => one.getBoundingClientRect().height));
      for (const height of heights) expect(height).toBeGreaterThanOrEqual(44);
      // The policy let the style in: without it the page would be white.
      expect(await page.evaluate('getComputedStyle(document.body).backgroundColor')).toBe('rgb(22, 26, 31)');
      await also(page);
    },
  );
}
