import { describe, expect, test } from 'vitest';
import { changeAddress } from '../../functions/domain/address-change.ts';
import { isReachable, outreachDue } from '../../functions/domain/alumnus.ts';
import { mailBounced } from '../../functions/domain/mail-report.ts';
import { notSent, planOutreach, refused, touched } from '../../functions/domain/outreach.ts';
import type { Person } from '../../functions/domain/person.ts';
import { changeConsent, pauseMail, stopMail } from '../../functions/domain/preferences.ts';
import { approvedEdition } from './editions.ts';
import { after, consented, enrolled, on, policy, proof, today } from './samples.ts';

/** Last day 2026-12-31, so touches on 2027-01-30 (a Saturday), 03-31, 06-29 and 06-30, 09-30, 12-31. */
const alumna = enrolled();
const news = approvedEdition(1, '2027-01-10');
const first = '2027-01-30';

const having = (changes: Partial<Person>) => ({ ...alumna, person: { ...alumna.person, ...changes } });
const plan = (file = alumna, date = '2027-02-01', editions = [news]) => planOutreach(file, date, editions, on(date));
const tells = (...given: Parameters<typeof plan>) => {
  const planned = plan(...given);
  return planned.outcome === 'write' ? planned.touch.edition?.number : undefined;
};

describe('outreach', () => {
  test('is one mail of a touch, on its day or on the next working day', () => {
    const touch = { on: first, greeting: { kind: 'early' }, edition: news };
    expect(plan(alumna, first)).toEqual({ outcome: 'write', touch });
    expect(plan()).toEqual({ outcome: 'write', touch });
  });

  test.each([
    ['before the touch', alumna, '2027-01-29'],
    ['without consent to it', having({ consents: ['directory'] }), '2027-02-01'],
    ['while mail is stopped', having({ stopped: true }), '2027-02-01'],
    ['to an address that bounced', having({ bounced: true }), '2027-02-01'],
    ['during a pause', having({ pausedUntil: '2027-02-02' }), '2027-02-01'],
    ['without a date', having({ nextOutreach: undefined }), '2027-02-01'],
    ['to who is leaving still', consented(), '2027-02-01'],
    ['without a profile', { ...alumna, profile: undefined }, '2027-02-01'],
  ])('is not due %s', (_, file, date) => {
    expect(plan(file, date)).toEqual({ outcome: 'not due' });
  });

  test('goes on once a pause is over, with the touch that waited', () => {
    const paused = after(alumna, pauseMail(alumna, 3, on('2027-01-20')).write);
    expect(outreachDue(paused.person)).toBe('2027-04-20');
    expect(plan(paused, '2027-04-19').outcome).toBe('not due');
    expect(plan(paused, '2027-04-20')).toMatchObject({ outcome: 'write', touch: { on: first } });
  });

  test('of days that were missed is one mail, and the next one comes with the next touch', () => {
    expect(plan(alumna, '2027-05-10')).toMatchObject({ outcome: 'write', touch: { on: first } });
    const { write } = touched(alumna, { on: first, edition: 1 }, '2027-05-10', today);
    expect(write?.person).toMatchObject({ mailed: ['2027-05-10'], nextOutreach: '2027-06-29' });
  });

  test('congratulates even where there is no news', () => {
    const waiting = having({ nextOutreach: '2027-12-31' });
    const touch = { on: '2027-12-31', greeting: { kind: 'anniversary', years: 1 } };
    expect(plan(waiting, '2028-01-04', [])).toEqual({ outcome: 'write', touch });
    expect(plan(waiting, '2028-01-10', []).outcome).toBe('no news');
  });

  test('above the cap, as when the policy changed, waits for the next touch below it', () => {
    const mailed = ['2027-01-20'];
    expect(plan(having({ mailed }))).toMatchObject({
      outcome: 'enough',
      write: { person: { nextOutreach: '2027-03-31' } },
    });
    const strict = { ...policy, outreach: { ...policy.outreach, cap: { most: 1, within: 'P1Y' } } };
    const planned = planOutreach(having({ mailed }), '2027-03-31', [news], { ...today, policy: strict });
    expect(planned).toMatchObject({ outcome: 'enough', write: { person: { nextOutreach: '2028-03-31' } } });
  });
});

describe('without news', () => {
  const again = (date: string) => {
    const planned = plan(alumna, date, []);
    return 'write' in planned ? [planned.outcome, planned.write.person.nextOutreach] : [planned.outcome];
  };

  test('a touch looks again after a week', () => {
    expect(again('2027-02-01')).toEqual(['no news', '2027-02-08']);
    expect(again('2027-03-24')).toEqual(['no news', '2027-03-31']);
  });

  test('it never goes past the next scheduled touch', () => {
    expect(again('2027-03-26')).toEqual(['no news', '2027-03-31']);
    expect(again('2027-12-27')).toEqual(['no news', '2027-12-31']);
  });
});

describe('the edition', () => {
  test('is the newest that is approved', () => {
    const editions = [
      approvedEdition(3, '2027-01-12'),
      approvedEdition(1, '2027-01-10'),
      approvedEdition(2, '2027-01-11'),
    ];
    expect(tells(alumna, first, editions)).toBe(3);
    for (const status of ['in review', 'refused', 'not reviewed', 'withdrawn'] as const) {
      expect(tells(alumna, first, [news, { ...approvedEdition(2, '2027-01-11'), status }])).toBe(1);
    }
  });

  test('is one in their language', () => {
    expect(tells(alumna, first, [news, approvedEdition(2, '2027-01-11', { languages: ['en'] })])).toBe(1);
    expect(tells(alumna, first, [approvedEdition(2, '2027-01-11', { languages: ['ja'] })])).toBe(2);
  });

  test.each([
    [{}, 2],
    [{ countries: ['SG', 'JP'] }, 2],
    [{ countries: ['SG'] }, 1],
    [{ lastDayFrom: '2026-12-31', lastDayTo: '2026-12-31' }, 2],
    [{ lastDayFrom: '2027-01-01' }, 1],
    [{ lastDayTo: '2026-12-30' }, 1],
  ])('is one for them: %j', (audience, number) => {
    expect(tells(alumna, first, [news, approvedEdition(2, '2027-01-11', { audience })])).toBe(number);
  });

  test('is never one that they had, nor an older one', () => {
    const file = having({ edition: 2 });
    expect(tells(file, first, [news, approvedEdition(2, '2027-01-11')])).toBeUndefined();
    expect(tells(file, first, [news, approvedEdition(3, '2027-01-11')])).toBe(3);
  });

  test('is news for half a year', () => {
    const waiting = having({ nextOutreach: '2027-06-29' });
    expect(tells(waiting, '2027-07-09')).toBe(1);
    expect(tells(waiting, '2027-07-10')).toBe(1);
    expect(tells(waiting, '2027-07-11')).toBeUndefined();
  });
});

describe('a touch that is behind', () => {
  const noted = touched(alumna, { on: first, edition: 4 }, '2027-02-01', today);
  const file = after(alumna, noted.write);

  test('counts, with its edition, and the next one has its date', () => {
    expect(noted.outcome).toBe('noted');
    expect(file.person).toMatchObject({ mailed: ['2027-02-01'], edition: 4, nextOutreach: '2027-03-31' });
  });

  test('is noted once', () => {
    expect(touched(file, { on: first, edition: 4 }, '2027-02-01', today)).toEqual({ outcome: 'known' });
    expect(touched(file, { on: first }, '2027-02-02', today)).toEqual({ outcome: 'known' });
  });

  test('without an edition, or with an older one, leaves the newest as it was', () => {
    for (const edition of [undefined, 3]) {
      const { write } = touched(file, { on: '2027-03-31', edition }, '2027-03-31', today);
      expect(write?.person).toMatchObject({ mailed: ['2027-02-01', '2027-03-31'], edition: 4 });
    }
  });

  test('keeps the dates that the cap still counts, and no others', () => {
    const old = having({ mailed: ['2026-02-01', '2026-02-02'] });
    expect(touched(old, { on: first }, '2027-02-01', today).write?.person.mailed).toEqual(['2026-02-02', '2027-02-01']);
  });

  test('counts where mail was stopped while it went out, so that nothing comes twice after a resumption', () => {
    const stopped = after(alumna, stopMail(alumna, proof, on('2027-02-01')).write);
    const { outcome, write } = touched(stopped, { on: first, edition: 4 }, '2027-02-01', today);
    expect(outcome).toBe('noted');
    expect(write?.person).toMatchObject({ mailed: ['2027-02-01'], edition: 4, nextOutreach: undefined, stopped: true });
    const both = after(stopped, write);
    expect(touched(both, { on: first, edition: 4 }, '2027-02-01', today)).toEqual({ outcome: 'known' });
    const resumed = changeConsent(both, { purposes: ['outreach'], proof }, on('2027-02-03'));
    expect(resumed.write?.person.nextOutreach).toBe('2027-03-31');
  });

  test('of somebody who is gone, or another touch, is known', () => {
    expect(touched(consented(), { on: first }, '2027-02-01', today)).toEqual({ outcome: 'known' });
    expect(touched(alumna, { on: '2027-01-29' }, '2027-02-01', today)).toEqual({ outcome: 'known' });
  });
});

describe('a mail that SES does not take', () => {
  test.each([
    ['2027-02-01', '2027-02-08', 'a week'],
    ['2027-03-24', '2027-03-31', 'a week, which is the next touch'],
    ['2027-03-26', '2027-03-31', 'until the next touch, where that is sooner'],
    ['2027-12-30', '2027-12-31', 'until an anniversary'],
  ])('on %s is put off to %s: %s', (date, again) => {
    expect(refused(alumna, first, date, today)).toEqual({
      outcome: 'put off',
      write: { person: { ...alumna.person, nextOutreach: again } },
    });
  });

  test('counts for nothing: the same edition goes out by the touch it was put off to', () => {
    const file = after(alumna, refused(alumna, first, '2027-02-01', today).write);
    expect(plan(file, '2027-02-05').outcome).toBe('not due');
    expect(plan(file, '2027-02-08')).toMatchObject({ outcome: 'write', touch: { on: '2027-02-08', edition: news } });
  });

  test.each([
    ['once', after(alumna, refused(alumna, first, '2027-02-01', today).write)],
    ['only while it is the touch still', having({ nextOutreach: '2027-03-31' })],
    ['only while mail is wanted', after(alumna, stopMail(alumna, proof, today).write)],
    ['only of an alumnus', after(alumna, changeAddress(alumna, 'new@example.com', today).write)],
  ])('is put off %s', (_, file) => {
    expect(refused(file, first, '2027-02-01', today)).toEqual({ outcome: 'known' });
  });
});

describe('a mail that never went out, as a human found', () => {
  const touch = { on: first, edition: 1 };
  const file = after(alumna, touched(alumna, touch, '2027-02-01', today).write);
  const said = notSent(file, touch, on('2027-02-10'));
  const back = after(file, said.write);

  test('counts no more, and its edition is told from tomorrow on, by a touch of its own', () => {
    expect(said.outcome).toBe('due again');
    expect(back.person).toMatchObject({ mailed: [], edition: 0, nextOutreach: '2027-02-11' });
    expect(plan(back, '2027-02-10').outcome).toBe('not due');
    expect(plan(back, '2027-02-11')).toMatchObject({ outcome: 'write', touch: { on: '2027-02-11', edition: news } });
    expect(notSent(back, touch, on('2027-02-10'))).toEqual({ outcome: 'known' });
  });

  test('leaves the mails of other touches, and an edition that was told since', () => {
    const later = after(file, touched(file, { on: '2027-03-31', edition: 2 }, '2027-03-31', today).write);
    const { write } = notSent(later, touch, on('2027-04-05'));
    expect(write?.person).toMatchObject({ mailed: ['2027-03-31'], edition: 2, nextOutreach: '2027-04-06' });
    const other = notSent(later, { on: '2027-03-31', edition: 2 }, on('2027-04-05'));
    expect(other.write?.person).toMatchObject({ mailed: ['2027-02-01'], edition: 1 });
  });

  test('without an edition gives none back', () => {
    expect(notSent(file, { on: first }, on('2027-02-10')).write?.person).toMatchObject({ mailed: [], edition: 1 });
  });

  test('leaves a touch that comes sooner, and makes nobody due who stopped mail', () => {
    expect(notSent(file, touch, on('2027-04-30')).write?.person.nextOutreach).toBe('2027-03-31');
    const stopped = after(file, stopMail(file, proof, today).write);
    const { write } = notSent(stopped, touch, on('2027-02-10'));
    expect(write?.person).toMatchObject({ mailed: [], edition: 0, nextOutreach: undefined });
  });

  test('and was never counted, or of who is gone, is known', () => {
    expect(notSent(alumna, touch, on('2027-02-10'))).toEqual({ outcome: 'known' });
    expect(notSent(having({ mailed: ['2027-01-29'] }), touch, on('2027-02-10'))).toEqual({ outcome: 'known' });
  });
});

test('somebody out of reach is not even seen, and is due at once when reached again', () => {
  const bounced = after(alumna, mailBounced(alumna, { wasConfirmation: false }, today).write);
  expect([isReachable(bounced.person), outreachDue(bounced.person)]).toEqual([false, undefined]);
  expect(outreachDue({ ...bounced.person, bounced: false })).toBe(first);
});
