import type { Holdings } from '../functions/adapters/holdings.ts';
import { dateOf } from '../functions/domain/time.ts';
import { count } from './print.ts';

/** As many days point-in-time recovery and every log of the stack go back. */
export const backupDays = 14;

/** Proof of an erasure: what was deleted, and what is left until when. */
export type Erasure = {
  person: string;
  outcome: string;
  deleted: Record<'profile' | 'question' | 'entry' | 'mail' | 'rsvp' | 'words' | 'rehire' | 'gathering', number>;
  left: {
    stints: { stint: number; status: string; until?: string }[];
    evidence: { at: string; until?: string }[];
    /** Gatherings in whose rooms or on whose guest lists they still are: none. */
    gatherings: number[];
    /** For as many days after the erasure, backups and logs hold what they held. */
    backupDays: number;
  };
};

/** How much there is of each kind; of gatherings, in how many rooms or on how many guest lists they are. */
export type Amounts = Holdings['items'] & { gathering: number };

/** What an erasure deletes, in words. */
export function whatGoes(amounts: Partial<Amounts>): string {
  const { profile = 0, question = 0, entry = 0, mail = 0, rsvp = 0, words = 0 } = amounts;
  const { rehire = 0, gathering = 0, consequence = 0 } = amounts;
  const parts = [
    ...(profile > 0 ? ['the profile (name, addresses, department and role)'] : []),
    ...(question > 0 ? [count(question, 'question')] : []),
    ...(entry > 0 ? [count(entry, 'line of the timeline', 'lines of the timeline')] : []),
    ...(mail > 0 ? [count(mail, 'record of a mail', 'records of mails')] : []),
    ...(rsvp > 0 ? [count(rsvp, 'answer about a gathering', 'answers about gatherings')] : []),
    ...(words > 0 ? [`what was written with ${count(words, 'contribution')}`] : []),
    ...(rehire > 0 ? [`what was written about ${count(rehire, 'return')}`] : []),
    ...(gathering > 0 ? [`what the rooms and guest lists of ${count(gathering, 'gathering')} hold`] : []),
    ...(consequence > 0 ? [count(consequence, 'pending step')] : []),
  ];
  if (parts.length === 0) return 'what is left';
  return parts.length === 1 ? parts.join() : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`;
}

/** The proof for people. */
export function erasureInWords(employeeId: string, { outcome, deleted, left }: Erasure, timeZone: string): string {
  const nothing = Object.values(deleted).every((number) => number === 0);
  return [
    nothing && outcome === 'already so'
      ? `${employeeId} was erased before. What is left:`
      : `${employeeId} is erased. Deleted: ${whatGoes(deleted)}. What is left:`,
    ...left.stints.map(
      ({ status, until }) =>
        `  a keyed hash with the dates of employment and the outcome "${status}"${until ? `, until ${until}` : ''}`,
    ),
    ...left.evidence.map(
      ({ at, until }) =>
        `  evidence of the consent of ${dateOf(at, timeZone)}, without name or address, until ${until ?? 'its end is set'}`,
    ),
    ...(left.gatherings.length > 0
      ? [`  a place, or a line of the guest list, of gathering ${left.gatherings.join(', ')}`]
      : ['  nothing in the rooms and on the guest lists of gatherings']),
    `  backups and logs, which end by themselves within ${left.backupDays} days of the erasure`,
  ].join('\n');
}
