import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { datesOf, type Plan } from '../../functions/domain/gathering-plan.ts';
import { dateAfter } from '../../functions/domain/time.ts';
import { GatheringLife } from './gathering-life.ts';
import { dinner } from './held-gathering.ts';
import { policy } from './samples.ts';

/** Whole lives of gatherings, in any order of what can happen to one; what must hold is in gathering-rules.ts. */

const begin = '2026-11-22';
const days = (n: number) => (date: string) => dateAfter(date, `${n < 0 ? '-' : ''}P${Math.abs(n)}D`);

const oneEvening = { from: 'T18:30', to: 'T20:30', last: 0, timeZone: 'Asia/Tokyo' };
const times = fc.constantFrom(
  oneEvening,
  { from: 'T18:00', to: 'T00:00', last: 1, timeZone: 'Asia/Tokyo' },
  { from: 'T19:00', to: 'T21:00', last: 0, timeZone: 'America/New_York' },
  { from: 'T23:00', to: 'T02:00', last: 1, timeZone: 'Asia/Singapore' },
  { from: '', to: '', last: 2, timeZone: 'Asia/Tokyo' },
);

/** A plan that begins some days after a date, and is answered until the day before or earlier. */
const someDays = fc.record({ ahead: fc.integer({ min: 1, max: 45 }), answers: fc.integer({ min: 1, max: 20 }), times });
type Days = typeof someDays extends fc.Arbitrary<infer T> ? T : never;

function planOn(date: string, { ahead, answers, times: { from, to, last, timeZone } }: Days, said: Partial<Plan> = {}) {
  const start = dateAfter(date, `P${ahead}D`);
  const plan = dinner({ start: start + from, end: days(last)(start) + to, timeZone, ...said });
  const first = datesOf(plan, policy).start;
  return { ...plan, deadline: dateAfter(first, `-P${answers}D`) };
}

const reminders = fc.subarray(['P1D', 'P3D', 'P7D', 'P10D']);
const plans = fc
  .record({ on: someDays, reminders })
  .map(({ on, reminders: before }) => planOn(begin, on, { reminders: before }));

type Happening = (life: GatheringLife) => void;

/** Something that can happen, named so that a counterexample reads as a story. */
function can<T>(name: string, from: fc.Arbitrary<T>, act: (life: GatheringLife, value: T) => void) {
  return from.map(
    (value): Happening =>
      Object.assign((life: GatheringLife) => act(life, value), {
        [fc.toStringMethod]: () => `${name} ${fc.stringify(value)}`,
      }),
  );
}

/** Moves the last day to answer, which stays before the start. */
function answeredUntil(plan: Plan, by: number): Plan {
  const [wanted, last] = [days(by)(plan.deadline), days(-1)(datesOf(plan, policy).start)];
  return { ...plan, deadline: wanted < last ? wanted : last };
}

/** A change is approved at once, or waits for its reviewer. */
function changes<T>(name: string, from: fc.Arbitrary<T>, make: (plan: Plan, value: T, date: string) => Plan) {
  return can(name, fc.tuple(from, fc.boolean()), (life, [value, isApproved]) => {
    life.change((plan, date) => make(plan, value, date));
    if (isApproved) life.review('approve');
  });
}

const moves = changes('move', someDays, ({ capacity, reminders }, on, date) =>
  planOn(date, on, { capacity, reminders }),
);
const answers = changes('deadline', fc.integer({ min: -15, max: 15 }), answeredUntil);
const words = changes('words', fc.constantFrom('A hall', 'Another hall', 'Project Hotaru'), (plan, text) => ({
  ...plan,
  url: { text, line: 3 },
}));
const capacity = changes('capacity', fc.integer({ min: 5, max: 9 }), (plan, capacity) => ({ ...plan, capacity }));
const internal = changes('classification', fc.constantFrom('alumni', 'internal'), (plan, classification) => ({
  ...plan,
  classification,
}));
const approve = can('approve', fc.constantFrom(0, 0, 0, 1), (life, behind) => life.review('approve', behind));
const refuse = can('refuse', fc.constantFrom(0, 1), (life, behind) => life.review('refuse', behind));
const cancel = can('cancel', fc.constant(''), (life) => life.cancel());
const cost = can('cost', fc.constantFrom(90_000, 95_000), (life, amount) => life.cost(amount));
const sweep = can('sweep', fc.constantFrom(0, 0, 0, 1, 9), (life, ahead) => life.sweep(ahead));
const whenDue = can('sweep when due', fc.constant(''), (life) => life.sweepWhenDue());
const pass = can('pass', fc.constantFrom(1, 1, 2, 5, 14), (life, by) => life.pass(by));
const timeOut = can('time out', fc.constant(''), (life) => life.timeOut());
const go = can('go', fc.constantFrom('done', 'done', 'done', 'done', 'interrupted', 'rest'), (life, fate) =>
  life.go(fate as 'done'),
);
const settle = can('settle', fc.constant(''), (life) => life.settle());

const happening = fc.oneof(
  { weight: 2, arbitrary: moves },
  { weight: 2, arbitrary: answers },
  { weight: 2, arbitrary: words },
  { weight: 1, arbitrary: capacity },
  { weight: 1, arbitrary: internal },
  { weight: 7, arbitrary: approve },
  { weight: 1, arbitrary: refuse },
  { weight: 1, arbitrary: cost },
  { weight: 4, arbitrary: sweep },
  { weight: 8, arbitrary: whenDue },
  { weight: 4, arbitrary: pass },
  { weight: 1, arbitrary: timeOut },
  { weight: 14, arbitrary: go },
  { weight: 6, arbitrary: settle },
);
const story = fc
  .tuple(fc.array(happening, { maxLength: 70, size: 'max' }), fc.nat({ max: 4 }), fc.array(happening, { maxLength: 9 }))
  // Most are not called off; what comes after that must do no harm.
  .chain(([before, isCancelled, after]) =>
    isCancelled === 0 ? cancel.map((calledOff) => [...before, calledOff, ...after]) : fc.constant(before),
  );

/** The calendar alone brings it to its end. @returns after how many sweeps */
function finish(life: GatheringLife): number {
  life.settle();
  for (let sweeps = 0; sweeps < 60; sweeps += 1) {
    if (life.isEnded) return sweeps;
    life.sweepWhenDue();
    life.settle();
  }
  throw new Error('it never ends');
}

describe('a whole life of a gathering', () => {
  it('begins every step where it is due and only there, waits for what comes next, and ends', () => {
    const seen = new Map<string, number>();
    fc.assert(
      fc.property(plans, story, (plan, happenings) => {
        const life = new GatheringLife(plan, begin);
        for (const happen of happenings) happen(life);
        finish(life);
        for (const what of life.happened) seen.set(what, (seen.get(what) ?? 0) + 1);
        const { status, done, plan: last, draft } = life.gathering;
        expect(draft).toBeUndefined();
        expect(last !== undefined).toBe(status === 'over' || status === 'cancelled');
        if (status === 'over') expect(done).toMatchObject({ closed: true, thanked: true, booked: true });
        // What has been held need not be called off.
        if (status === 'cancelled' && last && life.date <= datesOf(last, policy).end)
          expect(done).toMatchObject({ cancellation: true });
        if (!last) expect(done).toEqual({});
      }),
      { numRuns: 300 },
    );
    // Nothing of this is tested if it does not happen often enough.
    const rare = [
      'tell the hosts',
      'tell of the change',
      'tell of the cancellation',
      'not reviewed',
      'withdrawn',
      'refused',
      'leak',
    ];
    const often = ['approved', 'invite', 'remind', 'close the answers', 'send the details', 'thank', 'book the cost'];
    for (const what of rare) expect(seen.get(what), what).toBeGreaterThan(0);
    for (const what of often) expect(seen.get(what), what).toBeGreaterThan(40);
  }, 60_000);

  it('without changes takes the same steps in the same order, whatever days are missed', () => {
    const missed = fc.array(fc.boolean(), { minLength: 90, maxLength: 90 });
    fc.assert(
      fc.property(plans, missed, fc.nat({ max: 10 }), (plan, misses, wait) => {
        // Else the last day to answer is the day of the details, which do not wait for its end.
        fc.pre(plan.deadline < datesOf(plan, policy).details);
        const play = (isMissed: (day: number) => boolean) => {
          const life = new GatheringLife(plan, begin);
          life.settle();
          for (let day = 0; day < 90; day += 1) {
            if (day === wait) life.review('approve');
            life.settle();
            life.pass(1);
            if (!isMissed(day)) life.sweep();
            life.settle();
          }
          finish(life);
          const named = life.steps.filter(({ step }) => step !== 'ask for the review');
          return { life, names: named.map(({ step }) => step).filter((step) => step !== 'remind'), named };
        };
        const [all, some] = [play(() => false), play((day) => day > wait && misses[day] === true)];
        const reached = (life: GatheringLife) => life.steps.some(({ step }) => step === 'send the details');
        // They come on the day before or on the days themselves, or not at all.
        const kept = reached(some.life) ? all.names : all.names.filter((step) => step !== 'send the details');
        expect(some.names).toEqual(kept);
        expect(some.life.gathering.status).toBe(all.life.gathering.status);
        const count = (steps: typeof all.named) => steps.filter(({ step }) => step === 'remind').length;
        expect(count(some.named)).toBeLessThanOrEqual(count(all.named));
        if (all.names.includes('invite'))
          expect(all.names).toEqual(
            [
              'tell the admin',
              'tell the hosts',
              'invite',
              'close the answers',
              'send the details',
              'thank',
              'book the cost',
            ].filter((step) => all.names.includes(step as 'invite')),
          );
      }),
      { numRuns: 50 },
    );
  }, 60_000);

  it('rests for as long as nobody can be written to, and goes on then', () => {
    const life = new GatheringLife(planOn(begin, { ahead: 20, answers: 10, times: oneEvening }), begin);
    life.settle();
    life.review('approve');
    for (let day = 0; day < 4; day += 1) {
      while (life.state.at !== 'parked') life.go('rest');
      life.pass(1);
      life.sweep();
    }
    life.settle();
    expect(life.steps.map(({ step, date }) => `${step} ${date}`)).toEqual([
      'ask for the review 2026-11-22',
      'tell the admin 2026-11-26',
      'tell the hosts 2026-11-26',
      'invite 2026-11-26',
    ]);
  });
});
