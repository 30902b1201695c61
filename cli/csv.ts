import { CsvError, parse } from 'csv-parse/sync';
import { Trouble } from './trouble.ts';

/** A CSV file whose first line names its columns. */

/** What is wrong with a row: its column and the rule, never a value. */
export type Fault = { field: string; problem: string };
export type BadField = Fault & { line: number };

/** The cells of a row that say anything, by column. */
export type Cells = ReadonlyMap<string, string>;

/** What was read of a file. */
export type Rows<Row> = { good: { line: number; row: Row }[]; bad: BadField[] };

type Columns = {
  /** Those that a file may have. */
  columns: readonly string[];
  needed: readonly string[];
  /** Those of which it has all or none. */
  together?: readonly string[];
};

/**
 * Reads a CSV file.
 * @throws Trouble where the file as a whole cannot be used
 */
export function readRows<Row extends object>(
  bytes: Uint8Array,
  columns: Columns,
  readRow: (cells: Cells, place: { index: number; names: readonly string[] }) => Row | { faults: Fault[] },
): Rows<Row> & { names: string[] } {
  const [header, ...lines] = linesOf(textOf(bytes));
  const names = headerOf(header?.cells, columns);
  const rows: Rows<Row> = { good: [], bad: [] };
  for (const [index, { line, cells }] of lines.entries()) {
    const row =
      cells.length === names.length
        ? readRow(cellsByName(names, cells), { index, names })
        : { faults: [{ field: '(row)', problem: `has ${cells.length} fields, and the header has ${names.length}` }] };
    if ('faults' in row) rows.bad.push(...row.faults.map((fault) => ({ line, ...fault })));
    else rows.good.push({ line, row });
  }
  return { names, ...rows };
}

function cellsByName(names: readonly string[], cells: readonly string[]): Cells {
  return new Map(names.flatMap((name, index) => (cells[index] ? [[name, cells[index]] as const] : [])));
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

/** The lines that say anything, each with the number of its first line. */
function linesOf(text: string): { line: number; cells: string[] }[] {
  const found: { line: number; cells: string[] }[] = [];
  let line = 1;
  try {
    parse(text, {
      relax_column_count: true,
      trim: true,
      on_record: (cells: unknown, { lines }: { lines: number }) => {
        if (Array.isArray(cells) && cells.some((cell) => cell !== '')) found.push({ line, cells: cells.map(String) });
        line = lines + 1;
        return null;
      },
    });
    return found;
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const at: unknown = error['lines'];
    throw new Trouble(
      `The file is not readable as CSV near line ${String(at ?? line)}: look for a quotation mark that does not belong there or is not closed.`,
    );
  }
}

function headerOf(cells: readonly string[] | undefined, { columns, needed, together = [] }: Columns): string[] {
  if (!cells) throw new Trouble('The file is empty.');
  const names = cells.map((cell) => cell.toLowerCase());
  const [first = ''] = needed;
  // A file without a header may have personal data in its first line, so nothing of that line is repeated.
  if (!names.includes(first)) {
    throw new Trouble(`The first line must name the columns, separated by commas, and one of them must be ${first}.`);
  }
  const strange = names.filter((name) => !columns.includes(name));
  if (strange.length > 0) {
    throw new Trouble(
      `The first line names columns that Okaeri does not know: ${quoted(strange)}. It knows: ${columns.join(', ')}.`,
    );
  }
  const twice = names.filter((name, index) => names.indexOf(name) !== index);
  if (twice.length > 0) throw new Trouble(`The first line names columns twice: ${quoted(twice)}.`);
  const isWhole = !together.some((name) => names.includes(name));
  const missing = [...needed, ...(isWhole ? [] : together)].filter((name) => !names.includes(name));
  if (missing.length > 0) throw new Trouble(`The first line lacks columns: ${quoted(missing)}.`);
  return names;
}

function quoted(names: readonly string[]): string {
  return names.map((name) => `"${name}"`).join(', ');
}
