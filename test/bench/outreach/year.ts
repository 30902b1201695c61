import { setTimeout } from 'node:timers/promises';
import { SFNClient } from '@aws-sdk/client-sfn';
import { Temporal } from 'temporal-polyfill';
import { machineArn } from '../../../infra/local/play/programme.ts';
import { type LocalSettings, localClient } from '../../../infra/local/settings.ts';
import { seed } from './alumni.ts';
import { type Answer, answersOf, type Execution, readHistory, runExecution } from './history.ts';
import { Bar } from './progress.ts';
import type { Sink } from './sink.ts';

/** A day's sweep: its execution, and what its two steps answered. */
export type Swept = { date: string; execution: Execution; answers: readonly Answer[] };

export type Year = {
  alumni: number;
  days: readonly Swept[];
  /** The same working day with nobody due: with an empty table, and with every alumnus. */
  idle: { without: Swept; with: Swept };
};

export type Plan = { alumni: number; days: number; first: string };

/** Days between two editions: fewer than between two touches, so that every touch has news. */
const editionEvery = 30;
/** Days between two touches of somebody: with the policy's cap that makes eight mails a year. */
export const touchEvery = 45;

/** Seeds the alumni and plays the days one after the other. */
export async function playYear(settings: LocalSettings, sink: Sink, { alumni, days, first }: Plan): Promise<Year> {
  const states = new SFNClient(await localClient(settings));
  const machine = machineArn(settings, 'Sweep');
  const start = Temporal.PlainDate.from(first);
  const sweep = async (date: string): Promise<Swept> => {
    const execution = await readHistory(states, await runExecution(states, machine, { date }));
    return { date, execution, answers: answersOf(execution) };
  };
  const before = start.subtract({ days: 7 }).toString();
  // Twice: the first call of a function also reads its keys and looks at SES's list for the first time.
  await sweep(before);
  const without = await sweep(before);

  const seeding = new Bar('Seeding');
  const people = ['--from', first, '--spread', `${touchEvery}`, '--every', `${touchEvery}`, '--rounds', '8'];
  await seed(settings, settings.table, ['--alumni', `${alumni}`, ...people]);
  seeding.end(`${alumni} alumni are enrolled`);
  const idle = { without, with: await sweep(before) };

  const swept: Swept[] = [];
  const bar = new Bar('Sweeping');
  for (let day = 0; day < days; day += 1) {
    const date = start.add({ days: day });
    if (day % editionEvery === 0) {
      await seed(settings, settings.table, ['--edition', date.subtract({ days: 1 }).toString()]);
    }
    swept.push(await sweep(date.toString()));
    await sink.report(settings);
    bar.show((day + 1) / days, `${date.toString()} · ${sink.mails.size} mails`);
  }
  bar.end(`${days} days swept, ${sink.mails.size} mails`);
  return { alumni, days: swept, idle };
}

/** Waits until every mail has arrived and its report has been put on the queue. */
export async function allReported(settings: LocalSettings, sink: Sink, mails: number): Promise<void> {
  for (let turn = 0; turn < 60 && sink.mails.size < mails; turn += 1) await setTimeout(500);
  await sink.report(settings);
}

/** How often a day ended in something. */
export function countOf(year: Year, outcome: string): number {
  return year.days.flatMap(({ answers }) => answers).reduce((total, { counts }) => total + (counts?.[outcome] ?? 0), 0);
}
