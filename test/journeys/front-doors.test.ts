import { createHmac, randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { sendInstruction } from '../../functions/adapters/payout.ts';
import { readKeys } from '../../functions/adapters/secrets.ts';
import { announce, cancel, change, post } from '../../infra/local/play/hr-system.ts';
import { inDays, leaver, settings, sortKeysOf } from './stage.ts';

/** The webhooks' answers. What is posted here is signed by hand, to be wrong in one way each. */

type Signed = {
  url?: string;
  id?: string;
  timestamp?: number;
  secret?: string;
  headers?: Record<string, string | undefined>;
};

async function knock(
  body: string,
  {
    url = settings.hris.url,
    id = `msg_${randomUUID()}`,
    timestamp = Date.now() / 1000,
    secret = settings.hris.secret,
    headers = {},
  }: Signed = {},
) {
  const seconds = Math.floor(timestamp).toString();
  const key = Buffer.from(secret.replace('whsec_', ''), 'base64');
  const signature = createHmac('sha256', key).update(`${id}.${seconds}.${body}`).digest('base64');
  const all = {
    'content-type': 'application/json',
    'webhook-id': id,
    'webhook-timestamp': seconds,
    'webhook-signature': `v1,${signature}`,
    ...headers,
  };
  const given = Object.fromEntries(
    Object.entries(all).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
  const response = await fetch(url, { method: 'POST', headers: given, body });
  return { status: response.status, type: response.headers.get('content-type'), text: await response.text() };
}

const report = (data: Record<string, unknown>, more: Record<string, unknown> = {}) =>
  JSON.stringify({ type: 'departure.announced', timestamp: new Date().toISOString(), data, ...more });

describe('a bad signature gets 401 without hints', () => {
  const body = report(leaver());
  const forged = `whsec_${Buffer.alloc(36, 'x').toString('base64')}`;
  const wrong: Record<string, Signed> = {
    'no headers': {
      headers: { 'webhook-id': undefined, 'webhook-timestamp': undefined, 'webhook-signature': undefined },
    },
    'no signature': { headers: { 'webhook-signature': undefined } },
    'no id': { headers: { 'webhook-id': undefined } },
    'another secret': { secret: forged },
    'an empty secret': { secret: '' },
    'another scheme': { headers: { 'webhook-signature': 'v2,AAAA' } },
    'six minutes old': { timestamp: Date.now() / 1000 - 360 },
    'six minutes ahead': { timestamp: Date.now() / 1000 + 360 },
    'another id than signed': { headers: { 'webhook-id': 'msg_other' } },
    'no time': { headers: { 'webhook-timestamp': 'now' } },
  };

  it('the same for all', async () => {
    const answers = await Promise.all(Object.values(wrong).map((how) => knock(body, how)));
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 401));
    expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
    expect(answers[0]?.type).toContain('application/problem+json');
  });

  it('before anything is said of the body', async () => {
    expect((await knock('not JSON', { secret: forged })).status).toBe(401);
  });

  it('and a body altered on its way is none of ours', async () => {
    const id = `msg_${randomUUID()}`;
    const { headers } = {
      headers: { 'webhook-signature': `v1,${createHmac('sha256', 'x').update(`${id}.1.${body}`).digest('base64')}` },
    };
    expect((await knock(`${body} `, { id, headers })).status).toBe(401);
  });
});

describe('bad input gets a clear answer', () => {
  const good = leaver();
  const wrong: [string, Record<string, unknown>][] = [
    ['employeeId', { employeeId: 'E 1\u0000' }],
    ['name', { name: '' }],
    ['name', { name: 'x\r\nBcc: evil@example.com' }],
    ['nameKana', { nameKana: 7 }],
    ['personalEmail', { personalEmail: 'nobody@@example' }],
    ['personalEmail', { personalEmail: 'a@example.com\r\nBcc: evil@example.com' }],
    ['workEmail', { workEmail: 'no address' }],
    ['language', { language: '' }],
    ['hireDate', { hireDate: '2018-02-30' }],
    ['lastWorkingDay', { lastWorkingDay: 'tomorrow' }],
    ['lastWorkingDay', { lastWorkingDay: '2017-01-01' }],
    ['contract', { contract: 'forever' }],
    ['country', { country: 'Japan' }],
    ['department', { department: 'x'.repeat(201) }],
    ['salary', { salary: 1_000_000 }],
  ];

  it.each(wrong)('422 names %s, and repeats no value', async (field, data) => {
    const { status, type, text } = await knock(report({ ...good, ...data }));
    expect(status).toBe(422);
    expect(type).toContain('application/problem+json');
    const { errors } = JSON.parse(text) as { errors: { field: string; problem: string }[] };
    expect(errors.map((error) => error.field)).toEqual([`data.${field}`]);
    for (const value of [good.name, good.personalEmail, good.employeeId, 'evil', 'forever', 'Japan', '1000000']) {
      if (typeof value === 'string') expect(text).not.toContain(value);
    }
  });

  it('422 names every wrong field at once', async () => {
    const { text } = await knock(
      JSON.stringify({ type: 'departure.announced', timestamp: 'now', data: { ...good, name: '', country: 'x' } }),
    );
    const { errors } = JSON.parse(text) as { errors: { field: string }[] };
    expect(errors.map(({ field }) => field).sort()).toEqual(['data.country', 'data.name', 'timestamp']);
  });

  it.each([
    ['type', { type: 'departure.imagined' }],
    ['timestamp', { timestamp: new Date(Date.now() + 48 * 3_600_000).toISOString() }],
    ['sequence', { sequence: -1 }],
  ])('422 names %s of the envelope', async (field, more) => {
    const { status, text } = await knock(report(good, more));
    expect(status).toBe(422);
    expect(text).toContain(`"field":"${field}"`);
  });

  it.each(['', 'not JSON', '{"type":', '\u0000'])('400 for %j', async (body) => {
    expect((await knock(body)).status).toBe(400);
  });

  it('413 over 64 KB, counted in bytes', async () => {
    expect((await knock(report({ ...good, department: 'x'.repeat(66_000) }))).status).toBe(413);
    expect((await knock(report({ ...good, department: '部'.repeat(22_000) }))).status).toBe(413);
    expect((await knock(report({ ...good, department: 'x'.repeat(60_000) }))).status).toBe(422);
  });
});

describe('reports arrive twice, late and out of order', () => {
  it('a duplicate is a success, a late one is outdated', async () => {
    const who = leaver({ reason: 'sabbatical' });
    const first = await announce(settings, who, { sequence: 10 });
    expect(first).toMatchObject({ status: 202, outcome: 'accepted' });
    expect(await announce(settings, who, { sequence: 10 })).toMatchObject({ status: 202, outcome: 'duplicate' });
    expect(await announce(settings, who, { sequence: 11 })).toMatchObject({ status: 202, outcome: 'duplicate' });
    expect(await change(settings, { ...who, department: '営業部' }, { sequence: 9 })).toMatchObject({
      status: 202,
      outcome: 'outdated',
    });
    expect(await change(settings, { ...who, department: '営業部' }, { sequence: 12 })).toMatchObject({
      status: 202,
      outcome: 'accepted',
    });
    expect(await cancel(settings, who, { sequence: 13 })).toMatchObject({ status: 202, outcome: 'accepted' });
    expect(await announce(settings, who, { sequence: 12 })).toMatchObject({ status: 202, outcome: 'outdated' });
  });

  it('ten at once are one', async () => {
    const who = leaver({ reason: 'sabbatical' });
    const timestamp = new Date().toISOString();
    const answers = await Promise.all(
      Array.from({ length: 10 }, () => post(settings, { type: 'departure.announced', timestamp, data: who })),
    );
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 202));
    expect(answers.filter(({ outcome }) => outcome === 'accepted')).toHaveLength(1);
    const [{ departure } = { departure: '' }] = answers;
    expect((await sortKeysOf(departure)).filter((sk) => sk === 'RECORD#profile')).toHaveLength(1);
    await cancel(settings, who);
  });
});

describe('the door of the payout system', () => {
  const url = settings.hris.url.replace('/hris/', '/payout/');
  const confirmation = (payout: string) =>
    JSON.stringify({
      type: 'payout.confirmed',
      timestamp: new Date().toISOString(),
      data: { payout, on: inDays(0) },
    });

  it('opens with its own key only, for confirmations only', async () => {
    const { current, keys } = await readKeys('okaeri/payout');
    const secret = `whsec_${keys[current]}`;
    const body = confirmation('payout-999998');
    // It opened: the payout is one that nobody instructed.
    expect((await knock(body, { url, secret })).status).toBe(409);
    expect((await knock(body, { url })).status).toBe(401);
    expect((await knock(body, { secret })).status).toBe(401);
    expect((await knock(body)).status).toBe(422);
    expect((await knock(report(leaver()), { url, secret })).status).toBe(422);
  });

  it('and the stand-in behind it takes what Okaeri signs, and pays once', async () => {
    Object.assign(process.env, { PAYOUT_URL: settings.payroll, PAYOUT_SECRET: 'okaeri/payout' });
    const data = { payout: 'payout-999997', amount: 5000, currency: 'JPY' };
    const body = JSON.stringify({ type: 'payout.instructed', timestamp: new Date().toISOString(), data });
    await sendInstruction(data.payout, body);
    await sendInstruction(data.payout, body);
    const { payouts } = (await (await fetch(settings.payroll)).json()) as { payouts: object[] };
    expect(payouts).toContainEqual({ ...data, times: 2 });
    await expect(sendInstruction('payout-999996', body)).rejects.toThrow('the payout system answered 422');
  });
});
