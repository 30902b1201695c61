import { describe, expect, test } from 'vitest';
import { changeAddress, confirmAddress } from '../../functions/domain/address-change.ts';
import { outreachDue } from '../../functions/domain/alumnus.ts';
import { close } from '../../functions/domain/asking.ts';
import { unknownPerson } from '../../functions/domain/decision.ts';
import { enrol } from '../../functions/domain/enrolment.ts';
import { erasePerson, giveAddress, optOut } from '../../functions/domain/hr.ts';
import { mailBounced } from '../../functions/domain/mail-report.ts';
import { changeConsent, pauseMail, pauses, stopMail } from '../../functions/domain/preferences.ts';
import { after, asked, decide, enrolled, on, openQuestion, proof, refOf, report, run, stintOf } from './samples.ts';

const alumna = enrolled();
const date = on('2027-03-01');
const gone = after(alumna, erasePerson(alumna, date).write);

describe('a pause', () => {
  test.each(pauses)('of %i months holds mail back until then', (months) => {
    const { outcome, write } = pauseMail(alumna, months, date);
    const until = { 3: '2027-06-01', 6: '2027-09-01', 12: '2028-03-01' }[months];
    expect([outcome, write?.person.pausedUntil]).toEqual(['paused', until]);
    expect(outreachDue(after(alumna, write).person)).toBe(until);
    expect(write?.entries).toMatchObject([{ what: `mail paused until ${until}`, by: 'leaver' }]);
  });

  test('ends at the month’s end where the month is shorter', () => {
    expect(pauseMail(alumna, 3, on('2027-11-30')).write?.person.pausedUntil).toBe('2028-02-29');
  });

  test('again on the same day is the same pause; another replaces it', () => {
    const paused = after(alumna, pauseMail(alumna, 6, date).write);
    expect(pauseMail(paused, 6, date)).toEqual({ outcome: 'paused' });
    expect(pauseMail(paused, 3, date).write?.person.pausedUntil).toBe('2027-06-01');
  });

  test('is ended, once, and the touch has its date again', () => {
    const paused = after(alumna, pauseMail(alumna, 6, date).write);
    const { outcome, write } = pauseMail(paused, undefined, date);
    expect(outcome).toBe('resumed');
    const resumed = after(paused, write);
    expect(outreachDue(resumed.person)).toBe('2027-01-30');
    expect(pauseMail(resumed, undefined, date)).toEqual({ outcome: 'resumed' });
  });

  test('that is over before the next touch changes nothing about it', () => {
    expect(outreachDue({ ...alumna.person, pausedUntil: '2027-01-29' })).toBe('2027-01-30');
  });

  test('of who never consented, or is gone, is over', () => {
    for (const file of [asked(), gone, unknownPerson('p')]) {
      expect(pauseMail(file, 3, date)).toEqual({ outcome: 'over' });
    }
  });
});

describe('a change of address', () => {
  const change = (file = alumna, address = 'new@example.com') => changeAddress(file, address, date);
  const moving = run(after(alumna, change().write), date).file;

  test('has the owner of the new one asked, and nobody written to in between', () => {
    expect(change().write?.consequences).toEqual([{ kind: 'start', machine: 'offboarding', stint: 1, generation: 2 }]);
    expect(openQuestion(moving).kind).toBe('confirmation');
    expect(moving.profile?.address).toBe('hanako@example.com');
    expect(outreachDue(moving.person)).toBeUndefined();
  });

  test('to the one in use is the same', () => {
    expect(change(alumna, 'hanako@example.com')).toEqual({ outcome: 'same' });
    expect(change(moving, 'hanako@example.com')).toEqual({ outcome: 'same' });
  });

  test('sent again is asked once, before and after its execution has begun', () => {
    expect(change(after(alumna, change().write))).toEqual({ outcome: 'asked' });
    expect(change(moving)).toEqual({ outcome: 'asked' });
  });

  test('to yet another one replaces the question', () => {
    const { outcome, write } = change(moving, 'newer@example.com');
    expect(outcome).toBe('asked');
    expect(write?.questions).toMatchObject([{ kind: 'confirmation', status: 'closed', outcome: 'changed' }]);
    const replaced = run(after(moving, write), date).file;
    expect(confirmAddress(replaced, openQuestion(moving).id, date)).toEqual({ outcome: 'over' });
    const confirmed = after(replaced, confirmAddress(replaced, openQuestion(replaced).id, date).write);
    expect(confirmed.profile?.address).toBe('newer@example.com');
  });

  test('keeps the date of the touch that is due, whatever purposes are chosen in between', () => {
    const { write } = changeConsent(moving, { purposes: ['outreach', 'gatherings'], proof }, date);
    expect([write?.person.nextOutreach, outreachDue(after(moving, write).person)]).toEqual(['2027-01-30', undefined]);
  });

  test('that nobody confirms keeps the old one, and may be asked for again', () => {
    const late = on('2027-03-20');
    const dropped = run(after(moving, close(moving, openQuestion(moving).id, late).write), late);
    expect(dropped.stock).toBe('left');
    const back = after(dropped.file, enrol(dropped.file, refOf(dropped.file), late).write);
    expect(back.profile).toMatchObject({ address: 'hanako@example.com', reportedAddress: 'hanako@example.com' });
    expect(outreachDue(back.person)).toBe('2027-01-30');
    const again = run(after(back, changeAddress(back, 'new@example.com', late).write), late);
    expect(again.question).toMatchObject({ kind: 'confirmation', status: 'open' });
  });

  test.each([
    ['came to nothing', { lastWorkingDay: '2029-09-30', contract: 'intern' }],
    ['is far ahead', { lastWorkingDay: '2033-03-31' }],
  ])('is seen to for an alumnus whose next departure %s', (_, said) => {
    const then = on('2029-09-01');
    const back = report({ hireDate: '2028-04-01', ...said }, '2029-09-01T00:00:00Z');
    const both = after(alumna, decide(alumna, back, then).write);
    const file = 'startsOn' in stintOf(both, 2) ? both : run(both, then, 2).file;
    const decision = changeAddress(file, 'new@example.com', then);
    expect(decision.outcome).toBe('asked');
    expect(run(after(file, decision.write), then, 1).question?.kind).toBe('confirmation');
    expect(stintOf(after(file, decision.write), 2)).toEqual(stintOf(file, 2));
  });

  test('of who never consented, or is gone, is over', () => {
    for (const file of [asked(), gone, unknownPerson('p')]) expect(change(file)).toEqual({ outcome: 'over' });
  });

  test('that HR makes for somebody whose address bounced reaches them once it is confirmed', () => {
    const bounced = after(alumna, mailBounced(alumna, { wasConfirmation: false }, date).write);
    const asking = run(after(bounced, giveAddress(bounced, 'new@example.com', date).write), date).file;
    const confirmed = run(after(asking, confirmAddress(asking, openQuestion(asking).id, date).write), date).file;
    const back = after(confirmed, enrol(confirmed, refOf(confirmed), date).write);
    expect([back.profile?.address, outreachDue(back.person)]).toEqual(['new@example.com', '2027-01-30']);
  });
});

describe('an opt-out that reached the company otherwise', () => {
  const letter = { ...proof, method: 'letter' as const };

  test('stops mail as one by link does, with its own evidence', () => {
    const { outcome, write } = optOut(alumna, letter, date);
    expect(outcome).toBe('done');
    expect(write?.person).toEqual(stopMail(alumna, proof, date).write?.person);
    expect(write?.evidence).toEqual([{ at: date.now, purposes: ['directory'], ...letter }]);
    expect(write?.entries).toMatchObject([{ what: 'mail stopped', by: 'hr' }]);
    expect(optOut(after(alumna, write), letter, date)).toEqual({ outcome: 'already so' });
  });

  test('works while a new address waits for its confirmation', () => {
    const moving = run(after(alumna, changeAddress(alumna, 'new@example.com', date).write), date).file;
    const stopped = after(moving, optOut(moving, letter, date).write);
    const confirmed = run(after(stopped, confirmAddress(stopped, openQuestion(stopped).id, date).write), date).file;
    const back = after(confirmed, enrol(confirmed, refOf(confirmed), date).write);
    expect([back.person.stopped, outreachDue(back.person)]).toEqual([true, undefined]);
  });

  test('is not possible of who never consented or is gone, and of nobody', () => {
    expect(optOut(asked(), letter, date)).toEqual({ outcome: 'not possible' });
    expect(optOut(gone, letter, date)).toEqual({ outcome: 'not possible' });
    expect(optOut(unknownPerson('p'), letter, date)).toEqual({ outcome: 'unknown person' });
  });
});
