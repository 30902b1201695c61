import type { Page, Request } from 'playwright-core';
import { visit } from './browser.ts';

/** Text that would do something, were it not escaped. */
export const bad = '<img src=x onerror=alert(1)>"\'</textarea></select><script>';

/** Does something with a page. */
export async function on(html: string, act: (page: Page) => Promise<void>): Promise<void> {
  await act(await visit(html));
}

/** The request that pressing a button makes; what answers it is shown afterwards. */
export async function posted(page: Page, button: string): Promise<Request> {
  const [request] = await Promise.all([
    page.waitForRequest((one) => one.method() === 'POST'),
    page.waitForEvent('load'),
    page.click(button),
  ]);
  return request;
}

/** What pressing a button sends, and where. */
export async function sent(page: Page, button: string): Promise<{ to: string; fields: Record<string, string> }> {
  const request = await posted(page, button);
  const fields = Object.fromEntries(new URLSearchParams(request.postData() ?? ''));
  return { to: new URL(request.url()).pathname, fields };
}
