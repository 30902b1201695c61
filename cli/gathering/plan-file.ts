import { isMap } from 'yaml';
import type { Plan } from '../../functions/domain/gathering-plan.ts';
import { amountOf } from '../../functions/domain/money.ts';
import type { Policy } from '../../functions/domain/policy.ts';
import type { PlainDate } from '../../functions/domain/time.ts';
import { unseenLines } from '../characters.ts';
import { inOrder, linesOf, type Problem, type Refuse } from '../problems.ts';
import { classOf } from '../yaml/fields.ts';
import { entriesOf, readYaml, required, writtenAt } from '../yaml/map.ts';
import { planAudienceOf } from './plan-audience.ts';
import { peopleOf } from './plan-people.ts';
import type { PlanReading } from './plan-reading.ts';
import { datesIn } from './plan-times.ts';
import { saidIn } from './plan-words.ts';

/** A gathering as a programme admin plans it: one YAML file, read with every mistake at once. */

export type PlanFile = { ok: true; plan: Plan } | { ok: false; problems: Problem[] };

const keys = [
  'classification',
  'title',
  'place',
  'url',
  'start',
  'end',
  'timezone',
  'capacity',
  'hosts',
  'organiser',
  'guests',
  'fee',
  'budget',
  'deadline',
  'question',
  'audience',
  'reminders',
  'text',
];
const neededKeys = ['classification', 'title', 'start', 'end', 'capacity', 'deadline', 'audience', 'text'];
const whose = 'The plan';
const mostBytes = 64 * 1024;

/**
 * Reads the plan of a gathering; where anything is wrong, everything that is, by line.
 * @param today by the company's calendar
 * @param current the plan in force that this one changes
 */
export function parsePlanFile(text: string, policy: Policy, today: PlainDate, current?: Plan): PlanFile {
  const size = Buffer.byteLength(text);
  if (size > mostBytes) {
    const what = `The file has ${Math.ceil(size / 1024)} KB, and a plan takes 64; shorten it.`;
    return { ok: false, problems: [{ line: 1, what }] };
  }
  const lines = linesOf(text);
  const problems = unseenLines(lines);
  const refuse: Refuse = (line, what) => problems.push({ line, what });
  const read = readYaml(lines.join('\n'), 1, whose, refuse);
  if (!read) return { ok: false, problems: inOrder(problems) };
  const { root, reading } = read;
  const entries = entriesOf(root, keys, whose, reading, neededKeys);
  // What is no map has been refused as a whole.
  if (!isMap(root.value)) return { ok: false, problems: inOrder(problems) };
  const get = (name: string, example: string) => required(entries, name, { whose, line: 1, example }, refuse);
  const plan = planOf({ ...reading, entries, get, policy, today, current });
  return problems.length > 0 ? { ok: false, problems: inOrder(problems) } : { ok: true, plan };
}

function planOf(file: PlanReading): Plan {
  const { get, policy, refuse } = file;
  const classification = get('classification', 'classification: alumni');
  const { titles, variants, url } = saidIn(file);
  const [fee, budget] = [moneyOf('fee', file), moneyOf('budget', file)];
  const audience = get('audience', 'audience: all');
  return {
    classification: classification ? classOf(classification, policy, refuse) : '',
    variants,
    ...(url && { url }),
    ...datesIn(file),
    ...peopleOf(file),
    ...(fee !== undefined && { fee }),
    ...(budget !== undefined && { budget }),
    audience: audience ? planAudienceOf(audience, titles, file) : {},
  };
}

/** An amount in the company's currency. */
function moneyOf(name: string, { entries, policy, refuse }: PlanReading): number | undefined {
  const entry = entries.get(name);
  if (!entry) return undefined;
  const { currency } = policy.company;
  const amount = amountOf(writtenAt(entry.value) ?? '', currency);
  if (amount === undefined) {
    const example = amountOf('45.50', currency) === undefined ? '5000' : '45.50';
    refuse(entry.line, `The ${name} must be an amount in ${currency} without commas, such as ${example}.`);
  }
  return amount;
}
