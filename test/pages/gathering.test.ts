import { afterAll, describe, expect, test } from 'vitest';
import { languages } from '../../functions/domain/language.ts';
import { mostChanges, type Place } from '../../functions/domain/room.ts';
import { ticketPage } from '../../functions/gatherings/pages/check-in.tsx';
import { gatheringPage } from '../../functions/gatherings/pages/gathering.tsx';
import { surveyPage } from '../../functions/gatherings/pages/survey.tsx';
import { plan } from '../mail/gathering-samples.ts';
import { closeBrowser, overhang, violations } from './browser.ts';
import { testEveryPage } from './every-page.ts';
import { checkInUrl, gatheringPages, place, rsvp } from './gathering-pages.ts';
import { bad, on, sent } from './on-a-phone.ts';
import { policy } from './samples.ts';

afterAll(closeBrowser);

describe.each(languages)('in %s', (language) => {
  const to = { language, policy };
  const asked = { ...to, address: 'h***@example.com', plan: plan({ guests: 2 }), open: true, full: false };

  testEveryPage(gatheringPages(language), async (page) => {
    expect(await page.locator('main button:not(.other, .slight)').count()).toBeLessThanOrEqual(1);
  });

  test('an invitation ticks nothing, and sends what was answered', async () => {
    await on(gatheringPage(asked), async (page) => {
      expect(await page.locator('input:checked').count()).toBe(0);
      await page.check('input[value=yes]');
      await page.selectOption('select', '2');
      await page.fill('textarea[name=needs]', 'そば');
      expect(await sent(page, 'button')).toEqual({
        to: '/page',
        fields: { answer: 'yes', guests: '2', needs: 'そば', reply: '' },
      });
    });
  });

  test('what is kept is never shown, whoever opens the link; it can be replaced or deleted', async () => {
    const said = rsvp('yes');
    const kept = { ...asked, said, checkInUrl };
    const statuses = [undefined, 'attending', 'waiting', 'offered', 'lapsed', 'left'] as const;
    const problems = [undefined, 'choose', 'too many', 'too long', 'no room for more', 'closed', 'too often'] as const;
    for (const status of statuses)
      for (const problem of problems)
        for (const open of [true, false]) {
          const html = gatheringPage({ ...kept, open, problem, saved: !problem, place: status && place(status) });
          for (const words of [said.needs, said.reply]) expect(html).not.toContain(words);
        }
    for (const status of ['attending', 'offered'] as const) {
      await on(gatheringPage({ ...kept, place: place(status) }), async (page) => {
        expect(await page.locator('input[name=forget]:checked').count()).toBe(0);
        const note = /お預かりしています|We have your note/;
        for (const name of ['needs', 'reply']) expect(await page.locator(`#${name}-kept`).innerText()).toMatch(note);
        await page.check('input[name=forget][value=reply]');
        const { fields } = await sent(page, 'button[type=submit]');
        expect(fields).toEqual({ answer: 'yes', guests: '1', needs: '', reply: '', forget: 'reply' });
      });
    }
    expect(gatheringPage({ ...asked, said: rsvp('no') })).not.toContain('name="forget"');
    const onlyNeeds = { ...said, reply: undefined };
    expect(gatheringPage({ ...kept, said: onlyNeeds }).match(/name="forget"/g)).toHaveLength(1);
  });

  test('an answer comes back, and a wrong one with what was typed', async () => {
    const place2 = place('attending', 2);
    await on(gatheringPage({ ...asked, said: rsvp('yes'), place: place2, checkInUrl }), async (page) => {
      const fields = { answer: 'yes', guests: '1', needs: '', reply: '' };
      expect((await sent(page, 'button')).fields).toEqual(fields);
    });
    const words = { answer: 'no', guests: '2', needs: 'a', reply: 'b'.repeat(501) };
    const typed = { ...words, forget: ['needs'] as const };
    const wrong = gatheringPage({ ...asked, said: rsvp('yes'), place: place2, problem: 'too long', typed });
    await on(wrong, async (page) => {
      expect(await page.locator('[aria-invalid]').getAttribute('name')).toBe('reply');
      await page.waitForFunction('document.activeElement?.name === "reply"');
      expect(await page.title()).toMatch(/^(エラー|Error)/);
      expect((await sent(page, 'button')).fields).toEqual({ ...words, forget: 'needs' });
    });
  });

  test('who has changed their answer too often may leave, and is asked to write', async () => {
    const often = (status: Place['status']) => ({ ...place(status), revision: mostChanges });
    const told = /変更が多くなったため|changed many times/;
    for (const status of ['attending', 'waiting'] as const) {
      for (const problem of [undefined, 'too often'] as const) {
        await on(gatheringPage({ ...asked, said: rsvp('yes'), place: often(status), problem }), async (page) => {
          expect(await violations(page)).toEqual([]);
          expect(await overhang(page)).toBe(0);
          const notice = page.locator('#too-often');
          expect(await notice.innerText()).toMatch(told);
          expect(await notice.locator('a').getAttribute('href')).toBe(`mailto:${policy.company.contact}`);
          expect(await page.locator('[role=alert]').count()).toBe(problem ? 1 : 0);
          expect(await sent(page, 'main button')).toEqual({ to: '/page', fields: { answer: 'no' } });
        });
      }
    }
    const left = gatheringPage({ ...asked, said: rsvp('no'), place: often('left') });
    expect(left).toMatch(told);
    expect(left).not.toContain('<form');
    expect(gatheringPage({ ...asked, place: { ...place('attending'), revision: mostChanges - 1 } })).not.toMatch(told);
  });

  test('full is said to who would wait, and to nobody who has a place or waits already', () => {
    const full = { ...asked, full: true, said: rsvp('yes') };
    const told = /今は満席です|full at the moment/;
    expect(gatheringPage({ ...asked, full: true })).toMatch(told);
    expect(gatheringPage({ ...full, place: place('lapsed') })).toMatch(told);
    expect(gatheringPage({ ...full, place: place('waiting') })).not.toMatch(told);
    expect(gatheringPage({ ...full, place: place('attending') })).not.toMatch(told);
  });

  test('an offered place is accepted or declined by buttons of the same size', async () => {
    const html = gatheringPage({ ...asked, open: false, said: rsvp('yes'), place: place('offered') });
    await on(html, async (page) => {
      const [yes, no] = await Promise.all(
        ['yes', 'no'].map((answer) => page.locator(`button[value=${answer}]`).boundingBox()),
      );
      expect([no?.width, no?.height]).toEqual([yes?.width, yes?.height]);
      expect((await sent(page, 'button[value=yes]')).fields).toMatchObject({ answer: 'yes', guests: '1' });
    });
    await on(html, async (page) => {
      expect((await sent(page, 'button[value=no]')).fields).toMatchObject({ answer: 'no' });
    });
  });

  test('after the deadline a place can be given up, and nothing else', async () => {
    for (const status of ['attending', 'waiting'] as const) {
      await on(gatheringPage({ ...asked, open: false, said: rsvp('yes'), place: place(status) }), async (page) => {
        expect(await sent(page, 'button')).toEqual({ to: '/page', fields: { answer: 'no' } });
      });
    }
    for (const html of [
      gatheringPage({ ...asked, open: false }),
      gatheringPage({ ...asked, open: false, said: rsvp('yes'), place: place('lapsed') }),
    ]) {
      expect(html).not.toContain('<form');
      expect(html).toMatch(/受付は終わりました|Answers are closed/);
    }
  });

  test('the QR code is a picture with a name, dark on light by night too; only who attends has one', async () => {
    const html = gatheringPage({ ...asked, said: rsvp('yes'), place: place('attending'), checkInUrl });
    await on(html, async (page) => {
      await page.emulateMedia({ colorScheme: 'dark' });
      const code = page.locator('[role=img] svg');
      expect((await code.boundingBox())?.width).toBeGreaterThan(230);
      const fills = `[...document.querySelectorAll('[role=img] svg > *')].map((one) => getComputedStyle(one).fill)`;
      expect(await page.evaluate(fills)).toEqual(['rgb(255, 255, 255)', 'rgb(0, 0, 0)']);
    });
    expect(gatheringPage({ ...asked, said: rsvp('yes'), place: place('waiting'), checkInUrl })).not.toContain(
      'role="img"',
    );
  });

  test('where to meet online is told to who attends, and to nobody else', () => {
    const online = { ...asked, plan: plan({ url: { text: 'https://meet.example.com/hikari', line: 5 } }) };
    expect(gatheringPage(online)).not.toContain('meet.example.com');
    for (const status of ['waiting', 'offered', 'lapsed', 'left'] as const)
      expect(gatheringPage({ ...online, place: place(status) })).not.toContain('meet.example.com');
    expect(gatheringPage({ ...online, place: place('attending') })).toContain('meet.example.com');
    expect(ticketPage({ ...to, plan: online.plan })).not.toContain('meet.example.com');
  });

  test('a gathering that speaks another language is told in that one, and says so', async () => {
    const other = language === 'ja' ? 'en' : 'ja';
    const { variants } = plan();
    const html = gatheringPage({ ...asked, plan: plan({ variants: { [other]: variants[other] } }) });
    await on(html, async (page) => {
      expect(await page.locator('h1').innerText()).toBe(variants[other]?.title);
      expect(await page.locator(`main div[lang=${other}] li`).count()).toBe(3);
      expect(await page.locator('dl').innerText()).toContain(variants[other]?.place?.text);
      expect(await page.locator(`label span[lang=${other}]`).innerText()).toBe(variants[other]?.question?.text);
    });
  });

  test('the survey sends a rating and words, and keeps them when something is wrong', async () => {
    const survey = { ...to, plan: plan(), closesOn: '2027-03-26' };
    await on(surveyPage({ ...survey, problem: 'choose', comment: 'また来ます' }), async (page) => {
      await page.waitForFunction('document.activeElement?.name === "rating"');
      await page.check('input[value="4"]');
      expect(await sent(page, 'button')).toEqual({ to: '/page', fields: { rating: '4', comment: 'また来ます' } });
    });
  });

  test('what comes from outside is escaped', () => {
    const { variants } = plan();
    const said = { title: bad, titleLine: 1, blocks: [{ kind: 'heading' as const, line: 2, text: bad }] };
    const hostile = plan({
      hosts: [{ name: bad, email: 'a@example.com', line: 1 }],
      variants: {
        ...variants,
        [language]: { ...said, place: { text: bad, line: 3 }, question: { text: bad, line: 4 } },
      },
    });
    const typed = { answer: bad, guests: bad, needs: bad, reply: bad };
    const html = [
      gatheringPage({ ...asked, address: bad, plan: hostile, problem: 'too long', typed, full: true }),
      gatheringPage({ ...asked, plan: hostile, place: place('attending'), checkInUrl: bad }),
      surveyPage({ ...to, plan: hostile, closesOn: '2027-03-26', comment: bad }),
      ticketPage({ ...to, plan: hostile }),
    ].join('');
    expect(html).not.toMatch(/<img|<script/);
    expect(html).toContain('&lt;img src=x onerror=alert(1)&gt;');
  });
});
