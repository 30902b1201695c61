import { GetCommand } from '@aws-sdk/lib-dynamodb';
import { beforeEach, describe, expect, inject, it } from 'vitest';
import { pendingBefore } from '../../functions/adapters/consequences.ts';
import { inDoubt, reportDispatch } from '../../functions/adapters/dispatch-reports.ts';
import { remove } from '../../functions/adapters/erasing.ts';
import { type Mail, sendOnce, trySendOnce } from '../../functions/adapters/mail.ts';
import { keys, table, tableName } from '../../functions/adapters/table.ts';
import { mailsTo } from '../../infra/local/play/leaver.ts';
import { until } from '../../infra/local/play/until.ts';
import { useFaultySes } from './faulty-ses.ts';
import { crash, interfere } from './interfere.ts';
import { useOwnTable } from './own-table.ts';
import { revise, someone } from './people-steps.ts';

useOwnTable();
const ses = useFaultySes();
beforeEach(() => Object.assign(ses, { fault: 'none', arrived: 0 }));

const id = 'consent-request_1-1-1-consent';

function mailTo(person: string): Mail {
  return {
    about: person,
    version: 1,
    purpose: 'consent-request',
    occasion: '1-1-1-consent',
    to: addressOf(person),
    addressHash: 'hash',
    letter: { subject: 'これまでありがとうございました', html: '<p>本文</p>', text: '本文' },
    now: new Date().toISOString(),
  };
}

const addressOf = (person: string) => `${person}@example.com`;
const received = async (person: string) => (await mailsTo(inject('settings'), addressOf(person))).length;
const arrived = (person: string) => until('the mail', async () => ((await received(person)) > 0 ? true : undefined));

async function itemOf(person: string): Promise<Record<string, unknown> | undefined> {
  const { Item } = await table.send(
    new GetCommand({ TableName: tableName(), Key: keys.dispatch(person, id), ConsistentRead: true }),
  );
  return Item;
}
const statusOf = async (person: string) => (await itemOf(person))?.['status'];
const dataOf = async (person: string) => (await itemOf(person))?.['data'];

async function isPending(person: string): Promise<boolean> {
  for await (const { pk } of pendingBefore(new Date(Date.now() + 1000).toISOString()))
    if (pk === keys.person(person).pk) return true;
  return false;
}

describe('one e-mail to one person has a permanent identity', () => {
  it('is claimed once under ten calls at once, and sent once', async () => {
    const person = await someone();
    const outcomes = await Promise.all(Array.from({ length: 10 }, () => sendOnce(mailTo(person))));
    expect(outcomes.filter((outcome) => outcome === 'sent')).toHaveLength(1);
    expect(await sendOnce(mailTo(person))).toBe('sent before');
    await arrived(person);
    expect(ses.arrived).toBe(1);
    expect(await received(person)).toBe(1);
    expect(await statusOf(person)).toBe('sent');
    expect(await isPending(person)).toBe(false);
    expect(await dataOf(person)).toMatchObject({ id, purpose: 'consent-request', address: 'hash' });
  });

  it('keeps its claim when the answer to the claim was lost', async () => {
    const person = await someone();
    interfere(table, async ({ command, attempt, send }) => {
      const answer = await send();
      if (command === 'PutItemCommand' && attempt === 1)
        throw Object.assign(new Error('socket hang up'), { code: 'ECONNRESET', $retryable: {} });
      return answer;
    });
    expect(await sendOnce(mailTo(person))).toBe('sent');
    expect(ses.arrived).toBe(1);
  });
});

describe('the person is read consistently just before sending', () => {
  it('and a letter written from what has changed since is not sent', async () => {
    const person = await someone();
    await revise(person);
    await expect(sendOnce(mailTo(person))).rejects.toThrow('changed');
    expect(ses.arrived).toBe(0);
    expect(await statusOf(person)).toBeUndefined();
    expect(await sendOnce({ ...mailTo(person), version: 2 })).toBe('sent');
    expect(await sendOnce(mailTo(person))).toBe('sent before');
  });
});

describe('what SES says becomes a word', () => {
  it.each([
    ['throttled', 'too fast'],
    ['quota', 'no more today'],
    ['paused', 'no more today'],
    ['refused', 'refused'],
  ] as const)('%s → %s, and nothing stays claimed', async (fault, word) => {
    const person = await someone();
    ses.fault = fault;
    expect(await trySendOnce(mailTo(person))).toBe(word);
    expect(await statusOf(person)).toBeUndefined();
  });
});

describe('a claim that somebody else took for dead', () => {
  it('is not given back, so that it is listed and not lost', async () => {
    const person = await someone();
    ses.fault = 'throttled';
    let other: Promise<unknown> | undefined;
    interfere(table, async ({ command, send }) => {
      // Just before the claim is given back, another sweep comes by.
      if (command === 'DeleteItemCommand') await (other ??= trySendOnce(mailTo(person)));
      return send();
    });
    expect(await trySendOnce(mailTo(person))).toBe('held');
    expect(await other).toBe('held');
    expect(await isPending(person)).toBe(true);
  });

  it('is sent all the same by who has it, and then nothing is in doubt', async () => {
    const person = await someone();
    let other: Promise<unknown> | undefined;
    interfere(table, async ({ command, send }) => {
      if (command === 'GetItemCommand') await (other ??= trySendOnce(mailTo(person)));
      return send();
    });
    expect(await trySendOnce(mailTo(person))).toBe('sent');
    expect(await other).toBe('held');
    expect(await statusOf(person)).toBe('sent');
    expect(await isPending(person)).toBe(false);
  });
});

describe('only an explicit 4xx or throttle releases a claim', () => {
  it.each(['refused', 'throttled'] as const)('%s: it throws, and the next try sends', async (fault) => {
    const person = await someone();
    ses.fault = fault;
    await expect(sendOnce(mailTo(person))).rejects.toThrow(/refused|too fast/);
    expect(ses.arrived).toBe(1);
    expect(await statusOf(person)).toBeUndefined();
    ses.fault = 'none';
    expect(await sendOnce(mailTo(person))).toBe('sent');
  });
});

describe('a timeout, reset or 5xx leaves it held, never blindly resent', () => {
  it.each(['broken', 'cut', 'cut after'] as const)('%s', async (fault) => {
    const person = await someone();
    ses.fault = fault;
    expect(await sendOnce(mailTo(person))).toBe('held');
    ses.fault = 'none';
    expect(await sendOnce(mailTo(person))).toBe('held');
    expect(ses.arrived).toBe(1);
    expect(await statusOf(person)).toBe('held');
    expect(await isPending(person)).toBe(true);
    if (fault === 'cut after') await arrived(person);
  });

  it('and so does a process that dies before it sends', async () => {
    const person = await someone();
    const stop = interfere(table, async ({ command, send }) => {
      const answer = await send();
      if (command === 'PutItemCommand') throw crash();
      return answer;
    });
    await expect(sendOnce(mailTo(person))).rejects.toThrow('crashed here');
    stop();
    expect(await statusOf(person)).toBe('claimed');
    expect(await sendOnce(mailTo(person))).toBe('held');
    expect(await statusOf(person)).toBe('held');
    expect(ses.arrived).toBe(0);
    expect(await isPending(person)).toBe(true);
  });

  it('and one that dies while SES says nothing', async () => {
    const person = await someone();
    ses.fault = 'silent';
    void sendOnce(mailTo(person)).catch(() => undefined);
    await until('the sending', async () => (ses.arrived === 1 ? true : undefined));
    expect(await sendOnce(mailTo(person))).toBe('held');
    expect(ses.arrived).toBe(1);
  });
});

describe('the report of SES settles what is in doubt', () => {
  it('after a crash between sending and settling', async () => {
    const person = await someone();
    const stop = interfere(table, async ({ command, send }) => {
      if (command === 'UpdateItemCommand') throw crash();
      return send();
    });
    await expect(sendOnce(mailTo(person))).rejects.toThrow('crashed here');
    stop();
    expect(await sendOnce(mailTo(person))).toBe('held');
    expect(await reportDispatch({ about: person, id }, 'delivered')).toBe(true);
    expect(await statusOf(person)).toBe('delivered');
    expect(await isPending(person)).toBe(false);
    expect(await sendOnce(mailTo(person))).toBe('sent before');
    expect(ses.arrived).toBe(1);
  });

  it('also where it comes before the sender has settled, whose own word is then not written', async () => {
    const person = await someone();
    let reported: Promise<boolean> | undefined;
    interfere(table, async ({ command, attempt, send }) => {
      if (command === 'UpdateItemCommand' && attempt === 1)
        await (reported ??= reportDispatch({ about: person, id }, 'bounced'));
      return send();
    });
    expect(await sendOnce(mailTo(person))).toBe('sent');
    expect(await statusOf(person)).toBe('bounced');
  });

  it('finds out for many at once which of them a delivery would tell something about', async () => {
    const [sent, held, none] = [await someone(), await someone(), await someone()];
    await sendOnce(mailTo(sent));
    ses.fault = 'broken';
    await sendOnce(mailTo(held));
    const refs = [sent, held, none].map((about) => ({ about, id }));
    const { pk, sk } = keys.dispatch(held, id);
    expect([...(await inDoubt(refs))]).toEqual([`${pk} ${sk}`]);
  });

  it('a delivery tells nothing of a mail that is known to be sent; a repeat changes nothing', async () => {
    const person = await someone();
    await sendOnce(mailTo(person));
    expect(await reportDispatch({ about: person, id }, 'delivered')).toBe(false);
    expect(await reportDispatch({ about: person, id }, 'bounced')).toBe(true);
    expect(await reportDispatch({ about: person, id }, 'bounced')).toBe(false);
    expect(await statusOf(person)).toBe('bounced');
  });
});

describe('what was erased is not written again', () => {
  it('neither by settling', async () => {
    const person = await someone();
    let erased: Promise<void> | undefined;
    interfere(table, async ({ command, attempt, send }) => {
      if (command === 'UpdateItemCommand' && attempt === 1) await (erased ??= remove(keys.dispatch(person, id)));
      return send();
    });
    expect(await sendOnce(mailTo(person))).toBe('sent');
    expect(await statusOf(person)).toBeUndefined();
  });

  it('nor by a report', async () => {
    const person = await someone();
    expect(await reportDispatch({ about: person, id }, 'delivered')).toBe(false);
    expect(await reportDispatch({ about: person, id }, 'bounced')).toBe(false);
    expect(await statusOf(person)).toBeUndefined();
  });
});
