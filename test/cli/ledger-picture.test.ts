import { describe, expect, it } from 'vitest';
import { ledgerPicture } from '../../cli/ledger/picture.tsx';
import type { LedgerEntry } from '../../functions/domain/ledger.ts';
import { ledgerReports } from '../../functions/domain/ledger-report.ts';
import { parsePolicy } from '../../functions/domain/policy.ts';
import json from '../../policy.json' with { type: 'json' };
import { entry, spring } from './ledger-entries.ts';

const policy = parsePolicy(json);

function picture(entries: LedgerEntry[], given: Partial<Parameters<typeof ledgerPicture>[1]> = {}): string {
  return ledgerPicture(ledgerReports(entries), { span: {}, language: 'en', policy, ...given });
}

/** What is wrong with XML, as far as we write any: tags that do not match, attributes without quotes, bare signs. */
function faultOf(xml: string): string | undefined {
  const open: string[] = [];
  let rest = xml;
  while (rest) {
    const tag = /^<(\/?)([a-zA-Z]+)((?:\s+[\w:-]+="[^"<]*")*)\s*(\/?)>/.exec(rest);
    const text = /^(?:[^<&]|&(?:amp|lt|gt|quot|#39);)+/.exec(rest);
    if (tag) {
      const [, closes, name = '', attributes = '', empty] = tag;
      const names = [...attributes.matchAll(/([\w:-]+)="/g)].map(([, each]) => each);
      if (new Set(names).size < names.length) return `twice the same attribute: ${tag[0]}`;
      if (/&(?!amp;|lt;|gt;|quot;|#39;)/.test(attributes)) return `a bare &: ${tag[0]}`;
      if (closes && open.pop() !== name) return `does not match: ${tag[0]}`;
      if (!closes && !empty) open.push(name);
    } else if (!text || (open.length === 0 && text[0].trim())) {
      return `no tag and no text: ${rest.slice(0, 40)}`;
    }
    rest = rest.slice((tag ?? text)?.[0].length);
  }
  return open.length > 0 ? `not closed: ${open.join(' ')}` : undefined;
}

const textsOf = (svg: string) => [...svg.matchAll(/<text[^>]*>([^<]*)<\/text>/g)].map(([, text]) => text);
const months = (count: number, amount = -120_000): LedgerEntry[] =>
  Array.from({ length: count }, (_, index) => {
    const month = String((index % 12) + 1).padStart(2, '0');
    return entry({ on: `${2026 + Math.floor(index / 12)}-${month}-10`, amount: amount - index });
  });

describe('the picture of the ledger', () => {
  it('is XML whose title says what it shows, and has every number beside its shape', () => {
    const svg = picture(spring);
    expect(faultOf(svg)).toBeUndefined();
    expect(svg).toContain(
      '<title id="title">By May 2027 the programme has cost JPY 81,500 and brought back JPY 2,027,000, which is JPY 1,945,500 more than it cost.</title>',
    );
    expect(svg).toContain('April 2027: cost JPY 5,000, brought back JPY 0, balance so far JPY -54,500.');
    const numbers = ['−49,500', '−54,500', '+1,945,500', '+27,000', '−76,500', '−5,000', '+2,000,000'];
    expect(textsOf(svg)).toEqual(expect.arrayContaining([...numbers, 'Mar', 'Apr', 'May', '2027', 'Hikari, Inc.']));
    expect(svg.match(/<rect class="returned"/g)).toHaveLength(3);
    expect(svg.match(/<rect class="cost"/g)).toHaveLength(3);
    expect(svg).not.toContain('NaN');
  });

  it('is there in Japanese', () => {
    const svg = picture(spring, { language: 'ja' });
    expect(faultOf(svg)).toBeUndefined();
    expect(textsOf(svg)).toEqual(expect.arrayContaining(['株式会社ひかり', '月ごと (円)', '3月', '2027年', '成果']));
  });

  it.each([
    [1, 'Each month (JPY)', 'Jan'],
    [12, 'Each month (JPY)', 'Dec'],
    [30, 'Every three months (JPY)', 'Apr–Jun'],
    [66, 'Every half-year (JPY)', 'Jul–Dec'],
    [120, 'Each year (JPY)', '2035'],
  ])('of %i months stays readable', (count, each, name) => {
    const svg = picture(months(count));
    expect(faultOf(svg)).toBeUndefined();
    expect(textsOf(svg)).toEqual(expect.arrayContaining([each, name]));
    const total = months(count).reduce((sum, { amount }) => sum + BigInt(amount), 0n);
    expect(textsOf(svg)).toContain(`−${(-total).toLocaleString('en')}`);
    const width = Number(/viewBox="0 0 ([\d.]+)/.exec(svg)?.[1]);
    expect(width).toBeLessThanOrEqual(1270);
  });

  it('keeps numbers apart that stand on the same side', () => {
    const svg = picture([
      entry({ kind: 'reward clawback', amount: 200_000 }),
      entry({ kind: 'lead revenue', amount: 300_000 }),
    ]);
    const placed = [...svg.matchAll(/y="([\d.]+)">\+(?:200,000|300,000)</g)].map(([, y]) => Number(y));
    expect(placed).toHaveLength(2);
    expect(Math.abs((placed[0] ?? 0) - (placed[1] ?? 0))).toBeGreaterThanOrEqual(14);
  });

  it('draws each currency, and says where nothing is booked', () => {
    const svg = picture([...spring, entry({ amount: -4550, currency: 'SGD' })]);
    expect(svg.match(/class="balance"/g)).toHaveLength(2);
    expect(textsOf(svg)).toContain('−45.50');
    const empty = picture([], { span: { from: '2027-01-01' } });
    expect(faultOf(empty)).toBeUndefined();
    expect(textsOf(empty)).toEqual(['Hikari, Inc.', 'Nothing is booked from 1 January 2027 on.']);
  });

  it('draws what comes to nothing', () => {
    const svg = picture([entry(), entry({ amount: 1 })]);
    expect(faultOf(svg)).toBeUndefined();
    expect(svg).not.toMatch(/NaN|Infinity/);
  });

  it('takes no markup from a name or a currency', () => {
    const name = { ja: '<b>', en: '"><script>alert(1)</script>\u0007&' };
    const company = { ...policy.company, name };
    const svg = picture([entry({ currency: '<g>&\u0000"' })], { policy: { ...policy, company } });
    expect(faultOf(svg)).toBeUndefined();
    expect(svg).not.toContain('<script');
    expect(svg.replaceAll('\n', '')).not.toMatch(/\p{Cc}/u);
  });
});
