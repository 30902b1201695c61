import { CsvError, parse } from 'csv-parse/sync';
import { type Purpose, purposes } from '../functions/domain/consent.ts';
import { type DepartureReport, parseReport } from '../functions/domain/departure-report.ts';
import { contractKinds } from '../functions/domain/employment.ts';
import type { Policy } from '../functions/domain/policy.ts';
import { dateOf } from '../functions/domain/time.ts';
import { instantOf, isoDate } from './time.ts';
import { Trouble } from './trouble.ts';

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

/** What is wrong with a row: its field and the rule, never a value. */
export type BadField = { line: number; field: string; problem: string };

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
  const [header, ...rows] = rowsOf(textOf(bytes));
  const names = headerOf(header?.cells);
  const former = consentColumns.some((column) => names.includes(column));
  const leavers: Leavers = { former, good: [], bad: [], skipped: [] };
  for (const [index, { line, cells }] of rows.entries()) {
    const result =
      cells.length === names.length
        ? readRow(cellsByName(names, cells), { ...reading, former, index })
        : { faults: [{ field: '(row)', problem: `has ${cells.length} fields, and the header has ${names.length}` }] };
    if ('faults' in result) leavers.bad.push(...result.faults.map((fault) => ({ line, ...fault })));
    else if (former && !result.consent && !reading.policy.former.mayAsk) {
      leavers.skipped.push({ line, reason: 'the policy does not state that former employees may be asked' });
    } else leavers.good.push({ line, ...result });
  }
  return leavers;
}

function textOf(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new Trouble(
      'The file is not UTF-8. In Excel, save it as "CSV UTF-8 (Comma delimited)" / 「CSV UTF-8 (コンマ区切り)」 and import that.',
    );
  }
}

type Row = { line: number; cells: string[] };

/** The rows that say anything, each with the line it begins on. */
function rowsOf(text: string): Row[] {
  const rows: Row[] = [];
  let line = 1;
  try {
    parse(text, {
      relax_column_count: true,
      trim: true,
      on_record: (cells: unknown, { lines }: { lines: number }) => {
        if (Array.isArray(cells) && cells.some((cell) => cell !== '')) rows.push({ line, cells: cells.map(String) });
        line = lines + 1;
        return null;
      },
    });
    return rows;
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const at: unknown = error['lines'];
    throw new Trouble(
      `The file is not readable as CSV near line ${String(at ?? line)}: look for a quotation mark that does not belong there or is not closed.`,
    );
  }
}

/** A file without a header has personal data in its first line, so nothing of that line is repeated. */
function headerOf(cells: readonly string[] | undefined): string[] {
  if (!cells) throw new Trouble('The file is empty.');
  const names = cells.map((cell) => cell.toLowerCase());
  if (!names.includes('employee_id')) {
    throw new Trouble(
      'The first line must name the columns, separated by commas, and one of them must be employee_id.',
    );
  }
  const strange = names.filter((name) => !columns.includes(name));
  if (strange.length > 0)
    throw new Trouble(
      `The first line names columns that Okaeri does not know: ${quoted(strange)}. It knows: ${columns.join(', ')}.`,
    );
  const twice = names.filter((name, index) => names.indexOf(name) !== index);
  if (twice.length > 0) throw new Trouble(`The first line names columns twice: ${quoted(twice)}.`);
  const former = consentColumns.some((column) => names.includes(column));
  const missing = [...needed, ...(former ? consentColumns : [])].filter((name) => !names.includes(name));
  if (missing.length > 0) throw new Trouble(`The first line lacks columns: ${quoted(missing)}.`);
  return names;
}

function quoted(names: readonly string[]): string {
  return names.map((name) => `"${name}"`).join(', ');
}

type Cells = ReadonlyMap<string, string>;
type Fault = { field: string; problem: string };

function cellsByName(names: readonly string[], cells: readonly string[]): Cells {
  return new Map(names.flatMap((name, index) => (cells[index] ? [[name, cells[index]] as const] : [])));
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
