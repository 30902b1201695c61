import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { readCandidate } from '../../functions/adapters/candidates.ts';
import { readWords, wordsOf } from '../../functions/adapters/contribution-words.ts';
import { readContribution } from '../../functions/adapters/contributions.ts';
import { linkUrl } from '../../functions/adapters/links.ts';
import { policy } from '../../functions/adapters/policy.ts';
import { programme } from '../../functions/adapters/table.ts';
import { approvalMatter } from '../../functions/domain/approval.ts';
import { awaitMail, linkIn } from '../../infra/local/play/leaver.ts';
import { until } from '../../infra/local/play/until.ts';
import { okaeri } from './cli.ts';
import {
  askedFor,
  type Contributor,
  contributor,
  gaveFeedback,
  numberIn,
  post,
  rewardStatus,
  sends,
} from './contribution-steps.ts';
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
    // Who follows leads hears of both.
    expect(await countArrived(policy.contributions.leads.owner, `contribution-owner_${two}`)).toBe(1);
  });
});

describe.concurrent('a candidate', () => {
  const invitationOf = async ({ address }: Contributor, number: number) =>
    linkIn(await awaitMail(settings, address, `contribution-invitation_${number}`), 'candidate');
  const receiptOf = async (email: string, number: number, entry = 1) =>
    linkIn(await awaitMail(settings, email, `candidate-receipt_${number}-${entry}`), 'candidacy');
  const confirm = { action: 'confirm' };

  it('who comes by two invitations is the one’s where they confirm first', async () => {
    const people = [await contributor(), await contributor()];
    const numbers = await Promise.all(people.map((who) => sends(who, 'referral')));
    const [first = 0, second = 0] = numbers;
    const invitations = await Promise.all(people.map((who, index) => invitationOf(who, numbers[index] ?? 0)));
    const entered = candidate();
    for (const invitation of invitations) expect((await post(invitation, entered)).status).toBe(200);
    const receipts = await Promise.all(numbers.map((number) => receiptOf(entered.email, number)));
    expect(await Promise.all(receipts.map(async (url) => (await read(url)).status))).toEqual([200, 200]);
    expect(await Promise.all(numbers.map(statusOf))).toEqual([
      'waits for the confirmation',
      'waits for the confirmation',
    ]);
    for (const receipt of receipts) expect((await post(receipt, confirm)).status).toBe(200);
    expect(await Promise.all(numbers.map(statusOf))).toEqual(['waits for the hire', 'duplicate']);
    expect(await readCandidate(second)).toBeUndefined();
    // Sent again, and by somebody else: the invitation is used.
    for (const again of [entered, candidate()]) expect((await post(invitations[0] ?? '', again)).status).toBe(410);
    expect((await post(receipts[0] ?? '', confirm)).status).toBe(200);
    expect((await post(receipts[1] ?? '', confirm)).status).toBe(410);
    expect(await countArrived(policy.company.recruiter, `contribution-recruiter_${first}`)).toBe(1);
    expect(await countMails(policy.company.recruiter, `contribution-recruiter_${second}`)).toBe(0);
    expect(await readCandidate(first)).toMatchObject({ email: entered.email });
  });

  it('takes their data back by the link of their receipt, which is no link of the next one', async () => {
    const who = await contributor();
    const number = await sends(who, 'referral');
    const invitation = await invitationOf(who, number);
    const [one, other] = [candidate(), candidate()];
    await post(invitation, one);
    const receipt = await receiptOf(one.email, number);
    expect((await post(forged(receipt), {})).status).toBe(403);
    expect(await readCandidate(number)).toMatchObject({ name: one.name });
    for (let turn = 0; turn < 2; turn += 1) expect((await post(receipt, {})).status).toBe(200);
    expect(await readCandidate(number)).toBeUndefined();
    expect(await statusOf(number)).toBe('waits for the candidate');
    expect((await post(invitation, other)).status).toBe(200);
    const next = await receiptOf(other.email, number, 2);
    expect((await post(receipt, confirm)).status).toBe(410);
    await post(receipt, {});
    expect(await readCandidate(number)).toMatchObject({ email: other.email });
    expect((await post(next, confirm)).status).toBe(200);
    expect((await post(next, {})).status).toBe(200);
    expect(await readCandidate(number)).toBeUndefined();
    expect(await readContribution(number)).toMatchObject({ status: 'not qualified', because: 'withdrawn' });
    expect((await post(next, confirm)).status).toBe(410);
    expect((await post(invitation, one)).status).toBe(410);
  });

  it('of somebody who was erased is nobody’s', async () => {
    const who = await contributor();
    const number = await sends(who, 'referral');
    const invitation = await invitationOf(who, number);
    await okaeri('person', 'erase', who.employeeId, '--yes');
    expect(await wordsOf(who.id)).toEqual([]);
    expect((await post(invitation, candidate())).status).toBe(410);
    expect(await readCandidate(number)).toBeUndefined();
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
    expect(await readContribution(theirs)).toMatchObject({ wantsReward: true });
    const moved = await linkUrl('contribute', { person: mine.id, matter: 'another-address' }, Date.now());
    expect((await post(`${moved}/lead`, { form: randomUUID(), ...lead() })).status).toBe(410);
    expect((await post(`${forged(mine.page)}/lead`, { form: randomUUID(), ...lead() })).status).toBe(403);
    // What a link is about must be of its kind.
    const number = await sends(others, 'referral');
    const about = (purpose: 'candidate' | 'answer', matter: number) =>
      linkUrl(purpose, { person: programme, matter: String(matter) }, Date.now());
    expect((await post(await about('candidate', theirs), candidate())).status).toBe(410);
    expect((await post(await about('answer', number), { answer: 'x', isOfUse: 'yes' })).status).toBe(410);
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
    const of = (approver: string, generation = 1) => approvalMatter(number, { generation, approver, round: 1 });
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
