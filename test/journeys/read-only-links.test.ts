import { PutCommand, paginateScan } from '@aws-sdk/lib-dynamodb';
import PQueue from 'p-queue';
import { beforeAll, describe, expect, it } from 'vitest';
import { takeCandidate } from '../../functions/adapters/candidates.ts';
import { addEdition } from '../../functions/adapters/editions.ts';
import { identify } from '../../functions/adapters/identity.ts';
import { linkPath } from '../../functions/adapters/links.ts';
import { loadPerson } from '../../functions/adapters/people.ts';
import { decideOnRehire, takeRehire } from '../../functions/adapters/rehires.ts';
import { keys, programme, table, tableName } from '../../functions/adapters/table.ts';
import { approvalMatter } from '../../functions/domain/approval.ts';
import { today } from '../../functions/domain/decision.ts';
import { doorMatter } from '../../functions/domain/gathering.ts';
import type { LinkPurpose, LinkSubject } from '../../functions/domain/link.ts';
import type { Question } from '../../functions/domain/question.ts';
import { acceptOffer, makeOffer } from '../../functions/domain/rehire-offer.ts';
import { dateAfter } from '../../functions/domain/time.ts';
import { app } from '../../functions/portal/routes.ts';
import { decideRehireAs } from '../../functions/rehire/decide.ts';
import { addressOf, alumnus } from '../adapters/alumni.ts';
import { answers, gathering } from '../adapters/gathering-steps.ts';
import { useOwnTable } from '../adapters/own-table.ts';
import { given, question, someId } from '../adapters/people-samples.ts';
import { someone } from '../adapters/people-steps.ts';
import { asking, candidateOf, contributed, referral } from '../adapters/reward-steps.ts';
import { approvedEdition } from '../domain/editions.ts';
import { dinner } from '../domain/held-gathering.ts';
import { freelanceOffer } from '../domain/rehire-samples.ts';

/** Every kind of page, asked for as link scanners and mail programs do, straight at the portal's own code. */
useOwnTable();

const now = Date.now();
const environment = { event: { requestContext: { timeEpoch: now } } };
const ask = (path: string, init: RequestInit) =>
  Promise.resolve(app.request(path, init, environment as unknown as Parameters<typeof app.request>[2]));

/** A page, and what it answers. */
type Page = { path: string; status: number };
const pages: Page[] = [{ path: '/', status: 200 }];
let stopPath = '';
let member = '';

beforeAll(async () => {
  const asked = await someone();
  member = await alumnus({ profile: { reportedAddress: 'new@example.com' } });
  const confirmation: Question = { ...question, id: '1-1-2-confirmation', kind: 'confirmation' };
  await table.send(
    new PutCommand({
      TableName: tableName(),
      Item: { ...keys.question(member, confirmation.id), data: confirmation, status: 'open' },
    }),
  );
  const edition = { ...approvedEdition(1, '2026-11-20'), version: 0, status: 'in review' as const };
  await addEdition(() => ({ outcome: 'submitted', write: { edition } }));
  const counts = { sent: 1000, bounced: 30, complained: 0 };
  const open = { at: new Date(now).toISOString(), because: 'bounces', counts };
  const breaker = { ...keys.breaker, data: { round: 1, open }, state: '1 open' };
  await table.send(new PutCommand({ TableName: tableName(), Item: breaker }));

  const theirs = (await identify()).address(addressOf(member));
  await addPages('consent', { person: asked, matter: question.id });
  await addPages('preferences', { person: member, matter: theirs });
  await addPages('preferences', { person: member, matter: theirs }, '/leave');
  await addPages('stop', { person: member, matter: 'all' });
  await addPages('confirm', { person: member, matter: confirmation.id });
  await addPages('review', { person: programme, matter: '1' });
  await addPages('breaker', { person: programme, matter: '1' });
  await addGatheringPages();
  await addContributionPages(theirs);
  await addRehirePages(theirs);
  stopPath = await linkPath('stop', { person: member, matter: 'all' }, Math.floor(now / 1000) + 1000);
});

/** Of somebody who comes to a gathering, at its door, and of its reviewer, who is asked about a change. */
async function addGatheringPages(): Promise<void> {
  const number = await gathering({
    draft: { plan: dinner({ fee: 0 }), digest: 'd', submittedOn: '2026-11-20', asked: [] },
  });
  await answers(number, member, 2);
  const matter = String(number);
  await addPages('gathering', { person: member, matter });
  await addPages('check-in', { person: member, matter });
  const organiser = doorMatter(number, (await identify()).address(dinner().organiser));
  for (const tail of ['', '/list.csv']) await addPages('door', { person: programme, matter: organiser }, tail);
  await addPages('plan', { person: programme, matter: `${number}-1` });
}

/** Of what somebody contributes: their own pages, a candidate's before and after the data, a topic owner's and an approver's. */
async function addContributionPages(theirs: string): Promise<void> {
  const [invited, feedback, rewarded] = [await referral(member), await contributed('feedback'), await asking('lead')];
  const mine = await contributed('feedback', member);
  const candidate = await referral();
  await takeCandidate(candidate, candidateOf(), given());
  for (const tail of ['', '/referral', '/lead', '/feedback', `/${invited}`, `/${mine}`])
    await addPages('contribute', { person: member, matter: theirs }, tail);
  await addPages('candidate', { person: programme, matter: String(invited) });
  await addPages('candidacy', { person: programme, matter: `${candidate}-1` });
  await addPages('answer', { person: programme, matter: String(feedback) });
  const matter = approvalMatter(rewarded, { generation: 1, approver: 'saito', round: 1 });
  await addPages('reward', { person: programme, matter });
}

/** Of returns: the form, and of a case how it stands, who decides, the offer, the tasks, and a check-in. */
async function addRehirePages(theirs: string): Promise<void> {
  await addPages('rehire', { person: member, matter: theirs });
  const person = await alumnus();
  const their = (await identify()).address(addressOf(person));
  const at = given();
  const taken = await takeRehire(person, { kind: 'freelance', wantsTalk: false, openedBy: 'alumnus' }, at);
  const number = 'number' in taken ? taken.number : 0;
  await addPages('rehire', { person, matter: their });
  await addPages('decision', { person: programme, matter: `${number}-1-1-kato` });
  await addPages('case', { person: programme, matter: String(number) });
  const startsOn = dateAfter(today(at), 'P30D');
  const offer = { ...freelanceOffer, startsOn, until: dateAfter(startsOn, 'P1Y') };
  const holder = { approver: 'kato', round: 1, generation: 1 };
  await decideRehireAs(number, holder, { decision: 'approve', by: 'link' }, at);
  await decideOnRehire(number, (rehire, about) => makeOffer(rehire, about, offer, at), at);
  await decideOnRehire(number, (rehire, { words }) => acceptOffer(rehire, words, { revision: 1 }, at), at);
  await addPages('offer', { person, matter: `${number}-1-${their}` });
  await addPages('task', { person: programme, matter: `${number}-culture` });
  await addPages('settling', { person, matter: `${number}-1-${their}` });
}

/** A page by a link that works, that is expired, that is forged, and that is about nobody any more. */
async function addPages(purpose: LinkPurpose, subject: LinkSubject, tail = ''): Promise<void> {
  const day = 86_400;
  const second = Math.floor(now / 1000);
  const link = await linkPath(purpose, subject, second + day);
  const expired = await linkPath(purpose, subject, second - day);
  const stranger = await linkPath(purpose, { person: someId(), matter: '999' }, second + day);
  pages.push({ path: `${link}${tail}`, status: 200 });
  pages.push({ path: `${expired}${tail}`, status: 410 });
  pages.push({ path: `${link.slice(0, -1)}${link.endsWith('A') ? 'B' : 'A'}${tail}`, status: 403 });
  // Whether the breaker was released is no secret, nor that nothing is kept of a candidate.
  const isPlain = purpose === 'breaker' || purpose === 'candidacy';
  const isNowhere = purpose === 'task' || purpose === 'case';
  pages.push({ path: `${stranger}${tail}`, status: isPlain ? 200 : isNowhere ? 404 : 410 });
}

/** Every byte of the table, in an order of its own. */
async function everything(): Promise<string> {
  const items: string[] = [];
  for await (const { Items = [] } of paginateScan({ client: table }, { TableName: tableName(), ConsistentRead: true }))
    items.push(...Items.map((item) => JSON.stringify(item)));
  return items.sort().join('\n');
}

describe('opening a link never changes anything', () => {
  it('10,000 times with GET and HEAD, over every kind of link', { timeout: 180_000 }, async () => {
    const before = await everything();
    const people = new PQueue({ concurrency: 32 });
    const wrong = new Map<string, number>();
    for (let turn = 0; turn < 10_000; turn += 1) {
      const { path, status } = pages[turn % pages.length] ?? { path: '/', status: 0 };
      const method = Math.floor(turn / pages.length) % 2 ? 'HEAD' : 'GET';
      await people.onSizeLessThan(64);
      void people.add(async () => {
        const response = await ask(path, { method });
        const text = await response.text();
        const isRight = response.status === status && (method === 'HEAD') === (text === '');
        if (!isRight) wrong.set(`${method} ${path} ${response.status}`, turn);
      });
    }
    await people.onIdle();
    expect([...wrong.keys()]).toEqual([]);
    expect(pages).toHaveLength(1 + 29 * 4);
    expect(await everything()).toBe(before);
  });

  it('and pressing a button does', async () => {
    const before = await everything();
    // As a mailbox provider posts it (RFC 8058): a form body, and no header more than that takes.
    const response = await ask(stopPath, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: 'List-Unsubscribe=One-Click',
    });
    expect(response.status).toBe(200);
    expect(await everything()).not.toBe(before);
    expect((await loadPerson(member)).person).toMatchObject({ stopped: true, consents: [] });
  });
});
