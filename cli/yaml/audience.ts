import { isMap } from 'yaml';
import * as z from 'zod/mini';
import type { Audience } from '../../functions/domain/edition-content.ts';
import { countryCode } from '../../functions/domain/employment.ts';
import { dateOf } from './fields.ts';
import { type Entry, entriesOf, itemsOf, type Reading, textAt } from './map.ts';

/**
 * Whom something is for.
 * @param more further conditions, which the caller reads from the entries
 */
export function audienceOf(
  entry: Entry,
  more: readonly string[],
  reading: Reading,
): { audience: Audience; entries: ReadonlyMap<string, Entry> } {
  const nothing = { audience: {}, entries: new Map<string, Entry>() };
  const { value, line } = entry;
  const { refuse } = reading;
  if (textAt(value) === 'all') return nothing;
  if (!isMap(value)) {
    refuse(line, 'The audience must be `all`, or a map such as {countries: [JP], lastDayFrom: 2020-01-01}.');
    return nothing;
  }
  const entries = entriesOf(entry, ['countries', 'lastDayFrom', 'lastDayTo', ...more], 'The audience', reading);
  const countries = countriesOf(entries.get('countries'), reading);
  const [from, to] = [dateOf('lastDayFrom', entries, refuse), dateOf('lastDayTo', entries, refuse)];
  if (from && to && from > to) refuse(line, 'The audience is nobody: lastDayFrom is later than lastDayTo.');
  return {
    audience: {
      ...(countries && { countries }),
      ...(from && { lastDayFrom: from }),
      ...(to && { lastDayTo: to }),
    },
    entries,
  };
}

function countriesOf(entry: Entry | undefined, reading: Reading): string[] | undefined {
  const advice = 'The countries must be a list of two-letter codes (ISO 3166), such as [JP, SG].';
  return entry && textsIn(entry, isCountry, advice, reading);
}

/**
 * A list of different texts.
 * @param advice what to do where it is empty, or no list of such texts
 */
export function textsIn(entry: Entry, isOne: (text: string) => boolean, advice: string, reading: Reading): string[] {
  const texts = itemsOf(entry, reading)?.map(({ value }) => textAt(value) ?? '') ?? [];
  if (texts.length === 0 || !texts.every(isOne)) reading.refuse(entry.line, advice);
  return [...new Set(texts)];
}

function isCountry(code: string): boolean {
  if (!z.safeParse(countryCode, code).success) return false;
  const names = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' });
  // UK is understood as GB, but no HR system's record says so.
  return names.of(code) !== undefined && Intl.getCanonicalLocales(`und-${code}`)[0] === `und-${code}`;
}
