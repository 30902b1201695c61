import type { Language } from '../../functions/domain/language.ts';
import type { LedgerReport } from '../../functions/domain/ledger-report.ts';
import type { Policy } from '../../functions/domain/policy.ts';
import { oneLine } from '../../functions/domain/wording.ts';
import { colours, fontFamily } from '../../functions/web/style.ts';
import { descriptionOf, Figure, figureFor } from './figure.tsx';
import { px, sizes } from './layout.ts';
import { balanceInWords, nothingInWords, type Span } from './words.ts';

/** What is brought back is filled and what is spent is hatched, so that it can be read without colours. */
const style = `
text { font-family: ${fontFamily}; font-size: ${sizes.digits}px; fill: ${colours.ink}; font-variant-numeric: tabular-nums; }
.title { font-size: ${sizes.title}px; font-weight: 650; }
.quiet { fill: ${colours.quiet}; }
.number { text-anchor: middle; stroke: ${colours.paper}; stroke-width: 4px; stroke-linejoin: round; paint-order: stroke; }
.paper { fill: ${colours.paper}; }
.returned { fill: ${colours.accent}; stroke: ${colours.accent}; stroke-width: 1.5px; }
.cost { fill: url(#hatched); stroke: ${colours.ink}; stroke-width: 1.5px; }
.hatch { stroke: ${colours.ink}; stroke-width: 2px; }
.zero { stroke: ${colours.quiet}; stroke-width: 1px; }
.year { stroke: ${colours.hairline}; stroke-width: 1px; }
.balance { fill: none; stroke: ${colours.ink}; stroke-width: 2.5px; stroke-linejoin: round; }
@media print { .paper { fill: none; } .number { stroke: #fff; } }
`;

type Given = { span: Span; language: Language; policy: Policy };

/** The ledger as a picture that says in its title what it shows: SVG, each currency below the other. */
export function ledgerPicture(reports: readonly LedgerReport[], { span, language, policy }: Given): string {
  const sentences = reports.map((report) => balanceInWords(report, span, language));
  const figures = reports.map((report, index) => figureFor(report, sentences[index] ?? '', language));
  const title = oneLine(sentences.join(' ') || nothingInWords(span, language));
  const width = Math.max(sizes.leastWidth, ...figures.map(({ columns }) => columns.end + sizes.margin));
  const tops = figures.map((_, index) => 64 + figures.slice(0, index).reduce((sum, { height }) => sum + height, 0));
  const height = figures.reduce((sum, figure) => sum + figure.height, 64) + (figures.length === 0 ? 64 : 0);
  const picture = (
    <svg
      xmlns="http://www.w3.org/2000/svg"
      lang={language}
      role="img"
      aria-labelledby="title description"
      width={px(width)}
      height={px(height)}
      viewBox={`0 0 ${px(width)} ${px(height)}`}
    >
      <title id="title">{title}</title>
      <desc id="description">{oneLine(figures.map((figure) => descriptionOf(figure, language)).join(' '))}</desc>
      {/* Constant text of ours. */}
      <style dangerouslySetInnerHTML={{ __html: style }} />
      <defs>
        <pattern id="hatched" width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <rect class="paper" width="7" height="7" />
          <line class="hatch" x1="0" y1="0" x2="0" y2="7" />
        </pattern>
      </defs>
      <rect class="paper" width="100%" height="100%" />
      <text class="quiet" x={px(sizes.margin)} y="44">
        {oneLine(policy.company.name[language])}
      </text>
      {figures.map((figure, index) => (
        <Figure figure={figure} top={tops[index] ?? 0} language={language} />
      ))}
      {figures.length === 0 && (
        <text class="title" x={px(sizes.margin)} y="90">
          {title}
        </text>
      )}
    </svg>
  );
  return `${picture.toString()}\n`;
}
