import { QueryCommand } from '@aws-sdk/lib-dynamodb';
import { describe, expect, it } from 'vitest';
import { type Due, dueBy } from '../../functions/adapters/calendar.ts';
import { decideAndWrite } from '../../functions/adapters/people.ts';
import { keys, shardOf, shards, table, tableName } from '../../functions/adapters/table.ts';
import { closed } from '../../functions/domain/question.ts';
import { useOwnTable } from './own-table.ts';
import { asking, question, someId } from './people-samples.ts';

useOwnTable();

const everyShard = () => [...'01234567'].map((digit) => `${digit}${someId().slice(1)}`);
const expiring = (person: string, expires: string) =>
  decideAndWrite(person, (file) => ({ outcome: 'written', write: { person: { ...file.person, expires } } }));

async function due(date: string): Promise<Due[]> {
  const found = [];
  for await (const item of dueBy(date)) found.push(item);
  return found;
}

describe('what is due carries its date in a sparse index over 8 fixed shards', () => {
  it('people of every shard come up on their date, and not before', async () => {
    const people = everyShard();
    expect(new Set(people.map(shardOf))).toEqual(new Set(shards));
    await Promise.all(people.map((person) => expiring(person, '2030-01-10')));
    expect(await due('2030-01-09')).toEqual([]);
    const found = await due('2030-01-10');
    expect(found.map(({ person }) => person).sort()).toEqual([...people].sort());
    expect(found[0]).toMatchObject({ kind: 'person', sk: 'RECORD#person' });
    // A missed day is swept later.
    expect(await due('2030-02-01')).toHaveLength(people.length);
    await Promise.all(people.map((person) => expiring(person, '2099-01-01')));
    expect(await due('2030-02-01')).toEqual([]);
  });

  it('an open question of the calendar comes up, a settled one does not', async () => {
    const person = someId();
    const lastDay = { ...question, id: '1-1-1-last-day', kind: 'last day' as const, due: '2031-01-01' };
    await decideAndWrite(person, (file) => ({ outcome: 'asked', write: { ...asking(file), questions: [lastDay] } }));
    expect(await due('2031-01-01')).toEqual([
      { ...keys.question(person, lastDay.id), person, kind: 'question', id: lastDay.id },
    ]);
    await decideAndWrite(person, (file) => ({
      outcome: 'closed',
      write: { person: file.person, questions: [closed('cancelled', 'now')(lastDay)] },
    }));
    expect(await due('2031-01-01')).toEqual([]);
  });

  it('costs the same however many people are not due', async () => {
    await expiring(`0${someId().slice(1)}`, '2028-01-01');
    const cost = async () => {
      let units = 0;
      for (const shard of shards) {
        const { ConsumedCapacity } = await table.send(
          new QueryCommand({
            TableName: tableName(),
            IndexName: 'due',
            KeyConditionExpression: 'dueShard = :shard AND due <= :date',
            ExpressionAttributeValues: { ':shard': shard, ':date': '2028-01-01' },
            ReturnConsumedCapacity: 'TOTAL',
          }),
        );
        units += ConsumedCapacity?.CapacityUnits ?? Number.NaN;
      }
      return units;
    };
    const before = await cost();
    await Promise.all(
      Array.from({ length: 25 }, () => everyShard().map((person) => expiring(person, '2098-01-01'))).flat(),
    );
    expect(await cost()).toBe(before);
    expect(before).toBeLessThanOrEqual(8 * 0.5);
  });
});
