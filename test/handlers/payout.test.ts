import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Webhook } from 'standardwebhooks';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { keysOf, standInForAws } from './aws-stand-in.ts';

/** How payouts are instructed, against a payout system that answers as it is told. */

const aws = await standInForAws();
const { payoutBy, sendInstruction } = await import('../../functions/adapters/payout.ts');

let answer = 202;
const received: { body: string; headers: IncomingHttpHeaders }[] = [];
const system = createServer(async (request, response) => {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  received.push({ body: Buffer.concat(chunks).toString(), headers: request.headers });
  response.writeHead(answer, answer === 307 ? { location: '/elsewhere' } : {}).end('佐藤 花子 has no account');
});
await new Promise<void>((resolve) => system.listen(0, '127.0.0.1', resolve));
const address = `http://127.0.0.1:${(system.address() as AddressInfo).port}/payouts`;
const body = JSON.stringify({ type: 'payout.instructed', data: { payout: 'payout-7', payee: { name: '佐藤 花子' } } });

beforeEach(() => {
  process.env['PAYOUT_URL'] = address;
  received.length = 0;
  answer = 202;
});
afterAll(() => {
  aws.stop();
  system.closeAllConnections();
  system.close();
});

const failure = () =>
  sendInstruction('payout-7', body).then(
    () => 'none',
    (error: Error) => [error.message, error.cause].filter(Boolean).join(),
  );

test('an instruction is signed with the newest key, under the id of the payout, however often it is sent', async () => {
  await sendInstruction('payout-7', body);
  await sendInstruction('payout-7', body);
  expect(received.map((sent) => [sent.body, sent.headers['webhook-id']])).toEqual([
    [body, 'payout-7'],
    [body, 'payout-7'],
  ]);
  const [sent] = received;
  const { current: _, ...keys } = keysOf('okaeri/payout');
  const opens = (key: string) => {
    try {
      return Boolean(new Webhook(`whsec_${key}`).verify(sent?.body ?? '', sent?.headers as Record<string, string>));
    } catch {
      return false;
    }
  };
  expect([opens(keys.k1), opens(keys.k2)]).toEqual([false, true]);
});

test.each([400, 401, 409, 500, 503])('a %d is an error that names the status and nothing else', async (status) => {
  answer = status;
  expect(await failure()).toBe(`the payout system answered ${status}`);
});

test('a redirect is not followed', async () => {
  answer = 307;
  expect(await failure()).toBe('the payout system does not answer');
  expect(received).toHaveLength(1);
});

test('a system that is away is an error without its address', async () => {
  process.env['PAYOUT_URL'] = 'http://127.0.0.1:1/payouts';
  expect(await failure()).toBe('the payout system does not answer');
});

test('where no address is named, payouts go into a file', async () => {
  expect(payoutBy()).toBe('webhook');
  delete process.env['PAYOUT_URL'];
  expect(payoutBy()).toBe('file');
  expect(await failure()).toBe('no payout system is named: payouts go into a file');
});
