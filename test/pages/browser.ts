import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import chromiumBinary from '@sparticuz/chromium';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { styleHash } from '../../functions/web/style.ts';

/** As the portal sends it with every page. */
const contentSecurityPolicy = `default-src 'none'; style-src '${styleHash}'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'`;

let running: Promise<Browser> | undefined;

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
}

/**
 * Opens HTML at an address that does not exist, with the portal's security policy where it is a page.
 * @returns the page; close its context afterwards
 */
export async function openHtml(html: string, options: BrowserContextOptions & { mail?: boolean } = {}): Promise<Page> {
  const { mail = false, ...contextOptions } = options;
  const context = await (await browser()).newContext(contextOptions);
  const page = await context.newPage();
  const headers: Record<string, string> = mail ? {} : { 'content-security-policy': contentSecurityPolicy };
  await page.route('**/*', (route) => route.fulfill({ contentType: 'text/html; charset=utf-8', body: html, headers }));
  await page.goto('https://okaeri.example.com/page');
  return page;
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
