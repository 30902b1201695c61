import { identify } from '../adapters/identity.ts';
import { noteReport } from '../adapters/last-report.ts';
import { decideAndWrite } from '../adapters/people.ts';
import { policy } from '../adapters/policy.ts';
import type { HeldConsent } from '../domain/consent.ts';
import { decideReport, type ReportOutcome } from '../domain/departure.ts';
import type { DepartureReport } from '../domain/departure-report.ts';

/** Which departure a report was taken for, and what came of it. */
export type DepartureReceipt = { departure: string; outcome: ReportOutcome };

/** Takes in the report of a departure. */
export async function receiveDeparture(
  report: DepartureReport,
  options: { now: string; reopen?: boolean; consent?: HeldConsent },
): Promise<DepartureReceipt> {
  const { now, ...rest } = options;
  const { person, report: digestOf } = await identify();
  const departure = person(report.data.employeeId);
  const outcome = await decideAndWrite(departure, (file) =>
    decideReport(file, { report, digest: digestOf(report), ...rest }, { now, policy }),
  );
  await noteReport(now);
  return { departure, outcome };
}
