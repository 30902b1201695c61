import { InvalidArgumentError } from 'commander';
import { Trouble } from '../trouble.ts';

/** A contribution and its reward go by one number. */

type Numbered = 'contribution' | 'reward';

/** What reads such a number. */
export function numberOf(what: Numbered): (text: string) => number {
  return (text) => {
    if (!isNumber(text)) throw new InvalidArgumentError(`It must be the number of a ${what}, such as 7.`);
    return Number(text);
  };
}

/** Whether a text is such a number. */
export function isNumber(text: string): boolean {
  return /^[1-9]\d{0,5}$/.test(text);
}

/** What is said of a number that there is not. */
export function noSuch(what: Numbered, number: number): Trouble {
  return new Trouble(`There is no ${what} ${number}; see "${what} list".`);
}
