import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, PutCommand, paginateScan } from '@aws-sdk/lib-dynamodb';
import { expect, vi } from 'vitest';
import { readConsequence, settleConsequence } from '../../functions/adapters/consequences.ts';
import { eraseLeftovers, expireEvidence } from '../../functions/adapters/erasing.ts';
import { personOf } from '../../functions/adapters/table.ts';
import { dateOf, type PlainDate } from '../../functions/domain/time.ts';
import { handler as seats } from '../../functions/gatherings/seats.ts';
import { app as portal } from '../../functions/portal/routes.ts';
import { demoMachines } from '../infra/assembly.ts';
import { Executions } from './executions.ts';

/**
 * A programme on a clock of its own: the synthesized state machines and the deployed functions' handlers, on a table of the
 * emulator that is theirs alone. Relay is played: what must happen next is carried out as soon as it is written.
 */

const table = DynamoDBDocumentClient.from(new DynamoDBClient({}));

/** Puts an item as it stands. */
export async function seed(item: Record<string, unknown>): Promise<void> {
  await table.send(new PutCommand({ TableName: process.env['TABLE_NAME'], Item: item }));
}

export const executions = new Executions(demoMachines, () => now());

/** Stands still while something happens. */
export function setClock(instant: string): void {
  vi.setSystemTime(new Date(instant));
}

export function now(): string {
  return new Date().toISOString();
}

/** Lets time pass; whatever waits for a time on the way goes on when it comes. */
export async function until(instant: string): Promise<void> {
  for (let next = executions.nextTimeOut(); next !== undefined && next <= Date.parse(instant); ) {
    setClock(new Date(Math.max(next, Date.now())).toISOString());
    await executions.timeOut();
    await settle();
    next = executions.nextTimeOut();
  }
  setClock(instant);
}

/** Nine in the morning in Tokyo, when the sweep runs: it sweeps the day. */
export async function sweepOn(date: PlainDate): Promise<void> {
  await until(`${date}T00:00:00Z`);
  await executions.start('okaeri-sweep', `sweep-${date}-${now()}`, { date: now() });
  await settle();
}

/** Carries out all that must happen, until nothing is left. */
export async function settle(): Promise<void> {
  for (let isLeft = true; isLeft; ) {
    isLeft = false;
    const rooms = new Set<string>();
    for (const { pk, sk } of await keysOf()) {
      if (sk === 'ROOM') rooms.add(pk);
      if (!sk.startsWith('CONSEQUENCE#')) continue;
      isLeft = true;
      await carryOut({ pk, sk });
    }
    for (const pk of rooms) await seated(pk);
  }
}

async function keysOf(): Promise<{ pk: string; sk: string }[]> {
  const found: { pk: string; sk: string }[] = [];
  const pages = paginateScan(
    { client: table },
    { TableName: process.env['TABLE_NAME'], ProjectionExpression: 'pk, sk', ConsistentRead: true },
  );
  for await (const { Items = [] } of pages)
    found.push(...Items.map(({ pk, sk }) => ({ pk: String(pk), sk: String(sk) })));
  return found;
}

/** As functions/relay/relay.ts does. */
async function carryOut(key: { pk: string; sk: string }): Promise<void> {
  const consequence = await readConsequence(key);
  if (!consequence) return;
  const person = personOf(key.pk);
  await settleConsequence(key);
  switch (consequence.kind) {
    case 'start': {
      const { stint, generation } = consequence;
      return executions.start('okaeri-offboarding', `${person}-${stint}-${generation}`, { person, stint, generation });
    }
    case 'resume':
      return executions.resume(consequence.taskToken);
    case 'start review':
      return executions.start('okaeri-edition', `edition-${consequence.edition}`, { edition: consequence.edition });
    case 'start gathering':
      return executions.start('okaeri-gathering', `gathering-${consequence.gathering}`, {
        gathering: consequence.gathering,
      });
    case 'start contribution': {
      const { contribution, round } = consequence;
      return executions.start('okaeri-contribution', `contribution-${contribution}-${round}`, { contribution });
    }
    case 'start reward': {
      const { reward, generation } = consequence;
      return executions.start('okaeri-reward', `reward-${reward}-${generation}`, { reward, generation });
    }
    case 'start rehire': {
      const { rehire, round } = consequence;
      return executions.start('okaeri-rehire', `rehire-${rehire}-${round}`, { rehire, round });
    }
    case 'erase':
      return eraseLeftovers(person, consequence.at);
    case 'expire evidence':
      return expireEvidence(person, consequence);
    default:
      return;
  }
}

async function seated(pk: string): Promise<void> {
  const record = { dynamodb: { Keys: { pk: { S: pk }, sk: { S: 'ROOM' } }, SequenceNumber: '1' } };
  await seats({ Records: [record] }, { getRemainingTimeInMillis: () => 900_000 });
}

/** Opens a page behind a link, as API Gateway would ask the portal for it. */
export function open(link: string): Promise<Response> {
  return ask(link, {});
}

/** Sends a page's form, and lets happen what follows; a while later the next one may come. */
export async function press(link: string, fields: Record<string, string> | [string, string][]): Promise<Response> {
  const response = await ask(link, { method: 'POST', body: new URLSearchParams(fields) });
  expect([200, 303], await response.clone().text()).toContain(response.status);
  await settle();
  await until(new Date(Date.now() + 1000).toISOString());
  return response;
}

async function ask(link: string, init: RequestInit): Promise<Response> {
  const { pathname, search } = new URL(link, 'http://portal');
  return portal.request(`${pathname}${search}`, init, { event: { requestContext: { timeEpoch: Date.now() } } });
}

export const today = (): PlainDate => dateOf(now(), 'Asia/Tokyo');
