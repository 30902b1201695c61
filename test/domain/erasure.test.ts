import { describe, expect, test } from 'vitest';
import { confirmAddress } from '../../functions/domain/address-change.ts';
import { outreachDue } from '../../functions/domain/alumnus.ts';
import { dueDate, personDue, questionDue } from '../../functions/domain/due.ts';
import { enrol, mayWelcome } from '../../functions/domain/enrolment.ts';
import { erase } from '../../functions/domain/erasure.ts';
import { exclude, giveAddress } from '../../functions/domain/hr.ts';
import { mailBounced, mailComplained } from '../../functions/domain/mail-report.ts';
import { scheduledOutreach, touched } from '../../functions/domain/outreach.ts';
import { pauseMail, stopMail } from '../../functions/domain/preferences.ts';
import {
  after,
  asked,
  consented,
  decide,
  enrolled,
  on,
  openQuestion,
  personFile,
  proof,
  refOf,
  report,
  run,
  stintOf,
  today,
} from './samples.ts';

describe('erasure', () => {
  const write = erase(consented(), { stint: 1, ending: 'declined', wish: 'no' }, today);

  test('keeps no facts, no consent and nothing of what was reported', () => {
    expect(write.person).toMatchObject({ consents: [], expires: '2031-11-22' });
    expect(write.person.stints).toEqual([
      {
        number: 1,
        generation: 1,
        revision: 1,
        hireDate: '2019-04-01',
        lastDay: '2026-12-31',
        report: { order: Date.parse('2026-11-20T00:00:00Z'), digest: '', at: '2026-11-20T00:00:00Z' },
        status: 'declined',
        wish: 'no',
        endedAt: today.now,
        until: '2031-11-22',
      },
    ]);
  });

  test('closes what is open, deletes what is older, and keeps evidence a month', () => {
    expect(write.consequences).toMatchObject([
      { kind: 'resume' },
      { kind: 'unlist', address: 'hanako@example.com' },
      { kind: 'erase', at: today.now },
      { kind: 'expire evidence', until: '2026-12-22' },
    ]);
  });

  test('keeps nothing of the outreach there was', () => {
    const told = after(enrolled(), touched(enrolled(), { on: '2027-01-30', edition: 3 }, '2027-02-01', today).write);
    const paused = after(told, pauseMail(told, 3, today).write);
    const { person } = erase(paused, { ending: 'erased' }, today);
    expect(Object.keys(person).sort()).toEqual([
      'bounced',
      'consents',
      'expires',
      'id',
      'stints',
      'stopped',
      'version',
    ]);
  });

  test('takes the address off the list of those that bounced or complained, once, whether a report of it came or not', () => {
    const unlisted = (file = enrolled()) =>
      erase(file, { ending: 'erased' }, today).consequences?.filter(({ kind }) => kind === 'unlist');
    const because = { wasConfirmation: false };
    const reported = [mailBounced, mailComplained].map((said) =>
      after(enrolled(), said(enrolled(), because, today).write),
    );
    for (const file of [enrolled(), ...reported]) {
      expect(unlisted(file)).toEqual([{ kind: 'unlist', address: 'hanako@example.com' }]);
    }
    const unused = personFile([report({ personalEmail: undefined })]);
    expect(unlisted(unused)).toEqual([]);
  });

  test('gives other stints that were live their own end, and leaves tombstones', () => {
    const once = after(consented(), write);
    const both = after(
      once,
      decide(
        once,
        report({ hireDate: '2028-04-01', lastWorkingDay: '2030-03-31' }, '2030-01-01T00:00:00Z'),
        on('2030-01-01'),
      ).write,
    );
    const ended = erase(both, { stint: 2, ending: 'silent' }, on('2030-05-01'));
    expect(ended.person.stints).toMatchObject([
      { status: 'declined', until: '2031-11-22' },
      { status: 'silent', until: '2035-05-01' },
    ]);
  });
});

describe('the calendar', () => {
  const ineligible = run(personFile([report({ contract: 'intern' })])).file;

  test('deletes data of somebody not eligible on its date, not before', () => {
    expect(dueDate(ineligible.person)).toBe('2026-12-22');
    expect(personDue(ineligible, '2026-12-21', on('2026-12-21')).outcome).toBe('nothing due');
    const { outcome, write } = personDue(ineligible, '2026-12-22', on('2026-12-22'));
    expect([outcome, write?.profile]).toEqual(['erased', 'delete']);
  });

  test('takes the address in use off the list once, whether a report of it came or not', () => {
    const excluded = after(consented(), exclude(consented(), today).write);
    const { outcome, write } = personDue(excluded, '2026-12-22', on('2026-12-22'));
    const unlisted = write?.consequences?.filter(({ kind }) => kind === 'unlist');
    expect([outcome, unlisted]).toEqual(['erased', [{ kind: 'unlist', address: 'hanako@example.com' }]]);
  });

  test('keeps nothing of an address that bounced, so that a later report begins anew', () => {
    const written = after(consented(), mailBounced(consented(), { wasConfirmation: false }, today).write);
    const bounced = after(written, exclude(written, today).write);
    const { write } = personDue(bounced, '2026-12-22', on('2026-12-22'));
    expect(write?.person).toMatchObject({ bounced: false, stints: [{ status: 'expired' }] });
    expect(write?.consequences).toContainEqual({ kind: 'unlist', address: 'hanako@example.com' });
    const expired = after(bounced, write);
    const again = decide(expired, report({ lastWorkingDay: '2027-01-31' }, '2027-01-04T00:00:00Z'), on('2027-01-04'));
    expect(run(after(expired, again.write), on('2027-01-04')).stock).toBe('consent needed');
  });

  test('forgets a tombstone at its end', () => {
    const gone = after(asked(), erase(asked(), { stint: 1, ending: 'silent' }, today));
    expect(personDue(gone, '2031-11-21', on('2031-11-21')).outcome).toBe('nothing due');
    expect(personDue(gone, '2031-11-22', on('2031-11-22'))).toEqual({ outcome: 'forgotten' });
  });

  test('has nothing due for an alumnus', () => {
    expect(dueDate(enrolled().person)).toBeUndefined();
    expect(personDue(enrolled(), '2099-01-01', today).outcome).toBe('nothing due');
  });

  test('never deletes an alumnus because another stint was not eligible', () => {
    const again = report(
      { hireDate: '2028-04-01', lastWorkingDay: '2029-09-30', contract: 'intern' },
      '2029-09-01T00:00:00Z',
    );
    const both = after(enrolled(), decide(enrolled(), again, on('2029-09-01')).write);
    const { file, stock } = run(both, on('2029-09-01'), 2);
    expect(stock).toBe('not eligible');
    expect(dueDate(file.person)).toBeUndefined();
  });

  test('answers that the last day is over on the day after it', () => {
    const { id, due } = openQuestion(consented());
    expect(due).toBe('2027-01-01');
    expect(questionDue(consented(), id, '2026-12-31', today)).toEqual({ outcome: 'settled' });
    const { write } = questionDue(consented(), id, '2027-01-01', today);
    expect(write?.consequences).toMatchObject([{ kind: 'resume' }]);
    expect(run(after(consented(), write)).stock).toBe('left');
    expect(questionDue(after(consented(), write), id, '2027-01-02', today)).toEqual({ outcome: 'settled' });
  });

  test('said so of an earlier last day, not of one that moved', () => {
    const { id } = openQuestion(consented());
    const reached = after(consented(), questionDue(consented(), id, '2027-01-01', today).write);
    const moved = after(
      reached,
      decide(reached, report({ lastWorkingDay: '2027-01-31' }, '2026-11-22T00:00:00Z')).write,
    );
    expect(run(moved).stock).toBe('waiting for the last day');
  });
});

describe('enrolment', () => {
  test('waits for consent and for the last day', () => {
    expect(enrol(asked(), refOf(asked()), on('2027-01-02'))).toEqual({ outcome: 'not yet' });
    expect(enrol(consented(), refOf(consented()), on('2026-12-31'))).toEqual({ outcome: 'not yet' });
    expect(enrol(consented(), { stint: 1, generation: 9 }, on('2027-01-02'))).toEqual({ outcome: 'not yet' });
  });

  test('is possible from the first moment of the day after, in Tokyo', () => {
    const at = (now: string) => enrol(consented(), refOf(consented()), { ...today, now }).outcome;
    expect(at('2026-12-31T14:59:59Z')).toBe('not yet');
    expect(at('2026-12-31T15:00:00Z')).toBe('enrolled');
  });

  test('sets the first outreach a while after the last day', () => {
    expect(enrolled().person.nextOutreach).toBe('2027-01-30');
    expect(stintOf(enrolled())).toMatchObject({ status: 'enrolled', enrolledAt: '2027-01-01T03:00:00Z' });
  });

  test('of somebody long gone sets it to their next touch', () => {
    expect(enrolled(on('2027-08-01')).person.nextOutreach).toBe('2027-09-30');
  });

  test('again keeps the date', () => {
    const moved = after(enrolled(), giveAddress(enrolled(), 'new@example.com', on('2027-03-01')).write);
    expect(scheduledOutreach({ ...moved.person, stints: enrolled().person.stints }, on('2027-03-01'))).toBe(
      '2027-01-30',
    );
  });

  test('after a change of address gives back the date, one that is over too', () => {
    const date = '2027-03-01';
    const moved = run(after(enrolled(), giveAddress(enrolled(), 'new@example.com', on(date)).write), on(date)).file;
    expect(outreachDue(moved.person)).toBeUndefined();
    const confirmed = after(moved, confirmAddress(moved, openQuestion(moved).id, on(date)).write);
    const waiting = run(confirmed, on(date));
    expect([waiting.stock, outreachDue(waiting.file.person)]).toEqual(['left', undefined]);
    const back = after(waiting.file, enrol(waiting.file, refOf(waiting.file), on(date)).write);
    expect([back.person.nextOutreach, outreachDue(back.person)]).toEqual(['2027-01-30', '2027-01-30']);
  });

  test('after another stint brings the date forward, and never back', () => {
    const { person } = enrolled();
    const set = (nextOutreach: string) => scheduledOutreach({ ...person, nextOutreach }, on('2027-01-01'));
    expect(set('2027-03-31')).toBe('2027-01-30');
    expect(set('2026-12-01')).toBe('2026-12-01');
  });

  test('sets none without consent to outreach, or once mail is stopped', () => {
    const { person } = enrolled();
    expect(scheduledOutreach({ ...person, consents: ['directory'] }, today)).toBeUndefined();
    expect(scheduledOutreach({ ...person, stopped: true }, today)).toBeUndefined();
  });

  test('twice is enrolled once', () => {
    expect(enrol(enrolled(), refOf(enrolled()), on('2027-01-02'))).toEqual({ outcome: 'enrolled' });
  });

  test('is followed by a welcome, unless mail cannot or must not reach them', () => {
    const file = enrolled();
    expect(mayWelcome(file.person)).toBe(true);
    expect(mayWelcome({ ...file.person, bounced: true })).toBe(false);
    expect(mayWelcome(after(file, stopMail(file, proof, today).write).person)).toBe(false);
    expect(mayWelcome({ ...file.person, consents: [] })).toBe(false);
    expect(mayWelcome(consented().person)).toBe(false);
  });
});
