import { describe, expect, test } from 'vitest';
import { personDue } from '../../functions/domain/due.ts';
import { takeStock } from '../../functions/domain/stock.ts';
import { after, consented, decide, enrolled, on, personFile, report, run, stintOf, today } from './samples.ts';

const changed = (data: Parameters<typeof report>[0], at = '2026-11-22T00:00:00Z') => report(data, at);
const start = (generation: number) => ({ kind: 'start', machine: 'offboarding', stint: 1, generation });

describe('a departure far ahead', () => {
  const far = personFile([report({ lastWorkingDay: '2028-12-31' })]);

  test('waits in the table until 300 days before its last day', () => {
    expect(stintOf(far)).toMatchObject({ status: 'reported', startsOn: '2028-03-06' });
    expect(personDue(far, '2028-03-05', on('2028-03-05')).outcome).toBe('nothing due');
  });

  test('begins on that day', () => {
    const { outcome, write } = personDue(far, '2028-03-06', on('2028-03-06'));
    expect(outcome).toBe('begun');
    expect(write?.consequences).toEqual([start(1)]);
    expect(run(after(far, write), on('2028-03-06')).stock).toBe('consent needed');
  });

  test('that comes nearer begins at once', () => {
    expect(decide(far, changed({})).write?.consequences).toEqual([start(2)]);
  });

  test('moved there while under way waits in the table, since no execution lives that long', () => {
    const { write } = decide(consented(), changed({ lastWorkingDay: '2028-12-31' }));
    expect(write?.person.stints).toMatchObject([
      { status: 'reported', startsOn: '2028-03-06', generation: 2, consentedAt: today.now },
    ]);
    expect(write?.consequences).toMatchObject([{ kind: 'resume' }]);
    const ended = takeStock(after(consented(), write), { stint: 1, generation: 1 }, today);
    expect(ended.outcome).toBe('superseded');
  });

  test('keeps the consent given, however often it moves', () => {
    const moved = after(enrolled(), decide(enrolled(), changed({ lastWorkingDay: '2028-12-31' })).write);
    const { write } = decide(moved, changed({ lastWorkingDay: '2027-03-31' }, '2026-11-23T00:00:00Z'));
    expect(run(after(moved, write)).stock).toBe('waiting for the last day');
  });
});
