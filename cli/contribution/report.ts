import { type OutcomeReport, parseOutcome } from '../../functions/domain/outcome-report.ts';
import { Trouble } from '../trouble.ts';

/**
 * The report that a command makes.
 * @throws Trouble naming the options that are wrong
 */
export function reportOf(
  type: OutcomeReport['type'],
  data: Readonly<Record<string, unknown>>,
  now: string,
): OutcomeReport {
  const known = Object.fromEntries(Object.entries(data).filter(([, value]) => value !== undefined));
  const parsed = parseOutcome({ type, timestamp: now, data: known }, now);
  if (parsed.ok) return parsed.report;
  throw new Trouble(parsed.faults.map(({ field, problem }) => `${optionOf(field)}: ${problem}.`).join('\n'));
}

const options: Readonly<Partial<Record<string, string>>> = { employeeId: '--employee-id', agencyFee: '--fee' };

function optionOf(field: string): string {
  const name = field.replace(/^data\./, '');
  return options[name] ?? (name === 'contribution' || name === 'payout' ? name : `--${name}`);
}
