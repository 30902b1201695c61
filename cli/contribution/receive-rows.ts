import type { BadField, Rows } from '../csv.ts';
import { count } from '../print.ts';
import { sentenceFor, Trouble } from '../trouble.ts';

/** A file of reports, received row by row, and what became of each. */

/** What became of a file. */
export type Received<Outcome extends string> = {
  rows: number;
  received: { line: number; outcome: Outcome }[];
  /** Rows that were not received. */
  bad: number;
  problems: readonly BadField[];
};

/**
 * Receives one row after the other, in the order of the file, and counts on stderr.
 * @throws Trouble where it stops
 */
export async function receiveRows<Row, Outcome extends string>(
  { good, bad }: Rows<Row>,
  receive: (row: Row) => Promise<Outcome>,
): Promise<Received<Outcome>> {
  const received: Received<Outcome>['received'] = [];
  for (const { line, row } of good) {
    const outcome = await receive(row).catch((error: unknown) => {
      throw stoppedAt(line, error);
    });
    received.push({ line, outcome });
    showProgress(received.length, good.length);
  }
  const badLines = new Set(bad.map(({ line }) => line)).size;
  return { rows: good.length + badLines, received, bad: badLines, problems: bad };
}

/** On stderr, so that the result can be piped. */
function showProgress(done: number, total: number): void {
  const text = `${done} of ${total} rows imported`;
  if (process.stderr.isTTY) process.stderr.write(`\r${text}${done === total ? '\n' : ''}`);
  else if (done % 100 === 0) console.error(text);
}

function stoppedAt(line: number, error: unknown): Error {
  const why = sentenceFor(error) ?? (error instanceof Error ? `${error.name}: ${error.message}` : String(error));
  return new Trouble(
    `The import stopped at line ${line}. ${why} What was imported stays; run the same command again for the rest.`,
  );
}

/** How each outcome is counted; with what to do, where somebody may want to look into it. */
export type Words<Outcome extends string> = Readonly<Record<Outcome, { name: string; advice?: string }>>;

/** What became of a file, for people: the counts, and below them the lines worth a look. */
export function receivedText<Outcome extends string>(
  { rows, received, bad, problems }: Received<Outcome>,
  words: Words<Outcome>,
): string {
  const outcomes = [...new Set(received.map(({ outcome }) => outcome))];
  const linesOf = (wanted: Outcome) => received.flatMap(({ line, outcome }) => (outcome === wanted ? [line] : []));
  const counts = [...outcomes.map((outcome) => `${linesOf(outcome).length} ${words[outcome].name}`), `${bad} bad`];
  return [
    `${count(rows, 'row')}: ${counts.join(', ')}`,
    ...outcomes.flatMap((outcome) => {
      const { name, advice } = words[outcome];
      return advice ? [`  ${name}, ${advice}: line ${some(linesOf(outcome))}`] : [];
    }),
    ...(problems.length > 0 ? ['Not imported:'] : []),
    ...problems.map(({ line, field, problem }) => `  line ${line}: ${field} ${problem}`),
  ].join('\n');
}

function some(lines: readonly number[]): string {
  return `${lines.slice(0, 20).join(', ')}${lines.length > 20 ? ` and ${lines.length - 20} more` : ''}`;
}

/** Whether every row had the effect that it should have, now or before. */
export function isAllReceived<Outcome extends string>(
  { received, bad }: Received<Outcome>,
  words: Words<Outcome>,
): boolean {
  return bad === 0 && received.every(({ outcome }) => !words[outcome].advice);
}
