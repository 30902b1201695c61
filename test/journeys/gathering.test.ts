import { randomInt } from 'node:crypto';
import { DescribeExecutionCommand, GetExecutionHistoryCommand, StartExecutionCommand } from '@aws-sdk/client-sfn';
import { beforeAll, describe, expect, it } from 'vitest';
import { addGathering, decideOnGathering, readGathering } from '../../functions/adapters/gatherings.ts';
import { identify } from '../../functions/adapters/identity.ts';
import { linkCode, linkUrl } from '../../functions/adapters/links.ts';
import { policy } from '../../functions/adapters/policy.ts';
import { readRsvp } from '../../functions/adapters/rsvps.ts';
import { programme } from '../../functions/adapters/table.ts';
import { doorMatter } from '../../functions/domain/gathering.ts';
import { planCode } from '../../functions/domain/plan-review.ts';
import { publishGathering } from '../../functions/domain/plan-submission.ts';
import { awaitMail, dispatchOf, linkIn, mailsTo, send } from '../../infra/local/play/leaver.ts';
import { machineArn } from '../../infra/local/play/programme.ts';
import { until } from '../../infra/local/play/until.ts';
import { addressOf, alumnus } from '../adapters/alumni.ts';
import { guests, roomOf } from '../adapters/gathering-steps.ts';
import { dinner } from '../domain/held-gathering.ts';
import { okaeri } from './cli.ts';
import { inDays, settings, states, theProgramme } from './stage.ts';

/** A gathering through the front door, from the review to the door; nobody else's alumni are in its audience. */
const ours = randomInt(1e6, 1e9);
const organiser = `organiser-${ours}@hikari.example.com`;
const needs = `木の実のアレルギー ${ours}`;
const names = { mio: '森 美緒', jun: '岡田 潤', saki: '石田 咲' };
type Name = keyof typeof names;
const people = new Map<Name, string>();
let number = 0;
let reviewPage = '';
let door = '';

/** @param department whom it is for */
async function publish(department: string): Promise<number> {
  const { variants } = dinner();
  const question = { text: 'お会いしたい方は', line: 9 };
  const plan = dinner({
    variants: { ...variants, ...(variants.ja && { ja: { ...variants.ja, question } }) },
    start: `${inDays(45)}T18:30`,
    end: `${inDays(45)}T20:30`,
    deadline: inDays(30),
    capacity: 3,
    guests: 1,
    organiser,
    hosts: [{ name: '田中 健', email: `host-${ours}@hikari.example.com`, line: 9 }],
    audience: { departments: [department] },
  });
  // Submitted by a clock ahead: a sweep of another journey must not end the review.
  const given = { now: `${inDays(10)}T00:00:00Z`, policy };
  const { write } = await addGathering((found) => publishGathering(found, { plan, digest: department }, given));
  return write?.gathering.number ?? 0;
}

beforeAll(async () => {
  const { person } = await identify();
  for (const name of ['mio', 'jun', 'saki'] as const) {
    const employeeId = `G${ours}-${name}`;
    const profile = { employeeId, name: names[name], department: `部${ours}` };
    people.set(name, await alumnus({ id: person(employeeId), profile, person: { nextOutreach: '2098-01-01' } }));
  }
  number = await publish(`部${ours}`);
  const request = await awaitMail(settings, policy.company.reviewer, `gathering-review_${number}-1-`);
  reviewPage = linkIn(request, 'plan');
});

const of = (name: Name): string => people.get(name) ?? '';
const addressFor = (name: Name) => addressOf(of(name));
const pageOf = async (name: Name) =>
  linkIn(await awaitMail(settings, addressFor(name), `gathering-invitation_${number}`), 'gathering');
const read = async (url: string, headers: Record<string, string> = {}) => (await fetch(url, { headers })).text();
const matter = () => ({ matter: String(number) });
/** Posts a form, and follows no redirect. */
const post = (url: string, fields: Record<string, string>) =>
  fetch(url, { method: 'POST', body: new URLSearchParams(fields), redirect: 'manual' });

describe('the review', () => {
  /** Starts what a reviewer starts in the console. @returns the state it ended in */
  async function console(input: Record<string, unknown>): Promise<string | undefined> {
    const stateMachineArn = machineArn(settings, 'DecideGathering');
    const { executionArn } = await states.send(
      new StartExecutionCommand({ stateMachineArn, input: JSON.stringify(input) }),
    );
    await until('the decision', async () => {
      const { status } = await states.send(new DescribeExecutionCommand({ executionArn }));
      return status === 'RUNNING' ? undefined : status;
    });
    const { events = [] } = await states.send(
      new GetExecutionHistoryCommand({ executionArn, reverseOrder: true, maxResults: 5 }),
    );
    return events.map(({ stateExitedEventDetails }) => stateExitedEventDetails?.name).find((name) => name);
  }

  it('takes the reviewer’s word from the console with the right code only', async () => {
    const refused = await publish(`別${ours}`);
    const gathering = await readGathering(refused);
    const code = gathering ? await linkCode(planCode(gathering)) : '';
    const mine = await readGathering(number);
    const another = mine ? await linkCode(planCode(mine)) : '';
    for (const wrong of ['ABCD-EFGH', another, ''])
      expect(await console({ gathering: refused, decision: 'approve', code: wrong })).toBe('Not accepted');
    expect(await console({ gathering: 999_999, decision: 'approve', code })).toBe('Not accepted');
    expect(await readGathering(refused)).toMatchObject({ status: 'in review' });
    expect(await console({ gathering: refused, decision: 'refuse', code, note: 'too soon' })).toBe('Refused');
    expect(await console({ gathering: refused, decision: 'approve', code })).toBe('Decided otherwise before');
    expect(await theProgramme.outcomeOfGathering(refused)).toBe('Refused');
    await awaitMail(settings, policy.company.admin, `gathering-decided_${refused}-1`);
  });

  it('by link: looking decides nothing, and until then nobody is invited', async () => {
    expect(await read(reviewPage)).toContain('春の交流会');
    expect(await readGathering(number)).toMatchObject({ status: 'in review' });
    expect(await guests(number)).toEqual({});
    expect(
      (await post(`${reviewPage.slice(0, -1)}${reviewPage.endsWith('A') ? 'B' : 'A'}`, { decision: 'approve' })).status,
    ).toBe(403);
    await send(reviewPage, [['decision', 'approve']]);
    expect(await readGathering(number)).toMatchObject({ status: 'announced' });
    expect((await post(reviewPage, { decision: 'refuse' })).status).toBe(200);
    expect(await readGathering(number)).toMatchObject({ status: 'announced' });
  });
});

describe('the answers', () => {
  it('of who comes with a guest: a place, a calendar entry, a code', async () => {
    const page = await pageOf('mio');
    await send(page, [
      ['answer', 'yes'],
      ['guests', '1'],
      ['needs', needs],
      ['reply', '=HYPERLINK("x")'],
    ]);
    expect((await roomOf(number)).places[of('mio')]).toMatchObject({ status: 'attending', party: 2 });
    expect(await read(page)).toContain('受付用のQRコード');
    await awaitMail(settings, addressFor('mio'), `gathering-place_${number}-1`);
  });

  it('of who comes too late: the waiting list; and of who does not', async () => {
    await send(await pageOf('jun'), [
      ['answer', 'yes'],
      ['guests', '0'],
    ]);
    expect(await read(await pageOf('jun'))).toContain('1番目でお待ち');
    await send(await pageOf('saki'), [['answer', 'no']]);
    expect(await read(await pageOf('saki'))).toContain('ご欠席のお知らせを承っています');
    expect(Object.keys((await roomOf(number)).places).sort()).toEqual([of('mio'), of('jun')].sort());
  });
});

describe('at the door', () => {
  let ticket = '';
  beforeAll(async () => {
    door = linkIn(await awaitMail(settings, organiser, `gathering-organiser_${number}-`), 'door');
    ticket = await linkUrl('check-in', { person: of('mio'), ...matter() }, Date.now());
  });
  const tokenOf = (url: string) => new URL(url).pathname.split('/')[2] ?? '';
  /** The organiser's link to another gathering, and an earlier organiser's to this one. */
  const doorsOfOthers = async () => {
    const { address } = await identify();
    const matters = [doorMatter(999, address(organiser)), doorMatter(number, address('former@hikari.example.com'))];
    return Promise.all(matters.map((matter) => linkUrl('door', { person: programme, matter }, Date.now())));
  };
  const cookie = (token: string) => ({ cookie: `door-${number}=${token}` });

  it('what somebody needs stands behind the organiser’s link, and nowhere else', async () => {
    expect(await read(door)).toContain(needs);
    const csv = await (await fetch(`${door}/list.csv`)).arrayBuffer();
    const text = Buffer.from(csv).toString();
    expect(text).toContain(needs);
    expect(text).toMatch(/"'=HYPERLINK/);
    for (const url of [reviewPage, ticket, await pageOf('jun')]) expect(await read(url)).not.toContain(String(ours));
    expect(await read(ticket, cookie(tokenOf(door)))).not.toContain(needs);
    for (const address of [organiser, policy.company.admin, addressFor('mio'), addressFor('jun')])
      for (const { subject, text: body, html } of await mailsTo(settings, address))
        expect(subject + body + html).not.toContain(needs);
  });

  it('the organiser’s phone is remembered by a cookie for the pages behind codes only', async () => {
    const [set = ''] = (await fetch(door)).headers.getSetCookie();
    const [pair, ...attributes] = set.split('; ');
    expect(pair).toBe(`door-${number}=${tokenOf(door)}`);
    expect(attributes.sort()).toEqual(['HttpOnly', 'Max-Age=2592000', 'Path=/check-in', 'SameSite=Lax', 'Secure']);
  });

  it('a code shows who it is on that phone, and nothing about anybody elsewhere', async () => {
    const shown = await read(ticket, cookie(tokenOf(door)));
    expect(shown).toContain(names.mio);
    expect(shown).toContain(`/door/${tokenOf(door)}`);
    const [elsewhere = '', former = ''] = await doorsOfOthers();
    const plain = await read(ticket);
    for (const token of [
      '',
      'x',
      `${tokenOf(door)}x`,
      tokenOf(elsewhere),
      tokenOf(former),
      tokenOf(ticket),
      tokenOf(await pageOf('mio')),
    ])
      expect(await read(ticket, cookie(token))).toBe(plain);
    expect(plain).not.toContain(names.mio);
    expect(plain).not.toContain('<form');
  });

  it('nobody but the organiser checks in', async () => {
    const own = tokenOf(await pageOf('mio'));
    const forged = `${door.slice(0, -1)}${door.endsWith('A') ? 'B' : 'A'}`;
    const form = { person: of('mio'), came: '1' };
    for (const url of [forged, `${settings.portal}/door/${own}`, `${settings.portal}/door/${tokenOf(ticket)}`])
      expect((await post(url, form)).status).toBe(403);
    for (const url of await doorsOfOthers()) expect((await post(url, form)).status).toBe(410);
    expect((await post(ticket, form)).status).toBe(404);
    expect((await roomOf(number)).places[of('mio')]?.came).toBeUndefined();
  });

  it('the organiser does, from the day before on, as many as have a place, and counts walk-ins', async () => {
    expect((await post(door, { person: of('mio'), came: '1' })).status).toBe(422);
    expect((await post(door, { walkIns: '1' })).status).toBe(422);
    // As the sweep of that day would bring it.
    const reached = inDays(44);
    await decideOnGathering(number, (found) => ({ outcome: 'near', write: { gathering: { ...found, reached } } }));
    expect((await post(door, { person: of('mio'), came: '3' })).status).toBe(422);
    expect((await post(door, { person: of('jun'), came: '1' })).status).toBe(422);
    expect((await post(door, { person: of('mio'), came: '2' })).status).toBe(303);
    expect((await roomOf(number)).places[of('mio')]).toMatchObject({ came: 2 });
    expect((await post(door, { person: of('mio'), came: '0' })).status).toBe(303);
    expect((await roomOf(number)).places[of('mio')]?.came).toBeUndefined();
    for (const walkIns of ['1', '1', '-1', '-1', '-1']) expect((await post(door, { walkIns })).status).toBe(303);
    expect((await post(door, { walkIns: '2' })).status).toBe(422);
    expect(await roomOf(number)).toMatchObject({ walkIns: 0 });
  });
});

describe('what is held about somebody', () => {
  it('is in their export, and gone from the gathering when they are erased', async () => {
    const employeeId = `G${ours}-mio`;
    expect(JSON.stringify(await okaeri('person', 'export', employeeId))).toContain(needs);
    await okaeri('person', 'erase', employeeId, '--yes');
    await until('the place', async () => ((await roomOf(number)).places[of('mio')] ? undefined : true));
    expect(await readRsvp(of('mio'), number)).toBeUndefined();
    expect(Object.keys(await guests(number)).sort()).toEqual([of('jun'), of('saki')].sort());
    expect(await read(door)).not.toContain(String(ours));
    expect(await read(door)).not.toContain(names.mio);
    // Who waits longest gets what has become free.
    const mails = () => mailsTo(settings, addressFor('jun'));
    const offer = await until('the offer', async () =>
      (await mails()).find((mail) => dispatchOf(mail) === `gathering-place_${number}-2`),
    );
    expect(linkIn(offer, 'gathering')).toBeTruthy();
  });
});
