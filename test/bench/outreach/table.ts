import { fullCost, mailCost, requestCost } from './cost.ts';
import type { Rates } from './okaeri.ts';
import { sum, times, type Usage } from './usage.ts';

/** The designs beside each other, priced for a programme of a size. */

export type Named = Rates & { name: string; idleDay: Usage };

export const pricedAt = 10_000;

type Column = { title: string; aim?: number; value: (design: Named) => number; digits: number; sign?: string };

/** What a programme of the size uses in a year. */
function yearOf({ perMail, perDay }: Rates, mailsEach: number): Usage {
  return sum(times(perMail, pricedAt * mailsEach), times(perDay, 365));
}

/** What the requests of a design cost, as a multiple of what SES charges for the mails. */
export function ratioOf(design: Rates, mailsEach: number): number {
  const year = yearOf(design, mailsEach);
  return requestCost(year) / mailCost(year);
}

function columns(mailsEach: number): Column[] {
  const year = (design: Named) => yearOf(design, mailsEach);
  return [
    {
      title: 'requests ÷ SES',
      aim: 1.05,
      digits: 3,
      value: (design) => ratioOf(design, mailsEach),
    },
    {
      title: 'with duration and logs',
      aim: 1.07,
      digits: 3,
      value: (design) => fullCost(year(design)) / mailCost(year(design)),
    },
    {
      title: 'transitions per alumnus-year',
      aim: 0.2,
      digits: 2,
      value: (design) => year(design).transitions / pricedAt,
    },
    {
      title: 'invocations per mail',
      aim: 0.02,
      digits: 3,
      value: (design) => year(design).invocations / year(design).mails,
    },
    { title: 'WRU per mail', aim: 5, digits: 2, value: ({ perMail }) => perMail.writes },
    { title: 'RRU per mail', digits: 2, value: ({ perMail }) => perMail.reads },
    { title: 'transitions on an idle day', aim: 5, digits: 0, value: ({ idleDay }) => idleDay.transitions },
    { title: 'idle day, 500 alumni', digits: 5, sign: '$', value: ({ idleDay }) => requestCost(idleDay) },
  ];
}

/** The table in Markdown. The first design is Okaeri's, and is held to the aims. */
export function comparison(designs: readonly [Named, ...Named[]], mailsEach: number): string {
  const [okaeri, ...others] = designs;
  const all = columns(mailsEach);
  const show = ({ value, digits, sign = '' }: Column, design: Named) => `${sign}${value(design).toFixed(digits)}`;
  const rows = all.map((column) => {
    const { aim, digits, value } = column;
    // As it is printed: what rounds to the aim meets it.
    const isMet = aim === undefined || Number(value(okaeri).toFixed(digits)) <= aim;
    const mark = aim === undefined ? '' : `≤ ${aim} ${isMet ? '✓' : '✗ missed'}`;
    return [column.title, mark, show(column, okaeri), ...others.map((other) => show(column, other))];
  });
  return markdown([['', 'aim', ...designs.map(({ name }) => name)], ...rows]);
}

export function markdown([head = [], ...rows]: readonly (readonly string[])[]): string {
  const widths = head.map((_, column) => Math.max(3, ...[head, ...rows].map((row) => (row[column] ?? '').length)));
  const line = (cells: readonly string[]) =>
    `| ${widths.map((width, column) => (cells[column] ?? '').padEnd(width)).join(' | ')} |`;
  return [line(head), line(widths.map((width) => '-'.repeat(width))), ...rows.map(line)].join('\n');
}
