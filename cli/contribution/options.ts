import { InvalidArgumentError } from 'commander';
import * as z from 'zod/mini';
import { amountOf } from '../../functions/domain/money.ts';
import { isoDate } from '../time.ts';

/** What reads the options of a report; whether a date is ahead, the report says. */

/** A date as ISO 8601, or as Excel makes it. */
export function dateOfText(text: string): string {
  const date = isoDate(text.trim());
  if (!z.safeParse(z.iso.date(), date).success) throw new InvalidArgumentError('It must be a date such as 2027-04-01.');
  return date;
}

/** A country, in whatever case. */
export function countryOfText(text: string): string {
  const country = text.trim().toUpperCase();
  if (!/^[A-Z]{2}$/.test(country)) throw new InvalidArgumentError('It must be a two-letter country code, such as JP.');
  return country;
}

/** What reads an amount, into the currency's smallest unit. */
export function amountIn(currency: string): (text: string) => number {
  return (text) => {
    const amount = amountOf(text.trim(), currency);
    if (amount === undefined) {
      throw new InvalidArgumentError(`It must be an amount in ${currency} without separators, such as 1500000.`);
    }
    return amount;
  };
}
