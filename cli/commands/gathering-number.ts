import { InvalidArgumentError } from 'commander';
import { Trouble } from '../trouble.ts';

/** Reads the number of a gathering. */
export function gatheringNumber(text: string): number {
  if (!/^[1-9]\d{0,5}$/.test(text)) throw new InvalidArgumentError('It must be the number of a gathering, such as 3.');
  return Number(text);
}

/** What is said of a number that no gathering has. */
export function noGathering(number: number): Trouble {
  return new Trouble(`There is no gathering ${number}; see "gathering list".`);
}
