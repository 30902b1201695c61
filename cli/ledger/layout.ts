/** Where the shapes of the picture stand. Amounts become lengths here, and nowhere else. */

export const sizes = {
  margin: 32,
  digits: 14,
  title: 22,
  line: 32,
  /** Above and below shapes, for their numbers. */
  room: 24,
  balanceHeight: 130,
  barsHeight: 220,
  leastWidth: 960,
  mostWidth: 1260,
  widestColumn: 240,
  mostPeriods: 18,
} as const;

/** About how wide a text is; Japanese characters are as wide as high. */
export function widthOf(text: string, size: number): number {
  return [...text].reduce((width, character) => width + (character < '\u2e80' ? 0.58 : 1) * size, 0);
}

/** A bold title in lines that fit in the narrowest picture; amounts and dates stay whole. */
export function linesOf(title: string): string[] {
  const most = (sizes.leastWidth - 2 * sizes.margin) / 1.18;
  const lines: string[] = [];
  for (const words of title.split(/(?<= )(?!\d)|(?<=[、。]|までの)/)) {
    const line = (lines.at(-1) ?? '') + words;
    if (lines.length > 0 && widthOf(line.trimEnd(), sizes.title) <= most) lines.splice(-1, 1, line);
    else lines.push(words);
  }
  return lines.map((line) => line.trimEnd());
}

/** How many columns with such labels are readable side by side. */
export function mostColumns(labels: readonly string[]): number {
  const most = Math.floor((sizes.mostWidth - 2 * sizes.margin) / columnFor(labels));
  return Math.max(2, Math.min(sizes.mostPeriods, most));
}

function columnFor(labels: readonly string[]): number {
  return Math.max(44, ...labels.map((label) => widthOf(label, sizes.digits) + 16));
}

export type Columns = {
  width: number;
  end: number;
  centre: (index: number) => number;
  left: (index: number) => number;
};

/** Columns for so many periods, as wide as their labels need and the picture allows. */
export function columnsFor(count: number, labels: readonly string[], pictureWidth: number): Columns {
  const { margin, widestColumn } = sizes;
  const fair = Math.min(widestColumn, (pictureWidth - 2 * margin) / count);
  const width = Math.max(fair, columnFor(labels));
  const left = (index: number) => margin + index * width;
  return { width, left, centre: (index) => left(index) + width / 2, end: left(count) };
}

/** Heights of amounts, the zero among them. @param height of all together */
export function scaleFor(
  amounts: readonly number[],
  top: number,
  height: number,
): { zero: number; at: (amount: number) => number } {
  const most = Math.max(0, ...amounts);
  const least = Math.min(0, ...amounts);
  const each = most === least ? 0 : height / (most - least);
  const at = (amount: number) => top + (most - amount) * each;
  return { zero: at(0), at };
}

/** A length for the picture's text. */
export function px(length: number): string {
  return String(Number(length.toFixed(1)));
}
