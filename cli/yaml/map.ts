import { isMap, isScalar, isSeq, LineCounter, parseDocument } from 'yaml';
import type { Refuse } from '../problems.ts';

/** Maps written in YAML, read with the line of every entry, so that whatever is wrong has its line. */

/** What stands in a map or list, and the line on which it begins. */
export type Entry = { value: unknown; line: number };

/** How a file is read: lines are those of the file, whatever stands above the YAML. */
export type Reading = { lineOf: (at: number) => number; refuse: Refuse };

/** As far as nobody nests, and as the library reads without running out of stack. */
const deepest = 100;

/**
 * Reads YAML; what is not readable is refused, and a key that stands twice is not: `entriesOf` names it.
 * @param firstLine the line of the file on which the YAML begins
 * @param whose what it is, as in "The front matter"
 */
export function readYaml(
  yaml: string,
  firstLine: number,
  whose: string,
  refuse: Refuse,
): { root: Entry; reading: Reading } | undefined {
  const deep = tooDeep(yaml);
  if (deep !== undefined) {
    refuse(firstLine + deep, `${whose} is not readable as YAML: this is too deep; begin the line further left.`);
    return undefined;
  }
  const counter = new LineCounter();
  const document = parseDocument(yaml, { lineCounter: counter, prettyErrors: false, uniqueKeys: false });
  const lineOf = (at: number) => firstLine + Math.max(counter.linePos(at).line, 1) - 1;
  const faults = [...document.errors, ...document.warnings];
  for (const { code, message, pos } of faults) {
    const why = code === 'MULTIPLE_DOCS' ? 'a second document begins here; remove this line' : message;
    const remedy = /mapping/i.test(why) ? ' A value with a colon and a space in it needs quotation marks.' : '';
    refuse(lineOf(pos[0]), `${whose} is not readable as YAML: ${why.replace(/[.:\s]+$/, '')}.${remedy}`);
  }
  if (faults.length > 0) return undefined;
  return { root: { value: document.contents, line: firstLine }, reading: { lineOf, refuse } };
}

/** The first line, counted from 0, that is nested further than anybody means. */
function tooDeep(yaml: string): number | undefined {
  let open = 0;
  const found = yaml.split('\n').findIndex((line) => {
    for (const sign of line) open += '[{'.includes(sign) ? 1 : ']}'.includes(sign) && open > 0 ? -1 : 0;
    const [indent = ''] = /^[ \t?:-]*/.exec(line) ?? [];
    return open > deepest || indent.length > 2 * deepest;
  });
  return found < 0 ? undefined : found;
}

/** The entries of a map, by name, but for those that it should not have. @param needed those it cannot do without */
export function entriesOf(
  { value: node, line }: Entry,
  names: readonly string[],
  whose: string,
  { lineOf, refuse }: Reading,
  needed = names,
): Map<string, Entry> {
  const entries = new Map<string, Entry>();
  if (!isMap(node)) {
    refuse(line, `${whose} must have ${listed(needed)}, each with a colon after it.`);
    return entries;
  }
  for (const { key, value } of node.items) {
    const at = isScalar(key) && key.range ? lineOf(key.range[0]) : line;
    const name = isScalar(key) ? String(key.value) : '';
    if (!names.includes(name)) refuse(at, `${whose} has no place for "${name}"; it knows ${listed(names)}.`);
    else if (entries.has(name)) refuse(at, `${whose} is not readable as YAML with a second "${name}"; remove one.`);
    else entries.set(name, { value, line: at });
  }
  return entries;
}

/** The items of a list; none for what is no list. */
export function itemsOf({ value: node, line }: Entry, { lineOf }: Reading): Entry[] | undefined {
  if (!isSeq(node)) return undefined;
  return node.items.map((value) => ({ value, line: lineAt(value, lineOf) ?? line }));
}

function lineAt(node: unknown, lineOf: Reading['lineOf']): number | undefined {
  if (!isScalar(node) && !isMap(node) && !isSeq(node)) return undefined;
  return node.range ? lineOf(node.range[0]) : undefined;
}

/** An entry that must be there. */
export function required(
  entries: ReadonlyMap<string, Entry>,
  name: string,
  { whose, line, example }: { whose: string; line: number; example: string },
  refuse: Refuse,
): Entry | undefined {
  const entry = entries.get(name);
  if (!entry) refuse(line, `${whose} has no ${name}; add \`${example}\`.`);
  return entry;
}

/** Names in a sentence. */
function listed(names: readonly string[]): string {
  return `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}

/** The text of a scalar that is one. */
export function textAt(node: unknown): string | undefined {
  return isScalar(node) && typeof node.value === 'string' ? node.value.trim() : undefined;
}

/** A text or number as it is written: `45.50`, not 45.5. */
export function writtenAt(node: unknown): string | undefined {
  return isScalar(node) && typeof node.value === 'number' ? node.source : textAt(node);
}
