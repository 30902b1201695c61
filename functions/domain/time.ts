import { Temporal } from 'temporal-polyfill';

/** An instant as ISO 8601 text, e.g. `2026-11-22T03:00:00Z`. */
export type Instant = string;
/** A calendar date in the company's time zone, e.g. `2026-12-31`. */
export type PlainDate = string;

/** The company's calendar date at an instant. */
export function dateOf(at: Instant, timeZone: string): PlainDate {
  return Temporal.Instant.from(at).toZonedDateTimeISO(timeZone).toPlainDate().toString();
}

/** The date a duration after a date; days and longer only count. */
export function dateAfter(date: PlainDate, duration: string): PlainDate {
  return Temporal.PlainDate.from(date).add(Temporal.Duration.from(duration)).toString();
}

export function dateBefore(date: PlainDate, duration: string): PlainDate {
  return Temporal.PlainDate.from(date).subtract(Temporal.Duration.from(duration)).toString();
}

/** The instant a duration after an instant, by the company's calendar. */
export function instantAfter(at: Instant, duration: string, timeZone: string): Instant {
  return Temporal.Instant.from(at)
    .toZonedDateTimeISO(timeZone)
    .add(Temporal.Duration.from(duration))
    .toInstant()
    .toString();
}

/** Whether a duration has passed since an instant, by the company's calendar. */
export function hasPassed(since: Instant, duration: string, now: Instant, timeZone: string): boolean {
  return Date.parse(instantAfter(since, duration, timeZone)) <= Date.parse(now);
}

/** How often a duration has passed since an instant, by the company's calendar; one at a time, so not for long ago. */
export function timesPassed(since: Instant, every: string, now: Instant, timeZone: string): number {
  let times = 0;
  let next = instantAfter(since, every, timeZone);
  while (Date.parse(next) <= Date.parse(now)) {
    times += 1;
    next = instantAfter(next, every, timeZone);
  }
  return times;
}

/** The first instant of the day after a date: when that day is over in the company's time zone. */
export function endOf(date: PlainDate, timeZone: string): Instant {
  return Temporal.PlainDate.from(date).add({ days: 1 }).toZonedDateTime({ timeZone }).toInstant().toString();
}

/** The later of two instants, or of two dates. */
export function later<T extends string>(a: T, b: T): T {
  return Date.parse(a) >= Date.parse(b) ? a : b;
}

/** Whole seconds of a duration, months counted from a fixed date, for time-outs set at synth. */
export function secondsOf(duration: string): number {
  return Math.round(
    Temporal.Duration.from(duration).total({ unit: 'seconds', relativeTo: Temporal.PlainDate.from('2026-01-01') }),
  );
}
