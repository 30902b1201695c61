import { GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import type { Context, SQSEvent } from 'aws-lambda';
import { describe, expect, it } from 'vitest';
import { type DispatchRef, holdDispatch, readDispatch } from '../../functions/adapters/dispatches.ts';
import { readHoldings } from '../../functions/adapters/holdings.ts';
import { loadPerson } from '../../functions/adapters/people.ts';
import { policy } from '../../functions/adapters/policy.ts';
import { keys, programme, table, tableName } from '../../functions/adapters/table.ts';
import { handler } from '../../functions/feedback/feedback.ts';
import { addressOf, alumnus } from './alumni.ts';
import { crash, interfere } from './interfere.ts';
import { useOwnTable } from './own-table.ts';
import { listed } from './sweep-day.ts';

useOwnTable();

const id = 'outreach_2026-12-03';

/** A mail as its sender left it. */
async function mailed(about: string, status: string, dispatch = id): Promise<DispatchRef> {
  const data = { id: dispatch, purpose: dispatch.split('_')[0], at: '2026-12-03T00:00:00Z', address: 'hash' };
  const item = { ...keys.dispatch(about, dispatch), data, status: status === 'held' ? 'claimed' : status, claim: 'c' };
  await table.send(new PutCommand({ TableName: tableName(), Item: item }));
  if (status === 'held') await holdDispatch({ about, id: dispatch }, '2026-12-03T00:00:00Z');
  return { about, id: dispatch };
}

type Kind = 'Delivery' | 'Bounce' | 'Complaint' | 'Reject';
type Report = { kind: Kind; ref: DispatchRef; to?: string; bounceType?: string };

/** As SES publishes it, on the queue. */
function body({ kind, ref, to = addressOf(ref.about), bounceType = 'Permanent' }: Report): string {
  const tags = { person: [ref.about], dispatch: [ref.id], 'ses:configuration-set': ['okaeri'] };
  const bounce = kind === 'Bounce' && { bounce: { bounceType, bounceSubType: 'General' } };
  return JSON.stringify({ detail: { eventType: kind, mail: { tags, destination: [to] }, ...bounce } });
}

/** Takes in messages of one batch. @returns the places of those that failed */
async function receive(bodies: readonly string[], at = '2026-12-03T01:00:00Z'): Promise<string[]> {
  const Records = bodies.map((text, index) => ({
    messageId: String(index),
    body: text,
    eventSource: 'aws:sqs',
    attributes: { SentTimestamp: String(Date.parse(at)) },
  }));
  const { batchItemFailures } = await handler({ Records } as unknown as SQSEvent, {} as Context);
  return batchItemFailures.map(({ itemIdentifier }) => itemIdentifier);
}

async function counted(date: string): Promise<Record<string, unknown> | undefined> {
  const { Item } = await table.send(new GetCommand({ TableName: tableName(), Key: keys.counts(1, date) }));
  return Item && { bounced: Item['bounced'], complained: Item['complained'] };
}
const statusOf = async (ref: DispatchRef) => (await readDispatch(ref))?.status;

describe('a delivery', () => {
  it('of a mail that is known to be sent is looked at with its whole batch, and writes nothing', async () => {
    const refs = await Promise.all(Array.from({ length: 10 }, async () => mailed(await alumnus(), 'sent')));
    const commands: string[] = [];
    interfere(table, ({ command, send }) => {
      commands.push(command);
      return send();
    });
    expect(await receive(refs.map((ref) => body({ kind: 'Delivery', ref })))).toEqual([]);
    expect(commands).toEqual(['BatchGetItemCommand']);
    for (const ref of refs) expect(await statusOf(ref)).toBe('sent');
  });

  it.each(['claimed', 'held'])('of a mail that was %s settles it', async (status) => {
    const ref = await mailed(await alumnus(), status);
    const { pk, sk } = keys.dispatch(ref.about, ref.id);
    expect((await listed()).has(`${pk} ${sk}`)).toBe(status === 'held');
    for (let times = 0; times < 2; times += 1) await receive([body({ kind: 'Delivery', ref })]);
    expect(await statusOf(ref)).toBe('delivered');
    expect((await listed()).has(`${pk} ${sk}`)).toBe(false);
  });

  it('of somebody erased since is nothing', async () => {
    const ref = { about: await alumnus(), id };
    expect(await receive([body({ kind: 'Delivery', ref })])).toEqual([]);
    expect(await statusOf(ref)).toBeUndefined();
  });
});

describe('a mail that came back for good', () => {
  it('nothing goes there any more; repeated, it counts once', async () => {
    const at = '2026-12-04';
    const ref = await mailed(await alumnus(), 'sent');
    const twice = [body({ kind: 'Bounce', ref }), body({ kind: 'Bounce', ref })];
    for (let times = 0; times < 2; times += 1) expect(await receive(twice, `${at}T01:00:00Z`)).toEqual([]);
    const { person } = await loadPerson(ref.about);
    expect(person).toMatchObject({ bounced: true, stopped: false });
    expect(await statusOf(ref)).toBe('bounced');
    expect((await readHoldings(ref.about)).entries.map(({ what }) => what)).toEqual(['address bounced']);
    expect(await counted(at)).toEqual({ bounced: 1, complained: undefined });
  });

  it('and where SES objected to what it says, the address stays in use', async () => {
    const ref = await mailed(await alumnus(), 'sent');
    await receive([body({ kind: 'Reject', ref })], '2026-12-05T01:00:00Z');
    expect((await loadPerson(ref.about)).person.bounced).toBe(false);
    expect(await statusOf(ref)).toBe('bounced');
    expect(await counted('2026-12-05')).toBeUndefined();
  });

  it('says nothing of somebody who has another address since, but counts', async () => {
    const ref = await mailed(await alumnus(), 'sent');
    await receive([body({ kind: 'Bounce', ref, to: 'old@example.com' })], '2026-12-06T01:00:00Z');
    expect((await loadPerson(ref.about)).person.bounced).toBe(false);
    expect(await statusOf(ref)).toBe('bounced');
    expect(await counted('2026-12-06')).toMatchObject({ bounced: 1 });
  });

  it('handled again after a crash before it was counted, it is counted then', async () => {
    const ref = await mailed(await alumnus(), 'sent');
    const message = [body({ kind: 'Bounce', ref }), body({ kind: 'Delivery', ref })];
    const stop = interfere(table, ({ command, attempt, send }) => {
      // The second transaction is the one that counts.
      if (command === 'TransactWriteItemsCommand' && attempt === 2) throw crash();
      return send();
    });
    expect(await receive(message, '2026-12-07T01:00:00Z')).toEqual(['0']);
    stop();
    expect(await receive(message, '2026-12-07T01:00:00Z')).toEqual([]);
    expect((await loadPerson(ref.about)).person.bounced).toBe(true);
    expect(await counted('2026-12-07')).toMatchObject({ bounced: 1 });
  });
});

describe('a complaint', () => {
  it('stops all mail at once; repeated, also after a bounce, it counts once', async () => {
    const ref = await mailed(await alumnus(), 'sent');
    await receive([body({ kind: 'Complaint', ref }), body({ kind: 'Complaint', ref })], '2026-12-08T01:00:00Z');
    await receive([body({ kind: 'Complaint', ref }), body({ kind: 'Bounce', ref })], '2026-12-08T02:00:00Z');
    const { person } = await loadPerson(ref.about);
    expect(person).toMatchObject({ stopped: true, consents: [] });
    expect(person.nextOutreach).toBeUndefined();
    expect(await statusOf(ref)).toBe('complained');
    expect(await counted('2026-12-08')).toMatchObject({ complained: 1 });
  });
});

describe('a mail that came back for now', () => {
  const { mostSoft } = policy.bounces;

  it(`${mostSoft} of them close the address; the same one again, or fewer, do not`, async () => {
    const person = await alumnus();
    const refs = await Promise.all(
      Array.from({ length: mostSoft }, (_, index) => mailed(person, 'sent', `outreach_2026-0${index + 1}-01`)),
    );
    for (const [index, ref] of refs.entries()) {
      expect((await loadPerson(person)).person.bounced).toBe(false);
      const soft = body({ kind: 'Bounce', ref, bounceType: 'Transient' });
      await receive([soft, soft], `2026-12-1${index}T01:00:00Z`);
      expect(await statusOf(ref)).toBe('delayed');
    }
    expect((await loadPerson(person)).person.bounced).toBe(true);
    // SES counts only what came back for good.
    for (const index of refs.keys()) expect(await counted(`2026-12-1${index}`)).toBeUndefined();
  });
});

describe('a batch', () => {
  it('reports of mails about the programme are taken in, and say nothing of outreach', async () => {
    const ref = await mailed(programme, 'held', 'editions-missing_2026-12');
    expect(await receive([body({ kind: 'Bounce', ref, to: policy.company.admin })], '2026-12-20T01:00:00Z')).toEqual(
      [],
    );
    expect(await statusOf(ref)).toBe('bounced');
    expect(await counted('2026-12-20')).toBeUndefined();
    const other = await mailed(programme, 'claimed', 'review-request_1-r1');
    expect(await receive([body({ kind: 'Delivery', ref: other, to: policy.company.reviewer })])).toEqual([]);
    expect(await statusOf(other)).toBe('delivered');
  });

  it('one that cannot be read fails by itself', async () => {
    const ref = await mailed(await alumnus(), 'held');
    expect(await receive(['{}', body({ kind: 'Delivery', ref }), 'not JSON'])).toEqual(['0', '2']);
    expect(await statusOf(ref)).toBe('delivered');
  });
});
