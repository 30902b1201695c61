/** The designs as bars, to be read in black and white: what they cost, and SES's own part of it. */
export function picture(bars: readonly { name: string; ratio: number }[], title: string): string {
  const width = 760;
  const left = 284;
  const unit = 130;
  const step = 44;
  const top = 64;
  const height = top + bars.length * step + 40;
  const rows = bars.map(({ name, ratio }, index) => {
    const y = top + index * step;
    const isOurs = index === 0;
    return [
      `<text x="${left - 12}" y="${y + 18}" text-anchor="end"${isOurs ? ' font-weight="bold"' : ''}>${escaped(name)}</text>`,
      `<rect x="${left}" y="${y}" width="${unit}" height="26" fill="#d9d4c7"/>`,
      `<rect x="${left + unit}" y="${y}" width="${((ratio - 1) * unit).toFixed(1)}" height="26" fill="#1f4e79"/>`,
      `<text x="${(left + ratio * unit + 8).toFixed(1)}" y="${y + 18}"${isOurs ? ' font-weight="bold"' : ''}>${ratio.toFixed(2)}</text>`,
    ].join('\n    ');
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" role="img" aria-label="${escaped(title)}" font-family="system-ui, sans-serif" font-size="15" fill="#1f2933">
  <rect width="${width}" height="${height}" fill="#fffdf9"/>
  <text x="24" y="34" font-size="17">${escaped(title)}</text>
  <g>
    ${rows.join('\n    ')}
  </g>
  <line x1="${left + unit}" y1="${top - 8}" x2="${left + unit}" y2="${height - 34}" stroke="#1f2933" stroke-dasharray="3 3"/>
  <text x="${left}" y="${height - 14}" font-size="13">grey: the mails themselves (1.00); dark: everything else</text>
</svg>
`;
}

function escaped(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;');
}
