import type { Problem } from './problems.ts';

/** Characters of a submitted file: those written by name or number, and those that nobody sees. */

const named: Readonly<Record<string, string>> = {
  amp: '&',
  apos: "'",
  copy: '©',
  gt: '>',
  hellip: '…',
  laquo: '«',
  ldquo: '“',
  lsquo: '‘',
  lt: '<',
  mdash: '—',
  middot: '·',
  nbsp: ' ',
  ndash: '–',
  quot: '"',
  raquo: '»',
  rdquo: '”',
  reg: '®',
  rsquo: '’',
  trade: '™',
  yen: '¥',
};

/** Turns `&amp;`, `&#31038;` and `&#x793e;` into their characters, and names those that it does not know. */
export function decodeEntities(text: string): { text: string; unknown: string[] } {
  const unknown: string[] = [];
  const decoded = text.replace(/&(?:#(\d{1,8})|#x([\da-f]{1,6})|([a-z][a-z\d]*));/gi, (entity, decimal, hex, name) => {
    const code = decimal ? Number(decimal) : Number.parseInt(hex ?? '', 16);
    const known = name ? (Object.hasOwn(named, name) ? named[name] : undefined) : characterOf(code);
    if (known === undefined) unknown.push(entity);
    return known ?? entity;
  });
  return { text: decoded, unknown };
}

function characterOf(code: number): string | undefined {
  const surrogate = code >= 0xd800 && code <= 0xdfff;
  return code > 0x10ffff || surrogate ? undefined : String.fromCodePoint(code);
}

/** An emoji keeps one selector of its form and its joiners, a digit that of its key, a Han character one of its form. */
const inPlace = [
  /(?<=\p{ExtPict})[\ufe0e\ufe0f]/u,
  /(?<=[\d#*])\ufe0f(?=\u20e3)/u,
  /(?<=[\p{ExtPict}\p{EMod}\ufe0f])\u200d(?=\p{ExtPict})/u,
  /(?<=\p{Script=Han})[\ufe00-\ufe02\u{e0100}-\u{e01ef}]/u,
];

/** Control characters, line separators, direction marks, blanks without width, tags, selectors and joiners out of place. */
const unseen = new RegExp(
  `(?!${inPlace.map(({ source }) => source).join('|')})` +
    /(?:[\p{DI}\u2028\u2029\ufff9-\ufffb]|(?![\n\t])\p{Cc}|[\ud800-\udfff])/u.source,
  'u',
);

/** The first character that has no place in a submitted file, such as `U+202E`. */
export function unseenIn(text: string): string | undefined {
  const code = unseen.exec(text)?.[0].codePointAt(0);
  return code === undefined ? undefined : `U+${code.toString(16).toUpperCase().padStart(4, '0')}`;
}

/** The lines with a character that nobody sees. */
export function unseenLines(lines: readonly string[]): Problem[] {
  return lines.flatMap((line, index) => {
    const unseen = unseenIn(line);
    return unseen ? [{ line: index + 1, what: `${unseen} cannot be seen and is not allowed; remove it.` }] : [];
  });
}
