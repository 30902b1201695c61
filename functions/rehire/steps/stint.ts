import type { Person, Stint } from '../../domain/person.ts';
import type { Rehire } from '../../domain/rehire.ts';

/** The period of employment after which somebody would come back. */
export function stintOfRehire({ stint }: Rehire, { stints }: Person): Stint | undefined {
  return stints.find(({ number }) => number === stint);
}
