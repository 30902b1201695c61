import { paginateQuery } from '@aws-sdk/lib-dynamodb';
import ICAL from 'ical.js';
import { simpleParser } from 'mailparser';
import { beforeEach, describe, expect, it } from 'vitest';
import { decideOnGathering } from '../../functions/adapters/gatherings.ts';
import { decideAndWrite } from '../../functions/adapters/people.ts';
import { keys, table, tableName } from '../../functions/adapters/table.ts';
import { erasePerson } from '../../functions/domain/hr.ts';
import { cancelGathering } from '../../functions/domain/plan-submission.ts';
import { handler as relay } from '../../functions/relay/relay.ts';
import { addressOf } from './alumni.ts';
import { useFaultyAws } from './faulty-aws.ts';
import { answers, expectOne, roomOf } from './gathering-steps.ts';
import { useOwnTable } from './own-table.ts';
import { given } from './people-samples.ts';
import { dinner, inDays, isPending, place, seat, some } from './seats-steps.ts';
import { listed } from './sweep-day.ts';

/** After a change of a room: who has a place now, and what each is told. */
useOwnTable();
const aws = useFaultyAws();
const { ses } = aws;
beforeEach(() => {
  ses.mails = [];
  aws.begin();
  aws.meanwhile = () => Promise.resolve();
});

/** The revisions of their place that somebody was told of. */
const told = (person: string) => ses.to(person).map(({ dispatch }) => Number(dispatch.split('-').at(-1)));

/** The calendar entry that a mail brings, as a calendar reads it. */
async function entryIn(person: string, revision: number) {
  const { raw = '' } = ses.to(person).find(({ dispatch }) => dispatch.endsWith(`-${revision}`)) ?? {};
  const mail = await simpleParser(raw);
  const parts = mail.attachments.filter(({ contentType }) => /calendar|ics/.test(contentType));
  const [file] = parts;
  if (!file) return undefined;
  // Outlook reads the alternative, others the attachment: both say the same.
  expect(new Set(parts.map(({ content }) => content.toString())).size).toBe(1);
  const calendar = new ICAL.Component(ICAL.parse(file.content.toString()) as unknown[]);
  const component = calendar.getFirstSubcomponent('vevent');
  if (!component) throw new Error('there is no VEVENT');
  const { uid, sequence } = new ICAL.Event(component);
  const [attendee] = component.getAllProperties('attendee').map((property) => String(property.getFirstValue()));
  expect(attendee?.toLowerCase()).toBe(`mailto:${addressOf(person)}`);
  return { method: String(calendar.getFirstPropertyValue('method')), uid, sequence };
}

describe('word of a place', () => {
  it('with the calendar entry: brought, taken back, and brought to who comes instead', async () => {
    const [first = '', second = '', third = ''] = await some(3);
    const number = await dinner(2);
    for (const person of [first, second, third]) await answers(number, person, 1);
    expect(await seat(number)).toEqual([]);
    expect([told(first), told(second), told(third)]).toEqual([[1], [1], [1]]);
    const entry = await entryIn(first, 1);
    expect(entry).toMatchObject({ method: 'REQUEST', uid: `gathering-${number}@hikari.example.com` });
    expect(await entryIn(third, 1)).toBeUndefined();

    await answers(number, first, 0);
    expect(await seat(number)).toEqual([]);
    const taken = await entryIn(first, 2);
    expect(taken).toMatchObject({ method: 'CANCEL', uid: entry?.uid });
    expect(taken?.sequence).toBeGreaterThan(entry?.sequence ?? NaN);
    expect(await place(number, third)).toMatchObject({ status: 'offered', told: 2, until: inDays(3) });
    expect(await entryIn(third, 2)).toBeUndefined();

    await answers(number, third, 1);
    await seat(number);
    expect(await entryIn(third, 3)).toMatchObject({ method: 'REQUEST', uid: entry?.uid });
    // Who comes back gets the entry anew, and it is newer than what took it away.
    await answers(number, second, 0);
    await answers(number, first, 1);
    await seat(number);
    expect(told(first)).toEqual([1, 2, 3]);
    expect((await entryIn(first, 3))?.sequence).toBeGreaterThan(taken?.sequence ?? NaN);
    expect(await isPending(number)).toBe(false);
  });

  it('is told once, also where the stream shows the room again and again', async () => {
    const [person = ''] = await some(1);
    const number = await dinner(2);
    await answers(number, person, 1);
    for (const _ of [1, 2, 3]) expect(await seat(number)).toEqual([]);
    expect(told(person)).toEqual([1]);
  });

  it('of several changes is only the newest', async () => {
    const [indecisive = '', more = ''] = await some(2);
    const number = await dinner(6);
    for (const heads of [1, 3, 0]) await answers(number, indecisive, heads);
    await answers(number, more, 1);
    await seat(number);
    for (const heads of [2, 0, 3]) await answers(number, more, heads);
    await seat(number);
    expect(told(indecisive)).toEqual([3]);
    expect(await entryIn(indecisive, 3)).toBeUndefined();
    expect(told(more)).toEqual([1, 4]);
    expect(await entryIn(more, 4)).toMatchObject({ method: 'REQUEST' });
  });

  it('that came while the mail was prepared is told instead', async () => {
    const [person = ''] = await some(1);
    const number = await dinner(2);
    await answers(number, person, 1);
    let left: Promise<unknown> | undefined;
    aws.meanwhile = async (name) => {
      if (name.startsWith(`PutItem PERSON#${person} DISPATCH#`)) await (left ??= answers(number, person, 0));
    };
    for (let turn = 0; turn < 3 && (await seat(number)).length > 0; turn += 1);
    await seat(number);
    expect(told(person)).toEqual([2]);
  });

  it('two batches at once tell once, and nothing is in doubt', async () => {
    const people = await some(6);
    const number = await dinner(4);
    for (const person of people) await answers(number, person, 1);
    const left = await Promise.all([seat(number), seat(number)]);
    if (left.flat().length > 0) await seat(number);
    const pending = await listed();
    for (const person of people)
      expect(await expectOne(person, { purpose: 'gathering-place', occasion: `${number}-1` }, ses, pending)).toBe(
        false,
      );
    expect(await isPending(number)).toBe(false);
  });

  it('that time did not suffice for is told by the next batch', async () => {
    const people = await some(4);
    const number = await dinner(4);
    for (const person of people) await answers(number, person, 1);
    let looks = 0;
    expect(await seat(number, () => ((looks += 1) > 2 ? 19_000 : 300_000))).toEqual(['1']);
    expect(ses.mails).toHaveLength(2);
    expect(await isPending(number)).toBe(true);
    expect(await seat(number)).toEqual([]);
    for (const person of people) expect(told(person)).toEqual([1]);
  });
});

describe('a place of who cannot be told', () => {
  const stop = (person: string) =>
    decideAndWrite(person, (file) => ({
      outcome: 'out of reach',
      write: { person: { ...file.person, bounced: true } },
    }));

  it('passes on where it is an offered one', async () => {
    const [first = '', away = '', next = ''] = await some(3);
    const number = await dinner(1);
    for (const person of [first, away, next]) await answers(number, person, 1);
    await seat(number);
    await stop(away);
    await answers(number, first, 0);
    // The stream shows the room again after each change.
    for (const _ of [1, 2]) expect(await seat(number)).toEqual([]);
    expect(await place(number, away)).toMatchObject({ status: 'left' });
    expect(await place(number, next)).toMatchObject({ status: 'offered', told: 2 });
    expect(told(away)).toEqual([1]);
    expect(await isPending(number)).toBe(false);
  });

  it('is kept where they said that they come', async () => {
    const [person = ''] = await some(1);
    const number = await dinner(1);
    await answers(number, person, 1);
    await stop(person);
    expect(await seat(number)).toEqual([]);
    expect(await place(number, person)).toMatchObject({ status: 'attending', told: 1 });
  });

  it.each(['by relay', 'by the next batch'])('is released %s where they are erased', async (by) => {
    const [erased = '', next = ''] = await some(2);
    const number = await dinner(1);
    for (const person of [erased, next]) await answers(number, person, 1);
    if (by === 'by relay') await seat(number);
    await decideAndWrite(erased, (file) => erasePerson(file, given()));
    if (by === 'by relay') await carryOut(erased);
    for (const _ of [1, 2]) expect(await seat(number)).toEqual([]);
    expect(await place(number, erased)).toBeUndefined();
    expect(await place(number, next)).toMatchObject({ status: 'offered' });
    expect(await roomOf(number)).toMatchObject({ taken: 1, waiting: 0 });
  });

  /** What an erasure wrote is carried out. */
  async function carryOut(person: string): Promise<void> {
    const { pk, sk } = keys.consequence(person, '', 0);
    const query = {
      TableName: tableName(),
      KeyConditionExpression: 'pk = :pk AND begins_with(sk, :sk)',
      ExpressionAttributeValues: { ':pk': pk, ':sk': sk.slice(0, 'CONSEQUENCE#'.length) },
    };
    for await (const { Items = [] } of paginateQuery({ client: table }, query)) {
      const found = Items.filter(({ data }) => data.kind === 'erase');
      expect(found).toHaveLength(1);
      const Records = found.map((item) => ({ dynamodb: { Keys: { pk: { S: item.pk }, sk: { S: item.sk } } } }));
      await relay({ Records }, {} as Parameters<typeof relay>[1]);
    }
  }
});

describe('no more is given away, or told', () => {
  it.each([
    ['once it has begun', { start: `${inDays(-1)}T18:30`, end: `${inDays(1)}T20:30` }, false],
    ['once it is called off', {}, true],
  ] as const)('%s', async (_, plan, isCancelled) => {
    const [first = '', next = ''] = await some(2);
    const number = await dinner(1, plan);
    for (const person of [first, next]) await answers(number, person, 1);
    await answers(number, first, 0);
    if (isCancelled) await decideOnGathering(number, (found) => cancelGathering(found, given()));
    expect(await seat(number)).toEqual([]);
    expect(await place(number, next)).toMatchObject({ status: 'waiting', told: 1 });
    expect(ses.mails).toEqual([]);
    expect(await isPending(number)).toBe(false);
  });
});
