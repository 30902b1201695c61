import { Temporal } from 'temporal-polyfill';
import * as z from 'zod/mini';
import en from 'zod/v4/locales/en.js';

/** What reports of every kind share: how they are read, and what is said of one that cannot be. */

/** Somebody's id in the HR system. */
export const employeeId = z
  .string()
  .check(
    z.trim(),
    z.minLength(1),
    z.maxLength(64),
    z.regex(/^[\w.@/-]+$/, 'must consist of letters, digits and . _ - @ /'),
  );

/** When a report was made. */
export const instant = z.pipe(
  z.iso
    .datetime({ offset: true })
    .check(z.refine((time) => !/\.\d{10}/.test(time), 'must not be finer than a nanosecond')),
  z.transform((time: string) => Temporal.Instant.from(time).toString()),
);

// zod/mini has no messages of its own, and whoever sent a report must be told what is wrong.
z.config(en());

/** One wrong field of a report, for the answer to whoever sent it. */
export type Fault = { field: string; problem: string };

/** A report, or what is wrong with it. The faults name fields and rules, never values. */
export type ParsedReport<Report> = { ok: true; report: Report } | { ok: false; faults: Fault[] };

/** Whether an instant is more than a day in the future: clocks and calendars differ by less. */
export function isAhead(at: string, now: string): boolean {
  return Temporal.Instant.from(now).until(at).total('hours') > 24;
}

/** What is wrong with a field whose time has not come. */
export function ahead(field: string): Fault {
  return { field, problem: 'must not be in the future' };
}

/** What is wrong with a report, field by field. */
export function faultsOf({ issues }: z.core.$ZodError): Fault[] {
  return issues.flatMap(faultsOfIssue);
}

function faultsOfIssue(issue: z.core.$ZodIssue): Fault[] {
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({ field: [...issue.path, key].join('.'), problem: 'is not a field of a report' }));
  }
  return [{ field: issue.path.join('.') || '(body)', problem: issue.message }];
}
