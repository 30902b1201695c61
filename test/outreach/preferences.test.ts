import { beforeAll, describe, expect, it } from 'vitest';
import { readHoldings } from '../../functions/adapters/holdings.ts';
import { loadPerson } from '../../functions/adapters/people.ts';
import { policy } from '../../functions/adapters/policy.ts';
import { isWorkingDay } from '../../functions/domain/cadence.ts';
import { awaitMail, dispatchOf, linkIn, mailsTo, send } from '../../infra/local/play/leaver.ts';
import { approve } from '../adapters/alumni.ts';
import { okaeri } from '../journeys/cli.ts';
import { enrolled, inDays, leaver, settings, theProgramme, today } from '../journeys/stage.ts';

/** What alumni and HR decide between two sweeps, months ahead. */

/** A month after the last day a touch is due, three months after it the next. */
const [first, second] = [workingDay(40), workingDay(100)];

function workingDay(days: number): string {
  return isWorkingDay(inDays(days), policy) ? inDays(days) : workingDay(days + 1);
}

const names = ['steady', 'paused', 'resumed', 'moved', 'telephoned'] as const;
type Name = (typeof names)[number];
type Alumnus = { id: string; employeeId: string; address: string; preferences: string };
const alumni = new Map<Name, Alumnus>();

function of(name: Name): Alumnus {
  const found = alumni.get(name);
  if (!found) throw new Error(`nobody is ${name}`);
  return found;
}

beforeAll(async () => {
  await Promise.all(
    names.map(async (name) => {
      const who = leaver();
      const { departure, welcome } = await enrolled(who);
      alumni.set(name, {
        id: departure,
        employeeId: who.employeeId,
        address: who.personalEmail,
        preferences: linkIn(welcome, 'preferences'),
      });
    }),
  );
});

/** The outreach that somebody was sent, as the table knows it. */
const mailsOf = async (name: Name) =>
  (await readHoldings(of(name).id)).mails.filter((mail) => mail.purpose === 'outreach');
const outreachTo = async (address: string) =>
  (await mailsTo(settings, address)).filter((mail) => dispatchOf(mail).startsWith('outreach'));

describe('before the first sweep', () => {
  it('one pauses, one pauses and goes on', async () => {
    for (const name of ['paused', 'resumed'] as const)
      await send(of(name).preferences, [
        ['action', 'pause'],
        ['months', '3'],
      ]);
    await send(of('resumed').preferences, [['action', 'resume']]);
    const until = today.add({ months: 3 }).toString();
    expect((await loadPerson(of('paused').id)).person.pausedUntil).toBe(until);
    expect((await loadPerson(of('resumed').id)).person.pausedUntil).toBeUndefined();
  });

  it('one gives another address, and confirms it there; the old mailbox changes nothing any more', async () => {
    const { id, preferences, address } = of('moved');
    const moved = `new-${address}`;
    await send(preferences, [
      ['action', 'address'],
      ['address', moved],
    ]);
    const confirm = linkIn(await awaitMail(settings, moved, 'confirm-address'), 'confirm');
    // A forwarded mail must not move anybody in silence.
    const notice = await awaitMail(settings, address, 'address-notice');
    expect(notice.text).not.toContain(moved);
    expect((await fetch(preferences)).status).toBe(200);
    await send(confirm, []);
    expect(await theProgramme.outcomeOf(id, 2)).toBe('Enrolled');
    const welcome = await awaitMail(settings, moved, 'welcome');
    expect((await fetch(linkIn(welcome, 'preferences'))).status).toBe(200);
    expect(await (await fetch(confirm)).text()).toContain('/preferences/');
    for (const method of ['GET', 'POST']) {
      const body = method === 'POST' ? new URLSearchParams({ action: 'resume' }) : null;
      expect((await fetch(preferences, { method, body })).status).toBe(410);
    }
  });

  it('one telephones HR', async () => {
    await okaeri('person', 'opt-out', of('telephoned').employeeId, '--by', 'telephone');
    const { person } = await loadPerson(of('telephoned').id);
    expect(person).toMatchObject({ stopped: true, consents: [] });
    const { evidence } = await readHoldings(of('telephoned').id);
    expect(evidence.map(({ method }) => method)).toContain('telephone');
  });
});

describe('the first sweep', () => {
  it('writes to who wants it, at the address that is theirs now, and leaves the others alone', async () => {
    await approve(today.subtract({ days: 1 }).toString());
    expect(await theProgramme.sweep(first)).toBe('Swept');
    await awaitMail(settings, of('steady').address, 'outreach');
    await awaitMail(settings, of('resumed').address, 'outreach');
    const mail = await awaitMail(settings, `new-${of('moved').address}`, 'outreach');
    expect(await outreachTo(of('moved').address)).toEqual([]);
    // The link of the new mail is the new address's.
    expect((await fetch(linkIn(mail, 'preferences'))).status).toBe(200);
    for (const name of ['steady', 'resumed', 'moved'] as const) expect(await mailsOf(name)).toHaveLength(1);
    for (const name of ['paused', 'telephoned'] as const) expect(await mailsOf(name)).toEqual([]);
  });
});

describe('the second sweep', () => {
  it('writes to who had paused, now that it is over, and never to who opted out', async () => {
    await approve(inDays(50));
    expect(await theProgramme.sweep(second)).toBe('Swept');
    await awaitMail(settings, of('paused').address, 'outreach');
    expect(await mailsOf('paused')).toHaveLength(1);
    expect(await mailsOf('steady')).toHaveLength(2);
    expect(await mailsOf('telephoned')).toEqual([]);
    expect(await outreachTo(of('telephoned').address)).toEqual([]);
  });
});
