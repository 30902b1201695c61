import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, inject, it, vi } from 'vitest';
import { timelineOf } from '../../cli/timeline.ts';
import { addGathering } from '../../functions/adapters/gatherings.ts';
import { readHoldings } from '../../functions/adapters/holdings.ts';
import { identify } from '../../functions/adapters/identity.ts';
import { readLedger } from '../../functions/adapters/ledger.ts';
import { linkUrl } from '../../functions/adapters/links.ts';
import { loadPerson } from '../../functions/adapters/people.ts';
import { policy } from '../../functions/adapters/policy.ts';
import { decideOnRehire, readRehire } from '../../functions/adapters/rehires.ts';
import { keys, programme } from '../../functions/adapters/table.ts';
import { isReachable } from '../../functions/domain/alumnus.ts';
import { parseReport } from '../../functions/domain/departure-report.ts';
import { doorMatter } from '../../functions/domain/gathering.ts';
import { publishGathering } from '../../functions/domain/plan-submission.ts';
import { makeOffer } from '../../functions/domain/rehire-offer.ts';
import { finishTask } from '../../functions/domain/rehire-start.ts';
import { taskKinds } from '../../functions/domain/rehire-tasks.ts';
import { dateAfter, type PlainDate } from '../../functions/domain/time.ts';
import { receiveReport } from '../../functions/intake/receive.ts';
import { awaitMail, linkIn } from '../../infra/local/play/leaver.ts';
import { approve } from '../adapters/alumni.ts';
import { useOwnTable } from '../adapters/own-table.ts';
import { submitted } from '../domain/contribution-samples.ts';
import { announced, dinner } from '../domain/held-gathering.ts';
import { freelanceOffer, openedCase } from '../domain/rehire-samples.ts';
import { executions, now, open, press, seed, setClock, settle, sweepOn, today, until } from '../lives/world.ts';

/**
 * One life, from the first exit to the second, on the machines and functions that are deployed and on a table of the emulator.
 * Four years pass, on a clock of the test's own; the sweep runs twice a week.
 */

useOwnTable();
const settings = inject('settings');
const address = `life-${randomUUID()}@example.com`;
const employeeId = 'L1001';
let person = '';

beforeAll(async () => {
  vi.useFakeTimers({ toFake: ['Date'] });
  // The stand-in for the HR system has another clock; here somebody of HR does it.
  vi.stubEnv('HRIS_URL', undefined);
  setClock('2026-12-01T00:00:00Z');
  // Numbers that no other test of this stack has: they share an inbox.
  await seed({ ...keys.gathering(900), data: { ...announced(), number: 900, status: 'over' }, version: 2 });
  await seed({ ...keys.contribution(900), data: { ...submitted('feedback', 900), status: 'lapsed' }, version: 1 });
  await seed({ ...keys.rehire(900), data: { ...openedCase(900), status: 'withdrawn' }, version: 1 });
});
afterAll(() => {
  vi.useRealTimers();
});

/** A report, as the HR system sends it. */
async function report(type: string, data: Record<string, unknown>): Promise<void> {
  const parsed = parseReport(
    { type, timestamp: now(), data: { employeeId, name: '青木 遥', language: 'ja', ...data } },
    now(),
  );
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.faults));
  const receipt = await receiveReport(parsed.report, { now: now() });
  if ('departure' in receipt) person = receipt.departure;
  expect(receipt.outcome).toBe('accepted');
  await settle();
  await until(new Date(Date.now() + 1000).toISOString());
}

const mail = (purpose: string, to = address) => awaitMail(settings, to, purpose);

/** A link to a page of the programme, for who looks after it. */
const staffLink = (purpose: 'case' | 'task' | 'decision' | 'plan', matter: string) =>
  linkUrl(purpose, { person: programme, matter }, Date.now());

/** Sweeps twice a week, until a date has been swept; at no moment does a rule not hold. */
async function live(date: PlainDate): Promise<void> {
  for (let day = today(); day < date; ) {
    day = dateAfter(day, 'P4D') < date ? dateAfter(day, 'P4D') : date;
    if (day.slice(8) < '05') await approve(day);
    await sweepOn(day);
    await checkRules();
  }
}

/** What the policy says must never be. */
async function checkRules(): Promise<void> {
  const { person: found } = await loadPerson(person);
  const { mails } = await readHoldings(person);
  const touches = mails
    .filter(({ purpose }) => purpose === 'outreach')
    .map(({ at }) => at.slice(0, 10))
    .sort();
  for (const [index, touch] of touches.entries()) {
    const before = touches[index - 1];
    if (before) expect(touch >= dateAfter(before, policy.outreach.leastApart), `${before} and ${touch}`).toBe(true);
    const within = touches.filter((other) => other <= touch && other > dateAfter(touch, '-P1Y'));
    expect(within.length, `a year up to ${touch}`).toBeLessThanOrEqual(policy.outreach.cap.most);
    expect(policy.outreach.holidays).not.toContain(touch);
    expect([0, 6], `${touch} is a working day`).not.toContain(new Date(touch).getUTCDay());
  }
  const rehired = found.stints.find((stint) => stint.status === 'rehired');
  if (rehired?.status === 'rehired' && !isReachable(found)) {
    const since = touches.filter((touch) => touch >= rehired.rehiredOn);
    expect(since, 'nothing of the programme while they are here').toEqual([]);
  }
  // Each mail has its own identity, for ever.
  expect(new Set(mails.map(({ id }) => id)).size).toBe(mails.length);
}

const stints = async () => (await loadPerson(person)).person.stints.map(({ status }) => status);

it('leaves, consents, and is enrolled after the last day', async () => {
  await report('departure.announced', {
    personalEmail: address,
    hireDate: '2018-04-01',
    lastWorkingDay: '2026-12-31',
    department: '開発部',
    contract: 'permanent',
    reason: 'career',
    country: 'JP',
  });
  const link = linkIn(await mail('consent-request'), 'consent');
  expect(await (await open(link)).text()).toContain('復帰');
  await press(link, [
    ['purpose', 'outreach'],
    ['purpose', 'gatherings'],
    ['purpose', 'rehire'],
    ['answer', 'yes'],
  ]);
  expect(await stints()).toEqual(['consented']);
  await sweepOn('2027-01-04');
  expect(await stints()).toEqual(['enrolled']);
  expect(await mail('welcome')).toBeTruthy();
});

it('comes to a dinner', async () => {
  await live('2027-02-01');
  const plan = dinner({ organiser: 'life-organiser@hikari.example.com' });
  const given = { now: now(), policy };
  const { write } = await addGathering((found) => publishGathering(found, { plan, digest: 'life' }, given));
  expect(write?.gathering.number).toBe(901);
  await settle();
  const review = await mail('gathering-review_901-1-', policy.company.reviewer);
  await press(linkIn(review, 'plan'), { decision: 'approve' });
  const invitation = await mail('gathering-invitation_901');
  await press(linkIn(invitation, 'gathering'), { answer: 'yes' });
  await live('2027-03-12');
  expect(await mail('gathering-details_901')).toBeTruthy();
  const door = doorMatter(901, (await identify()).address(plan.organiser));
  await press(await linkUrl('door', { person: programme, matter: door }, Date.now()), { person, came: '1' });
  await live('2027-03-16');
  expect(await mail('gathering-thanks_901')).toBeTruthy();
});

it('introduces a candidate, who is hired and stays; the law allows thanks alone', async () => {
  await live('2027-06-01');
  const page = linkIn(await mail('welcome'), 'contribute');
  const answer = await press(`${page}/referral`, { form: randomUUID() });
  expect(answer.headers.get('location')).toMatch(/901$/);
  await press(linkIn(await mail('contribution-invitation_901'), 'candidate'), {
    name: '林 徹',
    email: `candidate-${address}`,
    consent: 'yes',
  });
  await press(linkIn(await mail('candidate-receipt_901', `candidate-${address}`), 'candidacy'), { action: 'confirm' });
  await receiveReport(
    { type: 'referral.hired', timestamp: now(), data: { contribution: 901, on: '2027-07-01', country: 'JP' } },
    { now: now() },
  );
  await settle();
  await live('2027-10-04');
  expect(executions.endOf('okaeri-reward', 'reward-901-1')).toBe('Thanked without a reward');
  expect(await mail('reward-news_901-1-thanks')).toBeTruthy();
});

it('hears of the company ten times and more in three years', async () => {
  await live('2030-01-07');
  const { mails } = await readHoldings(person);
  expect(mails.filter(({ purpose }) => purpose === 'outreach').length).toBeGreaterThanOrEqual(10);
});

it('thinks of coming back, and the company makes an offer', async () => {
  const page = linkIn(await mail('welcome'), 'rehire');
  await press(page, { form: randomUUID(), kind: 'freelance', talk: 'yes', since: '独立しました。' });
  expect(await mail('rehire-receipt_901')).toBeTruthy();
  await press(await staffLink('case', '901'), { talk: 'held' });
  await press(await staffLink('decision', '901-1-1-kato'), { decision: 'approve' });
  expect(await readRehire(901)).toMatchObject({ status: 'waits for the offer' });
  const given = { now: now(), policy };
  const offer = { ...freelanceOffer, startsOn: '2030-02-01', until: '2031-01-31' };
  const made = await decideOnRehire(901, (rehire, about) => makeOffer(rehire, about, offer, given), given);
  expect(made).toBe('offered');
  await settle();
  await press(linkIn(await mail('rehire-offer_901-1-0'), 'offer'), { decision: 'accept' });
  expect(await readRehire(901)).toMatchObject({ status: 'onboarding' });
});

it('is back, while outreach stops, and says how it is', async () => {
  await press(await staffLink('task', '901-culture'), { done: 'yes' });
  for (const kind of taskKinds) {
    await decideOnRehire(901, (rehire) => finishTask(rehire, kind, 'cli', { now: now(), policy }), {
      now: now(),
      policy,
    });
  }
  await live('2030-02-01');
  expect(await stints()).toEqual(['rehired']);
  for (const [index, date] of ['2030-03-04', '2030-04-03', '2030-05-03'].entries()) {
    await live(date);
    const question = await mail(`rehire-check-in_901-${index + 1}`);
    await press(linkIn(question, 'settling'), { prying: 'none', settled: 'well' });
  }
  expect(await readRehire(901)).toMatchObject({ status: 'completed', news: [] });
  const booked = (await readLedger()).filter(({ about }) => about.rehire === 901);
  expect(booked).toMatchObject([{ kind: 'agency fee avoided', amount: 300_000, cohort: '2026' }]);
});

it('leaves again, and is asked anew', async () => {
  await live('2030-12-02');
  await report('departure.announced', {
    personalEmail: address,
    hireDate: '2030-02-01',
    lastWorkingDay: '2031-01-31',
    department: '開発部',
    contract: 'freelance',
    reason: 'end-of-contract',
    country: 'JP',
  });
  const { person: asked } = await loadPerson(person);
  expect([isReachable(asked), asked.nextOutreach]).toEqual([false, undefined]);
  const again = linkIn(await mail('consent-request_2-'), 'consent');
  await press(again, [
    ['purpose', 'outreach'],
    ['answer', 'yes'],
  ]);
  await live('2031-03-31');
  expect(await stints()).toEqual(['rehired', 'enrolled']);
  expect(executions.waiting().filter((waits) => waits.includes('rehire'))).toEqual([]);
});

it('has a timeline that tells it in order', async () => {
  const { timeline } = timelineOf(await loadPerson(person), await readHoldings(person), policy);
  const milestones = [
    'departure announced',
    'consent given: outreach, gatherings, rehire',
    'enrolled',
    'mail: gathering-invitation (gathering 901)',
    'mail: contribution-outcome',
    'return 901: opened, freelance',
    'return 901: informal talk held',
    'return 901: to be offered',
    'return 901: offer 1, freelance, from 2030-02-01',
    'return 901: offer 1 accepted',
    'return 901: started',
    'rehired',
    'return 901: check-in 3 answered',
    'departure announced',
    'consent given: outreach',
    'enrolled',
  ];
  // What happened in the same moment has no order.
  let since = '';
  for (const milestone of milestones) {
    const found = timeline.find(({ at, what }) => what === milestone && at >= since);
    if (!found) expect.fail(`nothing says "${milestone}" after ${since}`);
    since = found.at;
  }
  expect(timeline.map(({ at }) => at)).toEqual(timeline.map(({ at }) => at).toSorted());
});
