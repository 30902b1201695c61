import { Temporal } from 'temporal-polyfill';

/** An instant as people read it in the company's time zone: `2026-11-22 12:03:07`. */
export function localTime(at: string, timeZone: string): string {
  const local = Temporal.Instant.from(at).toZonedDateTimeISO(timeZone).toPlainDateTime();
  return local.toString({ smallestUnit: 'second' }).replace('T', ' ');
}

const written = /^(\d{4})[-/](\d{1,2})[-/](\d{1,2})(?:[ T](\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?)(Z|[+-]\d{2}:?\d{2})?)?$/;

/** A date as ISO 8601, from that or from what Excel makes of it: `2026/4/1`. Anything else comes back as it is. */
export function isoDate(text: string): string {
  const [, year, month = '', day = '', time] = written.exec(text) ?? [];
  return year && !time ? `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}` : text;
}

/**
 * An instant, from a date or a date and time; without an offset in the company's time zone.
 * @returns nothing where the text is neither
 */
export function instantOf(text: string, timeZone: string): string | undefined {
  const [, year, month = '', day = '', time = '0:00', offset] = written.exec(text) ?? [];
  if (!year) return undefined;
  const clock = time.indexOf(':') === 1 ? `0${time}` : time;
  const local = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}T${clock}`;
  try {
    if (offset) return Temporal.Instant.from(local + offset).toString();
    return Temporal.PlainDateTime.from(local).toZonedDateTime(timeZone).toInstant().toString();
  } catch {
    return undefined;
  }
}
