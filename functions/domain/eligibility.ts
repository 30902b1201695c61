import { Temporal } from 'temporal-polyfill';
import { isStaying, protectedReasons } from './employment.ts';
import type { Facts } from './person.ts';
import type { Policy } from './policy.ts';
import type { PlainDate } from './time.ts';

/** What the rules say of a departure, naming the rule that decided. */
export type Screening =
  | { outcome: 'eligible' }
  | { outcome: 'not eligible' | 'no departure'; rule: string }
  | { outcome: 'on hold' };

/**
 * Applies the policy's eligibility rules.
 * @param employment the facts, hire date and last day of the stint
 * @param released HR has said that an unknown reason is a departure like any other
 */
export function screen(
  employment: { facts: Facts; hireDate: PlainDate; lastDay: PlainDate; released?: boolean | undefined },
  { eligibility }: Policy,
): Screening {
  const { facts, hireDate, lastDay } = employment;
  if (isStaying(facts.reason)) return { outcome: 'no departure', rule: `reason:${facts.reason}` };
  if (eligibility.excludedContracts.includes(facts.contract)) {
    return { outcome: 'not eligible', rule: `contract:${facts.contract}` };
  }
  if (!eligibility.countries.includes(facts.country)) return { outcome: 'not eligible', rule: 'country' };
  if (!hasTenure(hireDate, lastDay, eligibility.leastTenure)) return { outcome: 'not eligible', rule: 'least-tenure' };
  if (facts.reason === 'unknown') return employment.released ? { outcome: 'eligible' } : { outcome: 'on hold' };
  const excluded: readonly string[] = eligibility.excludedReasons;
  if (!protectedReasons.has(facts.reason) && excluded.includes(facts.reason)) {
    return { outcome: 'not eligible', rule: `reason:${facts.reason}` };
  }
  return { outcome: 'eligible' };
}

/** The last working day counts as worked: 1 April to 31 March is a year. */
export function hasTenure(hireDate: PlainDate, lastDay: PlainDate, least: string): boolean {
  // Counted back, since a period begun on 29 February is complete only with 28 February (民法143条).
  const latestStart = Temporal.PlainDate.from(lastDay).add({ days: 1 }).subtract(Temporal.Duration.from(least));
  return Temporal.PlainDate.compare(hireDate, latestStart) <= 0;
}
