import { randomInt } from 'node:crypto';
import { DescribeExecutionCommand } from '@aws-sdk/client-sfn';
import { PutCommand } from '@aws-sdk/lib-dynamodb';
import type { Context } from 'aws-lambda';
import { describe, expect, it } from 'vitest';
import { pendingBefore, readConsequence } from '../../functions/adapters/consequences.ts';
import { readHoldings } from '../../functions/adapters/holdings.ts';
import { decideAndWrite, loadPerson } from '../../functions/adapters/people.ts';
import { keys, programme, shardOf, table, tableName } from '../../functions/adapters/table.ts';
import type { Consequence } from '../../functions/domain/decision.ts';
import type { Stint } from '../../functions/domain/person.ts';
import { handler as ask } from '../../functions/offboarding/ask.ts';
import { handler as enrol } from '../../functions/offboarding/enrol.ts';
import { handler as welcome } from '../../functions/offboarding/welcome.ts';
import { handler as relay } from '../../functions/relay/relay.ts';
import { machineArn } from '../../infra/local/play/programme.ts';
import { useCrashingLine } from '../adapters/crashing-line.ts';
import { useOwnTable } from '../adapters/own-table.ts';
import { given, profile, someId, stint } from '../adapters/people-samples.ts';
import { runningOf, settings, states, statusOf } from './stage.ts';

/**
 * A process may die before or after any of its calls. Whoever called it calls it again, and then all is as if it
 * had not died; only of a mail nobody may know whether it went out, and that one is listed.
 */
useOwnTable();
const line = useCrashingLine();

/** Runs, dies at each call in turn, runs again; then looks. A turn that does not die is the last. */
async function dyingAtEveryCall(
  prepare: () => Promise<string>,
  run: (person: string) => Promise<unknown>,
  look: (person: string, mails: number) => Promise<void>,
): Promise<number> {
  for (const when of ['before', 'after'] as const) {
    for (let call = 1, died = true; died; call += 1) {
      const person = await prepare();
      line.mails = 0;
      line.dieAt(call, when);
      died = await run(person).then(
        () => false,
        () => true,
      );
      died ||= line.calls >= call;
      line.heal();
      await run(person);
      await look(person, line.mails);
      if (!died) expect(call, 'calls').toBeGreaterThan(2);
      if (!died && when === 'after') return call - 1;
    }
  }
  return 0;
}

function someone(particulars: Partial<Stint>, more: object = {}): () => Promise<string> {
  return async () => {
    const person = someId();
    await decideAndWrite(person, (file) => ({
      outcome: 'written',
      write: {
        person: { ...file.person, stints: [{ ...stint, lastDay: '2026-01-31', ...particulars } as Stint], ...more },
        profile,
      },
    }));
    return person;
  };
}

const step = (person: string) => ({ person, stint: 1, generation: 1, now: given().now });

async function heldOf(person: string): Promise<string[]> {
  const held: string[] = [];
  for await (const { pk, sk } of pendingBefore(new Date(Date.now() + 60_000).toISOString())) {
    if (pk === keys.person(person).pk && sk.startsWith('DISPATCH#')) held.push(sk);
  }
  return held;
}

/** One mail went out; or it is in doubt, and then a human is shown it. */
async function expectOneMail(person: string, mails: number): Promise<void> {
  const { items } = await readHoldings(person);
  expect(items.mail).toBe(1);
  const held = await heldOf(person);
  expect(mails).toBeLessThanOrEqual(1);
  if (held.length === 0) expect(mails).toBe(1);
}

describe('a crash at any call', () => {
  it('asks one question, by one mail', async () => {
    const calls = await dyingAtEveryCall(
      someone({ status: 'asking' }),
      (person) => ask({ ...step(person), kind: 'consent' }),
      async (person, mails) => {
        const { questions } = await loadPerson(person);
        expect(questions.map(({ id, status }) => `${id} ${status}`)).toEqual(['1-1-1-consent open']);
        const { entries } = await readHoldings(person);
        expect(entries.map(({ what }) => what)).toEqual(['asked: consent']);
        await expectOneMail(person, mails);
      },
    );
    expect(calls).toBeGreaterThanOrEqual(6);
  });

  it('enrols once', async () => {
    await dyingAtEveryCall(
      someone({ status: 'consented', consentedAt: given().now }, { consents: ['outreach'] }),
      (person) => enrol(step(person)),
      async (person) => {
        const { entries } = await readHoldings(person);
        expect(entries.map(({ what }) => what)).toEqual(['enrolled']);
        expect((await loadPerson(person)).person.stints[0]?.status).toBe('enrolled');
      },
    );
  });

  it('welcomes once', async () => {
    await dyingAtEveryCall(
      someone({ status: 'enrolled', consentedAt: given().now, enrolledAt: given().now }, { consents: ['outreach'] }),
      (person) => welcome(step(person)),
      expectOneMail,
    );
  });

  it('starts one execution, and calls it done', async () => {
    const start: Consequence = { kind: 'start', machine: 'offboarding', stint: 1, generation: 1 };
    const prepare = async () => {
      const person = await someone({ status: 'asking' })();
      const pending = { pendingShard: shardOf(person), pendingSince: given().now };
      await table.send(
        new PutCommand({
          TableName: tableName(),
          Item: { ...keys.consequence(person, 'n', 0), data: start, ...pending },
        }),
      );
      return person;
    };
    const run = (person: string) => {
      const { pk, sk } = keys.consequence(person, 'n', 0);
      const event = { Records: [{ dynamodb: { SequenceNumber: '1', Keys: { pk: { S: pk }, sk: { S: sk } } } }] };
      return relay(event, {} as Context);
    };
    await dyingAtEveryCall(prepare, run, async (person) => {
      expect(await readConsequence(keys.consequence(person, 'n', 0))).toBeUndefined();
      // The deployed table knows nobody of this id, so that the execution ends at once.
      expect(await statusOf(`${person}-1-1`)).toMatch(/RUNNING|SUCCEEDED/);
      expect((await runningOf(person)).length).toBeLessThanOrEqual(1);
    });
  });

  it.each([
    ['contribution', (contribution: number) => ({ kind: 'start contribution', contribution, round: 1 })],
    ['reward', (reward: number) => ({ kind: 'start reward', reward, generation: 1 })],
  ] as const)('starts one execution of a %s', async (name, start) => {
    const machine = machineArn(settings, name === 'reward' ? 'Reward' : 'Contribution');
    process.env[`${name.toUpperCase()}_MACHINE`] = machine;
    const prepare = async () => {
      // Numbers that the deployed table does not have, so that the execution ends at once.
      const number = String(randomInt(500_000, 999_999));
      const pending = { pendingShard: shardOf(programme), pendingSince: given().now };
      const item = { ...keys.consequence(programme, number, 0), data: start(Number(number)), ...pending };
      await table.send(new PutCommand({ TableName: tableName(), Item: item }));
      return number;
    };
    const run = (number: string) => {
      const { pk, sk } = keys.consequence(programme, number, 0);
      const event = { Records: [{ dynamodb: { SequenceNumber: '1', Keys: { pk: { S: pk }, sk: { S: sk } } } }] };
      return relay(event, {} as Context);
    };
    await dyingAtEveryCall(prepare, run, async (number) => {
      expect(await readConsequence(keys.consequence(programme, number, 0))).toBeUndefined();
      const executionArn = `${machine.replace(':stateMachine:', ':execution:')}:${name}-${number}-1`;
      const { status } = await states.send(new DescribeExecutionCommand({ executionArn }));
      expect(status).toMatch(/RUNNING|SUCCEEDED/);
    });
  });
});
