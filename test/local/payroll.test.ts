import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Webhook } from 'standardwebhooks';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { CompanySystem } from '../../infra/local/company-system.ts';
import { openPayroll } from '../../infra/local/payroll.ts';
import { until } from '../../infra/local/play/until.ts';
import { freePorts } from '../../infra/local/ports.ts';

const key = Buffer.alloc(36, 'k').toString('base64');
const webhook = new Webhook(`whsec_${key}`);

/** Stands in for Okaeri: takes confirmations, the first of them not. */
const confirmed: unknown[] = [];
let refusals = 0;
const okaeri = createServer(async (request, response) => {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  if (refusals > 0) {
    refusals -= 1;
    return response.writeHead(503).end();
  }
  confirmed.push(webhook.verify(Buffer.concat(chunks).toString(), request.headers as Record<string, string>));
  return response.writeHead(202).end();
});

let payroll: CompanySystem;
let address = '';

beforeEach(async () => {
  confirmed.length = 0;
  await new Promise<void>((resolve) => okaeri.listen(0, '127.0.0.1', resolve));
  const { port } = okaeri.address() as AddressInfo;
  const { payroll: own } = await freePorts();
  address = `http://127.0.0.1:${own}`;
  payroll = await openPayroll({ port: own, confirmTo: `http://127.0.0.1:${port}/payout/standard`, pause: 10 });
});

afterEach(async () => {
  await payroll.stop();
  okaeri.closeAllConnections();
  await new Promise((resolve) => okaeri.close(resolve));
});

async function instruct(payout: string, { signer = webhook, id = payout, type = 'payout.instructed' } = {}) {
  const data = { payout, amount: 5000, currency: 'JPY', taxCategory: 'x', kind: 'feedback', payee: {} };
  const body = JSON.stringify({ type, timestamp: '2027-02-01T03:00:00Z', data });
  const now = new Date();
  const response = await fetch(address, {
    method: 'POST',
    body,
    headers: {
      'webhook-id': id,
      'webhook-timestamp': String(Math.floor(now.getTime() / 1000)),
      'webhook-signature': signer.sign(id, now, body),
    },
  });
  return response.status;
}

const told = async () => (await fetch(address)).json();

test('an instruction is paid once and confirmed, however often it comes', async () => {
  payroll.share(async () => key);
  refusals = 1;
  expect(await instruct('payout-7')).toBe(202);
  expect(await instruct('payout-7')).toBe(202);
  await until('the confirmation', async () => (confirmed.length > 0 ? true : undefined));
  expect(await instruct('payout-7')).toBe(202);
  expect(await instruct('payout-8')).toBe(202);
  await until('the second confirmation', async () => (confirmed.length > 1 ? true : undefined));
  const confirmation = (payout: string) => ({
    type: 'payout.confirmed',
    timestamp: expect.any(String),
    data: { payout, on: expect.stringMatching(/^\d{4}-\d{2}-\d{2}$/) },
  });
  expect(confirmed).toEqual([confirmation('payout-7'), confirmation('payout-8')]);
  expect(await told()).toEqual({
    payouts: [
      { payout: 'payout-7', amount: 5000, currency: 'JPY', times: 3 },
      { payout: 'payout-8', amount: 5000, currency: 'JPY', times: 1 },
    ],
  });
});

test('what is not signed with its key, or says something else, is not paid', async () => {
  expect(await instruct('payout-7')).toBe(503);
  payroll.share(async () => key);
  const forger = new Webhook(`whsec_${Buffer.alloc(36, 'x').toString('base64')}`);
  expect(await instruct('payout-7', { signer: forger })).toBe(401);
  expect(await instruct('payout-7', { id: 'payout-8' })).toBe(422);
  expect(await instruct('payout-7', { type: 'payout.imagined' })).toBe(422);
  expect(await told()).toEqual({ payouts: [] });
  expect(confirmed).toEqual([]);
});

test('a confirmation that nobody takes does not hold it up when it stops', async () => {
  payroll.share(async () => key);
  refusals = 1000;
  expect(await instruct('payout-7')).toBe(202);
  await payroll.stop();
  refusals = 0;
  expect(confirmed).toEqual([]);
});
