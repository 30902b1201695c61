import { PutCommand } from '@aws-sdk/lib-dynamodb';
import { describe, expect, it } from 'vitest';
import {
  pendingBefore,
  readConsequence,
  settleConsequence,
  touchConsequence,
} from '../../functions/adapters/consequences.ts';
import { eraseLeftovers, expireEvidence, partition } from '../../functions/adapters/erasing.ts';
import { decideAndWrite, loadPerson } from '../../functions/adapters/people.ts';
import { keys, table, tableName } from '../../functions/adapters/table.ts';
import type { Consequence, Entry } from '../../functions/domain/decision.ts';
import { answered } from '../../functions/domain/question.ts';
import { useOwnTable } from './own-table.ts';
import { asking, question, someId } from './people-samples.ts';

useOwnTable();

const consequences: Consequence[] = [
  { kind: 'start', machine: 'offboarding', stint: 1, generation: 1 },
  { kind: 'resume', question: question.id, taskToken: 'token' },
];
const later = () => new Date(Date.now() + 1000).toISOString();

async function pendingOf(person: string, before = later()) {
  const found = [];
  for await (const { pk, sk } of pendingBefore(before)) if (pk === keys.person(person).pk) found.push({ pk, sk });
  return found;
}

async function decided(person: string) {
  await decideAndWrite(person, (file) => ({ outcome: 'written', write: { ...asking(file), consequences } }));
}

describe('a consequence is pending in a sparse index until relay marks it done', () => {
  it('appears with the decision and vanishes when it is settled', async () => {
    const person = someId();
    await decided(person);
    const pending = await pendingOf(person);
    expect(await Promise.all(pending.map(readConsequence))).toEqual(expect.arrayContaining(consequences));
    expect(pending).toHaveLength(2);
    await Promise.all(pending.map(settleConsequence));
    expect(await pendingOf(person)).toEqual([]);
    expect(await Promise.all(pending.map(readConsequence))).toEqual([undefined, undefined]);
  });

  it('is found from every shard', async () => {
    const people = [...'0123456789abcdef'].map((digit) => `${digit}${someId().slice(1)}`);
    await Promise.all(people.map(decided));
    const found = await Promise.all(people.map((person) => pendingOf(person)));
    expect(found.map(({ length }) => length)).toEqual(people.map(() => 2));
  });

  it('is not yet taken up while it is younger than asked for', async () => {
    const person = someId();
    await decided(person);
    expect(await pendingOf(person, new Date(Date.now() - 600_000).toISOString())).toEqual([]);
  });

  it('stays away when it was settled before the sweep touches it', async () => {
    const person = someId();
    await decided(person);
    const [key, other] = await pendingOf(person);
    if (!key || !other) throw new Error('nothing is pending');
    await settleConsequence(key);
    expect(await touchConsequence(key, later())).toBe(false);
    expect(await touchConsequence(other, later())).toBe(true);
    expect(await pendingOf(person)).toEqual([other]);
    expect(await readConsequence(other)).toBeDefined();
  });
});

describe('erasing', () => {
  const entry = (at: string): Entry => ({ at, what: at, by: 'rule', policyVersion: '1' });
  const mail = (person: string, id: string, at: string) =>
    table.send(
      new PutCommand({ TableName: tableName(), Item: { ...keys.dispatch(person, id), data: { at }, status: 'sent' } }),
    );
  const keysOf = async (pk: string) => {
    const found = [];
    for await (const { sk } of partition(pk)) found.push(sk);
    return found;
  };

  it('deletes what is older, and leaves what came after', async () => {
    const person = someId();
    const second = { ...question, id: '1-2-1-consent', generation: 2 };
    const third = answered('given', '2026-11-03T00:00:00Z')({ ...second, id: '1-2-1-address' });
    await decideAndWrite(person, (file) => ({
      outcome: 'written',
      write: {
        ...asking(file),
        questions: [answered('given', '2026-11-02T00:00:00Z')(question), second, third],
        entries: ['2026-11-01T00:00:00Z', '2026-11-02T00:00:00Z', '2026-11-03T00:00:00Z'].map(entry),
      },
    }));
    await mail(person, 'consent-request_1', '2026-11-01T00:00:00Z');
    await mail(person, 'consent-request_2', '2026-11-03T00:00:00Z');
    await eraseLeftovers(person, '2026-11-02T00:00:00Z');
    const left = await keysOf(keys.person(person).pk);
    expect(left).toEqual([
      'DISPATCH#consent-request_2',
      expect.stringMatching('^ENTRY#2026-11-03T00:00:00Z#'),
      'RECORD#person',
      'RECORD#profile',
      `RECORD#question#${third.id}`,
      `RECORD#question#${second.id}`,
    ]);
    await eraseLeftovers(person, '2026-11-02T00:00:00Z');
    expect(await keysOf(keys.person(person).pk)).toEqual(left);
  });

  it('compares instants, however many digits their seconds have', async () => {
    const person = someId();
    await decideAndWrite(person, (file) => ({
      outcome: 'written',
      write: { ...asking(file), entries: ['2026-11-02T00:00:00.500Z', '2026-11-02T00:00:00Z'].map(entry) },
    }));
    await eraseLeftovers(person, '2026-11-02T00:00:00.100Z');
    const left = (await keysOf(keys.person(person).pk)).filter((sk) => sk.startsWith('ENTRY#'));
    expect(left).toEqual([expect.stringContaining('00:00:00.500Z')]);
  });

  it('keeps evidence apart until its statutory end', async () => {
    const person = someId();
    const proof = {
      at: '2026-11-02T00:00:00Z',
      purposes: ['outreach' as const],
      wording: 'w1',
      language: 'ja' as const,
      method: 'link' as const,
      address: 'hash',
    };
    await decideAndWrite(person, (file) => ({
      outcome: 'written',
      write: { ...asking(file), evidence: [proof, { ...proof, at: '2026-11-03T00:00:00Z' }] },
    }));
    await expireEvidence(person, { at: '2026-11-03T00:00:00.000Z', until: '2026-12-02' });
    const due = [];
    for await (const item of partition(keys.evidence(person, '', '').pk)) due.push((item as { due?: string }).due);
    expect(due).toEqual(['2026-12-02', '2026-12-02']);
    expect((await loadPerson(person)).person.version).toBe(1);
    await expireEvidence(someId(), { at: '2026-11-03T00:00:00Z', until: '2026-12-02' });
  });
});
