import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import chromiumBinary from '@sparticuz/chromium';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { styleHash } from '../../functions/web/style.ts';

/** As the portal sends it with every page. */
const contentSecurityPolicy = `default-src 'none'; style-src '${styleHash}'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'`;

/** The narrowest screen that pages and mails are made for. */
export const phone = { width: 320, height: 640 };

let running: Promise<Browser> | undefined;
/** Windows that stay open for what is shown next: to open one takes longer than most tests. */
const windows = new Map<'page' | 'mail', Promise<Page>>();

/** The one browser of a test file. */
function browser(): Promise<Browser> {
  running ??= launch();
  return running;
}

async function launch(): Promise<Browser> {
  // In one process the browser dies with its first context; that flag is for Lambda.
  const args = chromiumBinary.args.filter((flag) => flag !== '--single-process' && flag !== '--no-zygote');
  return chromium.launch({
    executablePath: await chromiumBinary.executablePath(),
    args: [...args, '--no-sandbox'],
    headless: true,
  });
}

/** Ends the browser. */
export async function closeBrowser(): Promise<void> {
  await (await running)?.close();
  running = undefined;
  windows.clear();
}

/**
 * Opens HTML at an address that does not exist, with the portal's security policy where it is a page.
 * @returns the page; close its context afterwards
 */
export async function openHtml(html: string, options: BrowserContextOptions & { mail?: boolean } = {}): Promise<Page> {
  const { mail = false, ...contextOptions } = options;
  const context = await (await browser()).newContext(contextOptions);
  const page = await context.newPage();
  await goTo(page, html, mail);
  return page;
}

async function goTo(page: Page, html: string, mail: boolean): Promise<void> {
  const headers: Record<string, string> = mail ? {} : { 'content-security-policy': contentSecurityPolicy };
  await page.unrouteAll();
  await page.route('**/*', (route) => route.fulfill({ contentType: 'text/html; charset=utf-8', body: html, headers }));
  await page.goto('https://okaeri.example.com/page');
}

/** The window on a phone, by day, whatever it showed before. */
async function phoneWindow(kind: 'page' | 'mail'): Promise<Page> {
  const open = windows.get(kind) ?? openHtml('', { mail: kind === 'mail', viewport: phone });
  windows.set(kind, open);
  const page = await open;
  await page.setViewportSize(phone);
  await page.emulateMedia({ media: null, colorScheme: null });
  return page;
}

/** Goes to a page in the window that stays open, as a person does. */
export async function visit(html: string): Promise<Page> {
  const page = await phoneWindow('page');
  await goTo(page, html, false);
  return page;
}

/** Puts a page into the window that stays open, for who only looks: axe need not be read in again, and nothing is focused. */
export async function show(html: string): Promise<Page> {
  const page = await phoneWindow('page');
  await page.setContent(html);
  return page;
}

/** By how many pixels a mail is wider than a phone. */
export async function mailOverhang(html: string): Promise<number> {
  const page = await phoneWindow('mail');
  await page.setContent(html);
  return overhang(page);
}

let axe: Promise<string> | undefined;

/** What axe finds wrong, a line each. */
export async function violations(page: Page): Promise<string[]> {
  axe ??= readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
  if (!(await page.evaluate('typeof axe === "object"'))) await page.evaluate(await axe);
  const found: unknown =
    await page.evaluate(`axe.run(document, { resultTypes: ['violations'] }).then(({ violations }) =>
    violations.flatMap(({ id, nodes }) => nodes.map(({ html, failureSummary }) => id + ': ' + html + ' ' + failureSummary)))`);
  return found as string[];
}

/** By how many pixels a page is wider than its window. */
export async function overhang(page: Page): Promise<number> {
  return Number(await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth'));
}
