import { Temporal } from 'temporal-polyfill';
import type { Policy } from './policy.ts';
import { dateAfter, dateBefore, later, type PlainDate } from './time.ts';

/** When an alumnus is written to: so long after the last day, then at even distances, and on each anniversary. */

/** How a mail begins: by how long somebody has been away. */
export type Greeting = { kind: 'early' } | { kind: 'regular' } | { kind: 'anniversary'; years: number };

/** Whether people are written to on a date: not at weekends, nor on the company's holidays. */
export function isWorkingDay(date: PlainDate, { outreach }: Policy): boolean {
  return Temporal.PlainDate.from(date).dayOfWeek <= 5 && !outreach.holidays.includes(date);
}

/** The first touch after a date, by the calendar alone. */
export function touchAfter(lastDay: PlainDate, date: PlainDate, { outreach }: Policy): PlainDate {
  const early = outreach.after.map((wait) => dateAfter(lastDay, wait)).sort();
  const [next] = early.filter((touch) => touch > date);
  const regular = repeatedAfter(lastDay, outreach.every, later(date, early.at(-1) ?? lastDay));
  const anniversary = repeatedAfter(lastDay, 'P1Y', date);
  return [next ?? regular, regular, anniversary].sort()[0] ?? regular;
}

/** What somebody's touches depend on. */
export type Rhythm = {
  lastDay: PlainDate;
  /** Dates of earlier mails, oldest first. */
  mailed: readonly PlainDate[];
};

/** The first touch after a date that keeps the distance to the mail before, and stays below the cap. */
export function nextTouch(rhythm: Rhythm, date: PlainDate, policy: Policy): PlainDate {
  for (let touch = date; ; ) {
    touch = touchAfter(rhythm.lastDay, touch, policy);
    if (mayTouch(rhythm, touch, policy)) return touch;
  }
}

/** Whether a mail on a date keeps the distance to the one before, and stays below the cap. */
export function mayTouch({ mailed }: Rhythm, date: PlainDate, { outreach }: Policy): boolean {
  const last = mailed.at(-1);
  const isApart = last === undefined || dateAfter(last, outreach.leastApart) <= date;
  return isApart && recent(mailed, date, outreach.cap.within).length < outreach.cap.most;
}

/** The dates that fall within a while before a date. */
export function recent(dates: readonly PlainDate[], date: PlainDate, within: string): PlainDate[] {
  const start = dateBefore(date, within);
  return dates.filter((mailed) => mailed > start);
}

/** How the mail of a touch begins; congratulations that come more than a week late are left out. */
export function greetingFor(lastDay: PlainDate, touch: PlainDate, date: PlainDate, { outreach }: Policy): Greeting {
  const years = Temporal.PlainDate.from(touch).year - Temporal.PlainDate.from(lastDay).year;
  const isAnniversary = years > 0 && dateAfter(lastDay, `P${years}Y`) === touch && date <= dateAfter(touch, 'P7D');
  if (isAnniversary) return { kind: 'anniversary', years };
  const isEarly = outreach.after.some((wait) => touch <= dateAfter(lastDay, wait));
  return { kind: isEarly ? 'early' : 'regular' };
}

/** The first of the dates at a multiple of a distance from a day that comes after another date. */
function repeatedAfter(day: PlainDate, every: string, date: PlainDate): PlainDate {
  const { years, months, weeks, days } = Temporal.Duration.from(every);
  const from = Temporal.PlainDate.from(day);
  // Multiplied and not added up: a month after 31 January ends elsewhere than two after it.
  for (let times = 1; ; times += 1) {
    const next = from.add({ years: years * times, months: months * times, weeks: weeks * times, days: days * times });
    if (next.toString() > date) return next.toString();
  }
}
