import { type Purpose, purposes } from '../functions/domain/consent.ts';
import { type DepartureReport, parseReport } from '../functions/domain/departure-report.ts';
import { contractKinds } from '../functions/domain/employment.ts';
import type { Policy } from '../functions/domain/policy.ts';
import { dateOf } from '../functions/domain/time.ts';
import { type BadField, type Cells, type Fault, readRows } from './csv.ts';
import { instantOf, isoDate } from './time.ts';

/** A file of leavers, or of people who left before the programme began: each row is one departure report. */

const identityColumns = { employee_id: 'employeeId', hire_date: 'hireDate' } as const;
const departureColumns = {
  name: 'name',
  name_kana: 'nameKana',
  personal_email: 'personalEmail',
  work_email: 'workEmail',
  language: 'language',
  last_working_day: 'lastWorkingDay',
  department: 'department',
  role: 'role',
  contract: 'contract',
  reason: 'reason',
  country: 'country',
} as const;
const dataColumns = { ...identityColumns, ...departureColumns };
const reportColumns = ['reported_at', 'sequence', 'type'] as const;
const consentColumns = ['consent_purposes', 'consent_date', 'consent_source'] as const;

/** The columns a file may have. */
export const columns: readonly string[] = [...Object.keys(dataColumns), ...reportColumns, ...consentColumns];
const needed = ['employee_id', 'hire_date', 'name', 'language', 'last_working_day', 'contract', 'country'];

/** Consent that the company holds already. */
type ImportedConsent = { purposes: Purpose[]; at: string; source: string };

export type GoodRow = { line: number; report: DepartureReport; consent?: ImportedConsent };

export type Leavers = {
  /** Whether the file is about people who left before the programme began. */
  former: boolean;
  good: GoodRow[];
  bad: BadField[];
  /** Rows that are in order, and not imported all the same. */
  skipped: { line: number; reason: string }[];
};

export type Reading = {
  /** The time of the import. */
  now: string;
  /** When the file was written: what a row without `reported_at` counts from. */
  written: string;
  policy: Policy;
};

/**
 * Reads a CSV file.
 * @throws Trouble where the file as a whole cannot be used
 */
export function readLeavers(bytes: Uint8Array, reading: Reading): Leavers {
  const isFormer = (names: readonly string[]) => consentColumns.some((column) => names.includes(column));
  const { names, good, bad } = readRows(
    bytes,
    { columns, needed, together: consentColumns },
    (cells, { index, names }) => readRow(cells, { ...reading, former: isFormer(names), index }),
  );
  const former = isFormer(names);
  const leavers: Leavers = { former, good: [], bad, skipped: [] };
  for (const { line, row } of good) {
    if (former && !row.consent && !reading.policy.former.mayAsk) {
      leavers.skipped.push({ line, reason: 'the policy does not state that former employees may be asked' });
    } else leavers.good.push({ line, ...row });
  }
  return leavers;
}

type RowReading = Reading & { former: boolean; index: number };

function readRow(cells: Cells, reading: RowReading): Omit<GoodRow, 'line'> | { faults: Fault[] } {
  const parsed = parseReport(reportOf(cells, reading), reading.now);
  const consent = consentOf(cells, reading);
  const faults = [
    ...(parsed.ok ? formerFaults(parsed.report, reading) : parsed.faults.map((fault) => inColumns(fault, cells))),
    ...(consent && 'faults' in consent ? consent.faults : []),
  ];
  if (!parsed.ok || faults.length > 0) return { faults };
  return { report: parsed.report, ...(consent && !('faults' in consent) && { consent }) };
}

/**
 * The report that a row is. Where the row says no time, it counts from when the file was written: importing the same
 * file again changes nothing, and what the HR system reported since then is newer. Later rows win over earlier ones.
 */
function reportOf(cells: Cells, { written, policy, index }: RowReading): unknown {
  const type = cells.get('type') ?? 'announced';
  const said = cells.get('reported_at');
  const sequence = cells.get('sequence');
  const wanted = type === 'cancelled' ? identityColumns : dataColumns;
  return {
    type: `departure.${type}`,
    timestamp: said
      ? (instantOf(said, policy.company.timeZone) ?? said)
      : new Date(Date.parse(written) + index).toISOString(),
    ...(sequence && { sequence: /^\d+$/.test(sequence) ? Number(sequence) : sequence }),
    data: Object.fromEntries(
      Object.entries(wanted).flatMap(([column, field]) => {
        const cell = cells.get(column);
        return cell === undefined ? [] : [[field, isDate(column) ? isoDate(cell) : cell]];
      }),
    ),
  };
}

function isDate(column: string): boolean {
  return column === 'hire_date' || column === 'last_working_day';
}

/** @returns nothing for a row without evidence of consent */
function consentOf(cells: Cells, { now, policy }: RowReading): ImportedConsent | { faults: Fault[] } | undefined {
  const [purposeCell, dateCell, source] = consentColumns.map((column) => cells.get(column));
  if (!purposeCell && !dateCell && !source) return undefined;
  const faults: Fault[] = [];
  for (const column of [...consentColumns, 'personal_email']) {
    if (!cells.has(column)) faults.push({ field: column, problem: 'is missing, and evidence of consent needs it' });
  }
  if (cells.get('type') === 'cancelled')
    faults.push({ field: 'consent_purposes', problem: 'must be empty for a cancelled departure' });
  const named = new Set(
    (purposeCell ?? '')
      .toLowerCase()
      .split(/[\s;]+/)
      .filter(Boolean),
  );
  const chosen = purposes.filter((purpose) => named.has(purpose));
  if (purposeCell && (named.size === 0 || chosen.length !== named.size)) {
    faults.push({ field: 'consent_purposes', problem: `must be some of ${purposes.join(', ')}, with spaces between` });
  }
  const at = dateCell && instantOf(dateCell, policy.company.timeZone);
  if (dateCell && !at) faults.push({ field: 'consent_date', problem: 'must be a date such as 2026-03-31' });
  if (at && Date.parse(at) > Date.parse(now))
    faults.push({ field: 'consent_date', problem: 'must not be in the future' });
  // As the texts of a report.
  if (source && source.length > 200)
    faults.push({ field: 'consent_source', problem: 'must not have more than 200 characters' });
  if (source && /\p{Cc}/u.test(source))
    faults.push({ field: 'consent_source', problem: 'must not hold control characters' });
  if (faults.length > 0 || !at || !source) return { faults };
  return { purposes: chosen, at, source };
}

function formerFaults(report: DepartureReport, { former, now, policy }: RowReading): Fault[] {
  if (!former || report.type === 'departure.cancelled') return [];
  const isPast = report.data.lastWorkingDay < dateOf(now, policy.company.timeZone);
  return isPast ? [] : [{ field: 'last_working_day', problem: 'must be in the past in a file of former employees' }];
}

const columnOfField = new Map<string, string>([
  ...Object.entries(dataColumns).map(([column, field]) => [`data.${field}`, column] as const),
  ['timestamp', 'reported_at'],
]);

const rules: Readonly<Record<string, string>> = {
  hire_date: 'must be a date such as 2019-04-01',
  last_working_day: 'must be a date such as 2026-12-31',
  personal_email: 'must be an e-mail address',
  work_email: 'must be an e-mail address',
  contract: `must be one of ${contractKinds.join(', ')}`,
  reported_at: 'must be a time such as 2026-11-22T09:00:00+09:00',
  sequence: 'must be a whole number',
  type: 'must be announced, changed or cancelled',
};

/** A fault as who keeps the file understands it. */
function inColumns({ field, problem }: Fault, cells: Cells): Fault {
  const column = columnOfField.get(field) ?? field;
  if (columns.includes(column) && column !== 'type' && !cells.has(column))
    return { field: column, problem: 'is missing' };
  return {
    field: column,
    problem: problem.startsWith('Invalid') ? (rules[column] ?? 'is too long, or not valid') : problem,
  };
}
