import { beforeAll, describe, expect, it } from 'vitest';
import { readDispatch } from '../../functions/adapters/dispatches.ts';
import { trySendOnce } from '../../functions/adapters/mail.ts';
import { alumnus, approve, firstDay } from './alumni.ts';
import { useFaultyAws } from './faulty-aws.ts';
import { useOwnTable } from './own-table.ts';
import { throttled } from './ses-stand-in.ts';
import { dueOn, expectNoted, fateOf, listed, sweep } from './sweep-day.ts';

/** The SDK tries again what failed, by itself: also what AWS has done already, and only its answer was lost. */
useOwnTable();
const aws = useFaultyAws({ attempts: 3 });
beforeAll(() => approve('2026-11-20'));

const two = () => Promise.all([alumnus(), alumnus({ profile: { language: 'en' } })]);

describe('a call that the SDK tries again', () => {
  it.each(['before', 'after'] as const)('is as if nothing had happened, whether it failed %s AWS', async (when) => {
    const clean = await two();
    aws.begin(undefined, clean);
    expect(await sweep(firstDay)).toMatchObject({ counts: { sent: 2 } });
    // The client for mail tries once, so as never to send twice.
    const calls = aws.calls.filter((name) => name !== 'GetSendQuota');
    const met: { at: string; people: string[] }[] = [];
    for (const at of calls) {
      const people = await two();
      aws.begin({ at, when, dies: false }, people);
      const { outcome, counts } = await sweep(firstDay);
      aws.begin();
      // Of a mail nobody knows whether it has gone: it is not tried again.
      const inDoubt = at.startsWith('SendRawEmail');
      expect({ outcome, counts }, at).toEqual({
        outcome: 'done',
        counts: inDoubt ? { sent: 1, 'no answer': 1 } : { sent: 2 },
      });
      met.push({ at, people });
    }
    expect(await dueOn(firstDay)).toEqual([]);
    const pending = await listed();
    for (const { at, people } of met) {
      for (const person of people) await expectNoted(person, firstDay);
      const fates = await Promise.all(people.map((person) => fateOf(person, firstDay, aws.ses, pending)));
      expect(fates.includes('in doubt'), at).toBe(at.startsWith('SendRawEmail'));
    }
  });
});

describe('a claim that is given back', () => {
  it('is, also where the answer to that was lost', async () => {
    const person = await alumnus();
    const id = 'outreach_2026-12-03';
    aws.ses.refuse = () => throttled;
    aws.begin({ at: `DeleteItem PERSON#A DISPATCH#${id}`, when: 'after', dies: false }, [person]);
    const mail = {
      about: person,
      version: 1,
      purpose: 'outreach',
      occasion: firstDay,
      to: 'sample@example.com',
      addressHash: 'hash',
      letter: { subject: 'x', html: '<p>x</p>', text: 'x' },
      now: '2026-12-03T00:00:00Z',
    } as const;
    expect(await trySendOnce(mail)).toBe('too fast');
    expect(aws.struck).toBe(true);
    expect(await readDispatch({ about: person, id })).toBeUndefined();
    aws.ses.refuse = () => undefined;
    expect(await trySendOnce(mail)).toBe('sent');
  });
});
