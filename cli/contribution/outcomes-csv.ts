import type { Given } from '../../functions/domain/decision.ts';
import { amountOf } from '../../functions/domain/money.ts';
import { type OutcomeReport, parseOutcome } from '../../functions/domain/outcome-report.ts';
import { type Cells, type Fault, type Rows, readRows } from '../csv.ts';
import { isNumber } from '../number.ts';
import { isoDate } from '../time.ts';
import type { OutcomeType } from './outcome-text.ts';

/** A file of outcomes: each row reports what came of one contribution. */

export const columns = ['contribution', 'type', 'on', 'country', 'employee_id', 'amount'] as const;
type Column = (typeof columns)[number];
type Said = Exclude<Column, 'contribution' | 'type'>;

type Kind = { type: OutcomeType; says: Readonly<Partial<Record<Said, string>>> };

/** The types of a row, and what is said with them; a date may always be there. */
const types: ReadonlyMap<string, Kind> = new Map<string, Kind>([
  [
    'hired',
    { type: 'referral.hired', says: { on: 'on', country: 'country', employee_id: 'employeeId', amount: 'agencyFee' } },
  ],
  ['not-hired', { type: 'referral.not-hired', says: {} }],
  ['left', { type: 'referral.left', says: {} }],
  ['won', { type: 'lead.won', says: { on: 'on', amount: 'revenue' } }],
  ['lost', { type: 'lead.lost', says: {} }],
]);

export type Outcomes = Rows<OutcomeReport>;

/**
 * Reads a CSV file of outcomes.
 * @throws Trouble where the file as a whole cannot be used
 */
export function readOutcomes(bytes: Uint8Array, given: Given): Outcomes {
  return readRows(bytes, { columns, needed: ['contribution', 'type'] }, (cells) => readRow(cells, given));
}

function readRow(cells: Cells, { now, policy }: Given): OutcomeReport | { faults: Fault[] } {
  const kind = types.get((cells.get('type') ?? '').toLowerCase());
  if (!kind) return { faults: [{ field: 'type', problem: `must be one of ${[...types.keys()].join(', ')}` }] };
  const number = cells.get('contribution') ?? '';
  const amount = amountIn(cells, policy.company.currency);
  const ours = [
    ...(isNumber(number)
      ? []
      : [{ field: 'contribution', problem: 'must be the number of a contribution, such as 7' }]),
    ...(typeof amount === 'object' ? [amount] : []),
    ...(['country', 'employee_id', 'amount'] as const)
      .filter((column) => cells.has(column) && !kind.says[column])
      .map((column) => ({ field: column, problem: `must be empty for ${cells.get('type') ?? ''}` })),
  ];
  const said: Readonly<Record<Said, unknown>> = {
    on: cells.has('on') ? isoDate(cells.get('on') ?? '') : undefined,
    country: cells.get('country')?.toUpperCase(),
    employee_id: cells.get('employee_id'),
    amount: typeof amount === 'number' ? amount : undefined,
  };
  const named = Object.entries(said).flatMap(([column, value]) => {
    const field = isSaid(column) ? kind.says[column] : undefined;
    return field && value !== undefined ? [[field, value] as const] : [];
  });
  const data = { contribution: Number(number), ...Object.fromEntries(named) };
  const parsed = parseOutcome({ type: kind.type, timestamp: now, data }, now);
  if (parsed.ok && ours.length === 0) return parsed.report;
  const theirs = parsed.ok ? [] : parsed.faults.map((fault) => inColumns(fault, cells));
  const known = new Set(ours.map(({ field }) => field));
  return { faults: [...ours, ...theirs.filter(({ field }) => !known.has(field))] };
}

function isSaid(column: string): column is Said {
  return ['on', 'country', 'employee_id', 'amount'].includes(column);
}

/** In the currency's smallest unit. */
function amountIn(cells: Cells, currency: string): number | Fault | undefined {
  const text = cells.get('amount');
  if (text === undefined) return undefined;
  const amount = amountOf(text, currency);
  return amount ?? { field: 'amount', problem: `must be an amount in ${currency} without separators, such as 1500000` };
}

const rules: Readonly<Partial<Record<string, string>>> = {
  contribution: 'must be the number of a contribution, such as 7',
  on: 'must be a date such as 2027-04-01',
  country: 'must be a country such as JP',
};

const columnOfField: Readonly<Partial<Record<string, Column>>> = {
  employeeId: 'employee_id',
  agencyFee: 'amount',
  revenue: 'amount',
};

/** A fault as who keeps the file understands it. */
function inColumns({ field, problem }: Fault, cells: Cells): Fault {
  const name = field.replace(/^data\./, '');
  const column = columnOfField[name] ?? name;
  if (!cells.has(column)) return { field: column, problem: 'is missing' };
  return { field: column, problem: problem.startsWith('Invalid') ? (rules[column] ?? 'is not valid') : problem };
}
