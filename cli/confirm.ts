import { createInterface } from 'node:readline/promises';
import { Trouble } from './trouble.ts';

/**
 * Asks before something that a human must want.
 * @param what what needs the yes, at the beginning of a sentence
 * @param otherwise what is said after a no
 * @throws Trouble for a no, and where nobody can be asked
 */
export async function confirm(question: string, what: string, otherwise: string): Promise<void> {
  if (!process.stdin.isTTY) throw new Trouble(`${what} needs a yes: add --yes where nobody can be asked.`);
  const lines = createInterface({ input: process.stdin, output: process.stderr });
  const answer = await lines.question(question);
  lines.close();
  if (!/^y(es)?$/i.test(answer.trim())) throw new Trouble(otherwise);
}
