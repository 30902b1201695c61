import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { readCandidate, readWords, wordsOf } from '../../functions/adapters/contribution-words.ts';
import { readContribution } from '../../functions/adapters/contributions.ts';
import { linkUrl } from '../../functions/adapters/links.ts';
import { policy } from '../../functions/adapters/policy.ts';
import { programme } from '../../functions/adapters/table.ts';
import { approvalMatter } from '../../functions/domain/reward.ts';
import { awaitMail, linkIn } from '../../infra/local/play/leaver.ts';
import { until } from '../../infra/local/play/until.ts';
import { askedFor, contributor, gaveFeedback, numberIn, post, rewardStatus, sends } from './contribution-steps.ts';
import { countArrived, countMails, settings } from './stage.ts';

/** What alumni, candidates and owners send on the running stack: again, at once, and with links that are not theirs. */

const read = async (url: string) => {
  const answer = await fetch(url);
  return { status: answer.status, text: await answer.text() };
};
const lead = () => ({ company: `Company ${randomUUID()}`, text: 'Please talk to them.', reward: 'yes' });
const candidate = () => ({ name: '林 徹', email: `candidate-${randomUUID()}@example.com`, consent: 'yes' });
/** The last character of the signature is another one. */
const forged = (url: string) => `${url.slice(0, -1)}${url.endsWith('A') ? 'B' : 'A'}`;
const statusOf = async (number: number) => (await readContribution(number))?.status;

describe.concurrent('a form', () => {
  it('that is sent 20 times at once, and once more later, is one contribution and one mail', async () => {
    const who = await contributor();
    const form = { form: randomUUID(), ...lead() };
    const answers = await Promise.all(Array.from({ length: 20 }, () => post(`${who.page}/lead`, form)));
    const numbers = new Set(answers.map(numberIn));
    expect(numbers.size).toBe(1);
    const [number = 0] = numbers;
    await awaitMail(settings, policy.contributions.leads.owner, `contribution-owner_${number}-0`);
    expect(numberIn(await post(`${who.page}/lead`, form))).toBe(number);
    expect(await wordsOf(who.id)).toHaveLength(1);
    expect(await countMails(policy.contributions.leads.owner, `contribution-owner_${number}-0`)).toBe(1);
  });

  it('is refused past the cap, however many come at once', async () => {
    const who = await contributor();
    const { most } = policy.contributions.cap;
    const send = () => post(`${who.page}/lead`, { form: randomUUID(), ...lead() });
    for (let sent = 0; sent < most - 2; sent += 1) expect((await send()).status).toBe(303);
    const answers = await Promise.all(Array.from({ length: 5 }, send));
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 303, 429, 429, 429]);
    expect(await wordsOf(who.id)).toHaveLength(most);
  });

  it('with a company that somebody named before is a duplicate, and they read so', async () => {
    const [first, second] = [await contributor(), await contributor()];
    const { company, ...others } = lead();
    const one = await sends(first, 'lead', { company: `${company}, Inc.`, ...others });
    const two = await sends(second, 'lead', { company: company.toUpperCase(), ...others });
    expect([await statusOf(one), await statusOf(two)]).toEqual(['waits for the deal', 'duplicate']);
    expect(await countArrived(second.address, `contribution-outcome_${two}-duplicate`)).toBe(1);
    expect(await countMails(policy.contributions.leads.owner, `contribution-owner_${two}`)).toBe(0);
  });
});

describe.concurrent('a candidate', () => {
  it('who comes by two invitations is the first one’s', async () => {
    const people = [await contributor(), await contributor()];
    const numbers = await Promise.all(people.map((who) => sends(who, 'referral')));
    const invitations = await Promise.all(
      people.map(async ({ address }, index) =>
        linkIn(await awaitMail(settings, address, `contribution-invitation_${numbers[index]}`), 'candidate'),
      ),
    );
    const entered = candidate();
    for (const invitation of invitations) expect((await post(invitation, entered)).status).toBe(200);
    expect(await Promise.all(numbers.map(statusOf))).toEqual(['waits for the hire', 'duplicate']);
    expect(await readCandidate(numbers[1] ?? 0)).toBeUndefined();
    // Sent again, and by somebody else: the invitation is used.
    for (const again of [entered, candidate()]) expect((await post(invitations[0] ?? '', again)).status).toBe(410);
    expect(await countArrived(entered.email, `candidate-receipt_${numbers[0]}`)).toBe(1);
    expect(await readCandidate(numbers[0] ?? 0)).toMatchObject({ email: entered.email });
  });

  it('takes their data back by the link of their receipt', async () => {
    const who = await contributor();
    const number = await sends(who, 'referral');
    const invitation = await awaitMail(settings, who.address, `contribution-invitation_${number}`);
    const entered = candidate();
    await post(linkIn(invitation, 'candidate'), entered);
    const receipt = linkIn(await awaitMail(settings, entered.email, `candidate-receipt_${number}`), 'withdraw');
    expect((await read(receipt)).status).toBe(200);
    expect(await readCandidate(number)).toMatchObject({ name: entered.name });
    expect((await post(forged(receipt), {})).status).toBe(403);
    expect(await readCandidate(number)).toBeDefined();
    for (let turn = 0; turn < 2; turn += 1) expect((await post(receipt, {})).status).toBe(200);
    expect(await readCandidate(number)).toBeUndefined();
    expect(await readContribution(number)).toMatchObject({ status: 'not qualified', because: 'withdrawn' });
  });
});

describe.concurrent('feedback', () => {
  it('is answered once: the first answer stays, and comes back once', async () => {
    const who = await contributor();
    const number = await gaveFeedback(who.id);
    const [owner = ''] = policy.contributions.topics.map((topic) => topic.owner);
    const answer = linkIn(await awaitMail(settings, owner, `contribution-owner_${number}-0`), 'answer');
    const first = { answer: 'Thank you.', isOfUse: 'no' };
    const both = await Promise.all([post(answer, first), post(answer, { ...first, answer: 'No.', isOfUse: 'yes' })]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect((await post(answer, { ...first, answer: 'Later.' })).status).toBe(409);
    const kept = (await readWords(who.id, number))?.answer;
    expect(['Thank you.', 'No.']).toContain(kept);
    const status = await until('the outcome', async () => {
      const found = await statusOf(number);
      return found === 'waits for the answer' ? undefined : found;
    });
    const purpose = `contribution-outcome_${number}-${status?.replaceAll(' ', '-')}`;
    expect(await countArrived(who.address, purpose)).toBe(1);
  });
});

describe.concurrent('a link that is not what it says', () => {
  it('to somebody else’s contribution, from an old mailbox, or of nobody: is refused, and nothing happens', async () => {
    const [mine, others] = [await contributor(), await contributor()];
    const theirs = await gaveFeedback(others.id);
    expect((await read(`${mine.page}/${theirs}`)).status).toBe(404);
    expect((await post(`${mine.page}/${theirs}`, { action: 'decline' })).status).toBe(404);
    expect(await readContribution(theirs)).toMatchObject({ wantsReward: true, version: 2 });
    const moved = await linkUrl('contribute', { person: mine.id, matter: 'another-address' }, Date.now());
    expect((await post(`${moved}/lead`, { form: randomUUID(), ...lead() })).status).toBe(410);
    expect((await post(`${forged(mine.page)}/lead`, { form: randomUUID(), ...lead() })).status).toBe(403);
    // An invitation is its alumnus's: another's number opens nothing.
    const number = await sends(others, 'referral');
    const swapped = await linkUrl('candidate', { person: mine.id, matter: String(number) }, Date.now());
    expect((await post(swapped, candidate())).status).toBe(410);
    const answer = await linkUrl('answer', { person: mine.id, matter: String(theirs) }, Date.now());
    expect((await post(answer, { answer: 'x', isOfUse: 'yes' })).status).toBe(410);
    expect(await wordsOf(mine.id)).toEqual([]);
    expect([await statusOf(number), await statusOf(theirs)]).toEqual([
      'waits for the candidate',
      'waits for the answer',
    ]);
  });

  it('of an approver: reused, of another round or reward, or forged, it decides nothing and is counted', async () => {
    const { number, mails } = await askedFor('feedback');
    const link = linkIn(mails[0] as never, 'reward');
    const about = (matter: string) => linkUrl('reward', { person: programme, matter }, Date.now());
    const of = (approver: string, generation = 1) => approvalMatter(number, { generation }, { approver, round: 1 });
    const no = { decision: 'reject' };
    expect((await post(forged(link), no)).status).toBe(403);
    expect((await post(await about(of('yamada')), no)).status).toBe(409);
    expect((await post(await about(of('saito', 2)), no)).status).toBe(410);
    expect((await post(await about('999999-1-1-saito'), no)).status).toBe(410);
    expect((await post(link, { decision: 'perhaps' })).status).toBe(422);
    expect(await rewardStatus(number)).toBe('asking');
    expect((await readContribution(number))?.reward).toMatchObject({ refused: 1, said: [] });
    expect((await post(link, no)).status).toBe(200);
    expect((await post(link, { decision: 'approve' })).status).toBe(409);
    expect((await read(link)).status).toBe(200);
    expect((await readContribution(number))?.reward).toMatchObject({ status: 'rejected', refused: 2 });
  });
});
