import { expect, test } from 'vitest';
import { outreachDue } from '../../functions/domain/alumnus.ts';
import { isWorkingDay } from '../../functions/domain/cadence.ts';
import type { Edition } from '../../functions/domain/edition.ts';
import { dateAfter, dateBefore } from '../../functions/domain/time.ts';
import { type Chance, chanceFrom } from './chance.ts';
import { approvedEdition } from './editions.ts';
import { Crash, type Fate } from './outreach-life.ts';
import { Person } from './outreach-person.ts';
import { policy } from './samples.ts';

/** Ten years of a hundred people, from one seed: who leaves when, what they wish, and what goes wrong. What must hold is in outreach-life.ts. */

const years = Array.from({ length: 11 }, (_, index) => 2026 + index);
const holidays = years.flatMap((year) => [`${year}-01-01`, `${year}-05-04`, `${year}-05-05`, `${year}-12-31`]);
const lastDate = '2036-11-22';

type World = { chance: Chance; people: readonly Person[]; rules: typeof policy; editions: Edition[] };

/** @returns what happened, and how often */
function play(seed: number, rules: typeof policy, longestWait: string): Record<string, number> {
  const chance = chanceFrom(seed);
  const people = Array.from({ length: 100 }, () => new Person(chance, rules));
  const world: World = { chance, people, rules, editions: [] };
  let missing = 0;
  for (let date = '2026-11-22'; date <= lastDate; date = dateAfter(date, 'P1D')) {
    publish(world, date);
    for (const person of people) person.morning(date);
    missing = missing > 0 ? missing - 1 : chance.oneIn(25) ? 1 + chance.below(4) : 0;
    const swept = missing === 0 && sweepDay(world, date);
    const period = { since: dateBefore(date, longestWait), until: dateAfter(date, longestWait) };
    for (const person of people) person.endOfDay(world.editions, { ...period, swept });
  }
  const counts: Record<string, number> = {};
  for (const [what, count] of people.flatMap((person) => Object.entries(person.counts))) {
    counts[what] = (counts[what] ?? 0) + count;
  }
  return counts;
}

/** News now and then, for everybody or for some; and now and then something is taken back. */
function publish({ chance, editions }: World, date: string): void {
  const newest = editions.length - 1;
  if (chance.oneIn(45)) {
    const languages = chance.of([['ja', 'en'], ['ja', 'en'], ['ja'], ['en']] as const);
    const audience = chance.of([{}, {}, { countries: ['JP'] }, { lastDayFrom: '2030-01-01' }]);
    editions.push(approvedEdition(newest + 2, date, { languages, audience }));
  } else if (chance.oneIn(300)) {
    editions.splice(newest, 1, ...editions.slice(-1).map((edition) => ({ ...edition, status: 'withdrawn' as const })));
  }
}

/** The sweep of a day, perhaps broken off, and perhaps not alone. @returns whether it came to its end */
function sweepDay(world: World, date: string): boolean {
  const { chance, people, rules, editions } = world;
  if (!isWorkingDay(date, rules)) return false;
  const read = people.map((person) => ({ person, file: person.file }));
  while (!sweepOnce(world, date)) if (chance.oneIn(3)) return false;
  // Another sweep of the same day, that has read before this one wrote, or after.
  if (chance.oneIn(8)) for (const { person, file } of read) person.write(file, date, editions, {});
  if (chance.oneIn(8)) for (const person of people) person.write(person.file, date, editions, {});
  return true;
}

function sweepOnce({ chance, people, editions }: World, date: string): boolean {
  const isDue = (person: Person) => (outreachDue(person.file.person) ?? '9999') <= date;
  try {
    for (const person of people.filter(isDue)) {
      const { file } = person;
      const other = () => person.write(file, date, editions, {});
      const meanwhile = chance.oneIn(30) ? () => person.happen() : chance.oneIn(30) ? other : undefined;
      const crash: Fate['crash'] = chance.oneIn(20) ? chance.of(['claimed', 'sent']) : undefined;
      // What somebody decides just before the mail goes makes what was read stale.
      if (chance.oneIn(30)) person.happen();
      const before = person.mails.length;
      const refusal = chance.oneIn(25) ? () => person.count('refused') : undefined;
      if (crash) person.count('crashed');
      person.write(file, date, editions, { meanwhile, crash, refusal });
      if (person.mails.length > before) person.count('mailed');
    }
    return true;
  } catch (error) {
    if (error instanceof Crash) return false;
    throw error;
  }
}

const usual = { ...policy, outreach: { ...policy.outreach, holidays } };
const sparing: typeof policy = {
  ...policy,
  outreach: { after: ['P2W', 'P45D'], every: 'P1M', leastApart: 'P40D', cap: { most: 3, within: 'P7M' }, holidays },
  bounces: { mostSoft: 2, within: 'P1Y' },
};

test.each([
  ['the usual rules', usual, 'P130D', 1],
  ['a low cap and great distances', sparing, 'P260D', 2],
])(
  'a hundred people for ten years, by %s',
  (_, rules, longestWait, seed) => {
    const counts = play(seed, rules, longestWait);
    const happened = [
      'mailed',
      'left again',
      'stopped',
      'changed',
      'paused',
      'bounced',
      'delayed',
      'complained',
      'moved',
    ];
    for (const what of [...happened, 'declined', 'gone', 'crashed', 'refused', 'not sent']) {
      expect(counts[what] ?? 0, `${what}, so that the story tells something`).toBeGreaterThan(10);
    }
  },
  60_000,
);
