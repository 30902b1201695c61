import { describe, expect, test } from 'vitest';
import { confirmAddress } from '../../functions/domain/address-change.ts';
import { close } from '../../functions/domain/asking.ts';
import { giveAddress } from '../../functions/domain/hr.ts';
import { declineConsent, giveConsent } from '../../functions/domain/leaver.ts';
import { mailBounced, mailComplained } from '../../functions/domain/mail-report.ts';
import { changeConsent, leaveProgramme, stopMail } from '../../functions/domain/preferences.ts';
import {
  after,
  asked,
  cancellation,
  consented,
  decide,
  enrolled,
  on,
  openQuestion,
  proof,
  report,
  run,
  stintOf,
  today,
} from './samples.ts';

const yes = { stint: 1, purposes: ['outreach', 'rehire'] as const, proof };

describe('a yes', () => {
  test('is recorded with its evidence and answers the request', () => {
    const { outcome, write } = giveConsent(asked(), yes, today);
    expect(outcome).toBe('given');
    expect(write?.person.consents).toEqual(['outreach', 'rehire']);
    expect(write?.evidence).toEqual([{ at: today.now, purposes: ['outreach', 'rehire'], ...proof }]);
    expect(write?.questions).toMatchObject([{ kind: 'consent', status: 'answered', outcome: 'given' }]);
    expect(write?.consequences).toMatchObject([{ kind: 'resume' }]);
  });

  test('records the wish to return', () => {
    const file = after(
      asked(),
      giveConsent(asked(report({ reason: 'childcare' })), { ...yes, wish: 'yes' }, today).write,
    );
    expect(stintOf(run(file).file)).toMatchObject({ status: 'consented', wish: 'yes' });
  });

  test('once more, otherwise, changes the first and leaves evidence of both', () => {
    const { outcome, write } = giveConsent(consented(), yes, today);
    expect(outcome).toBe('changed');
    expect(write?.person.consents).toEqual(['outreach', 'rehire']);
    expect(write?.evidence).toHaveLength(1);
  });

  test('once more, the same, changes nothing', () => {
    expect(giveConsent(consented(['outreach', 'rehire']), { ...yes, purposes: ['rehire', 'outreach'] }, today)).toEqual(
      { outcome: 'changed' },
    );
  });

  test('comes too late after a cancellation, a no, or silence', () => {
    const request = openQuestion(asked());
    for (const write of [
      decide(asked(), cancellation()).write,
      declineConsent(asked(), { stint: 1 }, today).write,
      close(asked(), request.id, on('2027-01-20')).write,
    ]) {
      expect(giveConsent(after(asked(), write), yes, today)).toEqual({ outcome: 'over' });
    }
  });

  test('about a stint that is not there is over', () => {
    expect(giveConsent(asked(), { ...yes, stint: 7 }, today)).toEqual({ outcome: 'over' });
  });
});

describe('a no', () => {
  test('deletes everything personal at once', () => {
    const { outcome, write } = declineConsent(asked(), { stint: 1, wish: 'undecided' }, today);
    expect(outcome).toBe('declined');
    expect(write).toMatchObject({
      profile: 'delete',
      person: { consents: [], stints: [{ status: 'declined', wish: 'undecided' }] },
    });
  });

  test('twice is a no', () => {
    const file = after(asked(), declineConsent(asked(), { stint: 1 }, today).write);
    expect(declineConsent(file, { stint: 1 }, today)).toEqual({ outcome: 'declined' });
  });

  test('after a yes is no leaving: that is asked once more, on a page of its own', () => {
    expect(declineConsent(consented(), { stint: 1 }, today)).toEqual({ outcome: 'changed' });
  });

  test('after a cancellation is over', () => {
    expect(declineConsent(after(asked(), decide(asked(), cancellation()).write), { stint: 1 }, today)).toEqual({
      outcome: 'over',
    });
  });
});

describe('preferences', () => {
  test('of somebody who never consented are over', () => {
    expect(changeConsent(asked(), yes, today)).toEqual({ outcome: 'over' });
    expect(stopMail(asked(), proof, today)).toEqual({ outcome: 'over' });
    expect(leaveProgramme(asked(), today)).toEqual({ outcome: 'over' });
  });

  test('without outreach end outreach', () => {
    expect(
      changeConsent(enrolled(), { purposes: ['directory'], proof }, today).write?.person.nextOutreach,
    ).toBeUndefined();
  });

  test('mail stopped leaves the directory alone', () => {
    const { write } = stopMail(enrolled(), proof, on('2027-02-01'));
    expect(write?.person).toMatchObject({ consents: ['directory'], stopped: true, nextOutreach: undefined });
    expect(write?.evidence).toMatchObject([{ purposes: ['directory'] }]);
  });

  test('mail stopped twice is stopped', () => {
    const file = after(enrolled(), stopMail(enrolled(), proof, today).write);
    expect(stopMail(file, proof, today)).toEqual({ outcome: 'changed' });
  });

  test('choosing mail again ends the stop, and outreach has a date again', () => {
    const file = after(enrolled(), stopMail(enrolled(), proof, today).write);
    const { write } = changeConsent(file, { purposes: ['outreach'], proof }, on('2027-06-01'));
    expect(write?.person).toMatchObject({ stopped: false, nextOutreach: '2027-06-29' });
  });

  test('mail asked for again after a complaint takes the address off the list of those that SES does not write to', () => {
    const answer = { purposes: ['outreach' as const], proof };
    const complained = after(enrolled(), mailComplained(enrolled(), { wasConfirmation: false }, today).write);
    const unlist = { kind: 'unlist', address: 'hanako@example.com' };
    expect(changeConsent(complained, answer, today).write?.consequences).toEqual([unlist]);
    expect(changeConsent(enrolled(), answer, today).write?.consequences).toEqual([]);
    const bounced = after(complained, mailBounced(complained, { wasConfirmation: false }, today).write);
    expect(changeConsent(bounced, answer, today).write?.consequences).toEqual([]);
  });

  test('leaving the programme deletes everything personal, and once is enough', () => {
    const left = leaveProgramme(enrolled(), on('2027-02-01'));
    expect(left.write).toMatchObject({ profile: 'delete', person: { stints: [{ status: 'declined' }] } });
    expect(leaveProgramme(after(enrolled(), left.write), on('2027-02-01'))).toEqual({ outcome: 'left' });
  });
});

describe('addresses', () => {
  const readdressed = run(
    after(asked(), decide(asked(), report({ personalEmail: 'new@example.com' }, '2026-11-22T00:00:00Z')).write),
  ).file;

  test('the first needs no confirmation', () => {
    expect(openQuestion(asked()).kind).toBe('consent');
    expect(asked().profile?.address).toBe('hanako@example.com');
  });

  test('one changed before anything was sent needs none either', () => {
    const file = asked(report({ personalEmail: undefined }));
    expect(openQuestion(file).kind).toBe('address');
    expect(run(after(file, giveAddress(file, 'found@example.com', today).write)).stock).toBe('consent needed');
  });

  test('a changed one is confirmed before anything else is sent to it', () => {
    const question = openQuestion(readdressed);
    expect(question.kind).toBe('confirmation');
    const { outcome, write } = confirmAddress(readdressed, question.id, today);
    expect(outcome).toBe('confirmed');
    const { file, stock } = run(after(readdressed, write));
    expect([stock, file.profile?.address]).toEqual(['consent needed', 'new@example.com']);
    expect(confirmAddress(file, question.id, today)).toEqual({ outcome: 'confirmed' });
  });

  test('an older confirmation says nothing of a newer address', () => {
    const older = openQuestion(readdressed).id;
    const newer = after(
      readdressed,
      decide(readdressed, report({ personalEmail: 'newest@example.com' }, '2026-11-22T01:00:00Z')).write,
    );
    expect(confirmAddress(newer, older, today)).toEqual({ outcome: 'over' });
  });

  test('one not confirmed is dropped, and the one in use is written to', () => {
    const { write } = close(readdressed, openQuestion(readdressed).id, on('2026-12-20'));
    const { file, stock } = run(after(readdressed, write));
    expect([stock, file.profile?.reportedAddress]).toEqual(['consent needed', 'hanako@example.com']);
  });

  test('a bounce has HR asked for another, which its owner confirms', () => {
    const bounced = run(after(asked(), mailBounced(asked(), { wasConfirmation: false }, today).write)).file;
    expect(openQuestion(bounced).kind).toBe('address');
    const given = run(after(bounced, giveAddress(bounced, 'found@example.com', today).write)).file;
    expect(openQuestion(given).kind).toBe('confirmation');
    const confirmed = run(after(given, confirmAddress(given, openQuestion(given).id, today).write));
    expect(confirmed.stock).toBe('consent needed');
    expect(confirmed.file.person.bounced).toBe(false);
  });

  test('a bounce is noted once', () => {
    const bounced = after(asked(), mailBounced(asked(), { wasConfirmation: false }, today).write);
    expect(mailBounced(bounced, { wasConfirmation: false }, today)).toEqual({ outcome: 'known' });
  });

  test('a bounced confirmation drops the new address, not the one in use', () => {
    const { write } = mailBounced(readdressed, { wasConfirmation: true }, today);
    expect(write?.person.bounced).toBe(false);
    expect(run(after(readdressed, write)).stock).toBe('consent needed');
    expect(mailBounced(after(readdressed, write), { wasConfirmation: true }, today)).toEqual({ outcome: 'known' });
  });

  test('a bounce of somebody who is gone is known', () => {
    const gone = after(asked(), declineConsent(asked(), { stint: 1 }, today).write);
    expect(mailBounced(gone, { wasConfirmation: false }, today)).toEqual({ outcome: 'known' });
  });

  test('a complaint stops all mail at once, and a choice made by link afterwards starts it again', () => {
    const stopped = after(asked(), mailComplained(asked(), { wasConfirmation: false }, today).write);
    expect(stopped.person).toMatchObject({ stopped: true });
    expect(mailComplained(stopped, { wasConfirmation: false }, today)).toEqual({ outcome: 'known' });
    const answer = { stint: 1, purposes: ['outreach' as const], proof };
    expect(after(stopped, giveConsent(stopped, answer, today).write).person).toMatchObject({ stopped: false });
  });
});
