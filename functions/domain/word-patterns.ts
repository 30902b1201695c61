/** Reading a text as a person does, whatever it is made of: invisible characters, wide letters, percent signs. */

/** A text as it looks to a reader, and with its percent signs decoded, twice at most. */
export function viewsOf(text: string): string[] {
  const once = decoded(text);
  return [...new Set([text, once, decoded(once)].map(visible))];
}

function visible(text: string): string {
  const unseen = /[\p{Cf}\p{Default_Ignorable_Code_Point}]/gu;
  return text.replace(unseen, '').normalize('NFKC').replace(unseen, '');
}

function decoded(text: string): string {
  return text.replace(/(?:%[\da-f]{2})+/gi, (bytes) => {
    try {
      return decodeURIComponent(bytes);
    } catch {
      return bytes;
    }
  });
}

const between = String.raw`[\s\p{P}\p{S}]`;

/**
 * A pattern that finds a word of the policy in a text in lower case. Japanese has no spaces, so there its characters may
 * stand apart; in Latin script it begins and ends where a word does, and its letters are all apart or none is.
 */
export function patternOf(word: string): RegExp {
  const whole = visible(word).toLowerCase();
  const parts = whole.split(new RegExp(`${between}+`, 'u')).filter(Boolean);
  const letters = [...parts.join('')];
  // Of C++ the letter alone says nothing.
  if (letters.length < 2) return new RegExp(whole.replace(/[$()*+./?[\\\]^{|}]/g, '\\$&'));
  if (!letters.every((letter) => /[\p{Script=Latin}\p{N}]/u.test(letter))) {
    return new RegExp(letters.join(`${between}*`), 'u');
  }
  const forms = [parts.join(`${between}*`), letters.join(`${between}+`)];
  return new RegExp(`(?<!\\p{Script=Latin})(?:${forms.join('|')})(?!\\p{Script=Latin})`, 'u');
}
