import { InvalidArgumentError } from 'commander';
import { type DecidedBy, longestNote } from '../../functions/domain/review.ts';

/** What is decided about a submission. */

/** How a decision was made. */
export const deciders: Readonly<Record<DecidedBy, string>> = {
  link: 'by the link to the reviewer',
  console: 'in the console',
  cli: 'by command',
  calendar: 'since nobody decided in time',
};

/** Reads a reviewer's note. */
export function noteOf(text: string): string {
  const note = text.trim();
  if (note.length > longestNote) throw new InvalidArgumentError(`It has more than ${longestNote} characters.`);
  return note;
}
