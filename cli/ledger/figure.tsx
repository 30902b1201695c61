import type { FC } from 'hono/jsx';
import type { Bilingual, Language } from '../../functions/domain/language.ts';
import { type LedgerReport, type Period, periodsOf } from '../../functions/domain/ledger-report.ts';
import { decimalOf, moneyInWords } from '../../functions/domain/money.ts';
import { oneLine } from '../../functions/domain/wording.ts';
import { type Columns, columnsFor, linesOf, mostColumns, px, sizes, widthOf } from './layout.ts';
import { Bars, hasTwoOnOneSide, Steps } from './shapes.tsx';
import { monthInWords } from './words.ts';

/** The picture of one currency: how the balance went, what each period cost and brought back, and when that was. */

const texts = {
  soFar: { ja: 'それまでの収支', en: 'Balance so far' },
  each: {
    month: { ja: '月ごと', en: 'Each month' },
    quarter: { ja: '3か月ごと', en: 'Every three months' },
    'half-year': { ja: '半年ごと', en: 'Every half-year' },
    year: { ja: '年ごと', en: 'Each year' },
  },
  returned: { ja: '成果', en: 'brought back' },
  cost: { ja: '費用', en: 'cost' },
} as const satisfies Record<string, Bilingual | Record<string, Bilingual>>;

export type FigureLayout = ReturnType<typeof figureFor>;

/** What is drawn for a report, and how much space it takes. */
export function figureFor(report: LedgerReport, sentence: string, language: Language) {
  const { currency } = report;
  // Those of months are as long as any: longer periods have fewer columns.
  const labels = report.months.flatMap(({ cost, returned, balanceSoFar }) =>
    [cost, returned, balanceSoFar].map((amount) => signed(amount, currency)),
  );
  const { every, periods } = periodsOf(report, mostColumns([...labels, signed(report.cost, currency)]));
  const drawn = periods.flatMap(({ cost, returned, balanceSoFar }) =>
    [cost, returned, balanceSoFar].map((amount) => signed(amount, currency)),
  );
  const names = periods.map((period) => periodName(period, language));
  const columns = columnsFor(periods.length, [...drawn, ...names.map(([name]) => name)], sizes.leastWidth);
  const { line, room, balanceHeight, barsHeight } = sizes;
  const title = linesOf(sentence);
  const barsRoom = periods.some(hasTwoOnOneSide) ? room + sizes.digits + 4 : room;
  const balanceTop = title.length * line + 44 + room;
  const barsTop = balanceTop + balanceHeight + room + 64 + barsRoom;
  const legend = barsTop - barsRoom - 18;
  const bottom = barsTop + barsHeight + barsRoom;
  return { currency, every, periods, names, title, columns, balanceTop, legend, barsTop, bottom, height: bottom + 96 };
}

/** An amount with its sign, as it stands beside a shape. */
function signed(amount: number, currency: string): string {
  const digits = decimalOf(amount, currency).replace('-', '−');
  return amount > 0 ? `+${digits}` : digits;
}

/** A period by its months and, where another begins, its year. */
function periodName({ from, to }: Period, language: Language): [name: string, year: string] {
  const year = monthInWords(from, language).replace(language === 'ja' ? /年.*/ : /.* /, language === 'ja' ? '年' : '');
  const monthOf = (month: string) =>
    language === 'ja' ? String(Number(month.slice(5))) : monthInWords(month, 'en').slice(0, 3);
  if (from.endsWith('-01') && to.endsWith('-12')) return [year, ''];
  const months = from === to ? monthOf(from) : `${monthOf(from)}–${monthOf(to)}`;
  return [`${months}${language === 'ja' ? '月' : ''}`, year];
}

/** The same for who cannot see it. */
export function descriptionOf({ periods, currency }: FigureLayout, language: Language): string {
  const money = (amount: number) => moneyInWords(amount, currency, language);
  return periods
    .map(({ from, to, cost, returned, balanceSoFar }) => {
      const when = [...new Set([from, to])].map((month) => monthInWords(month, language));
      return language === 'ja'
        ? `${when.join('から')}: 費用${money(cost)}、成果${money(returned)}、それまでの収支${money(balanceSoFar)}。`
        : `${when.join(' to ')}: cost ${money(cost)}, brought back ${money(returned)}, balance so far ${money(balanceSoFar)}.`;
    })
    .join(language === 'ja' ? '' : ' ');
}

export const Figure: FC<{ figure: FigureLayout; top: number; language: Language }> = ({ figure, top, language }) => {
  const { currency, every, periods, names, title, columns, balanceTop, legend, barsTop, bottom } = figure;
  const { margin, line, room } = sizes;
  const label = (amount: number) => signed(amount, currency);
  const unit = oneLine(language === 'ja' && currency === 'JPY' ? '円' : currency);
  return (
    <g transform={`translate(0 ${px(top)})`}>
      {title.map((text, index) => (
        <text class="title" x={px(margin)} y={px((index + 1) * line - 6)}>
          {oneLine(text)}
        </text>
      ))}
      <Years names={names} columns={columns} top={balanceTop - room} bottom={bottom} />
      <text x={px(margin)} y={px(balanceTop - room - 14)}>{`${texts.soFar[language]} (${unit})`}</text>
      <Steps amounts={periods.map(({ balanceSoFar }) => balanceSoFar)} {...{ columns, label }} top={balanceTop} />
      <Legend every={texts.each[every][language]} y={legend} {...{ unit, language }} />
      <Bars periods={periods} {...{ columns, label }} top={barsTop} />
      {names.map(([name, year], index) => (
        <>
          <text class="number" x={px(columns.centre(index))} y={px(bottom + 22)}>
            {name}
          </text>
          {year !== names[index - 1]?.[1] && (
            <text class="number quiet" x={px(columns.centre(index))} y={px(bottom + 42)}>
              {year}
            </text>
          )}
        </>
      ))}
    </g>
  );
};

/** A hairline where a year begins. */
const Years: FC<{ names: FigureLayout['names']; columns: Columns; top: number; bottom: number }> = (given) => {
  const { names, columns, top, bottom } = given;
  return names.map(([, year], index) => {
    const x = px(columns.left(index));
    return index > 0 && year !== names[index - 1]?.[1] ? (
      <line class="year" x1={x} x2={x} y1={px(top)} y2={px(bottom + 46)} />
    ) : null;
  });
};

const Legend: FC<{ every: string; unit: string; y: number; language: Language }> = ({ every, unit, y, language }) => {
  const { margin, digits } = sizes;
  const words = `${every} (${unit})`;
  const returned = margin + widthOf(words, digits) + 24;
  const cost = returned + 22 + widthOf(texts.returned[language], digits) + 24;
  return (
    <>
      <text x={px(margin)} y={px(y)}>
        {words}
      </text>
      <rect class="returned" x={px(returned)} y={px(y - 12)} width="14" height="14" />
      <text x={px(returned + 22)} y={px(y)}>
        {texts.returned[language]}
      </text>
      <rect class="cost" x={px(cost)} y={px(y - 12)} width="14" height="14" />
      <text x={px(cost + 22)} y={px(y)}>
        {texts.cost[language]}
      </text>
    </>
  );
};
