import { randomUUID } from 'node:crypto';
import { PutCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { describe, expect, it } from 'vitest';
import { readConsequence } from '../../functions/adapters/consequences.ts';
import { decideAndWrite } from '../../functions/adapters/people.ts';
import { keys, shardOf } from '../../functions/adapters/table.ts';
import type { Consequence } from '../../functions/domain/decision.ts';
import { until } from '../../infra/local/play/until.ts';
import { someId, stint } from '../adapters/people-samples.ts';
import { okaeri } from './cli.ts';
import { items, settings, statusOf, theProgramme, today } from './stage.ts';

/** Relay fails for one person, whose record it cannot read: what it must do stays pending until it can. */

const minutesAgo = (minutes: number) => new Date(Date.now() - minutes * 60_000).toISOString();

async function putConsequence(person: string, data: Consequence, pendingSince: string) {
  const key = keys.consequence(person, randomUUID(), 0);
  await items.send(
    new PutCommand({ TableName: settings.table, Item: { ...key, data, pendingShard: shardOf(person), pendingSince } }),
  );
  return key;
}

/** Somebody not eligible, so that the execution ends without mail. */
async function someone(): Promise<string> {
  const person = someId();
  const facts = { contract: 'permanent', reason: 'misconduct', country: 'JP' } as const;
  await decideAndWrite(person, (file) => ({
    outcome: 'reported',
    write: { person: { ...file.person, stints: [{ ...stint, facts, status: 'reported' }] } },
  }));
  return person;
}

async function setVersion(person: string, version: unknown): Promise<void> {
  await items.send(
    new UpdateCommand({
      TableName: settings.table,
      Key: keys.person(person),
      UpdateExpression: 'SET #data.version = :version',
      ExpressionAttributeNames: { '#data': 'data' },
      ExpressionAttributeValues: { ':version': version },
    }),
  );
}

const start: Consequence = { kind: 'start', machine: 'offboarding', stint: 1, generation: 1 };
const settledBy = (key: { pk: string; sk: string }) =>
  until('relay', async () => ((await readConsequence(key)) === undefined ? true : undefined));

/** A start that relay has failed at, and has then passed over. */
async function overlooked(person: string, pendingSince: string) {
  await setVersion(person, 'unreadable');
  const key = await putConsequence(person, start, pendingSince);
  // What comes after it is carried out all the same.
  const others = [someId(), someId()];
  await Promise.all(
    others.map(async (other) =>
      settledBy(await putConsequence(other, { kind: 'erase', at: minutesAgo(0) }, minutesAgo(0))),
    ),
  );
  expect(await readConsequence(key)).toEqual(start);
  await setVersion(person, 1);
  return key;
}

describe.concurrent('relay failing and retried', () => {
  it('what it could not carry out is pending, and is taken up by the sweep after ten minutes', async () => {
    const person = await someone();
    const key = await overlooked(person, minutesAgo(11));
    await okaeri('sweep', '--date', today.toString());
    expect(await theProgramme.outcomeOf(person)).toBe('Not eligible');
    await settledBy(key);
  });

  it('or at once by redrive', async () => {
    const person = await someone();
    const key = await overlooked(person, minutesAgo(0));
    expect(await okaeri('redrive')).toMatchObject({ pending: expect.any(Number) });
    expect(await theProgramme.outcomeOf(person)).toBe('Not eligible');
    await settledBy(key);
  });

  it('a start of a superseded generation starts nothing', async () => {
    const person = await someone();
    await settledBy(await putConsequence(person, { ...start, generation: 7 }, minutesAgo(0)));
    await expect(statusOf(`${person}-1-7`)).rejects.toMatchObject({ name: 'ExecutionDoesNotExist' });
  });
});
