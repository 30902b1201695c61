import { describe, expect, test } from 'vitest';
import {
  invitableSince,
  isAlumnus,
  isKnown,
  isReachable,
  mayBeAnswered,
  outreachDue,
} from '../../functions/domain/alumnus.ts';
import { becomeAlumnusAgain, comeBack } from '../../functions/domain/coming-back.ts';
import { type PersonFile, unknownPerson } from '../../functions/domain/decision.ts';
import { personDue } from '../../functions/domain/due.ts';
import { giveAddress } from '../../functions/domain/hr.ts';
import { isNeeded, Person } from '../../functions/domain/person.ts';
import { changeConsent, leaveProgramme, stopMail } from '../../functions/domain/preferences.ts';
import { takeStock } from '../../functions/domain/stock.ts';
import { after, consented, decide, enrolled, on, openQuestion, proof, refOf, report, run, stintOf } from './samples.ts';

/** An alumnus is here again, and may be an alumnus again. */

const given = on('2027-09-01');
const back = { rehire: 1, stint: 1, on: '2027-09-01' };
const alumna = after(
  enrolled(),
  changeConsent(enrolled(), { purposes: ['outreach', 'gatherings', 'directory'], proof }, given).write,
);

function rehired(file: PersonFile = alumna): PersonFile {
  return after(file, comeBack(file, back, given).write);
}

describe('who came back', () => {
  const { person, profile } = rehired();

  test('is no alumnus: nobody writes to them, invites them or lists them', () => {
    expect(outreachDue(alumna.person)).toBeDefined();
    expect(invitableSince(alumna.person)).toBe('2026-12-31');
    expect(Person.parse(person).stints).toMatchObject([
      { status: 'rehired', rehiredOn: '2027-09-01', rehire: 1, lastDay: '2026-12-31' },
    ]);
    expect([person.nextOutreach, outreachDue(person), invitableSince(person)]).toEqual(Array(3).fill(undefined));
    expect([isAlumnus(person), isReachable(person)]).toEqual([false, false]);
  });

  test('is known, and keeps what they agreed to and their data', () => {
    expect([isKnown(person), mayBeAnswered(person), isNeeded(person)]).toEqual([true, true, true]);
    expect(person.consents).toEqual(alumna.person.consents);
    expect(profile).toEqual(alumna.profile);
    expect(personDue(rehired(), '2060-01-01', on('2060-01-01'))).toEqual({ outcome: 'nothing due' });
  });

  test('comes back once', () => {
    expect(comeBack(rehired(), back, given)).toEqual({ outcome: 'already so' });
  });

  test.each([
    ['who is unknown', unknownPerson('p')],
    ['who has not left', consented()],
    ['who left the programme', after(alumna, leaveProgramme(alumna, given).write)],
  ])('is nobody %s', (_, file) => {
    expect(comeBack(file, back, given)).toEqual({ outcome: 'no alumnus' });
  });

  test('while a new address waits for its confirmation: the question closes, and its execution is over', () => {
    const asked = run(after(alumna, giveAddress(alumna, 'new@example.com', given).write), given).file;
    expect(openQuestion(asked).kind).toBe('confirmation');
    const { outcome, write } = comeBack(asked, back, given);
    expect([outcome, write?.consequences?.map(({ kind }) => kind)]).toEqual(['rehired', ['resume']]);
    expect(write?.questions).toMatchObject([{ status: 'closed', outcome: 'came back' }]);
    expect(takeStock(after(asked, write), refOf(asked), given).outcome).toBe('superseded');
  });

  test('may still change what they agreed to, stop mail or leave, and is not written to for all that', () => {
    const file = rehired();
    const chosen = after(file, changeConsent(file, { purposes: ['outreach'], proof }, given).write).person;
    expect([chosen.consents, outreachDue(chosen)]).toEqual([['outreach'], undefined]);
    const stopped = after(file, stopMail(file, proof, given).write).person;
    expect([stopped.stopped, mayBeAnswered(stopped)]).toEqual([true, false]);
    expect(after(file, leaveProgramme(file, given).write).profile).toBeUndefined();
  });
});

describe('whose start is called off', () => {
  const file = rehired();
  const { outcome, write } = becomeAlumnusAgain(file, 1, given);
  const again = after(file, write);

  test('is an alumnus as before, and hears of the programme again', () => {
    expect(outcome).toBe('alumnus again');
    expect(Person.parse(again.person).stints).toEqual(alumna.person.stints);
    expect(outreachDue(again.person)).toBeDefined();
    expect(invitableSince(again.person)).toBe('2026-12-31');
    expect(stintOf(again)).not.toHaveProperty('rehire');
  });

  test('is so once, and only by the case that brought them back', () => {
    expect(becomeAlumnusAgain(again, 1, given)).toEqual({ outcome: 'already so' });
    expect(becomeAlumnusAgain(file, 2, given)).toEqual({ outcome: 'already so' });
    expect(becomeAlumnusAgain(unknownPerson('p'), 1, given)).toEqual({ outcome: 'already so' });
  });

  test('is one again whatever was reported since, such as a departure of who never came', () => {
    const said = report({ hireDate: '2027-09-01', lastWorkingDay: '2027-12-31' }, '2027-10-01T00:00:00Z');
    const leaving = after(file, decide(file, said, on('2027-10-01')).write);
    const back = after(leaving, becomeAlumnusAgain(leaving, 1, on('2027-10-02')).write);
    expect(back.person.stints[0]).toMatchObject({ number: 1, status: 'enrolled' });
  });

  test('may come back in another case', () => {
    const next = { rehire: 2, stint: 1, on: '2028-04-01' };
    expect(comeBack(again, next, on('2028-04-01')).write?.person.stints).toMatchObject([
      { status: 'rehired', rehire: 2, rehiredOn: '2028-04-01' },
    ]);
  });

  test('and who agreed to nothing any more is not written to', () => {
    const silent = after(file, stopMail(file, proof, given).write);
    const { person } = after(silent, becomeAlumnusAgain(silent, 1, given).write);
    expect([isAlumnus(person), outreachDue(person), invitableSince(person)]).toEqual([true, undefined, undefined]);
  });
});
