import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type PersonFile, unknownPerson } from '../../functions/domain/decision.ts';
import type { DepartureReport } from '../../functions/domain/departure-report.ts';
import type { Stint } from '../../functions/domain/person.ts';
import { takeStock } from '../../functions/domain/stock.ts';
import { after, decide, digestOf, report, today } from './samples.ts';

/** Reports come twice, late and out of order; the newest of each stint alone decides. */

const employments = [
  { hireDate: '2012-04-01', lastDays: ['2018-03-31', '2018-06-30'] },
  { hireDate: '2020-04-01', lastDays: ['2026-11-30', '2026-12-31', '2027-03-31', '2029-12-31'] },
] as const;

type Clock = 'sequence' | 'timestamp';

/** Few moments, so that ties are common. */
function reports(employment: number, clock: Clock): fc.Arbitrary<DepartureReport> {
  const { hireDate, lastDays } = employments[employment] ?? employments[0];
  return fc
    .record({
      type: fc.constantFrom('departure.announced', 'departure.changed', 'departure.cancelled'),
      order: fc.integer({ min: 0, max: 7 }),
      day: fc.integer({ min: 1, max: 9 }),
      lastWorkingDay: fc.constantFrom(...lastDays),
      personalEmail: fc.constantFrom(undefined, 'a@example.com', 'b@example.com'),
      reason: fc.constantFrom('career', 'unknown', 'childcare', 'misconduct', 'transfer'),
      contract: fc.constantFrom('permanent', 'agency'),
      department: fc.constantFrom(undefined, 'Sales', 'Research'),
    })
    .map(({ type, order, day, ...data }) => {
      const timestamp = `2026-11-0${clock === 'timestamp' ? order + 1 : day}T00:00:00Z`;
      // What somebody does says when the report was made and of which stint, so that profiles can be told apart.
      const role = `role ${employment} ${clock === 'timestamp' ? timestamp : order}`;
      const envelope = { timestamp, ...(clock !== 'timestamp' && { sequence: order }) };
      return type === 'departure.cancelled'
        ? { type, ...envelope, data: { employeeId: 'E1042', hireDate } }
        : ({ ...report({ ...data, hireDate, role }), type, ...envelope } as DepartureReport);
    });
}

const clock = fc.constantFrom<Clock>('sequence', 'timestamp');

const oneStint = clock.chain((by) => fc.array(reports(1, by), { minLength: 1, maxLength: 6 }));
const twoStints = clock.chain((by) =>
  fc.array(fc.oneof(reports(0, by), reports(1, by)), { minLength: 1, maxLength: 9 }),
);

/** An order of arrival with repetitions, with the state machine taking stock in between here and there. */
function arrivals(sent: DepartureReport[]): fc.Arbitrary<{ said: DepartureReport; stock: boolean }[]> {
  const repeated = fc.subarray(sent).map((again) => [...sent, ...again]);
  return repeated.chain((all) =>
    fc
      .tuple(
        fc.shuffledSubarray(
          all.map((_, index) => index),
          { minLength: all.length },
        ),
        fc.array(fc.boolean(), { minLength: all.length, maxLength: all.length }),
      )
      .map(([order, stocks]) =>
        order.flatMap((from, index) => {
          const said = all[from];
          return said ? [{ said, stock: stocks[index] ?? false }] : [];
        }),
      ),
  );
}

function stockOfAll(file: PersonFile): PersonFile {
  return file.person.stints.reduce(
    (known, { number, generation }) => after(known, takeStock(known, { stint: number, generation }, today).write),
    file,
  );
}

function receive(all: { said: DepartureReport; stock: boolean }[]): PersonFile {
  const received = all.reduce((file, { said, stock }) => {
    const next = after(file, decide(file, said).write);
    return stock ? stockOfAll(next) : next;
  }, unknownPerson('p'));
  return stockOfAll(received);
}

function orderOf(said: DepartureReport): number {
  return said.sequence ?? Date.parse(said.timestamp);
}

function newestOf(sent: readonly DepartureReport[]): DepartureReport {
  const [newest] = [...sent].sort((a, b) => orderOf(b) - orderOf(a) || (digestOf(a) > digestOf(b) ? -1 : 1));
  if (!newest) throw new Error('nothing was reported');
  return newest;
}

function employed(file: PersonFile, hireDate: string): Stint {
  const stints = file.person.stints.filter((stint) => stint.hireDate === hireDate);
  expect(stints).toHaveLength(1);
  return stints[0] as Stint;
}

/** What a stint says apart from how often things happened to it. */
function essence(stint: Stint) {
  const { number, generation, revision, report: place, lastDay, ...rest } = stint;
  expect(Math.min(number, generation + 1, revision + 1)).toBeGreaterThan(0);
  const { order, digest } = place;
  return JSON.parse(JSON.stringify({ ...rest, order, digest, ...(rest.status !== 'cancelled' && { lastDay }) }));
}

function profileOf({ data }: DepartureReport) {
  const { employeeId, name, nameKana, language, personalEmail, workEmail, department, role } = data as Record<
    string,
    unknown
  >;
  return JSON.parse(
    JSON.stringify({
      employeeId,
      name,
      nameKana,
      language,
      reportedAddress: personalEmail,
      workEmail,
      department,
      role,
    }),
  );
}

describe('any order and repetition of reports', () => {
  test('ends in the state that the newest report implies', () => {
    fc.assert(
      fc.property(
        oneStint.chain((sent) => fc.tuple(fc.constant(sent), arrivals(sent))),
        ([sent, arrived]) => {
          const newest = newestOf(sent);
          const file = receive(arrived);
          const alone = receive([{ said: newest, stock: true }]);
          expect(file.person.stints).toHaveLength(1);
          expect(essence(employed(file, newest.data.hireDate))).toEqual(essence(employed(alone, newest.data.hireDate)));
          expect(JSON.parse(JSON.stringify(file.profile ?? null))).toEqual(
            newest.type === 'departure.cancelled' ? null : profileOf(newest),
          );
          expect(file.person.expires).toBe(alone.person.expires);
        },
      ),
      { numRuns: 400 },
    );
  }, 60_000);

  test('of two stints ends in the state that the newest report of each implies', () => {
    fc.assert(
      fc.property(
        twoStints.chain((sent) => fc.tuple(fc.constant(sent), arrivals(sent))),
        ([sent, arrived]) => {
          const file = receive(arrived);
          const newest = employments.flatMap(({ hireDate }) => {
            const said = sent.filter(({ data }) => data.hireDate === hireDate);
            return said.length > 0 ? [newestOf(said)] : [];
          });
          expect(file.person.stints).toHaveLength(newest.length);
          for (const said of newest) {
            const alone = receive([{ said, stock: true }]);
            expect(essence(employed(file, said.data.hireDate))).toEqual(essence(employed(alone, said.data.hireDate)));
          }
          const live = file.person.stints.filter(({ status }) => ['reported', 'on hold', 'asking'].includes(status));
          const isOneLive = live.length > 0;
          expect(isOneLive && !file.profile).toBe(false);
          expect(isOneLive ? file.person.expires : undefined).toBeUndefined();
          const profile = live.length === 2 ? JSON.parse(JSON.stringify(file.profile)) : undefined;
          expect(profile).toEqual(live.length === 2 ? profileOf(newestOf(newest)) : undefined);
        },
      ),
      { numRuns: 400 },
    );
  }, 60_000);
});
