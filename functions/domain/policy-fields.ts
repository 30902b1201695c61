import { Temporal } from 'temporal-polyfill';
import * as z from 'zod/mini';

/** What several parts of the policy are made of. */

/** An ISO 8601 duration such as `P14D`, `P1Y` or, in the demo, `PT20S`. */
export const duration = z.string().check(
  z.refine(
    (text) => {
      try {
        return Temporal.Duration.from(text).sign > 0;
      } catch {
        return false;
      }
    },
    { error: 'must be a positive ISO 8601 duration, such as P14D', abort: true },
  ),
);

/** An ISO 8601 duration of days or longer. */
export const days = duration.check(
  z.refine((text) => {
    const { years, months, weeks, days } = Temporal.Duration.from(text);
    return years + months + weeks + days > 0;
  }, 'must be a day at least, such as P30D'),
);

// Not by making a formatter: the first one costs a function 12 ms of its start.
export const timeZone = z
  .string()
  .check(
    z.refine(
      (text) => text === 'UTC' || Intl.supportedValuesOf('timeZone').includes(text),
      'must be an IANA time zone, such as Asia/Tokyo',
    ),
  );

/** A sentence or name in each language Okaeri speaks. */
export const bilingual = z.strictObject({ ja: z.string(), en: z.string() });

/** So many within a while. */
export const cap = z.strictObject({ most: z.int().check(z.minimum(1)), within: days });

/** A short name by which a part of the policy is known. */
export const id = z.string().check(z.regex(/^[a-z][a-z0-9-]{0,30}$/, 'must be a short name in lower case'));

/** In the currency's smallest unit. */
export const amount = z.int().check(z.minimum(0));

export function areDifferent(names: readonly string[]): boolean {
  return new Set(names).size === names.length;
}
