import type { Rehire } from '../../functions/domain/rehire.ts';
import { kindInWords } from '../../functions/domain/return-conditions-wording.ts';

/** How rehires are listed. */

/** One rehire in the list. */
export type ListedRehire = Pick<
  Rehire,
  'number' | 'kind' | 'openedOn' | 'openedBy' | 'status' | 'since' | 'due' | 'endedOn'
>;

/** What of a rehire is listed; whose it is stays where it is. */
export function listedRehire(rehire: Rehire): ListedRehire {
  const { number, kind, openedOn, openedBy, status, since, due, endedOn } = rehire;
  return { number, kind, openedOn, openedBy, status, since, ...(due && { due }), ...(endedOn && { endedOn }) };
}

/** The rehires for people, in the order given. */
export function rehiresText(rehires: readonly Rehire[]): string {
  if (rehires.length === 0) {
    return 'Nobody has asked to come back yet; alumni ask by the link in any mail to them, and "rehire open" opens a case for somebody.';
  }
  const width = Math.max(...rehires.map(({ number }) => String(number).length));
  return rehires
    .map((rehire) => {
      const { number, kind, openedOn, openedBy } = rehire;
      const by = openedBy === 'HR' ? ', opened by HR' : '';
      return `${String(number).padStart(width)}  ${kindInWords(kind, 'en')}, of ${openedOn}${by}: ${statusInWords(rehire)}`;
    })
    .join('\n');
}

/** Where a rehire stands. */
export function statusInWords({ status, since, endedOn }: Rehire): string {
  return `${status} since ${endedOn ?? since}`;
}
