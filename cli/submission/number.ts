import { InvalidArgumentError } from 'commander';
import { Trouble } from '../trouble.ts';

/** Editions and gatherings are named by their numbers. */

type Numbered = 'edition' | 'gathering';

/** What reads such a number. */
export function numberOf(what: Numbered): (text: string) => number {
  const one = what === 'edition' ? 'an edition' : 'a gathering';
  return (text) => {
    if (!/^[1-9]\d{0,5}$/.test(text)) throw new InvalidArgumentError(`It must be the number of ${one}, such as 3.`);
    return Number(text);
  };
}

/** What is said of a number that there is not. */
export function noSuch(what: Numbered, number: number): Trouble {
  return new Trouble(`There is no ${what} ${number}; see "${what} list".`);
}
