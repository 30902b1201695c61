import type { ReportOutcome } from '../functions/domain/departure.ts';
import type { BadField } from './csv.ts';
import type { Leavers } from './leavers-csv.ts';
import { count } from './print.ts';

/** What became of one row. */
export type RowOutcome = { line: number; outcome: ReportOutcome };

/** What became of a file. */
export type ImportSummary = Record<ReportOutcome, number> & {
  rows: number;
  skipped: { line: number; reason: string }[];
  /** Rows that were not imported. */
  bad: number;
  problems: BadField[];
  outdatedLines: number[];
  rememberedLines: number[];
};

/** Counts what became of each row. */
export function summaryOf({ good, bad, skipped }: Leavers, outcomes: readonly RowOutcome[]): ImportSummary {
  const badLines = new Set(bad.map(({ line }) => line)).size;
  const linesOf = (wanted: ReportOutcome) =>
    outcomes.flatMap(({ line, outcome }) => (outcome === wanted ? [line] : [])).toSorted((a, b) => a - b);
  return {
    rows: good.length + badLines + skipped.length,
    accepted: linesOf('accepted').length,
    duplicate: linesOf('duplicate').length,
    outdated: linesOf('outdated').length,
    remembered: linesOf('remembered').length,
    skipped: [...skipped],
    bad: badLines,
    problems: [...bad],
    outdatedLines: linesOf('outdated'),
    rememberedLines: linesOf('remembered'),
  };
}

/** The summary for people: the counts, and below them what somebody may want to look into. */
export function importText(summary: ImportSummary): string {
  const { rows, accepted, duplicate, outdated, remembered, skipped, bad, problems } = summary;
  const counts = [
    `${accepted} accepted`,
    `${duplicate} duplicate`,
    `${outdated} outdated`,
    `${remembered} remembered`,
    ...(skipped.length > 0 ? [`${skipped.length} skipped`] : []),
    `${bad} bad`,
  ];
  return [
    `${count(rows, 'row')}: ${counts.join(', ')}`,
    ...note('outdated, a newer report is known', summary.outdatedLines),
    ...note(
      'remembered, they refused, stayed silent or were erased (to ask again, save the file anew and import it with --reopen)',
      summary.rememberedLines,
    ),
    ...reasonsOf(skipped).flatMap(([reason, lines]) => note(`skipped, ${reason}`, lines)),
    ...(problems.length > 0 ? ['Not imported:'] : []),
    ...problems.map(({ line, field, problem }) => `  line ${line}: ${field} ${problem}`),
  ].join('\n');
}

function reasonsOf(skipped: ImportSummary['skipped']): [string, number[]][] {
  const reasons = new Set(skipped.map(({ reason }) => reason));
  return [...reasons].map((reason) => [reason, skipped.flatMap((row) => (row.reason === reason ? [row.line] : []))]);
}

function note(what: string, lines: readonly number[]): string[] {
  if (lines.length === 0) return [];
  const more = lines.length > 20 ? ` and ${lines.length - 20} more` : '';
  return [`  ${what}: line ${lines.slice(0, 20).join(', ')}${more}`];
}
