import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { emptyRoom, Room } from '../../functions/domain/room.ts';
import { Gathered, type Step } from './room-world.ts';

/** Many people at once, each of whom has seen the room at some moment before; what must hold is in room-world.ts. */

const person = fc.nat({ max: 11 }).map((index) => `person ${index}`);
const lag = fc.oneof(fc.constant(0), fc.nat({ max: 12 }));
const day = fc.integer({ min: 1, max: 9 }).map((of) => `2027-03-0${of}`);
const stops = fc.oneof({ weight: 9, arbitrary: fc.constant(false) }, { weight: 1, arbitrary: fc.constant(true) });

const step = (heads: number): fc.Arbitrary<Step> => {
  const answers = fc.record({
    kind: fc.constant('answer' as const),
    person,
    heads: fc.oneof({ weight: 3, arbitrary: fc.integer({ min: 1, max: heads }) }, fc.constant(0)),
    lag,
    crashes: stops,
  });
  const accepts = fc.record({ kind: fc.constant('accept' as const), nth: fc.nat({ max: 3 }), lag, crashes: stops });
  return fc.oneof(
    { weight: 12, arbitrary: answers },
    { weight: 3, arbitrary: accepts },
    { weight: 4, arbitrary: fc.record({ kind: fc.constant('offer' as const), day, lag, crashes: stops }) },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant('offer all' as const), day }) },
    { weight: 3, arbitrary: fc.record({ kind: fc.constant('lapse' as const), day, lag, crashes: stops }) },
    { weight: 2, arbitrary: fc.record({ kind: fc.constant('tell' as const), person }) },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant('capacity' as const), capacity: fc.nat({ max: 14 }) }) },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant('open' as const), open: fc.boolean() }) },
  );
};

function play(capacity: number, steps: readonly Step[]): Gathered {
  const gathered = new Gathered(emptyRoom(capacity));
  for (const one of steps) gathered.take(one);
  gathered.take({ kind: 'offer all', day: '2027-03-09' });
  return gathered;
}

const capacity = fc.nat({ max: 14 });
const steps = (heads: number) => fc.array(step(heads), { maxLength: 120, size: 'max' });

describe('however answers, offers and changes of the room come together', () => {
  it('with guests, every count is right, nobody is lost, and nobody is passed over who would fit', () => {
    const counts = new Map<string, number>();
    fc.assert(
      fc.property(capacity, steps(4), (places, taken) => {
        const { room, happened } = play(places, taken);
        for (const what of happened) counts.set(what, (counts.get(what) ?? 0) + 1);
        expect(Room.parse(room)).toEqual(room);
      }),
      { numRuns: 300 },
    );
    // Nothing of this is tested if it does not happen often enough.
    const all = ['attending', 'waiting', 'left', 'no room for more', 'closed', 'offered', 'lapsed', 'anew', 'crashed'];
    for (const what of all) expect(counts.get(what), what).toBeGreaterThan(20);
  });

  it('without guests, promotions fill exactly what cancellations left', () => {
    fc.assert(
      fc.property(capacity, steps(1), (places, taken) => {
        const { room } = play(places, taken);
        expect(room.taken >= room.capacity || room.waiting === 0).toBe(true);
      }),
      { numRuns: 150 },
    );
  });
});
