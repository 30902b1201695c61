import { setTimeout } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { identify } from '../../functions/adapters/identity.ts';
import { decideAndWrite, loadPerson } from '../../functions/adapters/people.ts';
import { policy } from '../../functions/adapters/policy.ts';
import { erasePerson } from '../../functions/domain/hr.ts';
import { giveConsent } from '../../functions/domain/leaver.ts';
import { secondsOf } from '../../functions/domain/time.ts';
import { announce, change } from '../../infra/local/play/hr-system.ts';
import { awaitMail } from '../../infra/local/play/leaver.ts';
import { until } from '../../infra/local/play/until.ts';
import { parkByHand } from './park.ts';
import {
  answer,
  asked,
  countArrived,
  countMails,
  everythingOf,
  historyOf,
  inDays,
  leaver,
  left,
  onlyTombstone,
  reported,
  runningOf,
  settings,
  sortKeysOf,
  statusOf,
  theProgramme,
} from './stage.ts';

/** Every test ends here: one outcome, no execution left waiting, and nothing recreated in the table. */
async function settled(departure: string, outcome: string): Promise<void> {
  expect(await theProgramme.outcomeOf(departure)).toBe(outcome);
  expect(await runningOf(departure)).toEqual([]);
  if (outcome !== 'Enrolled') await onlyTombstone(departure);
  const { person, questions } = await loadPerson(departure);
  expect(person.stints.map(({ status }) => status)).toEqual([
    { Enrolled: 'enrolled', Declined: 'declined', 'No answer': 'silent', Erased: 'erased' }[outcome],
  ]);
  expect(questions.filter(({ status, taken }) => status === 'open' || !taken)).toEqual([]);
}

const now = () => ({ now: new Date().toISOString(), policy });
const proof = { wording: 'test', language: 'ja', method: 'link', address: 'hash' } as const;
const consentOf = async (departure: string) =>
  (await loadPerson(departure)).questions.find(({ kind }) => kind === 'consent');

/** Looks again quickly: while the mail is being sent the execution has not parked, a moment later it has. */
async function asSoonAsAsked(departure: string): Promise<void> {
  for (let turn = 0; turn < 2000; turn += 1) {
    if (await consentOf(departure)) return;
    await setTimeout(15);
  }
  throw new Error('nobody asked');
}

/** When the wait ends that the execution is in, once it is the one asked for: `last` is the one after which the window is over. */
function endOfWait(departure: string, wait: number | 'last'): Promise<number> {
  return until(`wait ${wait}`, async () => {
    const question = await consentOf(departure);
    // On a slow machine the window may be over before: then the answer comes too late, and that is to be told.
    if (question?.status !== 'open') return Date.now();
    if (!question.parkedRound || question.parkedRound < (wait === 'last' ? 2 : wait)) return undefined;
    const entered = (await historyOf(`${departure}-1-1`))
      .filter(({ stateEnteredEventDetails: state }) => state?.name === 'Await consent')
      .at(-1);
    const end = Number(entered?.timestamp) + secondsOf(policy.consent.remindEvery) * 1000;
    const window = Date.parse(question.askedAt) + secondsOf(policy.consent.window) * 1000;
    return wait === 'last' && end < window ? undefined : end;
  });
}

describe.concurrent('a question under fire', () => {
  it('is answered before the token is parked', async () => {
    const early = await Promise.all(
      Array.from({ length: 4 }, async () => {
        const who = leaver();
        const departure = (await identify()).person(who.employeeId);
        const isAsked = asSoonAsAsked(departure);
        await reported(who);
        await isAsked;
        let token: string | undefined;
        await decideAndWrite(departure, (file) => {
          token = file.questions[0]?.taskToken;
          return giveConsent(file, { stint: 1, purposes: ['outreach'], proof }, now());
        });
        await settled(departure, 'Enrolled');
        expect(await countArrived(who.personalEmail, 'welcome')).toBe(1);
        const refused = (await historyOf(`${departure}-1-1`)).filter(({ taskFailedEventDetails: failed }) =>
          failed?.error?.includes('ConditionalCheckFailed'),
        );
        // Where the answer came first, the park was refused, and the execution took stock.
        if (!token) expect(refused).toHaveLength(1);
        return !token;
      }),
    );
    expect(early).toContain(true);
  });

  it('a park of an earlier round that arrives late is refused, and the later token stays', async () => {
    const who = leaver({ lastWorkingDay: inDays(20) });
    const { departure, link } = await asked(who);
    const first = await consentOf(departure);
    const second = await until('the second round', async () => {
      const question = await consentOf(departure);
      return question && question.parkedRound === 2 ? question : undefined;
    });
    expect(second.taskToken).not.toBe(first?.taskToken);
    const late = parkByHand('Await consent', {
      person: departure,
      question: second.id,
      round: 1,
      token: String(first?.taskToken),
    });
    await expect(late).rejects.toMatchObject({ name: 'ConditionalCheckFailedException' });
    expect((await consentOf(departure))?.taskToken).toBe(second.taskToken);
    expect(await answer(link, 'yes')).toBe(200);
    await left(who);
    await settled(departure, 'Enrolled');
    expect(await countArrived(who.personalEmail, 'consent-reminder')).toBe(1);
  });

  it('yes and no at once: the first answer holds', async () => {
    await Promise.all(
      [0, 1, 2].map(async () => {
        const who = leaver({ lastWorkingDay: inDays(20) });
        const { departure, link } = await asked(who);
        const statuses = await Promise.all([answer(link, 'yes'), answer(link, 'no')]);
        expect(statuses).toContain(200);
        const hasConsented = (await loadPerson(departure)).person.stints[0]?.status === 'consented';
        if (hasConsented) await left(who);
        await settled(departure, hasConsented ? 'Enrolled' : 'Declined');
        const evidence = (await everythingOf(departure)).filter(({ pk }) => String(pk).startsWith('EVIDENCE#'));
        expect(evidence).toHaveLength(hasConsented ? 1 : 0);
      }),
    );
  });

  it('yes four times at once is one consent, one enrolment, one welcome', async () => {
    const who = leaver({ lastWorkingDay: inDays(20) });
    const { departure, link } = await asked(who);
    expect(await Promise.all([1, 2, 3, 4].map(() => answer(link, 'yes')))).toEqual([200, 200, 200, 200]);
    await left(who);
    await settled(departure, 'Enrolled');
    expect(await countArrived(who.personalEmail, 'welcome')).toBe(1);
    expect((await everythingOf(departure)).filter(({ pk }) => String(pk).startsWith('EVIDENCE#'))).toHaveLength(1);
  });

  it.each([
    ['a reminder', 1],
    ['a quiet round', 2],
    ['expiry', 'last'],
  ] as const)('is answered in the instant of %s', async (_, wait) => {
    await Promise.all(
      [-30, 0, 100].map(async (offset) => {
        const who = leaver();
        const { departure, link } = await asked(who);
        await setTimeout((await endOfWait(departure, wait)) + offset - Date.now());
        const status = await answer(link, 'yes');
        await settled(departure, status === 200 ? 'Enrolled' : 'No answer');
        // SES has taken it; the inbox may take a moment.
        if (status === 200) await awaitMail(settings, who.personalEmail, 'welcome');
        expect(await countMails(who.personalEmail, 'welcome')).toBe(status === 200 ? 1 : 0);
        expect(await countMails(who.personalEmail, 'consent-reminder')).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('is erased while parked: the execution ends, and a late park recreates nothing', async () => {
    const { departure, link } = await asked(leaver({ lastWorkingDay: inDays(20) }));
    const question = await consentOf(departure);
    expect(await decideAndWrite(departure, (file) => erasePerson(file, now()))).toBe('done');
    await settled(departure, 'Erased');
    const late = parkByHand('Await consent', {
      person: departure,
      question: String(question?.id),
      round: 9,
      token: 'late',
    });
    await expect(late).rejects.toMatchObject({ name: 'ConditionalCheckFailedException' });
    expect(await answer(link, 'yes')).toBe(410);
    expect(await sortKeysOf(departure)).toEqual(['RECORD#person']);
    expect(await everythingOf(departure)).toHaveLength(1);
  });

  it('is erased between asking and parking', async () => {
    const who = leaver();
    const departure = (await identify()).person(who.employeeId);
    const isAsked = asSoonAsAsked(departure);
    await reported(who);
    await isAsked;
    expect(await decideAndWrite(departure, (file) => erasePerson(file, now()))).toBe('done');
    await settled(departure, 'Erased');
  });

  it('the answer of a caller who lost the response is the one that counts when sent again', async () => {
    const who = leaver({ lastWorkingDay: inDays(20) });
    const { departure, link } = await asked(who);
    const gone = new AbortController();
    const fields = new URLSearchParams([
      ['purpose', 'outreach'],
      ['answer', 'yes'],
    ]);
    const lost = fetch(link, { method: 'POST', body: fields, signal: gone.signal }).catch(() => undefined);
    await until('the write', async () => ((await loadPerson(departure)).person.consents.length > 0 ? true : undefined));
    gone.abort();
    await lost;
    expect(await answer(link, 'yes')).toBe(200);
    await left(who);
    await settled(departure, 'Enrolled');
    expect((await everythingOf(departure)).filter(({ pk }) => String(pk).startsWith('EVIDENCE#'))).toHaveLength(1);
  });

  it('a report that overtakes it makes it a new question, and the first execution goes on with that one', async () => {
    const who = leaver({ lastWorkingDay: inDays(20), reason: 'sabbatical' });
    const { departure } = await announce(settings, who);
    const first = await theProgramme.parkedOn(departure, 'reason');
    await change(settings, { ...who, reason: 'career' });
    await theProgramme.parkedOn(departure, 'consent');
    expect((await loadPerson(departure)).questions.map(({ kind, status }) => `${kind} ${status}`).sort()).toEqual([
      'consent open',
      'reason closed',
    ]);
    expect(first).toContain('1-1-1-reason');
    expect(await runningOf(departure)).toEqual([`${departure}-1-1`]);
    await decideAndWrite(departure, (file) => erasePerson(file, now()));
    await settled(departure, 'Erased');
    expect(await statusOf(`${departure}-1-1`)).toBe('SUCCEEDED');
  });
});
