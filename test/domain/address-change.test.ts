import { describe, expect, test } from 'vitest';
import { changeAddress, confirmAddress } from '../../functions/domain/address-change.ts';
import { close } from '../../functions/domain/asking.ts';
import type { Given, PersonFile } from '../../functions/domain/decision.ts';
import { enrol } from '../../functions/domain/enrolment.ts';
import { giveAddress } from '../../functions/domain/hr.ts';
import { canAnswer, giveConsent } from '../../functions/domain/leaver.ts';
import { after, asked, consented, decide, enrolled, on, openQuestion, proof, refOf, report, run } from './samples.ts';

const alumna = enrolled();
const date = on('2027-03-01');
const consentOf = ({ questions }: PersonFile) => questions.filter(({ kind }) => kind === 'consent');

/** Asks for an address, and has its owner asked. */
const moving = (file: PersonFile, address: string, given: Given = date) =>
  run(after(file, changeAddress(file, address, given).write), given).file;

/** Its owner confirms it, and the alumnus is one again. */
function moved(file: PersonFile, given: Given = date): PersonFile {
  const { file: left } = run(after(file, confirmAddress(file, openQuestion(file).id, given).write), given);
  return after(left, enrol(left, refOf(left), given).write);
}

describe('the link to consent in the old mailbox', () => {
  const [consent] = consentOf(alumna);
  const id = consent?.id ?? '';

  test('works until another address is confirmed, and then no more', () => {
    expect(canAnswer(alumna, id)).toBe(true);
    const asking = moving(alumna, 'new@example.com');
    expect(canAnswer(asking, id)).toBe(true);
    const back = moved(asking);
    expect(canAnswer(back, id)).toBe(false);
    expect(consentOf(back)).toEqual([{ ...consent, outcome: 'given at an earlier address' }]);
  });

  test('works on where nobody confirms the new one', () => {
    const asking = moving(alumna, 'new@example.com');
    const late = on('2027-03-20');
    const kept = after(asking, close(asking, openQuestion(asking).id, late).write);
    expect(canAnswer(kept, id)).toBe(true);
  });

  test('is over for each stint, and leaves other answers and the consent itself alone', () => {
    const then = on('2029-09-01');
    const back = report({ hireDate: '2028-04-01', lastWorkingDay: '2029-09-30' }, '2029-09-01T00:00:00Z');
    const again = run(after(alumna, decide(alumna, back, then).write), then, 2).file;
    const yes = { stint: 2, purposes: ['outreach' as const], proof };
    const both = run(after(again, giveConsent(again, yes, then).write), then, 2).file;
    expect(consentOf(both).map(({ outcome }) => outcome)).toEqual(['given', 'given']);
    const given = run(after(both, giveAddress(both, 'new@example.com', then).write), then, 2).file;
    const { write } = confirmAddress(given, openQuestion(given, 2).id, then);
    expect(consentOf(after(given, write)).map(({ outcome }) => outcome)).toEqual(
      Array(2).fill('given at an earlier address'),
    );
    expect(write?.person.consents).toEqual(['outreach']);
    expect(write?.evidence).toBeUndefined();
    const others = (file: PersonFile) => file.questions.filter(({ kind }) => kind === 'last day');
    expect(others(after(given, write))).toEqual(others(given));
  });

  test('of somebody about to leave is over too, and they go on towards their last day', () => {
    const leaving = moving(consented(), 'new@example.com', on('2026-11-25'));
    expect(canAnswer(leaving, id)).toBe(true);
    const { file, stock } = run(
      after(leaving, confirmAddress(leaving, openQuestion(leaving).id, on('2026-11-26')).write),
      on('2026-11-26'),
    );
    expect([stock, canAnswer(file, id)]).toEqual(['waiting for the last day', false]);
  });

  test('that was never answered is replaced by one to the new address', () => {
    const old = openQuestion(asked()).id;
    const given = run(after(asked(), giveAddress(asked(), 'new@example.com', on('2026-11-25')).write)).file;
    const { file } = run(after(given, confirmAddress(given, openQuestion(given).id, on('2026-11-25')).write));
    expect([canAnswer(file, old), canAnswer(file, openQuestion(file).id)]).toEqual([false, true]);
  });
});

describe('another address', () => {
  const thrice = ['a@example.com', 'b@example.com', 'c@example.com'].reduce((file, to) => moving(file, to), alumna);
  const change = (given = date, file = thrice, to = 'd@example.com') => changeAddress(file, to, given);

  test('is asked for three times within thirty days, and then no more', () => {
    expect(thrice.questions.filter(({ kind }) => kind === 'confirmation')).toHaveLength(3);
    expect(thrice.profile?.reportedAddress).toBe('c@example.com');
    expect(change()).toEqual({ outcome: 'too often' });
    expect(change(on('2027-03-31'))).toEqual({ outcome: 'too often' });
    expect(change(on('2027-04-01')).outcome).toBe('asked');
  });

  test('counts where it was confirmed, bounced or dropped too', () => {
    const file = moved(thrice);
    expect(change(date, file)).toEqual({ outcome: 'too often' });
    expect(change(date, file, 'hanako@example.com')).toEqual({ outcome: 'too often' });
  });

  test('that waits for its owner may be sent again, and the one in use is the same', () => {
    expect(change(date, thrice, 'c@example.com')).toEqual({ outcome: 'asked' });
    expect(change(date, thrice, 'hanako@example.com')).toEqual({ outcome: 'same' });
    const { write } = confirmAddress(thrice, openQuestion(thrice).id, date);
    expect(write?.profile).toMatchObject({ address: 'c@example.com' });
  });

  test('is recorded by HR all the same', () => {
    expect(giveAddress(thrice, 'd@example.com', date).outcome).toBe('done');
  });
});
