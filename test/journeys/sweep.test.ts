import { UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { describe, expect, it } from 'vitest';
import { decideAndWrite, loadPerson } from '../../functions/adapters/people.ts';
import { policy } from '../../functions/adapters/policy.ts';
import { erasePerson } from '../../functions/domain/hr.ts';
import type { Person } from '../../functions/domain/person.ts';
import { dateAfter } from '../../functions/domain/time.ts';
import { cancel } from '../../infra/local/play/hr-system.ts';
import { awaitMail, linkIn, send } from '../../infra/local/play/leaver.ts';
import { until } from '../../infra/local/play/until.ts';
import { okaeri } from './cli.ts';
import {
  answer,
  asked,
  countArrived,
  enrolled,
  everythingOf,
  inDays,
  items,
  leaver,
  onlyTombstone,
  reported,
  runningOf,
  settings,
  sortKeysOf,
  theProgramme,
  today,
} from './stage.ts';

/**
 * The daily sweep. What is due in a month or in years is moved near by hand, since other journeys run beside this one
 * and a sweep for a date acts for everybody.
 */
const { retention, outreach } = policy;
const sweep = (date: string) => okaeri('sweep', '--date', date);

/** Moves what is due to today, as if the time had passed. */
async function bringNear(key: { pk: unknown; sk: unknown }): Promise<void> {
  const isPerson = key.sk === 'RECORD#person';
  await items.send(
    new UpdateCommand({
      TableName: settings.table,
      Key: { pk: key.pk, sk: key.sk },
      UpdateExpression: `SET due = :today${isPerson ? ', #data.expires = :today' : ''}`,
      ...(isPerson && { ExpressionAttributeNames: { '#data': 'data' } }),
      ConditionExpression: 'attribute_exists(due)',
      ExpressionAttributeValues: { ':today': today.toString() },
    }),
  );
}

async function itemOf(departure: string, prefix: string): Promise<Record<string, unknown>> {
  const found = (await everythingOf(departure)).find(({ pk, sk }) =>
    `${String(pk)} ${String(sk)}`.startsWith(`${prefix}#${departure}`),
  );
  if (!found) throw new Error(`nothing is kept in ${prefix}`);
  return found;
}

const entriesOf = async (departure: string, what: string) =>
  (await theProgramme.itemsOf(departure)).filter(({ data }) => (data as { what?: string }).what === what).length;

const nearer = (person: Person): Person => ({
  ...person,
  stints: person.stints.map((stint) =>
    stint.status === 'reported' ? { ...stint, startsOn: today.toString() } : stint,
  ),
});

describe.concurrent('the sweep of a date', () => {
  it('answers for the calendar: the day after the last day enrols, and the same date twice does nothing twice', async () => {
    const who = leaver({ lastWorkingDay: inDays(3) });
    const { departure, link } = await asked(who);
    expect(await answer(link, 'yes')).toBe(200);
    await theProgramme.parkedOn(departure, 'last-day');
    await sweep(inDays(3));
    expect(await runningOf(departure)).toEqual([`${departure}-1-1`]);
    await sweep(inDays(4));
    expect(await theProgramme.outcomeOf(departure)).toBe('Enrolled');
    await awaitMail(settings, who.personalEmail, 'welcome');
    const { person } = await loadPerson(departure);
    expect(person.nextOutreach).toBe(dateAfter(inDays(3), outreach.after[0] ?? ''));
    const before = await everythingOf(departure);
    await Promise.all([sweep(inDays(4)), sweep(inDays(4))]);
    expect(await everythingOf(departure)).toEqual(before);
    expect(await countArrived(who.personalEmail, 'welcome')).toBe(1);
    expect(await entriesOf(departure, 'enrolled')).toBe(1);
  });

  it('erases the data of somebody who is not eligible on its date, and forgets the tombstone on its own', async () => {
    const departure = await reported(leaver({ reason: 'misconduct' }));
    expect(await theProgramme.outcomeOf(departure)).toBe('Not eligible');
    const expiring = { pk: `PERSON#${departure}`, sk: 'RECORD#person' };
    expect((await loadPerson(departure)).person.expires).toBe(dateAfter(today.toString(), retention.notEligible));
    await sweep(today.toString());
    expect(await sortKeysOf(departure)).toContain('RECORD#profile');
    await bringNear(expiring);
    await sweep(today.toString());
    await onlyTombstone(departure);
    const { person } = await loadPerson(departure);
    expect(person).toMatchObject({ stints: [{ status: 'expired' }] });
    // A sweep of another test, for a later day, may have come first.
    expect(person.expires?.slice(0, 4)).toBe(dateAfter(today.toString(), retention.tombstone).slice(0, 4));
    await bringNear(expiring);
    await sweep(today.toString());
    expect(await everythingOf(departure)).toEqual([]);
  });

  it('forgets a cancelled departure whole, so that nothing of it meets somebody who begins anew', async () => {
    const who = leaver({ lastWorkingDay: inDays(30) });
    const { departure } = await asked(who);
    await cancel(settings, who);
    expect(await theProgramme.outcomeOf(departure)).toBe('Cancelled');
    await bringNear({ pk: `PERSON#${departure}`, sk: 'RECORD#person' });
    await sweep(today.toString());
    expect(await everythingOf(departure)).toEqual([]);
  });

  it('keeps evidence of consent until its statutory end, then deletes it', async () => {
    const { departure, welcome } = await enrolled(leaver());
    await send(`${linkIn(welcome, 'preferences')}/leave`, []);
    await onlyTombstone(departure);
    const evidence = await until('the end date of the evidence', async () => {
      const found = await itemOf(departure, 'EVIDENCE');
      return found['due'] ? found : undefined;
    });
    expect(evidence['due']).toBe(dateAfter(today.toString(), retention.evidence));
    await sweep(today.toString());
    expect(await everythingOf(departure)).toHaveLength(2);
    await bringNear({ pk: evidence['pk'], sk: evidence['sk'] });
    await sweep(today.toString());
    expect((await everythingOf(departure)).map(({ sk }) => sk)).toEqual(['RECORD#person']);
  });

  it('starts a departure that was announced long before', async () => {
    const departure = await reported(leaver({ lastWorkingDay: inDays(400) }));
    const { person } = await loadPerson(departure);
    expect(person.stints[0]).toMatchObject({ status: 'reported', startsOn: inDays(100) });
    expect(await runningOf(departure)).toEqual([]);
    await sweep(today.toString());
    expect(await runningOf(departure)).toEqual([]);
    await decideAndWrite(departure, (file) => ({ outcome: 'near', write: { person: nearer(file.person) } }));
    await sweep(today.toString());
    await theProgramme.parkedOn(departure, 'consent');
    await decideAndWrite(departure, (file) => erasePerson(file, { now: new Date().toISOString(), policy }));
    expect(await theProgramme.outcomeOf(departure)).toBe('Erased');
  });
});
