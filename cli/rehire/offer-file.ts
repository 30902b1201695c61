import { isMap, isScalar } from 'yaml';
import { faultsOfOffer, type Offer, type OfferFault, type TermName, termNames } from '../../functions/domain/offer.ts';
import { faultInWords } from '../../functions/domain/offer-wording.ts';
import type { Policy } from '../../functions/domain/policy.ts';
import { allowedKinds, type ReturnKind, returnKinds } from '../../functions/domain/return-conditions.ts';
import type { PlainDate } from '../../functions/domain/time.ts';
import { unseenLines } from '../characters.ts';
import { inOrder, linesOf, type Problem, type Refuse } from '../problems.ts';
import { dateOf } from '../yaml/fields.ts';
import { type Entry, entriesOf, type Reading, readYaml, required, textAt, writtenAt } from '../yaml/map.ts';
import { staffAddress } from '../yaml/staff-address.ts';

/** An offer as the recruiter writes it: one YAML file, read with every mistake at once. */

export type OfferFile = { ok: true; offer: Offer } | { ok: false; problems: Problem[] };

const keys = [
  'kind',
  'startsOn',
  'until',
  'manager',
  'isInspected',
  'isPaidOtherwise',
  'daysToPay',
  'terms',
] as const satisfies (keyof Offer)[];
const whose = 'The offer';
const mostBytes = 64 * 1024;

/** The file while it is read. */
type OfferReading = Reading & { entries: ReadonlyMap<string, Entry>; policy: Policy };

/**
 * Reads an offer; where anything is wrong or missing, everything that is, by line.
 * @param today by the company's calendar: nobody starts before tomorrow
 */
export function parseOfferFile(text: string, policy: Policy, today: PlainDate): OfferFile {
  const size = Buffer.byteLength(text);
  if (size > mostBytes) {
    const what = `The file has ${Math.ceil(size / 1024)} KB, and an offer takes 64; shorten it.`;
    return { ok: false, problems: [{ line: 1, what }] };
  }
  const lines = linesOf(text);
  const problems = unseenLines(lines);
  const refuse: Refuse = (line, what) => problems.push({ line, what });
  const refused = (): OfferFile => ({ ok: false, problems: inOrder(problems) });
  const read = readYaml(lines.join('\n'), 1, whose, refuse);
  if (!read) return refused();
  const entries = entriesOf(read.root, keys, whose, read.reading, ['kind', 'startsOn', 'manager', 'terms']);
  // What is no map has been refused as a whole.
  if (!isMap(read.root.value)) return refused();
  const { offer, terms } = offerOf({ ...read.reading, entries, policy });
  if (offer) {
    for (const fault of faultsOfOffer(offer, today, allowedKinds(policy))) {
      refuse(lineOfFault(fault, entries, terms), faultInWords(fault, 'en'));
    }
  }
  return problems.length > 0 || !offer ? refused() : { ok: true, offer };
}

/** @returns the offer, where it is known of which kind it is and when it begins; what it must say depends on that */
function offerOf(file: OfferReading): { offer: Offer | undefined; terms: ReadonlyMap<string, Entry> } {
  const { entries, refuse } = file;
  const get = (name: string, example: string) => required(entries, name, { whose, line: 1, example }, refuse);
  const kind = kindOf(get('kind', 'kind: freelance'), refuse);
  const asked = get('startsOn', 'startsOn: 2027-04-01');
  const startsOn = asked && dateOf('startsOn', entries, refuse);
  const until = dateOf('until', entries, refuse);
  const manager = get('manager', 'manager: name@company.example');
  const email = manager ? staffAddress(manager, 'The manager', file) : '';
  const [isInspected, isPaidOtherwise] = [yesOrNo('isInspected', file), yesOrNo('isPaidOtherwise', file)];
  const daysToPay = daysIn(entries.get('daysToPay'), refuse);
  const said = get('terms', 'terms:');
  const terms = said ? entriesOf(said, termNames, 'The list of terms', file) : new Map<string, Entry>();
  const written = textsOf(terms, refuse);
  if (!kind || !startsOn) return { offer: undefined, terms };
  const offer = {
    kind,
    startsOn,
    ...(until && { until }),
    manager: email,
    ...(isInspected !== undefined && { isInspected }),
    ...(isPaidOtherwise !== undefined && { isPaidOtherwise }),
    ...(daysToPay !== undefined && { daysToPay }),
    terms: written,
  };
  return { offer, terms };
}

function kindOf(entry: Entry | undefined, refuse: Refuse): ReturnKind | undefined {
  if (!entry) return undefined;
  const kind = returnKinds.find((known) => known === textAt(entry.value));
  if (!kind) refuse(entry.line, `The kind must be one of ${returnKinds.join(', ')}.`);
  return kind;
}

function yesOrNo(name: 'isInspected' | 'isPaidOtherwise', { entries, refuse }: OfferReading): boolean | undefined {
  const entry = entries.get(name);
  if (!entry) return undefined;
  const text = String(entry.value);
  if (text !== 'true' && text !== 'false') refuse(entry.line, `${name} must be true or false.`);
  return text === 'true';
}

function daysIn(entry: Entry | undefined, refuse: Refuse): number | undefined {
  if (!entry) return undefined;
  const text = writtenAt(entry.value) ?? '';
  if (/^[1-9]\d{0,3}$/.test(text)) return Number(text);
  refuse(entry.line, 'daysToPay must be a whole number of days, such as 30.');
  return undefined;
}

/** What each term says; numbers are as they are written. */
function textsOf(terms: ReadonlyMap<string, Entry>, refuse: Refuse): Offer['terms'] {
  const texts: Partial<Record<TermName, string>> = {};
  for (const name of termNames) {
    const entry = terms.get(name);
    if (!entry) continue;
    const text = isEmpty(entry) ? '' : writtenAt(entry.value);
    if (text === undefined) refuse(entry.line, `“${name}” must be text: a line, or lines below \`${name}: |\`.`);
    // What is no text has been refused, and is not missing besides.
    texts[name] = text ?? 'no text';
  }
  return texts;
}

function isEmpty({ value }: Entry): boolean {
  return value === null || (isScalar(value) && value.value === null);
}

/** Where a fault stands: at what is wrong, or where what is missing belongs. */
function lineOfFault(
  fault: OfferFault,
  entries: ReadonlyMap<string, Entry>,
  terms: ReadonlyMap<string, Entry>,
): number {
  const lineOf = (...names: (typeof keys)[number][]) =>
    names.map((name) => entries.get(name)?.line).find((line) => line !== undefined) ?? 1;
  switch (fault.fault) {
    case 'missing':
    case 'not of this kind':
      return terms.get(fault.term)?.line ?? lineOf('terms');
    case 'kind not allowed':
      return lineOf('kind');
    case 'starts too soon':
      return lineOf('startsOn');
    case 'no end':
    case 'ends before it starts':
      return lineOf('until', 'kind');
    case 'no days to pay':
    case 'pays too late':
      return lineOf('daysToPay', 'kind');
  }
}
