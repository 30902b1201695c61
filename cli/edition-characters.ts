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

/**
 * Control characters, line separators, direction marks, blanks without width, tags; emoji keep their joiners, and an emoji
 * or a Han character one selector of its form.
 */
const unseen =
  /(?<![\p{Emoji}\p{Script=Han}])[\ufe00-\ufe0f\u{e0100}-\u{e01ef}]|(?![\n\t])\p{Cc}|\u034f|[\u00ad\u061c\u115f\u1160\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\u3164\ufeff\uffa0\u{e0000}-\u{e007f}]|[\ud800-\udfff]/u;

/** The first character that has no place in an edition, such as `U+202E`. */
export function unseenIn(text: string): string | undefined {
  const code = unseen.exec(text)?.[0].codePointAt(0);
  return code === undefined ? undefined : `U+${code.toString(16).toUpperCase().padStart(4, '0')}`;
}
