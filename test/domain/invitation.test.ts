import { describe, expect, it } from 'vitest';
import { alumnusStint, invitableSince, isReachable, outreachDue } from '../../functions/domain/alumnus.ts';
import type { PersonFile } from '../../functions/domain/decision.ts';
import { isInAudience, mayHear } from '../../functions/domain/invitation.ts';
import type { Person } from '../../functions/domain/person.ts';
import { dinner } from './held-gathering.ts';
import { asked, enrolled, on } from './samples.ts';

const given = on('2027-01-10');
const alumnus = enrolled();

/** An alumnus who wants to hear of gatherings; only what a test is about needs saying. */
function who(said: Partial<Person> = {}): PersonFile {
  return { ...alumnus, person: { ...alumnus.person, consents: ['gatherings'], ...said } };
}

describe('somebody hears of gatherings', () => {
  it('who consented to it, and is within reach', () => {
    expect(mayHear(who(), given)).toBe(true);
    expect(isInAudience(who(), dinner(), given)).toBe(true);
    expect(invitableSince(who().person)).toBe('2026-12-31');
  });

  it.each<[string, Partial<Person>]>([
    ['who consented to something else', { consents: ['outreach', 'directory'] }],
    ['who consented to nothing', { consents: [] }],
    ['who stopped mail', { stopped: true }],
    ['whose address bounced', { bounced: true }],
    ['of whom nothing is kept', { stints: [] }],
  ])('but not who %s', (_, said) => {
    expect(mayHear(who(said), given)).toBe(false);
    expect(isInAudience(who(said), dinner(), given)).toBe(false);
    expect(invitableSince(who(said).person)).toBeUndefined();
  });

  it('not before they have left', () => {
    const leaver = asked();
    const eager = { ...leaver, person: { ...leaver.person, consents: ['gatherings' as const] } };
    expect([alumnusStint(eager.person), isReachable(eager.person)]).toEqual([undefined, false]);
    expect(isInAudience(eager, dinner(), given)).toBe(false);
  });

  it('after a break from mail, on the day on which that ends', () => {
    expect(isInAudience(who({ pausedUntil: '2027-01-11' }), dinner(), given)).toBe(false);
    expect(isInAudience(who({ pausedUntil: '2027-01-10' }), dinner(), given)).toBe(true);
    // The break is over with midnight in Tokyo.
    const night = { ...given, now: '2027-01-10T15:00:00Z' };
    expect(mayHear(who({ pausedUntil: '2027-01-11' }), night)).toBe(true);
  });
});

describe('an invitation', () => {
  it('is for the audience only', () => {
    expect(isInAudience(who(), dinner({ audience: { departments: ['Sales'] } }), given)).toBe(true);
    expect(isInAudience(who(), dinner({ audience: { departments: ['Legal'] } }), given)).toBe(false);
    expect(isInAudience(who(), dinner({ audience: { countries: ['SG'] } }), given)).toBe(false);
  });

  it('is for nobody whose profile is gone', () => {
    const { profile: _, ...file } = who();
    expect([mayHear(file, given), isInAudience(file, dinner(), given)]).toEqual([true, false]);
  });

  it('goes by the stint that ended last', () => {
    const [last] = who().person.stints;
    if (last?.status !== 'enrolled') throw new Error('not enrolled');
    const first = { ...last, number: 2, lastDay: '2018-03-31' };
    for (const stints of [
      [first, last],
      [last, first],
    ]) {
      expect(alumnusStint(who({ stints }).person)?.lastDay).toBe('2026-12-31');
      expect(isInAudience(who({ stints }), dinner({ audience: { lastDayTo: '2018-12-31' } }), given)).toBe(false);
    }
  });
});

describe('outreach', () => {
  const due = (said: Partial<Person>) =>
    outreachDue(who({ consents: ['outreach'], nextOutreach: '2027-01-30', ...said }).person);

  it('reaches somebody on its date, or after a break that is longer', () => {
    expect([due({}), due({ pausedUntil: '2027-01-29' })]).toEqual(['2027-01-30', '2027-01-30']);
    expect(due({ pausedUntil: '2027-02-10' })).toBe('2027-02-10');
  });

  it('does not even see who must not be written to', () => {
    for (const said of [{ consents: ['gatherings'] }, { stopped: true }, { bounced: true }, { stints: [] }] as const)
      expect(due(said as Partial<Person>)).toBeUndefined();
    expect(outreachDue({ ...who({ consents: ['outreach'] }).person, nextOutreach: undefined })).toBeUndefined();
  });
});
