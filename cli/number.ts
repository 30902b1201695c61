import { InvalidArgumentError } from 'commander';
import { Trouble } from './trouble.ts';

/** What the programme numbers is named by its number; a reward has that of its contribution. */

type Numbered = 'edition' | 'gathering' | 'contribution' | 'reward' | 'rehire';

/** What reads such a number. */
export function numberOf(what: Numbered | 'payout file'): (text: string) => number {
  const one = what === 'edition' ? 'an edition' : `a ${what}`;
  return (text) => {
    if (!isNumber(text)) throw new InvalidArgumentError(`It must be the number of ${one}, such as 3.`);
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
