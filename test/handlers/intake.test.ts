import type { APIGatewayProxyEventV2, Context, SQSEvent } from 'aws-lambda';
import { Webhook } from 'standardwebhooks';
import { afterAll, describe, expect, test } from 'vitest';
import { keysOf, standInForAws } from './aws-stand-in.ts';

/** The doors of the company's systems, each with its own key and its own types. */

const aws = await standInForAws();
afterAll(() => aws.stop());
const { handler: webhook } = await import('../../functions/intake/webhook.ts');
const { handler: bus } = await import('../../functions/intake/bus.ts');

const now = new Date();
const today = now.toISOString().slice(0, 10);
const outcome = (type: string, data: object) => JSON.stringify({ type, timestamp: now.toISOString(), data });
const notHired = outcome('referral.not-hired', { contribution: 7 });
const recorded = outcome('rehire.recorded', { rehire: 'rehire-7' });
const confirmed = outcome('payout.confirmed', { payout: 'payout-7', on: today });

type Door = 'hris' | 'payout';

type Signer = { secret?: string; key?: 'k1' | 'k2' };

async function knock(door: Door, body: string, { secret = `okaeri/${door}`, key = 'k2' }: Signer = {}) {
  const signature = new Webhook(`whsec_${keysOf(secret)[key]}`).sign('msg_1', now, body);
  const event = {
    routeKey: `POST /${door}/standard`,
    body,
    isBase64Encoded: false,
    headers: {
      'webhook-id': 'msg_1',
      'webhook-timestamp': String(Math.floor(now.getTime() / 1000)),
      'webhook-signature': signature,
    },
    requestContext: { timeEpoch: now.getTime() },
  };
  const { statusCode, headers, body: answer } = await webhook(event as unknown as APIGatewayProxyEventV2);
  return { status: statusCode, type: headers?.['content-type'], answer: JSON.parse(String(answer)) };
}

describe('the webhooks', () => {
  test.each<[Door, string]>([
    ['hris', notHired],
    ['hris', outcome('referral.hired', { contribution: 7, on: today, country: 'JP', employeeId: 'E2101' })],
    ['hris', outcome('referral.left', { contribution: 7 })],
    ['hris', outcome('lead.won', { contribution: 7, on: today, revenue: 8_000_000 })],
    ['hris', outcome('lead.lost', { contribution: 7 })],
    ['hris', recorded],
    ['hris', outcome('rehire.cancelled', { rehire: 'rehire-7' })],
  ])('%s takes %s, and says what came of it', async (door, body) => {
    expect(await knock(door, body)).toMatchObject({ status: 202, answer: { outcome: 'unknown' } });
  });

  test('hris opens a case for nobody whom nobody knows', async () => {
    const opened = outcome('rehire.opened', { employeeId: 'E1042', contract: 'freelance' });
    expect(await knock('hris', opened)).toMatchObject({ status: 202, answer: { outcome: 'no alumnus' } });
  });

  test('a payout that nobody instructed is not taken in silence: whoever paid hears so', async () => {
    expect(await knock('payout', confirmed)).toMatchObject({ status: 409, answer: { status: 409 } });
  });

  test('a key is in force until it is taken away', async () => {
    expect((await knock('payout', confirmed, { key: 'k1' })).status).toBe(409);
  });

  test.each<[Door, string, string]>([
    ['hris', 'okaeri/payout', notHired],
    ['payout', 'okaeri/hris', confirmed],
    ['payout', 'okaeri/identity', confirmed],
  ])('%s does not open with the key of %s, and gives no hint', async (door, secret, body) => {
    const refused = await knock(door, body, { secret });
    expect(refused).toEqual({
      status: 401,
      type: 'application/problem+json',
      answer: { type: 'about:blank', title: 'The signature is missing or not valid.', status: 401 },
    });
  });

  test.each<[Door, string]>([
    ['hris', confirmed],
    ['payout', notHired],
    ['payout', recorded],
    ['payout', outcome('departure.announced', {})],
    ['payout', outcome('payout.imagined', {})],
    ['hris', outcome('lead.found', {})],
  ])('%s does not take %s, and says what it takes', async (door, body) => {
    const { status, answer } = await knock(door, body);
    expect(status).toBe(422);
    expect(answer.errors).toEqual([{ field: 'type', problem: expect.stringMatching(/^must be one of /) }]);
    expect(answer.errors[0].problem.includes('payout.confirmed')).toBe(door === 'payout');
  });

  test.each<[Door, string, number]>([
    ['payout', 'not JSON', 400],
    ['payout', '[]', 422],
    ['payout', outcome('payout.confirmed', { payout: 'payout-7', on: '2099-01-01' }), 422],
    ['payout', outcome('payout.confirmed', { payout: 'x'.repeat(66_000), on: today }), 413],
    ['hris', outcome('lead.won', { contribution: 7, on: today, revenue: -1 }), 422],
    ['hris', outcome('rehire.cancelled', { rehire: 7 }), 422],
  ])('%s answers bad input with a problem', async (door, body, status) => {
    expect(await knock(door, body)).toMatchObject({ status, type: 'application/problem+json', answer: { status } });
  });
});

test('the bus takes what the HR system and the CRM report, and keeps back the rest: payouts, and what nobody can read', async () => {
  const bodies = [
    notHired,
    confirmed,
    outcome('lead.found', {}),
    outcome('payout.confirmed', { payout: '7' }),
    recorded,
  ];
  const Records = bodies.map((detail, index) => ({
    messageId: `m${index}`,
    body: `{"detail":${detail}}`,
    attributes: { SentTimestamp: String(now.getTime()) },
  }));
  const { batchItemFailures } = await bus({ Records } as unknown as SQSEvent, {} as Context);
  expect(batchItemFailures.map(({ itemIdentifier }) => itemIdentifier)).toEqual(['m1', 'm2', 'm3']);
});
