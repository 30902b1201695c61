import * as z from 'zod/mini';
import { employeeId, faultsOf, instant, type ParsedReport } from './report.ts';
import { ReturnKind } from './return-conditions.ts';

/** What the HR system reports of a rehire: that a case is to be opened, that it has the return, or that it is called off. */

export const rehireTypes = ['rehire.opened', 'rehire.recorded', 'rehire.cancelled'] as const;

const about = z.strictObject({
  rehire: z.string().check(z.regex(/^rehire-[1-9]\d{0,5}$/, 'must be the id of a rehire, such as rehire-7')),
});

export const RehireReport = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('rehire.opened'),
    timestamp: instant,
    data: z.strictObject({
      /** An alumnus who agreed to be asked. */
      employeeId,
      contract: ReturnKind,
      /** The day from which they would begin, where it is known. */
      from: z.optional(z.iso.date()),
    }),
  }),
  /** The HR system has it: nobody need enter it. */
  z.strictObject({ type: z.literal('rehire.recorded'), timestamp: instant, data: about }),
  z.strictObject({ type: z.literal('rehire.cancelled'), timestamp: instant, data: about }),
]);
export type RehireReport = z.infer<typeof RehireReport>;

/**
 * Reads a report of a rehire.
 * @param input parsed JSON
 */
export function parseRehire(input: unknown): ParsedReport<RehireReport> {
  const result = z.safeParse(RehireReport, input);
  return result.success ? { ok: true, report: result.data } : { ok: false, faults: faultsOf(result.error) };
}

/** The number of the rehire that has an id. */
export function rehireNumber(id: string): number {
  return Number(id.slice('rehire-'.length));
}
