import { describe, expect, it } from 'vitest';
import { wordsOf } from '../../functions/adapters/contribution-words.ts';
import { readContribution } from '../../functions/adapters/contributions.ts';
import { policy } from '../../functions/adapters/policy.ts';
import { secondsOf } from '../../functions/domain/time.ts';
import { consoleInputIn, decideInConsole } from '../../infra/local/play/approver.ts';
import { awaitMail, linkIn, type Mail } from '../../infra/local/play/leaver.ts';
import { until } from '../../infra/local/play/until.ts';
import { bookedFor } from '../adapters/reward-steps.ts';
import { okaeri } from './cli.ts';
import {
  approvalMails,
  askedFor,
  codeIn,
  contributor,
  enteredWith,
  inTerminal,
  post,
  rewardStatus,
  timesPaid,
} from './contribution-steps.ts';
import { settings, theProgramme } from './stage.ts';

/** Approvals on the running stack, from wherever they come: each reward ends once, and whoever comes too late reads why. */

type Way = 'console' | 'link' | 'command';
/** What came of a word: whether it counts, and what its approver reads. */
type Told = { way: Way; counts: boolean; sentence: string };

/** An approver's word by each way, as their mail describes it. */
const ways: Record<Way, (mail: Mail, number: number, decision: 'approve' | 'reject') => Promise<Told>> = {
  async console(mail, _, decision) {
    const input = consoleInputIn(mail).replace('"approve"', `"${decision}"`);
    const { status, cause } = await decideInConsole(settings, input);
    return { way: 'console', counts: status === 'SUCCEEDED', sentence: cause };
  },
  async link(mail, _, decision) {
    const answer = await post(`${linkIn(mail, 'reward')}?lang=en`, { decision });
    return { way: 'link', counts: answer.status === 200, sentence: plain(await answer.text()) };
  },
  async command(mail, number, decision) {
    const { exitCode, said } = await inTerminal('reward', decision, String(number), '--code', codeIn(mail));
    return { way: 'command', counts: exitCode === 0, sentence: said };
  },
};

/** As it is read: without tags, and with its apostrophes. */
const plain = (page: string) => page.replaceAll(/<[^>]*>/g, ' ').replaceAll(/&#39;|’/g, "'");
const decide = (way: Way, mail: Mail, number: number, decision: 'approve' | 'reject' = 'approve') =>
  ways[way](mail, number, decision);
/** All of them at once, the slowest first. */
const storm = (mail: Mail, number: number) => [
  decide('command', mail, number),
  decide('console', mail, number),
  decide('console', mail, number),
  decide('link', mail, number),
  decide('link', mail, number),
];

/** Every reward ends so: told to the payroll system once and booked once, or not at all. */
async function expectPaid(number: number, amount: number): Promise<void> {
  expect(await theProgramme.outcomeOfReward(number)).toBe('Paid');
  expect(await timesPaid(number)).toBe(1);
  const booked = (await bookedFor(number)).filter(({ kind }) => kind === 'reward');
  expect(booked).toMatchObject([{ id: `reward-${number}`, amount: -amount }]);
}
async function expectNotPaid(number: number, end: string): Promise<void> {
  expect(await theProgramme.outcomeOfReward(number)).toBe(end);
  expect(await timesPaid(number)).toBe(0);
  expect((await bookedFor(number)).filter(({ kind }) => kind === 'reward')).toEqual([]);
}
const losersOf = (told: readonly Told[]) => told.filter(({ counts }) => !counts);

describe.concurrent('decided at once from console, link and command line', () => {
  it('by one, where one must agree', async () => {
    const { number, mails } = await askedFor('feedback');
    const told = await Promise.all(mails.flatMap((mail) => storm(mail, number)));
    const losers = losersOf(told);
    expect(losers).toHaveLength(told.length - 1);
    for (const { way, sentence } of losers)
      expect(sentence, way).toMatch(/decided on already\. 斎藤 美咲 approved it on \d/);
    await expectPaid(number, 5000);
  });

  it('by two with each a code of their own, where two must', async () => {
    const { number, mails } = await askedFor('lead');
    const told = await Promise.all(mails.flatMap((mail) => storm(mail, number)));
    const losers = losersOf(told);
    expect(losers).toHaveLength(told.length - 2);
    for (const { way, sentence } of losers)
      expect(sentence, way).toMatch(/decided on already\. .*approved it on|One person cannot approve it twice/);
    const { said = [] } = (await readContribution(number))?.reward ?? {};
    expect(said.map(({ approver }) => approver).sort()).toEqual(['kato', 'saito']);
    await expectPaid(number, 200_000);
  });

  it('with yes and no: the first word holds', async () => {
    await Promise.all(
      (['console', 'link'] as const).map(async (no) => {
        const { number, mails } = await askedFor('feedback');
        const mail = mails[0] as Mail;
        const told = await Promise.all([decide(no, mail, number, 'reject'), decide('link', mail, number)]);
        expect(losersOf(told)).toHaveLength(1);
        if (told[0]?.counts) await expectNotPaid(number, 'Rejected');
        else await expectPaid(number, 5000);
      }),
    );
  });
});

describe.concurrent('what an approver reads', () => {
  it('in the input of the state that waits, and it holds nothing of anybody', async () => {
    const { number, mails } = await askedFor('feedback');
    const input = await enteredWith(number, 'Await approval');
    expect(input).toMatchObject({
      waiting: {
        kind: 'Feedback from outside',
        amount: expect.stringContaining('5,000'),
        currency: 'JPY',
        rules: expect.arrayContaining(['hiring-reward-in-japan: passes', 'budget: passes']),
        budgetLeft: expect.stringMatching(/\d/),
        approvalsNeeded: 1,
        approvedBy: [],
        due: expect.stringMatching(/^\d{4}-\d\d-\d\dT/),
        decideReward: { reward: String(number), decision: 'approve', note: '' },
      },
    });
    const [mail] = mails;
    expect(JSON.stringify(input)).not.toContain(codeIn(mail as Mail));
    expect(JSON.stringify(input)).not.toContain('@');
    expect((await decide('console', mail as Mail, number)).counts).toBe(true);
    await expectPaid(number, 5000);
  });

  it('as the cause, where decide-reward cannot take a word', async () => {
    const causeOf = async (input: object | string) => {
      const text = typeof input === 'string' ? input : JSON.stringify(input);
      const { status, cause } = await decideInConsole(settings, text);
      expect(status, text).toBe('FAILED');
      return cause;
    };
    const nobodys = { decision: 'approve', code: 'ABCD-EFGH', note: '' };
    const incomplete = [{}, { reward: '1' }, nobodys, { ...nobodys, reward: 'seven' }, '[]', '"x"'];
    for (const cause of await Promise.all(incomplete.map(causeOf)))
      expect(cause).toContain('The input needs a reward and a code');
    expect(await causeOf({ ...nobodys, reward: '999999' })).toContain('There is no reward of this number');
    // Now time runs: an approval has seconds here.
    const [mine, others] = await Promise.all([askedFor('feedback'), askedFor('feedback')]);
    const { number } = mine;
    const word = { ...nobodys, reward: String(number), code: codeIn(mine.mails[0] as Mail) };
    const wrong = [nobodys.code, codeIn(others.mails[0] as Mail), ''];
    for (const cause of await Promise.all(wrong.map((code) => causeOf({ ...word, code }))))
      expect(cause).toContain('not the code of an approver of this reward');
    expect((await readContribution(number))?.reward).toMatchObject({ status: 'asking', refused: 3 });
    expect(await causeOf({ ...word, decision: 'yes' })).toContain('write approve or reject');
    // Any attempt spends a code, and another one comes.
    expect(await causeOf(word)).toMatch(/used before|a new one comes by mail/);
    const [renewed] = await approvalMails(number, ['saito'], 2);
    expect((await decide('console', renewed as Mail, number, 'reject')).counts).toBe(true);
    expect(await causeOf({ ...word, code: codeIn(renewed as Mail) })).toMatch(/斎藤 美咲 rejected it on \d/);
    // The other one's code was shown here, and is spent there.
    const [another] = await approvalMails(others.number, ['saito'], 2);
    expect((await decide('link', another as Mail, others.number, 'reject')).counts).toBe(true);
    await expectNotPaid(number, 'Rejected');
    await expectNotPaid(others.number, 'Rejected');
  });

  it('of a reward that nobody decided in time', { timeout: 240_000 }, async () => {
    const { number, mails } = await askedFor('feedback');
    const mail = mails[0] as Mail;
    const isOver = async () => ((await rewardStatus(number)) === 'expired' ? true : undefined);
    const seconds = secondsOf(policy.rewards.approval.window);
    await until('the end of the window', isOver, seconds + 60);
    await expectNotPaid(number, 'Expired');
    for (const way of ['console', 'link'] as const) {
      const { counts, sentence } = await decide(way, mail, number);
      expect(counts).toBe(false);
      expect(sentence).toContain('The time for this approval is over');
    }
    expect(await rewardStatus(number)).toBe('expired');
    expect(await timesPaid(number)).toBe(0);
  });

  it('of one that the alumnus declines', async () => {
    const who = await contributor();
    const { number, mails } = await askedFor('feedback', who.id);
    expect((await post(`${who.page}/${number}`, { action: 'decline' })).status).toBe(200);
    const told = await Promise.all((['console', 'link'] as const).map((way) => decide(way, mails[0] as Mail, number)));
    for (const { counts, sentence } of told) {
      expect(counts).toBe(false);
      expect(sentence).toContain('has declined the reward');
    }
    await expectNotPaid(number, 'Declined');
  });
});

describe.concurrent('somebody who is erased', () => {
  it('leaves no words, and nothing is paid that waits for approval', async () => {
    const who = await contributor();
    const { number, mails } = await askedFor('feedback', who.id);
    expect(await wordsOf(who.id)).toHaveLength(1);
    await okaeri('person', 'erase', who.employeeId, '--yes');
    expect(await wordsOf(who.id)).toEqual([]);
    expect((await post(`${who.page}/${number}`, { action: 'decline' })).status).toBe(410);
    const { counts } = await decide('console', mails[0] as Mail, number);
    expect(counts).toBe(false);
    await expectNotPaid(number, 'Declined');
    expect(await rewardStatus(number)).toBe('declined');
  });

  it('is not rewarded for what comes to something only later', async () => {
    const who = await contributor();
    const { number } = await askedFor('feedback', who.id);
    await awaitMail(settings, who.address, `contribution-outcome_${number}-qualified`);
    await okaeri('person', 'erase', who.employeeId, '--yes');
    // Nobody decides: its execution finds out by itself.
    await until('the end', async () => ((await rewardStatus(number)) === 'asking' ? undefined : true));
    await expectNotPaid(number, 'Declined');
  });
});
