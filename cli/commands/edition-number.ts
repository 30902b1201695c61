import { InvalidArgumentError } from 'commander';
import { Trouble } from '../trouble.ts';

/** Reads the number of an edition. */
export function editionNumber(text: string): number {
  if (!/^[1-9]\d{0,5}$/.test(text)) throw new InvalidArgumentError('It must be the number of an edition, such as 3.');
  return Number(text);
}

/** What is said of a number that no edition has. */
export function noEdition(number: number): Trouble {
  return new Trouble(`There is no edition ${number}; see "edition list".`);
}
