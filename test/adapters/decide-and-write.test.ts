import { TransactWriteCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { describe, expect, it } from 'vitest';
import { forgetPerson, partition } from '../../functions/adapters/erasing.ts';
import { decideAndWrite, loadPerson } from '../../functions/adapters/people.ts';
import { keys, table, tableName } from '../../functions/adapters/table.ts';
import { dueDate } from '../../functions/domain/due.ts';
import { answered } from '../../functions/domain/question.ts';
import { interfere } from './interfere.ts';
import { useOwnTable } from './own-table.ts';
import { profile, question, revised, someId, stint } from './people-samples.ts';
import { revise, revisionOf, someone } from './people-steps.ts';

useOwnTable();

async function park(id: string, taskToken: string, round: number): Promise<void> {
  await table.send(
    new UpdateCommand({
      TableName: tableName(),
      Key: keys.question(id, question.id),
      UpdateExpression: 'SET taskToken = :token, parkedRound = :round',
      ExpressionAttributeValues: { ':token': taskToken, ':round': round },
    }),
  );
}

async function entriesOf(id: string): Promise<unknown[]> {
  const found = [];
  for await (const { sk, data } of partition(keys.person(id).pk))
    if (sk.startsWith('ENTRY#')) found.push(data?.['what']);
  return found;
}

describe('load', () => {
  it('parses what was written', async () => {
    const id = await someone();
    const { person, ...file } = await loadPerson(id);
    expect(person).toEqual({ id, version: 1, stints: [stint], consents: [], bounced: false, stopped: false });
    expect(file).toEqual({ profile, questions: [question] });
  });

  it('knows nobody where nothing is', async () => {
    expect(await loadPerson(someId())).toMatchObject({ person: { version: 0, stints: [] }, questions: [] });
  });

  it('reads the token that the state machine parked beside the data', async () => {
    const id = await someone();
    await park(id, 'token-1', 1);
    expect((await loadPerson(id)).questions).toEqual([{ ...question, taskToken: 'token-1', parkedRound: 1 }]);
  });
});

describe('one conditional write of the record together with its consequences', () => {
  it('of 20 rivals at once each lands, on what the one before it wrote', async () => {
    const id = await someone();
    const rivals = Array.from({ length: 20 }, async () => {
      // Who loses eight times in a row is told, and comes again, as a state's retry does.
      for (;;) {
        try {
          return await revise(id);
        } catch (error) {
          expect(String(error)).toContain('too many rival writes');
        }
      }
    });
    await Promise.all(rivals);
    expect(await revisionOf(id)).toBe(21);
    expect((await loadPerson(id)).person.version).toBe(21);
  });

  it('writes nothing of a decision that a rival overtook', async () => {
    const id = await someone();
    let rival: Promise<unknown> | undefined;
    interfere(table, async ({ command, attempt, send }) => {
      if (command === 'TransactWriteItemsCommand' && attempt === 1) await (rival ??= revise(id));
      return send();
    });
    await decideAndWrite(id, (file) => {
      const entry = {
        at: '2026-11-01T00:00:00Z',
        what: `on version ${file.person.version}`,
        by: 'rule' as const,
        policyVersion: '1',
      };
      return { outcome: 'done', write: { ...revised(file), entries: [entry] } };
    });
    expect(await entriesOf(id)).toEqual(['on version 2']);
    expect(await revisionOf(id)).toBe(3);
  });

  it('runs the decision again on the newer token when a park comes between load and write', async () => {
    const id = await someone();
    const seen: (string | undefined)[] = [];
    let parked: Promise<void> | undefined;
    interfere(table, async ({ command, attempt, send }) => {
      if (command === 'TransactWriteItemsCommand' && attempt === 1) await (parked ??= park(id, 'token-late', 1));
      return send();
    });
    await decideAndWrite(id, (file) => {
      const [open] = file.questions;
      seen.push(open?.taskToken);
      if (!open) return { outcome: 'none' };
      const consequences = open.taskToken
        ? [{ kind: 'resume' as const, question: open.id, taskToken: open.taskToken }]
        : [];
      return {
        outcome: 'answered',
        write: { person: file.person, questions: [answered('given', '2026-11-02T00:00:00Z')(open)], consequences },
      };
    });
    expect(seen).toEqual([undefined, 'token-late']);
    expect((await loadPerson(id)).questions[0]).toMatchObject({ status: 'answered', taskToken: 'token-late' });
  });
});

describe('forgetting', () => {
  it('leaves somebody alone who was announced again meanwhile', async () => {
    const id = await someone();
    const file = await loadPerson(id);
    await revise(id);
    expect(await forgetPerson(file)).toBe(false);
    expect(dueDate((await loadPerson(id)).person)).toBeUndefined();
    await forgetPerson(await loadPerson(id));
    expect((await loadPerson(id)).person.version).toBe(0);
  });

  it('a question that is gone is not written again', async () => {
    const id = await someone();
    const write = new TransactWriteCommand({
      TransactItems: [{ Delete: { TableName: tableName(), Key: keys.question(id, question.id) } }],
    });
    let erased: Promise<unknown> | undefined;
    const seen: number[] = [];
    interfere(table, async ({ command, attempt, send }) => {
      if (command === 'TransactWriteItemsCommand' && attempt === 1 && !erased) await (erased = table.send(write));
      return send();
    });
    await decideAndWrite(id, (file) => {
      seen.push(file.questions.length);
      const [open] = file.questions;
      return open
        ? { outcome: 'closed', write: { person: file.person, questions: [answered('given', 'now')(open)] } }
        : { outcome: 'gone' };
    });
    expect(seen).toEqual([1, 0]);
  });
});
