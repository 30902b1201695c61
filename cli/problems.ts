/** What is wrong with a submitted file. */

/** A line of the file, from 1, and a sentence with what to do. */
export type Problem = { line: number; what: string };

/** Notes a problem. */
export type Refuse = (line: number, what: string) => void;

/** The problems by line, each of them once. */
export function inOrder(problems: readonly Problem[]): Problem[] {
  const unique = new Map(problems.map((problem) => [`${problem.line} ${problem.what}`, problem]));
  return [...unique.values()].sort((a, b) => a.line - b.line);
}

/** The lines of a file, whatever ends them. */
export function linesOf(text: string): string[] {
  return text.replace(/^\uFEFF/, '').split(/\r\n?|\n/);
}
