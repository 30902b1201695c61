import type { FC } from 'hono/jsx';
import type { Period } from '../../functions/domain/ledger-report.ts';
import { type Columns, px, scaleFor, sizes } from './layout.ts';

/** Shapes with their numbers beside them. */

type Drawn = { columns: Columns; top: number; label: (amount: number) => string };

const above = -8;
const below = 19;

/** A line that is level for each period, and its number wherever it changes. */
export const Steps: FC<Drawn & { amounts: readonly number[] }> = ({ amounts, columns, top, label }) => {
  const { zero, at } = scaleFor(amounts, top, sizes.balanceHeight);
  const path = amounts.map(
    (amount, index) =>
      `${index === 0 ? 'M' : 'L'}${px(columns.left(index))} ${px(at(amount))}H${px(columns.left(index + 1))}`,
  );
  return (
    <>
      <Zero columns={columns} y={zero} />
      <path class="balance" d={path.join('')} />
      {amounts.map(
        (amount, index) =>
          amount !== amounts[index - 1] && (
            <Label x={columns.centre(index)} y={at(amount) + (amount < 0 ? below : above)}>
              {label(amount)}
            </Label>
          ),
      )}
    </>
  );
};

type Part = { name: 'returned' | 'cost'; amount: number };

/** What came back stands on the line, what was spent hangs from it; a cost that became smaller stands on top. */
export const Bars: FC<Drawn & { periods: readonly Period[] }> = ({ periods, columns, top, label }) => {
  const stacks = periods.map(stackOf);
  const ends = stacks.flatMap(({ up, down }) => [lengthOf(up), lengthOf(down)]);
  const { zero, at } = scaleFor(ends, top, sizes.barsHeight);
  const width = Math.min(72, columns.width * 0.6);
  return (
    <>
      {stacks.flatMap(({ up, down }, index) =>
        [up, down].flatMap((parts, isDown) =>
          parts.map(({ name, amount }, place) => {
            const [from, to] = [at(lengthOf(parts.slice(0, place))), at(lengthOf(parts.slice(0, place + 1)))];
            const height = Math.max(2, Math.abs(to - from));
            const y = isDown ? from : from - height;
            const end = at(lengthOf(parts));
            // Of two, the number of the outer one stands further out.
            const beside = isDown ? end + below + place * 18 : end + above - place * 18;
            return (
              <>
                <rect
                  class={name}
                  x={px(columns.centre(index) - width / 2)}
                  y={px(y)}
                  width={px(width)}
                  height={px(height)}
                />
                <Label x={columns.centre(index)} y={beside}>
                  {label(amount)}
                </Label>
              </>
            );
          }),
        ),
      )}
      <Zero columns={columns} y={zero} />
    </>
  );
};

function stackOf({ returned, cost }: Period): { up: Part[]; down: Part[] } {
  const parts: Part[] = [
    { name: 'returned', amount: returned },
    { name: 'cost', amount: 0 - cost },
  ];
  return { up: parts.filter(({ amount }) => amount > 0), down: parts.filter(({ amount }) => amount < 0) };
}

/** Whether the bars of a period have two numbers above or below. */
export function hasTwoOnOneSide(period: Period): boolean {
  const { up, down } = stackOf(period);
  return up.length > 1 || down.length > 1;
}

function lengthOf(parts: readonly Part[]): number {
  return parts.reduce((sum, { amount }) => sum + amount, 0);
}

const Label: FC<{ x: number; y: number; children: string }> = ({ x, y, children }) => (
  <text class="number" x={px(x)} y={px(y)}>
    {children}
  </text>
);

const Zero: FC<{ columns: Columns; y: number }> = ({ columns, y }) => (
  <line class="zero" x1={px(columns.left(0))} x2={px(columns.end)} y1={px(y)} y2={px(y)} />
);
