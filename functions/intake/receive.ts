import * as z from 'zod/mini';
import { type DepartureReport, departureTypes, parseReport } from '../domain/departure-report.ts';
import { type OutcomeReport, parseOutcome } from '../domain/outcome-report.ts';
import { parseRehire, type RehireReport, rehireTypes } from '../domain/rehire-report.ts';
import { faultsOf, type ParsedReport } from '../domain/report.ts';
import { type DepartureReceipt, receiveDeparture } from './receive-departure.ts';
import { type OutcomeReceipt, receiveOutcome } from './receive-outcome.ts';
import { type RehireReceipt, receiveRehire } from './receive-rehire.ts';

/** Reports of every kind, by whichever front door. Whatever the door, the same report has the same effect. */

export type Report = DepartureReport | OutcomeReport | RehireReport;

const Typed = z.object({ type: z.string() });
const departures: ReadonlySet<string> = new Set(departureTypes);
const rehires: ReadonlySet<string> = new Set(rehireTypes);

/**
 * Reads a report.
 * @param input parsed JSON
 * @param types what may come by this door
 */
export function readReport(
  input: unknown,
  { types, now }: { types: readonly string[]; now: string },
): ParsedReport<Report> {
  const typed = z.safeParse(Typed, input);
  if (!typed.success) return { ok: false, faults: faultsOf(typed.error) };
  const { type } = typed.data;
  if (!types.includes(type)) {
    return { ok: false, faults: [{ field: 'type', problem: `must be one of ${types.join(', ')}` }] };
  }
  if (departures.has(type)) return parseReport(input, now);
  return rehires.has(type) ? parseRehire(input) : parseOutcome(input, now);
}

/** Takes in a report. */
export function receiveReport(
  report: Report,
  options: { now: string },
): Promise<DepartureReceipt | OutcomeReceipt | RehireReceipt> {
  switch (report.type) {
    case 'departure.announced':
    case 'departure.changed':
    case 'departure.cancelled':
      return receiveDeparture(report, options);
    case 'rehire.opened':
    case 'rehire.recorded':
    case 'rehire.cancelled':
      return receiveRehire(report, options);
    default:
      return receiveOutcome(report, options);
  }
}
