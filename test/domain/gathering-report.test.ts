import { describe, expect, it } from 'vitest';
import { correctionEntry, gatheringEntries } from '../../functions/domain/gathering-ledger.ts';
import { reportOf } from '../../functions/domain/gathering-report.ts';
import { emptyRoom, type Place, type Room } from '../../functions/domain/room.ts';
import type { Rsvp } from '../../functions/domain/rsvp.ts';
import { announced } from './held-gathering.ts';
import { on } from './samples.ts';

type Known = Parameters<typeof reportOf>[0];

function place(status: Place['status'], party: number, came?: number): Place {
  return { status, party, revision: 1, told: 1, ...(came !== undefined && { came }) };
}

function room(places: Record<string, Place>, walkIns = 0): Room {
  return { ...emptyRoom(11), places, walkIns };
}

function rsvp(answer: Rsvp['answer'], survey?: Omit<NonNullable<Rsvp['survey']>, 'at'>): Rsvp {
  const at = '2027-03-01T03:00:00Z';
  return { gathering: 3, answer, at, needs: 'no nuts', ...(survey && { survey: { ...survey, at } }) };
}

const places = {
  a: place('attending', 2, 2),
  b: place('attending', 3, 1),
  c: place('attending', 1),
  d: place('waiting', 2),
  e: place('offered', 1),
  f: place('left', 1, 1),
  g: place('lapsed', 1),
};
const invitees = [...'abcdefghi'];
const rsvps = [...'abcdefg'].map((person) => rsvp(person === 'f' ? 'no' : 'yes'));
const known: Known = { gathering: announced(), room: room(places, 1), invitees, rsvps, ledger: [] };
const report = (said: Partial<Known>, date: string) => reportOf({ ...known, ...said }, on(date));

describe('before a gathering', () => {
  it('says who was asked, who answered, who comes and who waits, and what it may cost', () => {
    expect(report({}, '2027-03-11')).toEqual({
      gathering: 3,
      status: 'announced',
      invited: 9,
      answered: { yes: 6, no: 1, notYet: 2 },
      attending: { people: 3, heads: 6 },
      offered: { people: 1, heads: 1 },
      waiting: { people: 1, heads: 2 },
      currency: 'JPY',
      cost: { amount: 80_000, by: 'budget', booked: false },
    });
  });

  it('says nothing of who was never asked: nobody heard of it', () => {
    const { plan: _, ...draft } = announced({ status: 'in review' });
    const none = report({ gathering: draft, room: undefined, invitees: [], rsvps: [] }, '2027-03-20');
    expect(none).toMatchObject({ invited: 0, attending: { people: 0, heads: 0 }, status: 'in review' });
    expect(none.came ?? none.survey ?? none.cost).toBeUndefined();
  });

  it('expects nobody at one that was cancelled', () => {
    const cancelled = report({ gathering: announced({ status: 'cancelled' }) }, '2027-03-20');
    expect(cancelled).toMatchObject({ status: 'cancelled', invited: 9 });
    expect(cancelled.came ?? cancelled.noShows ?? cancelled.survey ?? cancelled.cost).toBeUndefined();
  });
});

describe('while it goes on', () => {
  it('counts who has been checked in, and misses nobody yet', () => {
    const now = report({}, '2027-03-12');
    expect(now.came).toEqual({ people: 2, heads: 4, walkIns: 1, countedBy: 'check-in' });
    expect(now.noShows ?? now.survey).toBeUndefined();
    const empty = report({ room: room({ a: place('attending', 2) }) }, '2027-03-12');
    expect(empty.came).toEqual({ people: 0, heads: 0, walkIns: 0, countedBy: 'check-in' });
    expect(empty.costPerHead).toBeUndefined();
  });
});

describe('afterwards', () => {
  it('says who came and who did not, and what each head cost', () => {
    expect(report({}, '2027-03-13')).toMatchObject({
      came: { people: 2, heads: 4, walkIns: 1, countedBy: 'check-in' },
      noShows: 1,
      fees: { amount: 12_000, booked: false },
      costPerHead: 20_000,
    });
  });

  it('takes everybody with a place for having come where nobody was checked in', () => {
    const online = { a: place('attending', 2), b: place('attending', 1), c: place('left', 1) };
    expect(report({ room: room(online) }, '2027-03-13')).toMatchObject({
      came: { people: 2, heads: 3, walkIns: 0, countedBy: 'places' },
      noShows: 0,
    });
  });

  it('follows the date that the sweep brought, where it is ahead of the clock', () => {
    expect(report({ gathering: announced({ reached: '2027-03-13' }) }, '2026-11-22').noShows).toBe(1);
  });

  it('shows what is booked, with its corrections', () => {
    const gathering = announced({ status: 'over', cost: 92_000, done: { booked: true } });
    const booked = gatheringEntries(announced(), 5, on('2027-03-27'));
    const terms = { number: 3, on: '2027-04-02', currency: 'JPY' };
    const correction = correctionEntry(booked, 92_000, terms);
    const ledger = [...booked, ...(correction ? [correction] : [])];
    expect(report({ gathering, ledger }, '2027-04-03')).toMatchObject({
      cost: { amount: 92_000, by: 'what it cost', booked: true },
      fees: { amount: 15_000, booked: true },
      costPerHead: 23_000,
    });
  });
});

describe('the survey', () => {
  const rated = (...ratings: number[]) =>
    report({ rsvps: ratings.map((rating) => rsvp('yes', { rating })) }, '2027-03-14').survey;

  it('has an average with one decimal, rounded half up', () => {
    expect(rated(5, 4, 4)).toEqual({ answers: 3, average: '4.3', ratings: [0, 0, 0, 2, 1], comments: [] });
    expect(rated(5, 5)?.average).toBe('5.0');
    expect(rated(1)?.average).toBe('1.0');
    expect(rated(...Array.from({ length: 19 }, () => 4), 5)?.average).toBe('4.1');
    expect(rated()).toEqual({ answers: 0, ratings: [0, 0, 0, 0, 0], comments: [] });
  });

  it('shows comments, and neither names nor what somebody needs', () => {
    const said = report({ rsvps: [rsvp('yes', { rating: 5, comment: 'Lovely evening.' })] }, '2027-03-14');
    expect(said.survey?.comments).toEqual(['Lovely evening.']);
    expect(JSON.stringify(said)).not.toContain('nuts');
  });
});
