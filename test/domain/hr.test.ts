import { describe, expect, test } from 'vitest';
import { close } from '../../functions/domain/asking.ts';
import { unknownPerson } from '../../functions/domain/decision.ts';
import { erasePerson, giveAddress, hold, release } from '../../functions/domain/hr.ts';
import { declineConsent } from '../../functions/domain/leaver.ts';
import {
  after,
  asked,
  consented,
  decide,
  enrolled,
  on,
  openQuestion,
  personFile,
  report,
  run,
  stintOf,
  today,
} from './samples.ts';

const start = (generation: number) => ({ kind: 'start', machine: 'offboarding', stint: 1, generation });
const gone = after(asked(), declineConsent(asked(), { stint: 1 }, today).write);

describe('hold', () => {
  test('closes what is open, and HR is asked instead', () => {
    const { outcome, write } = hold(asked(), today);
    expect(outcome).toBe('done');
    expect(write?.questions).toMatchObject([{ kind: 'consent', status: 'closed' }]);
    expect(run(after(asked(), write)).question?.kind).toBe('reason');
  });

  test('twice is already so', () => {
    expect(hold(after(asked(), hold(asked(), today).write), today)).toEqual({ outcome: 'already so' });
  });

  test('stays whatever the HR system reports', () => {
    const held = run(after(asked(), hold(asked(), today).write)).file;
    const changed = after(held, decide(held, report({ reason: 'study' }, '2026-11-22T00:00:00Z')).write);
    expect(openQuestion(changed).kind).toBe('reason');
    expect(run(after(changed, release(changed, undefined, today).write)).stock).toBe('consent needed');
  });

  test('of a departure far ahead starts its execution, so that a release finds one', () => {
    const far = personFile([report({ lastWorkingDay: '2028-12-31' })]);
    const { write } = hold(far, today);
    expect(write?.consequences).toEqual([start(1)]);
  });

  test('is not possible of an alumnus or somebody gone, and of nobody', () => {
    expect(hold(enrolled(), today)).toEqual({ outcome: 'not possible' });
    expect(hold(gone, today)).toEqual({ outcome: 'not possible' });
    expect(hold(unknownPerson('p'), today)).toEqual({ outcome: 'unknown person' });
  });
});

describe('release', () => {
  const held = asked(report({ reason: 'unknown' }));

  test('without a reason takes it as a departure like any other', () => {
    const { write } = release(held, undefined, today);
    expect(write?.questions).toMatchObject([{ kind: 'reason', status: 'answered', outcome: 'released' }]);
    expect(run(after(held, write)).stock).toBe('consent needed');
  });

  test('with a reason applies the rules to it', () => {
    expect(run(after(held, release(held, 'misconduct', today).write)).stock).toBe('not eligible');
    expect(run(after(held, release(held, 'transfer', today).write)).stock).toBe('no departure');
  });

  test('keeps a consent given before the hold', () => {
    const onHold = run(after(consented(), hold(consented(), today).write)).file;
    expect(run(after(onHold, release(onHold, undefined, today).write)).stock).toBe('waiting for the last day');
  });

  test('after HR had been silent begins again', () => {
    const silent = after(held, close(held, openQuestion(held).id, on('2027-03-02')).write);
    const { write } = release(silent, 'career', on('2027-03-03'));
    expect(write?.consequences).toEqual([start(2)]);
    expect(write?.person.expires).toBeUndefined();
    expect(run(after(silent, write), on('2027-03-03')).stock).toBe('consent needed');
  });

  test('of a departure that nothing holds is already so', () => {
    expect(release(asked(), undefined, today)).toEqual({ outcome: 'already so' });
  });

  test('is not possible of somebody gone', () => {
    expect(release(gone, undefined, today)).toEqual({ outcome: 'not possible' });
    expect(release(unknownPerson('p'), undefined, today)).toEqual({ outcome: 'unknown person' });
  });
});

describe('giving an address', () => {
  test('that is the one reported is already so', () => {
    expect(giveAddress(asked(), 'hanako@example.com', today)).toEqual({ outcome: 'already so' });
  });

  test('other than the one in use asks its owner to confirm', () => {
    const { write } = giveAddress(asked(), 'new@example.com', today);
    expect(write?.questions).toMatchObject([{ kind: 'consent', status: 'closed' }]);
    expect(run(after(asked(), write)).stock).toBe('address unconfirmed');
  });

  test('of an alumnus starts an execution that sees to the confirmation', () => {
    const { write } = giveAddress(enrolled(), 'new@example.com', on('2027-02-01'));
    expect(write?.consequences).toEqual([start(2)]);
    expect(run(after(enrolled(), write), on('2027-02-01'))).toMatchObject({ stock: 'address unconfirmed' });
  });

  test('leaves the question to HR about the reason open', () => {
    const held = asked(report({ reason: 'unknown' }));
    expect(giveAddress(held, 'new@example.com', today).write?.questions).toEqual([]);
  });

  test('of somebody gone is of nobody known', () => {
    expect(giveAddress(gone, 'new@example.com', today)).toEqual({ outcome: 'unknown person' });
  });
});

describe('erasing', () => {
  test('ends every stint and closes every question', () => {
    const { outcome, write } = erasePerson(asked(), today);
    expect(outcome).toBe('done');
    expect(write).toMatchObject({ profile: 'delete', questions: [{ status: 'closed', outcome: 'erased' }] });
    expect(stintOf(after(asked(), write)).status).toBe('erased');
  });

  test('is already so, and not possible of nobody', () => {
    expect(erasePerson(gone, today)).toMatchObject({
      outcome: 'already so',
      write: { consequences: [{ kind: 'erase' }] },
    });
    expect(erasePerson(unknownPerson('p'), today)).toEqual({ outcome: 'unknown person' });
  });
});
