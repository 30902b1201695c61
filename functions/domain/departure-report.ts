import { Temporal } from 'temporal-polyfill';
import * as z from 'zod/mini';
import en from 'zod/v4/locales/en.js';
import { contractKinds, countryCode, reasonOf } from './employment.ts';
import { languageOf } from './language.ts';

/**
 * A departure as an HR system reports it: the payload of the webhook, the detail of the bus event, a row of an import.
 * `announced` and `changed` carry everything the HR system knows, so that the newest report alone decides.
 */

const text = z
  .string()
  .check(z.trim(), z.minLength(1), z.maxLength(200), z.regex(/^[^\p{Cc}]*$/u, 'must not hold control characters'));
const email = z.email().check(z.maxLength(254), z.toLowerCase());
const date = z.iso.date();

/** Somebody's id in the HR system. */
export const employeeId = z
  .string()
  .check(
    z.trim(),
    z.minLength(1),
    z.maxLength(64),
    z.regex(/^[\w.@/-]+$/, 'must consist of letters, digits and . _ - @ /'),
  );

const Identity = { employeeId, hireDate: date };

const Departing = z
  .strictObject({
    ...Identity,
    name: text,
    nameKana: z.optional(text),
    personalEmail: z.optional(email),
    workEmail: z.optional(email),
    language: z.pipe(text, z.transform(languageOf)),
    lastWorkingDay: date,
    department: z.optional(text),
    role: z.optional(text),
    contract: z.enum(contractKinds),
    reason: z.pipe(z._default(text, 'unknown'), z.transform(reasonOf)),
    country: countryCode,
  })
  .check(
    z.refine((data) => data.hireDate <= data.lastWorkingDay, {
      message: 'must not be before the hire date',
      path: ['lastWorkingDay'],
    }),
  );

/** When a report was made. */
export const instant = z.pipe(
  z.iso
    .datetime({ offset: true })
    .check(z.refine((time) => !/\.\d{10}/.test(time), 'must not be finer than a nanosecond')),
  z.transform((time: string) => Temporal.Instant.from(time).toString()),
);

const envelope = {
  /** When the HR system made the report. */
  timestamp: instant,
  /** The HR system's own count of reports, where it has one; it then orders them instead of the time. */
  sequence: z.optional(z.int().check(z.minimum(0))),
};

export const departureTypes = ['departure.announced', 'departure.changed', 'departure.cancelled'] as const;

export const DepartureReport = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('departure.announced'), ...envelope, data: Departing }),
  z.strictObject({ type: z.literal('departure.changed'), ...envelope, data: Departing }),
  z.strictObject({ type: z.literal('departure.cancelled'), ...envelope, data: z.object(Identity) }),
]);
export type DepartureReport = z.infer<typeof DepartureReport>;
export type Departing = z.infer<typeof Departing>;

// zod/mini has no messages of its own, and whoever sent a report must be told what is wrong.
z.config(en());

/** One wrong field of a report, for the answer to whoever sent it. */
export type Fault = { field: string; problem: string };

/** A report, or what is wrong with it. The faults name fields and rules, never values. */
export type ParsedReport<Report = DepartureReport> = { ok: true; report: Report } | { ok: false; faults: Fault[] };

/**
 * Reads a report of any front door.
 * @param input parsed JSON
 * @param now the time of receipt; a report from more than a day in the future is refused, since nothing newer could follow it
 */
export function parseReport(input: unknown, now: string): ParsedReport {
  const result = z.safeParse(DepartureReport, input);
  if (!result.success) return { ok: false, faults: faultsOf(result.error) };
  if (isAhead(result.data.timestamp, now)) return { ok: false, faults: [ahead('timestamp')] };
  return { ok: true, report: result.data };
}

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
