import type { Page } from 'playwright-core';
import { openHtml } from './browser.ts';

/** The narrowest screen that pages are made for. */
const phone = { width: 320, height: 640 };
/** Text that would do something, were it not escaped. */
export const bad = '<img src=x onerror=alert(1)>"\'</textarea></select><script>';

/** Does something with a page and closes it. */
export async function on(html: string, act: (page: Page) => Promise<void>): Promise<void> {
  const page = await openHtml(html, { viewport: phone });
  try {
    await act(page);
  } finally {
    await page.context().close();
  }
}

/** What pressing a button sends, and where. */
export async function sent(page: Page, button: string): Promise<{ to: string; fields: Record<string, string> }> {
  const [request] = await Promise.all([page.waitForRequest((one) => one.method() === 'POST'), page.click(button)]);
  const fields = Object.fromEntries(new URLSearchParams(request.postData() ?? ''));
  return { to: new URL(request.url()).pathname, fields };
}
