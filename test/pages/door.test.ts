import { afterAll, describe, expect, test } from 'vitest';
import { languages } from '../../functions/domain/language.ts';
import { checkInPage } from '../../functions/gatherings/pages/check-in.tsx';
import { doorPage } from '../../functions/gatherings/pages/door.tsx';
import { plan } from '../mail/gathering-samples.ts';
import { closeBrowser, overhang, violations } from './browser.ts';
import { attendees } from './gathering-pages.ts';
import { bad, on, sent } from './on-a-phone.ts';
import { policy } from './samples.ts';

afterAll(closeBrowser);

describe.each(languages)('at the door, in %s', (language) => {
  const to = { language, policy };
  const door = {
    ...to,
    number: 3,
    plan: plan(),
    attendees,
    walkIns: 2,
    heads: { expected: 6, came: 2 },
    csvUrl: '/door/token/attendees.csv',
  };

  test('the organiser checks a party in, in part, takes it back, and counts walk-ins', async () => {
    const html = doorPage(door);
    await on(html, async (page) => {
      await page.selectOption('#p-a1 select', '1');
      expect(await sent(page, '#p-a1 button')).toEqual({ to: '/page', fields: { person: 'a1', came: '1' } });
    });
    for (const [button, fields] of [
      ['#p-a1 button', { person: 'a1', came: '2' }],
      ['#p-a2 button', { person: 'a2', came: '1' }],
      ['#p-a3 button', { person: 'a3', came: '0' }],
      ['button[value="1"]', { walkIns: '1' }],
      ['button[value="-1"]', { walkIns: '-1' }],
    ] as const) {
      await on(html, async (page) => expect((await sent(page, button)).fields).toEqual(fields));
    }
    expect(doorPage({ ...door, walkIns: 0 })).not.toContain('value="-1"');
  });

  test('only who attends is checked in; who waits stands in order', async () => {
    await on(doorPage(door), async (page) => {
      expect(await page.locator('.screen form:has([name=person])').count()).toBe(4);
      const names = await page.locator('.screen .people strong:not(.done)').allInnerTexts();
      expect(names.slice(4)).toEqual(['中村 健太', '吉田 大輔', '加藤 さくら', '山田 亮']);
    });
  });

  test('whom no mail reaches is marked, by whatever list they are found', async () => {
    const marked = attendees.map((attendee) => ({ ...attendee, unreachable: ['a1', 'a7'].includes(attendee.person) }));
    const words = language === 'ja' ? 'メールが届きません' : 'Mail doesn’t reach them';
    expect(doorPage(door)).not.toContain(words);
    await on(doorPage({ ...door, attendees: marked }), async (page) => {
      expect(await violations(page)).toEqual([]);
      expect(await overhang(page)).toBe(0);
      const names = page.locator('.screen .who', { hasText: words });
      expect(await names.locator('strong').allInnerTexts()).toEqual(['佐藤 花子', '吉田 大輔']);
      await page.setViewportSize({ width: 680, height: 960 });
      await page.emulateMedia({ media: 'print' });
      expect(await page.locator('.paper th', { hasText: words }).count()).toBe(2);
      expect(await overhang(page)).toBe(0);
    });
  });

  test('who checks somebody in too early is told from when on', async () => {
    await on(doorPage({ ...door, problem: 'too early' }), async (page) => {
      expect(await page.locator('[role=alert]').innerText()).toMatch(/前日から|day before/);
      expect(await page.title()).toMatch(/^(エラー|Error)/);
      expect(await violations(page)).toEqual([]);
      expect(await overhang(page)).toBe(0);
    });
  });

  test('on paper there is a table to tick, black on white, and nothing to press', async () => {
    await on(doorPage(door), async (page) => {
      expect(await page.locator('.paper').isVisible()).toBe(false);
      await page.setViewportSize({ width: 680, height: 960 });
      await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
      expect(await page.locator('.paper table').first().isVisible()).toBe(true);
      expect(await page.locator('button:visible, select:visible').count()).toBe(0);
      // A party of two, one alone, two of whom one is there, one who is there.
      expect(await page.locator('.paper table').first().locator('.box').count()).toBe(6);
      expect(
        await page.evaluate('[getComputedStyle(document.body).backgroundColor, getComputedStyle(document.body).color]'),
      ).toEqual(['rgb(255, 255, 255)', 'rgb(0, 0, 0)']);
      expect(await violations(page)).toEqual([]);
      expect(await overhang(page)).toBe(0);
    });
  });

  test('what the organiser scanned posts to their own link, and the name stays out of the title', async () => {
    const attendee = { name: '佐藤 花子', party: 3, status: 'attending' } as const;
    const scanned = { ...to, plan: plan(), person: 'a1', action: '/door/token', attendee };
    await on(checkInPage(scanned), async (page) => {
      expect(await page.title()).not.toContain('佐藤');
      await page.selectOption('select', '2');
      expect(await sent(page, 'button')).toEqual({ to: '/door/token', fields: { person: 'a1', came: '2' } });
    });
    await on(checkInPage({ ...scanned, attendee: { ...attendee, came: 2 } }), async (page) => {
      expect(await sent(page, 'button')).toEqual({ to: '/door/token', fields: { person: 'a1', came: '0' } });
    });
    for (const status of ['offered', 'waiting', 'lapsed', 'left'] as const)
      expect(checkInPage({ ...scanned, attendee: { ...attendee, status } })).not.toContain('<form');
  });

  test('what comes from outside is escaped', () => {
    const { ja, en } = plan().variants;
    const said = { title: bad, place: { text: bad, line: 3 }, question: { text: bad, line: 4 } };
    const hostile = plan({
      variants: { ...(ja && { ja: { ...ja, ...said } }), ...(en && { en: { ...en, ...said } }) },
    });
    const person = { person: bad, name: bad, nameKana: bad, party: 1, needs: bad, reply: bad };
    const listed = [
      { ...person, status: 'attending' },
      { ...person, status: 'waiting', position: 1 },
    ] as const;
    const scanned = { ...to, plan: hostile, person: bad, action: bad };
    const pages = [
      doorPage({ ...door, plan: hostile, csvUrl: bad, attendees: listed }),
      checkInPage({ ...scanned, attendee: { name: bad, party: 2, status: 'attending' } }),
    ];
    for (const html of pages) {
      expect(html).not.toMatch(/<img|<script/);
      expect(html).toContain('&lt;img src=x onerror=alert(1)&gt;');
    }
  });
});
