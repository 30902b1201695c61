import type { Language } from './language.ts';

/** Amounts are whole numbers of a currency's smallest unit: 5000 yen, 4550 cents. */

/** Currencies whose smallest unit is not a hundredth (ISO 4217, November 2026). */
const digits: ReadonlyMap<string, number> = new Map([
  ...'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF'.split(' ').map((code) => [code, 0] as const),
  ...'BHD IQD JOD KWD LYD OMR TND'.split(' ').map((code) => [code, 3] as const),
]);

/** Digits after the decimal point. */
function digitsOf(currency: string): number {
  return digits.get(currency) ?? 2;
}

/**
 * Reads an amount as people write it: `5000`, `45.50`.
 * @returns whole smallest units; nothing for what the currency cannot express
 */
export function amountOf(text: string, currency: string): number | undefined {
  const [, whole = '', fraction = ''] = /^(\d{1,12})(?:\.(\d{1,3}))?$/.exec(text) ?? [];
  const places = digitsOf(currency);
  if (!whole || fraction.length > places) return undefined;
  const amount = Number(whole + fraction.padEnd(places, '0'));
  return Number.isSafeInteger(amount) ? amount : undefined;
}

/** An amount without its currency: `5,000`, `-45.50`. */
export function decimalOf(amount: number, currency: string): string {
  const places = digitsOf(currency);
  const text = String(Math.abs(amount)).padStart(places + 1, '0');
  const whole = text.slice(0, text.length - places).replaceAll(/\B(?=(?:\d{3})+$)/g, ',');
  return `${amount < 0 ? '-' : ''}${whole}${places > 0 ? `.${text.slice(-places)}` : ''}`;
}

/** An amount as people read it: 5,000円, JPY 5,000. */
export function moneyInWords(amount: number, currency: string, language: Language): string {
  const decimal = decimalOf(amount, currency);
  return language === 'ja' && currency === 'JPY' ? `${decimal}円` : `${currency} ${decimal}`;
}

/** A share of an amount for each head, rounded half up to the smallest unit, by whole numbers. */
export function shareOf(amount: number, heads: number): number {
  return heads === 0 ? 0 : Math.floor((2 * amount + heads) / (2 * heads));
}
