import { describe, expect, it } from 'vitest';
import {
  answer,
  apply,
  emptyRoom,
  isApplied,
  lapses,
  mayApply,
  mostChanges,
  nextLapse,
  nextOffer,
  Room,
  untold,
  waitingList,
} from '../../functions/domain/room.ts';

const until = '2027-03-01';

/** A room in which people have answered, one after the other. */
function roomWith(capacity: number, ...answers: readonly (readonly [person: string, heads: number])[]): Room {
  return answers.reduce((room, [person, heads]) => say(room, person, heads), emptyRoom(capacity));
}

function say(room: Room, person: string, heads: number): Room {
  const { change } = answer(room, person, heads);
  return change ? apply(room, change) : room;
}

function offer(room: Room, day = until): Room {
  const change = nextOffer(room, day);
  return change ? apply(room, change) : room;
}

const closed = (room: Room): Room => ({ ...room, open: false });
const outcomeOf = (room: Room, person: string, heads: number) => answer(room, person, heads).outcome;
/** Who has a place of which kind, and how many come with them. */
const standing = ({ places }: Room) =>
  Object.fromEntries(Object.entries(places).map(([person, { status, party }]) => [person, `${status} ${party}`]));

describe('a new answer', () => {
  it('has a place at once where there is room and nobody waits', () => {
    const room = roomWith(3, ['a', 2], ['b', 1]);
    expect(standing(room)).toEqual({ a: 'attending 2', b: 'attending 1' });
    expect(room).toMatchObject({ taken: 3, waiting: 0, arrivals: 0, orders: {} });
    expect(Room.parse(room)).toEqual(room);
  });

  it('waits where there is not room for all of them, and so does who comes after, though they would fit', () => {
    const room = roomWith(3, ['a', 2], ['b', 2], ['c', 1]);
    expect(standing(room)).toEqual({ a: 'attending 2', b: 'waiting 2', c: 'waiting 1' });
    expect(room).toMatchObject({ taken: 2, waiting: 2, arrivals: 2, orders: { b: 0, c: 1 } });
  });

  it('comes too late once the room is closed', () => {
    expect(answer(closed(emptyRoom(3)), 'a', 1)).toEqual({ outcome: 'closed' });
    expect(outcomeOf(closed(roomWith(3, ['a', 1], ['a', 0])), 'a', 1)).toBe('closed');
  });

  it('of nobody, by somebody who never had a place, changes nothing', () => {
    expect(answer(emptyRoom(3), 'a', 0)).toEqual({ outcome: 'unchanged' });
  });
});

describe('who has a place', () => {
  const full = roomWith(4, ['a', 2], ['b', 1]);

  it('says the same again', () => expect(answer(full, 'a', 2)).toEqual({ outcome: 'unchanged' }));

  it('comes with more people where there is room', () => {
    expect(outcomeOf(full, 'a', 3)).toBe('attending');
    expect(say(full, 'a', 3).taken).toBe(4);
    expect(outcomeOf(full, 'a', 4)).toBe('no room for more');
    expect(outcomeOf(say(full, 'c', 2), 'a', 3)).toBe('no room for more');
    expect(outcomeOf(closed(full), 'a', 3)).toBe('closed');
  });

  it('comes with fewer, or not at all, at any time', () => {
    expect(standing(say(closed(full), 'a', 1))).toMatchObject({ a: 'attending 1' });
    const left = say(closed(full), 'a', 0);
    expect(left).toMatchObject({ taken: 1, places: { a: { status: 'left', revision: 2 } } });
    expect(answer(left, 'a', 0)).toEqual({ outcome: 'unchanged' });
  });

  it('comes last, when they left and come again', () => {
    const room = say(say(say(full, 'c', 3), 'a', 0), 'a', 2);
    expect(waitingList(room).map(({ person }) => person)).toEqual(['c', 'a']);
  });
});

describe('who waits', () => {
  const room = roomWith(2, ['a', 2], ['b', 2], ['c', 1]);

  it('keeps their order with more or fewer people', () => {
    expect(answer(room, 'b', 2)).toEqual({ outcome: 'unchanged' });
    const more = say(room, 'b', 3);
    expect(waitingList(more).map(({ person, place }) => `${person} ${place.party}`)).toEqual(['b 3', 'c 1']);
    expect(more).toMatchObject({ waiting: 2, arrivals: 2 });
    expect(outcomeOf(closed(room), 'b', 3)).toBe('closed');
    expect(outcomeOf(closed(room), 'b', 1)).toBe('waiting');
  });

  it('may leave, and comes last when they come again', () => {
    const left = say(room, 'b', 0);
    expect(left).toMatchObject({ waiting: 1, taken: 2 });
    const again = say(left, 'b', 2);
    expect(again.orders).toEqual({ b: 2, c: 1 });
    expect(waitingList(again).map(({ person }) => person)).toEqual(['c', 'b']);
  });
});

describe('an offered place', () => {
  const waiting = roomWith(3, ['a', 3], ['b', 3], ['c', 1], ['d', 2]);

  it('is for whoever waits longest and fits', () => {
    expect(nextOffer(waiting, until)).toBeUndefined();
    const free = say(waiting, 'a', 1);
    const once = offer(free);
    expect(once.places.c).toMatchObject({ status: 'offered', until, revision: 2 });
    expect(nextOffer(once, until)).toBeUndefined();
    expect(standing(offer(say(once, 'a', 0)))).toMatchObject({ b: 'waiting 3', d: 'offered 2' });
    expect(nextOffer(say(waiting, 'a', 0), until)).toMatchObject({ person: 'b', taken: 3, waiting: -1 });
  });

  it('is accepted with as many, or fewer, even when the room is closed', () => {
    const room = closed(offer(say(waiting, 'a', 0)));
    expect(say(room, 'b', 3)).toMatchObject({ taken: 3, waiting: 2 });
    expect(say(room, 'b', 3).places.b).toEqual({ status: 'attending', party: 3, revision: 3, told: 0 });
    expect(say(room, 'b', 2)).toMatchObject({ taken: 2 });
    expect(outcomeOf(room, 'b', 4)).toBe('closed');
    expect(outcomeOf({ ...room, open: true }, 'b', 4)).toBe('no room for more');
    expect(say(room, 'b', 0)).toMatchObject({ taken: 0, places: { b: { status: 'left' } } });
  });

  it('lapses after its last day, and who answers then comes last', () => {
    const room = offer(say(waiting, 'a', 1), '2027-03-01');
    const both = offer(say(room, 'a', 0), '2027-03-05');
    expect(nextLapse(both)).toBe('2027-03-01');
    expect(nextLapse(waiting)).toBeUndefined();
    expect(lapses(both, '2027-03-01')).toEqual([]);
    expect(lapses(both, '2027-03-02').map(({ person }) => person)).toEqual(['c']);
    const lapsed = lapses(both, '2027-03-06').reduce(apply, both);
    expect(lapsed).toMatchObject({ taken: 0, waiting: 1, places: { c: { status: 'lapsed', party: 1 } } });
    expect(answer(lapsed, 'c', 0)).toEqual({ outcome: 'unchanged' });
    expect(waitingList(say(lapsed, 'c', 1)).map(({ person }) => person)).toEqual(['b', 'c']);
  });
});

describe('answers without end', () => {
  /** Somebody who said one thing and another until their place was changed so often. */
  function changedTimes(times: number, capacity = 3): Room {
    const heads = Array.from({ length: times }, (_, index) => ['a', (index % 2) + 1] as const);
    return roomWith(capacity, ...heads);
  }

  it.each([
    [3, 'attending'],
    [0, 'waiting'],
  ])('in a room of %i are taken twenty times, and after that nothing but a leave', (capacity, status) => {
    const once = changedTimes(mostChanges - 1, capacity);
    expect(once.places.a).toMatchObject({ status, party: 1, revision: 19 });
    const often = say(once, 'a', 2);
    expect(often.places.a).toMatchObject({ status, party: 2, revision: 20 });
    expect(answer(often, 'a', 1)).toEqual({ outcome: 'too often' });
    expect(answer(often, 'a', 2)).toEqual({ outcome: 'unchanged' });
    const left = say(often, 'a', 0);
    expect(left).toMatchObject({ taken: 0, waiting: 0, places: { a: { status: 'left', revision: 21 } } });
    expect(answer(left, 'a', 1)).toEqual({ outcome: 'too often' });
    expect(answer(left, 'a', 0)).toEqual({ outcome: 'unchanged' });
    expect(answer(closed(left), 'a', 1)).toEqual({ outcome: 'closed' });
    expect(outcomeOf(left, 'b', capacity + 1)).toBe('waiting');
  });

  it('of one keep nobody else from their place, also where the next change is an offer', () => {
    const often = changedTimes(mostChanges, 0);
    const offered = offer({ ...often, capacity: 3 });
    expect(offered.places.a).toMatchObject({ status: 'offered', revision: 21 });
    expect(answer(offered, 'a', 2).outcome).toBe('attending');
    expect(standing(say(offered, 'a', 0))).toEqual({ a: 'left 2' });
  });

  it('by new people are not taken beyond what the room’s item can hold', () => {
    const place = { status: 'left', party: 1, revision: 2, told: 2 } as const;
    const places = Object.fromEntries(Array.from({ length: 3500 }, (_, index) => [`${index}`, place]));
    const { '0': _, ...others } = places;
    expect(answer({ ...emptyRoom(10), places }, 'new', 1)).toEqual({ outcome: 'closed' });
    expect(outcomeOf({ ...emptyRoom(10), places }, '7', 1)).toBe('attending');
    expect(outcomeOf({ ...emptyRoom(10), places: others }, 'new', 1)).toBe('attending');
  });
});

describe('a change that was decided earlier', () => {
  const seen = roomWith(3, ['a', 1]);
  const late = (heads: number) => answer(seen, 'b', heads).change ?? expect.fail('no change');

  it('may be written while what it needs holds', () => {
    expect(mayApply(seen, late(2))).toBe(true);
    expect(mayApply(say(seen, 'c', 1), late(1))).toBe(true);
    expect(mayApply(say(seen, 'c', 1), late(2))).toBe(false);
    expect(mayApply(say(seen, 'b', 1), late(1))).toBe(false);
    expect(mayApply(closed(seen), late(1))).toBe(false);
    expect(mayApply(say(seen, 'c', 3), late(1))).toBe(false);
    expect(mayApply({ ...seen, capacity: 1 }, late(1))).toBe(false);
  });

  it('offers no place that somebody who waits longer could have by now', () => {
    const room = say(roomWith(4, ['a', 2], ['b', 1], ['c', 2], ['d', 1]), 'b', 1);
    const change = nextOffer(room, until) ?? expect.fail('no offer');
    expect(change.person).toBe('d');
    expect(mayApply(room, change)).toBe(true);
    expect(mayApply(say(room, 'b', 0), change)).toBe(false);
  });

  it('leaves what mails and the door noted since', () => {
    const place = { status: 'attending' as const, party: 1, revision: 1, told: 1, entered: true, came: 1 };
    const noted = { ...seen, places: { a: place } };
    const change = answer(seen, 'a', 0).change ?? expect.fail('no change');
    expect(apply(noted, change).places.a).toEqual({ ...place, status: 'left', revision: 2 });
  });

  it('is recognised where it stands already', () => {
    expect(isApplied(seen, late(1))).toBe(false);
    expect(isApplied(apply(seen, late(1)), late(1))).toBe(true);
    expect(isApplied(apply(seen, late(2)), late(1))).toBe(false);
    expect(isApplied(say(apply(seen, late(1)), 'b', 0), late(1))).toBe(false);
  });

  it('is untold until a mail told of it', () => {
    const { places, ...room } = roomWith(3, ['a', 1], ['b', 1]);
    const told = Object.fromEntries(Object.entries(places).map(([person, place]) => [person, { ...place, told: 1 }]));
    expect(untold({ ...room, places })).toEqual(['a', 'b']);
    expect(untold(say({ ...room, places: told }, 'b', 0))).toEqual(['b']);
  });
});
