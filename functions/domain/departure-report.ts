import * as z from 'zod/mini';
import { contractKinds, countryCode, reasonOf } from './employment.ts';
import { languageOf } from './language.ts';
import { ahead, employeeId, faultsOf, instant, isAhead, type ParsedReport } from './report.ts';

/**
 * A departure as an HR system reports it: the payload of the webhook, the detail of the bus event, a row of an import.
 * `announced` and `changed` carry everything the HR system knows, so that the newest report alone decides.
 */

const text = z
  .string()
  .check(z.trim(), z.minLength(1), z.maxLength(200), z.regex(/^[^\p{Cc}]*$/u, 'must not hold control characters'));
const email = z.email().check(z.maxLength(254), z.toLowerCase());
const date = z.iso.date();

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

/**
 * Reads the report of a departure, of any front door.
 * @param input parsed JSON
 * @param now the time of receipt; a report from more than a day in the future is refused, since nothing newer could follow it
 */
export function parseReport(input: unknown, now: string): ParsedReport<DepartureReport> {
  const result = z.safeParse(DepartureReport, input);
  if (!result.success) return { ok: false, faults: faultsOf(result.error) };
  if (isAhead(result.data.timestamp, now)) return { ok: false, faults: [ahead('timestamp')] };
  return { ok: true, report: result.data };
}
