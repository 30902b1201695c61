import type { Page } from 'playwright-core';
import { afterAll, describe, expect, test } from 'vitest';
import { languages } from '../../functions/domain/language.ts';
import { returnConditionsInWords } from '../../functions/domain/return-conditions-wording.ts';
import { checkInPage } from '../../functions/rehire/pages/check-in.tsx';
import { interestFormPage } from '../../functions/rehire/pages/interest-form.tsx';
import { offerPage } from '../../functions/rehire/pages/offer.tsx';
import { offerAnsweredPage } from '../../functions/rehire/pages/offer-answered.tsx';
import { writtenDate } from '../../functions/rehire/written-date.ts';
import { accepted, begun, freelanceOffer, offered, opened } from '../domain/rehire-samples.ts';
import { on as given } from '../domain/samples.ts';
import { closeBrowser } from './browser.ts';
import { testEveryPage } from './every-page.ts';
import { bad, on, posted, sent } from './on-a-phone.ts';
import {
  checkInOf,
  endedAs,
  formId,
  formOf,
  offerOf,
  offerUrl,
  rehirePages,
  shownTo,
  standingOf,
} from './rehire-alumnus-samples.ts';

afterAll(closeBrowser);

/** What pressing the button of a form with long texts sends. */
async function sentInParts(page: Page, button = 'main button'): Promise<Record<string, string>> {
  const request = await posted(page, button);
  const body = new Response(request.postDataBuffer(), {
    headers: { 'content-type': request.headers()['content-type'] ?? '' },
  });
  return Object.fromEntries([...(await body.formData())].map(([name, value]) => [name, String(value)]));
}

test.each([
  ['2027-04-01', '2027-04-01'],
  [' 2027/4/1 ', '2027-04-01'],
  ['2027年4月1日', '2027-04-01'],
  ['2027.4.1', '2027-04-01'],
  ['2027ー04ー01', '2027-04-01'],
  ['', undefined],
  ['来年の春', undefined],
  ['2027-02-29', undefined],
  ['2027-13-01', undefined],
  ['1/4/2027', undefined],
  ['20270401', undefined],
])('a day written as %j is read as %j', (text, day) => {
  expect(writtenDate(text)).toBe(day);
});

describe.each(languages)('in %s', (language) => {
  const { policy } = shownTo(language);

  testEveryPage(rehirePages(language), async (page) => {
    expect(await page.locator('main :is(button, .button):not(.other)').count()).toBeLessThanOrEqual(1);
  });

  test('the form ticks nothing, names the conditions, and sends what was entered with its id', async () => {
    await on(interestFormPage(formOf(language)), async (page) => {
      expect(await page.locator('input:checked').count()).toBe(0);
      const words = await page.locator('main').innerText();
      for (const condition of returnConditionsInWords(policy, language)) expect(words).toContain(condition);
      await page.check('input[value=freelance]');
      await page.fill('input[name=from]', '2027年10月1日');
      await page.check('input[name=talk]');
      await page.fill('textarea', '海外で\n働きました。');
      expect(await sentInParts(page)).toEqual({
        form: formId,
        kind: 'freelance',
        from: '2027年10月1日',
        talk: 'yes',
        since: '海外で\r\n働きました。',
      });
    });
  });

  test('the form offers only the kinds that the policy allows', async () => {
    const contracts = { freelance: policy.returnConditions.contracts.freelance };
    const narrow = { ...policy, returnConditions: { ...policy.returnConditions, contracts } };
    await on(interestFormPage({ ...formOf(language), policy: narrow }), async (page) => {
      const values = await page.locator('input[name=kind]').evaluateAll((all) => all.map((one) => one.value));
      expect(values).toEqual(['freelance']);
    });
  });

  test('the longest Japanese text fits in a request', async () => {
    const typed = { kind: 'freelance', from: '2027-10-01', talk: 'yes', since: '漢'.repeat(2000) };
    await on(interestFormPage({ ...formOf(language), typed }), async (page) => {
      const request = await posted(page, 'main button');
      expect(request.postDataBuffer()?.length).toBeLessThan(8 * 1024);
    });
  });

  test('what is wrong is said beside the field, the first is focused, and what was typed stays', async () => {
    const typed = { kind: 'part-time', from: '来年の春', talk: 'yes', since: '休みました。' };
    await on(interestFormPage({ ...formOf(language), typed, wrong: { from: 'unreadable' } }), async (page) => {
      await page.locator('[name=from]:focus').waitFor();
      expect(await page.locator('[aria-invalid]').getAttribute('aria-describedby')).toBe('from-problem from-note');
      expect(await page.locator('#from-problem').innerText()).toContain('2028-02-01');
      expect(await page.title()).toMatch(/^(エラー|Error)/);
      expect(await sentInParts(page)).toEqual({ form: formId, ...typed });
    });
    await on(
      checkInPage({ ...checkInOf(language), typed: { prying: 'some', text: '机' }, wrong: { settled: 'missing' } }),
      async (page) => {
        await page.locator('[name=settled]:focus').waitFor();
        await page.check('input[name=settled][value=partly]');
        expect(await sentInParts(page)).toEqual({ prying: 'some', settled: 'partly', text: '机' });
      },
    );
    await on(offerPage({ ...offerOf(language), introduction: '週二日です。', wrong: 'not chosen' }), async (page) => {
      expect(await sentInParts(page, 'main button.other')).toEqual({
        introduction: '週二日です。',
        decision: 'decline',
      });
    });
  });

  test('until they start it can be taken back by one button, which says what goes and which case', async () => {
    for (const { rehire } of [opened(), offered(), accepted()]) {
      await on(standingOf(language, rehire), async (page) => {
        expect(await sent(page, 'main button')).toEqual({ to: '/page', fields: { number: '1', action: 'withdraw' } });
      });
    }
    expect(standingOf(language, offered().rehire)).toMatch(/お示ししている条件がなくなり|our offer goes with it/);
    expect(standingOf(language, accepted().rehire)).toMatch(/準備も止まります|we stop preparing/);
    for (const rehire of [begun().rehire, endedAs('lapsed')]) {
      expect(standingOf(language, rehire)).not.toContain('<form');
    }
  });

  test('an offer that waits is led to; what HR looks at is not said', async () => {
    await on(standingOf(language, offered().rehire, { offerUrl }), async (page) => {
      expect(await page.locator('main a.button').getAttribute('href')).toBe(offerUrl);
    });
    const { rehire } = opened({ kind: 'permanent' }, given('2027-02-01'));
    expect(rehire.status).toBe('waits for HR');
    const html = standingOf(language, rehire);
    expect(html).not.toMatch(/退職の理由|条件に合わない|reason|condition/i);
  });

  test('earlier cases are a line each', async () => {
    const past = [endedAs('withdrawn', 2), endedAs('lapsed', 1)];
    await on(interestFormPage({ ...formOf(language), past }), async (page) => {
      const lines = await page.locator('.apart li').allInnerTexts();
      expect(lines).toHaveLength(2);
      expect(lines[0]).toMatch(/第2号.*取り下げ|no\. 2.*taken/);
      expect(lines[1]).toMatch(/第1号.*期限|no\. 1.*over/);
    });
  });

  test('an offer shows every term, until when, and two buttons of the same size', async () => {
    await on(offerPage(offerOf(language)), async (page) => {
      const words = await page.locator('main').innerText();
      for (const term of Object.values(freelanceOffer.terms)) expect(words).toContain(term);
      expect(words).toContain(language === 'ja' ? '2027年8月16日' : '16 August 2027');
      const boxes = await Promise.all((await page.locator('main button').all()).map((one) => one.boundingBox()));
      expect(boxes).toHaveLength(2);
      expect(boxes[0]).toMatchObject({ width: boxes[1]?.width, height: boxes[1]?.height });
      await page.fill('textarea', '水曜日は\n在宅です。');
      expect(await sentInParts(page, 'main button:not(.other)')).toEqual({
        introduction: '水曜日は\r\n在宅です。',
        decision: 'accept',
      });
    });
  });

  test('a term in several lines keeps them', () => {
    const offer = { ...freelanceOffer, terms: { ...freelanceOffer.terms, task: '設計\n開発\n' } };
    expect(offerPage({ ...offerOf(language), offer })).toContain('設計<br/>開発</dd>');
  });

  test('an offer that was not answered in time is over, also before the sweep has seen it', () => {
    const html = offerAnsweredPage({ ...shownTo(language), rehire: offered().rehire, state: 'over' });
    expect(html).toMatch(/お返事の期限が過ぎ|time to answer our offer is over/);
    expect(html).not.toMatch(/お返事をお待ち|waiting for your answer/);
  });

  test('who is answered about a check-in is said before anything is asked', async () => {
    await on(checkInPage(checkInOf(language)), async (page) => {
      const words = await page.locator('main').innerText();
      const told = words.search(/人事担当だけ|HR only/);
      expect(told).toBeGreaterThan(-1);
      expect(told).toBeLessThan(words.search(/詮索されずに|Were you received/));
      expect(await page.locator('input:checked').count()).toBe(0);
      await page.check('input[value=none]');
      await page.check('input[value=well]');
      expect(await sentInParts(page)).toEqual({ prying: 'none', settled: 'well', text: '' });
    });
  });

  test('what comes from outside is escaped', () => {
    const typed = { kind: bad, from: bad, talk: bad, since: bad };
    const offer = { ...freelanceOffer, terms: { ...freelanceOffer.terms, task: `${bad}\n${bad}` } };
    const html = [
      interestFormPage({ ...formOf(language), typed, form: bad, address: bad, wrong: { from: 'unreadable' } }),
      standingOf(language, offered().rehire, { offerUrl: bad, homeUrl: bad, address: bad }),
      standingOf(language, endedAs('lapsed'), { homeUrl: bad }),
      offerPage({ ...offerOf(language), offer, name: bad, introduction: bad, address: bad }),
      offerAnsweredPage({ ...shownTo(language), address: bad, rehire: accepted().rehire, state: 'accepted' }),
      checkInPage({ ...checkInOf(language), typed: { prying: bad, settled: bad, text: bad }, address: bad }),
    ].join('');
    expect(html).not.toMatch(/<img|<script/);
    expect(html).toContain('&lt;img src=x onerror=alert(1)&gt;');
  });
});
