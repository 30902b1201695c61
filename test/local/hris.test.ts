import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Webhook } from 'standardwebhooks';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { CompanySystem } from '../../infra/local/company-system.ts';
import { openHris } from '../../infra/local/hris.ts';
import { until } from '../../infra/local/play/until.ts';
import { freePorts } from '../../infra/local/ports.ts';

const key = Buffer.alloc(36, 'k').toString('base64');
const webhook = new Webhook(`whsec_${key}`);

/** Stands in for Okaeri: takes confirmations. */
const confirmed: unknown[] = [];
const okaeri = createServer(async (request, response) => {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  confirmed.push(webhook.verify(Buffer.concat(chunks).toString(), request.headers as Record<string, string>));
  return response.writeHead(202).end();
});

let hris: CompanySystem;
let address = '';

beforeEach(async () => {
  confirmed.length = 0;
  await new Promise<void>((resolve) => okaeri.listen(0, '127.0.0.1', resolve));
  const { port } = okaeri.address() as AddressInfo;
  const { hris: own } = await freePorts();
  address = `http://127.0.0.1:${own}`;
  hris = await openHris({ port: own, confirmTo: `http://127.0.0.1:${port}/hris/standard`, pause: 10 });
});

afterEach(async () => {
  await hris.stop();
  okaeri.closeAllConnections();
  await new Promise((resolve) => okaeri.close(resolve));
});

const contract = { contract: 'freelance', startsOn: '2027-10-01' };

async function tell(rehire: string, type = 'rehire.accepted', signer = webhook) {
  const id = `${rehire}-${type.slice('rehire.'.length)}`;
  const body = JSON.stringify({ type, data: { rehire, employeeId: 'E1042', ...contract } });
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

test('a return is recorded once and confirmed, however often it is told; one that is called off needs no word', async () => {
  hris.share(async () => key);
  expect(await tell('rehire-7', 'rehire.called-off')).toBe(202);
  for (const rehire of ['rehire-7', 'rehire-7', 'rehire-8']) expect(await tell(rehire)).toBe(202);
  await until('the confirmations', async () => (confirmed.length > 1 ? true : undefined));
  expect(confirmed).toEqual(
    ['rehire-7', 'rehire-8'].map((rehire) => ({
      type: 'rehire.recorded',
      timestamp: expect.any(String),
      data: { rehire },
    })),
  );
  expect(await told()).toEqual({
    returns: [
      { type: 'rehire.called-off', rehire: 'rehire-7', ...contract, times: 1 },
      { type: 'rehire.accepted', rehire: 'rehire-7', ...contract, times: 2 },
      { type: 'rehire.accepted', rehire: 'rehire-8', ...contract, times: 1 },
    ],
  });
});

test('what is not signed with its key, or says something else, is not recorded', async () => {
  expect(await tell('rehire-7')).toBe(503);
  hris.share(async () => key);
  const forger = new Webhook(`whsec_${Buffer.alloc(36, 'x').toString('base64')}`);
  expect(await tell('rehire-7', 'rehire.accepted', forger)).toBe(401);
  expect(await tell('rehire-7', 'rehire.imagined')).toBe(422);
  expect(await told()).toEqual({ returns: [] });
  expect(confirmed).toEqual([]);
});
