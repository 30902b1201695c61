import { afterAll, describe, expect, test } from 'vitest';
import { languages } from '../../functions/domain/language.ts';
import type { Rehire } from '../../functions/domain/rehire.ts';
import {
  acceptedRehire,
  type RehireDecisionOutcome,
  rehireDecisionInWords,
} from '../../functions/domain/rehire-approval-wording.ts';
import { changesSince, taskKinds } from '../../functions/domain/rehire-tasks.ts';
import { standingForStaff, taskDetails } from '../../functions/domain/rehire-wording.ts';
import { cultureNote } from '../../functions/rehire/culture-note.ts';
import { casePage } from '../../functions/rehire/pages/case.tsx';
import { decidedPage } from '../../functions/rehire/pages/decided.tsx';
import { decisionPage } from '../../functions/rehire/pages/decision.tsx';
import { taskPage } from '../../functions/rehire/pages/task.tsx';
import { accepted, decided, freelanceOffer, offered } from '../domain/rehire-samples.ts';
import { closeBrowser } from './browser.ts';
import { testEveryPage } from './every-page.ts';
import { bad, on, sent } from './on-a-phone.ts';
import { checked, ends, half, refused, sinceThen, staffPages } from './rehire-staff-samples.ts';
import { policy } from './samples.ts';

afterAll(closeBrowser);

describe.each(languages)('in %s', (language) => {
  const ja = language === 'ja';
  const to = { language, policy };
  const { decision, override, taskOf, about, talk, pages } = staffPages(language);

  testEveryPage(pages);

  test('who decides rejects as easily as they approve', async () => {
    for (const html of [decisionPage(decision), decisionPage(override)]) {
      await on(html, async (page) => {
        const [yes, no] = await Promise.all(
          ['approve', 'reject'].map((value) => page.locator(`button[value=${value}]`).boundingBox()),
        );
        expect([no?.width, no?.height]).toEqual([yes?.width, yes?.height]);
        expect((await sent(page, 'button[value=reject]')).fields).toEqual({ note: '', decision: 'reject' });
      });
    }
  });

  test('an exception needs a reason, which is asked for beside the field', async () => {
    await on(decisionPage({ ...override, problem: 'no reason' }), async (page) => {
      expect(await page.locator('textarea').getAttribute('aria-describedby')).toContain('note-problem');
      expect(await page.locator('textarea').getAttribute('aria-invalid')).toBe('true');
      expect(await page.title()).toMatch(/^(エラー|Error)/);
      await page.fill('textarea', '前の上長も歓迎しています');
      expect((await sent(page, 'button[value=approve]')).fields).toEqual({
        note: '前の上長も歓迎しています',
        decision: 'approve',
      });
    });
  });

  test('who decides sees all that they need; what was written since is framed', async () => {
    await on(decisionPage(decision), async (page) => {
      const text = await page.locator('main').innerText();
      for (const part of ['佐藤 花子', '開発部', '設計主任', ja ? '業務委託' : 'freelance', ja ? '2019年' : '2019'])
        expect(text).toContain(part);
      expect(await page.locator('article p').allInnerTexts()).toEqual(sinceThen.split('\n'));
    });
    expect(decisionPage({ ...decision, sinceThen: undefined })).not.toContain('<article');
    // Whether the reason for leaving matters, HR alone sees.
    const reason = ja ? '退職の理由' : 'Reason for leaving';
    expect(decisionPage(override)).toContain(reason);
    expect(decisionPage(decision)).not.toContain(reason);
  });

  test('what came of a decision is said as everywhere else, with a tick where it counts', async () => {
    for (const [outcome, rehire] of Object.entries(ends) as [RehireDecisionOutcome, Rehire][]) {
      await on(decidedPage({ ...to, outcome, number: 1, rehire }), async (page) => {
        expect(await page.locator('main').innerText()).toContain(
          rehireDecisionInWords(outcome, rehire, policy, language),
        );
        expect(await page.locator('.done').count()).toBe(acceptedRehire.has(outcome) ? 1 : 0);
        expect(await page.locator('form').count()).toBe(0);
      });
    }
  });

  test('the owner of a task reads what is to be done and for whom, and only the team reads the introduction', async () => {
    for (const kind of taskKinds) {
      const html = taskOf(kind);
      expect(html).toContain(taskDetails[kind][language]);
      expect(html).toContain('佐藤 花子');
      expect(html.includes('水曜日は在宅')).toBe(['orientation', 'buddy', 'culture'].includes(kind));
      for (const hidden of ['600,000', '組み込みソフトウェア', 'nakajima', 'hanako'])
        expect(html).not.toContain(hidden);
    }
    const changes = changesSince('2026-06-30', policy);
    for (const { what } of [...changes.new, ...changes.known]) expect(taskOf('orientation')).toContain(what[language]);
    for (const saying of cultureNote(language)) expect(taskOf('culture')).toContain(saying);
    expect(taskOf('buddy', '')).not.toContain('<article');
    await on(taskOf('account'), async (page) => {
      expect((await sent(page, 'button')).fields).toEqual({ done: 'yes' });
    });
    for (const end of ['done', 'done before', 'not needed'] as const)
      expect(pages[`task over: ${end}`]).not.toContain('佐藤');
  });

  test('the recruiter says with one press whether the talk was held, and only while it is waited for', async () => {
    for (const [button, value] of [
      ['button:nth-of-type(1)', 'held'],
      ['button:nth-of-type(2)', 'not held'],
    ] as const) {
      await on(casePage(talk), async (page) => {
        expect((await sent(page, button)).fields).toEqual({ talk: value });
      });
    }
    const others = Object.entries(pages).filter(([name]) => name.startsWith('case') && !/talk$|no answer/.test(name));
    for (const [, html] of others) expect(html).not.toContain('<form');
  });

  test('a case shows how it stands and what can be done, but neither the terms nor an answer', async () => {
    for (const [name, rehire] of [
      ['case, waits for HR', half],
      ['case, waits for the offer', decided().rehire],
      ['case, waits for the answer', offered().rehire],
      ['case, started', checked],
      ['case, not offered', refused],
    ] as const) {
      const html = pages[name] ?? '';
      expect(html).toContain(standingForStaff(rehire, policy, language));
      expect(html.includes('rehire offer 1 FILE')).toBe(
        rehire.status.endsWith('offer') || rehire.status.endsWith('answer'),
      );
      expect(html.includes('rehire cancel 1')).toBe(rehire.status !== 'not offered');
    }
    for (const [name, html] of Object.entries(pages)) {
      if (!name.startsWith('case')) continue;
      for (const hidden of ['600,000', 'hanako', sinceThen.slice(0, 5), ja ? '>退職の理由<' : '>Reason for leaving<'])
        expect(html).not.toContain(hidden);
    }
  });

  test('an offer that was corrected says how often', () => {
    const { rehire } = offered();
    const revised = (revision: number) => ({ ...rehire, offer: rehire.offer && { ...rehire.offer, revision } });
    expect(casePage({ ...about, rehire })).not.toContain(ja ? '訂正' : 'Corrected');
    expect(casePage({ ...about, rehire: revised(2) })).toContain(ja ? '>1回<' : '>once<');
    expect(casePage({ ...about, rehire: revised(3) })).toContain(ja ? '>2回<' : '>2 times<');
  });

  test('the state of each task is said in words', async () => {
    await on(pages['case, onboarding'] ?? '', async (page) => {
      const lines = await page.locator('.people li').allInnerTexts();
      const words = ja
        ? ['これから', '2027年8月10日(火)に完了', '期限を過ぎています', '不要になりました']
        : ['Still to do', 'Done on 10 August 2027', 'Overdue', 'Not needed any more'];
      for (const [index, each] of words.entries()) expect(lines[index]).toContain(each);
      expect(lines.join('')).toContain(freelanceOffer.manager);
      expect(await page.locator('.people .problem').count()).toBe(1);
    });
  });

  test('what comes from outside is escaped', () => {
    const html = [
      decisionPage({
        ...override,
        profile: { name: bad, department: bad, role: bad },
        sinceThen: bad,
        problem: 'no decision',
        note: bad,
      }),
      taskPage({
        ...to,
        rehire: accepted().rehire,
        task: accepted().rehire.tasks[2] ?? expect.unreachable(),
        name: bad,
        introduction: bad,
        changes: { new: [{ on: '2027-01-01', what: { ja: bad, en: bad } }], known: [] },
      }),
      casePage({ ...about, rehire: accepted().rehire, name: bad, manager: bad }),
    ].join('');
    expect(html).not.toMatch(/<img|<script|x onerror=alert\(1\)>/);
  });
});
