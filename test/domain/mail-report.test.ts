import { describe, expect, test } from 'vitest';
import { changeAddress, confirmAddress } from '../../functions/domain/address-change.ts';
import { outreachDue } from '../../functions/domain/alumnus.ts';
import type { PersonFile } from '../../functions/domain/decision.ts';
import { erasePerson, giveAddress } from '../../functions/domain/hr.ts';
import { mailBounced, mailComplained, mailDelayed } from '../../functions/domain/mail-report.ts';
import { after, enrolled, on, openQuestion, policy, run, today } from './samples.ts';

const alumna = enrolled();
const old = 'hanako@example.com';
const unlist = (address: string) => ({ kind: 'unlist', address });

/** After reports that mails came back for now: which one, and on which day. */
function delayed(reports: [dispatch: string, date: string][], file = alumna): PersonFile {
  return reports.reduce((now, [dispatch, date]) => after(now, mailDelayed(now, dispatch, on(date)).write), file);
}
const bounced = after(alumna, mailBounced(alumna, { wasConfirmation: false }, today).write);

describe('a mail that came back for now', () => {
  test('is remembered, and leaves the address in use', () => {
    const { outcome, write } = mailDelayed(alumna, 'outreach_a', on('2027-02-01'));
    expect(outcome).toBe('noted');
    expect(write?.person).toMatchObject({
      bounced: false,
      softBounces: [{ dispatch: 'outreach_a', on: '2027-02-01' }],
    });
    expect(write?.entries ?? []).toEqual([]);
  });

  test('counts once, however often it is reported', () => {
    const once = delayed([['a', '2027-02-01']]);
    expect(mailDelayed(once, 'a', on('2027-02-02'))).toEqual({ outcome: 'known' });
    expect(
      delayed([
        ['a', '2027-02-01'],
        ['a', '2027-02-01'],
        ['b', '2027-02-02'],
        ['a', '2027-02-03'],
      ]).person.bounced,
    ).toBe(false);
  });

  test('often enough counts as one that came back for good', () => {
    const twice = delayed([
      ['a', '2027-02-01'],
      ['b', '2027-04-01'],
    ]);
    const { outcome, write } = mailDelayed(twice, 'c', on('2027-07-31'));
    expect(outcome).toBe('noted');
    expect(write?.person).toMatchObject({ bounced: true, softBounces: undefined });
    expect(write?.entries).toMatchObject([{ what: 'address bounced', by: 'ses' }]);
    expect(outreachDue(after(twice, write).person)).toBeUndefined();
  });

  test('long ago does not count any more', () => {
    const { person } = delayed([
      ['a', '2027-02-01'],
      ['b', '2027-04-01'],
      ['c', '2027-08-01'],
    ]);
    expect(person.bounced).toBe(false);
    expect(person.softBounces).toEqual([
      { dispatch: 'b', on: '2027-04-01' },
      { dispatch: 'c', on: '2027-08-01' },
    ]);
  });

  test('once is enough where the policy says so', () => {
    const strict = { ...today, policy: { ...policy, bounces: { ...policy.bounces, mostSoft: 1 } } };
    expect(mailDelayed(alumna, 'a', strict).write?.person.bounced).toBe(true);
  });

  test('says nothing of an address that bounced, or of somebody who is gone', () => {
    expect(mailDelayed(bounced, 'a', today)).toEqual({ outcome: 'known' });
    const gone = after(alumna, erasePerson(alumna, today).write);
    expect(mailDelayed(gone, 'a', today)).toEqual({ outcome: 'known' });
  });

  test('says nothing of another address, once its owner has confirmed that', () => {
    const twice = delayed([
      ['a', '2027-02-01'],
      ['b', '2027-04-01'],
    ]);
    const date = on('2027-04-02');
    const moving = run(after(twice, changeAddress(twice, 'new@example.com', date).write), date).file;
    const moved = after(moving, confirmAddress(moving, openQuestion(moving).id, date).write);
    expect(moved.person.softBounces).toBeUndefined();
    expect(mailDelayed(moved, 'c', date).write?.person.bounced).toBe(false);
  });
});

describe('an address that SES does not deliver to', () => {
  const consequences = (write: { consequences?: readonly { kind: string }[] } | undefined) =>
    write?.consequences?.filter(({ kind }) => kind === 'unlist');

  test('stays on its list while it bounces', () => {
    expect(consequences(mailBounced(alumna, { wasConfirmation: false }, today).write)).toEqual([]);
  });

  test('leaves it when HR knows that it works, and who lives there is due again', () => {
    const { outcome, write } = giveAddress(bounced, old, today);
    expect([outcome, consequences(write)]).toEqual(['done', [unlist(old)]]);
    expect(write?.person.bounced).toBe(false);
    const works = giveAddress(alumna, old, today);
    expect(works).toEqual({ outcome: 'already so' });
  });

  test('leaves it when its owner has moved on', () => {
    const moving = run(after(bounced, giveAddress(bounced, 'new@example.com', today).write)).file;
    expect(moving.person.bounced).toBe(true);
    const { write } = confirmAddress(moving, openQuestion(moving).id, today);
    expect(consequences(write)).toEqual([unlist(old)]);
    expect(write?.person.bounced).toBe(false);
  });

  test('leaves it where it was a new one that is dropped', () => {
    const moving = run(after(alumna, changeAddress(alumna, 'new@example.com', today).write)).file;
    for (const report of [mailBounced, mailComplained]) {
      const { write } = report(moving, { wasConfirmation: true }, today);
      expect(consequences(write)).toEqual([unlist('new@example.com')]);
      expect(write?.person).toMatchObject({ bounced: false, stopped: false });
      expect(write?.profile).toMatchObject({ address: old, reportedAddress: old });
    }
  });

  test('leaves it when its owner moves on, whether a report of it came or not', () => {
    const moving = run(after(alumna, changeAddress(alumna, 'new@example.com', today).write)).file;
    expect(consequences(confirmAddress(moving, openQuestion(moving).id, today).write)).toEqual([unlist(old)]);
  });
});

test('a complaint stops mail, whatever else was consented to, and once', () => {
  const { write } = mailComplained(alumna, { wasConfirmation: false }, today);
  expect(write?.person).toMatchObject({ consents: ['directory'], stopped: true });
  const stopped = after(alumna, write);
  expect(outreachDue(stopped.person)).toBeUndefined();
  expect(mailComplained(stopped, { wasConfirmation: false }, today)).toEqual({ outcome: 'known' });
});
