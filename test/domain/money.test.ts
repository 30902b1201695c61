import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { amountOf, moneyInWords, shareOf } from '../../functions/domain/money.ts';

describe('an amount that somebody writes', () => {
  it.each([
    ['5000', 'JPY', 5000],
    ['0', 'JPY', 0],
    ['007', 'JPY', 7],
    ['45.50', 'USD', 4550],
    ['45.5', 'USD', 4550],
    ['45', 'USD', 4500],
    ['0.05', 'EUR', 5],
    ['1.234', 'KWD', 1234],
    ['1.2', 'KWD', 1200],
    ['5000', 'KRW', 5000],
    ['999999999999', 'JPY', 999_999_999_999],
    ['999999999999.999', 'KWD', 999_999_999_999_999],
  ])('%s %s is %d', (text, currency, amount) => {
    expect(amountOf(text, currency)).toBe(amount);
  });

  it.each([
    ['5000.0', 'JPY'],
    ['45.505', 'USD'],
    ['1.2345', 'KWD'],
    ['', 'JPY'],
    ['-5', 'JPY'],
    ['5,000', 'JPY'],
    ['5000円', 'JPY'],
    ['5 000', 'JPY'],
    ['.5', 'USD'],
    ['5.', 'USD'],
    ['1e3', 'JPY'],
    ['5000\n', 'JPY'],
    ['５０００', 'JPY'],
    ['1000000000000', 'JPY'],
  ])('%j %s is none', (text, currency) => {
    expect(amountOf(text, currency)).toBeUndefined();
  });
});

describe('an amount that somebody reads', () => {
  it.each([
    [5000, 'JPY', '5,000円', 'JPY 5,000'],
    [0, 'JPY', '0円', 'JPY 0'],
    [999, 'JPY', '999円', 'JPY 999'],
    [1_234_567, 'JPY', '1,234,567円', 'JPY 1,234,567'],
    [-80_000, 'JPY', '-80,000円', 'JPY -80,000'],
    [4550, 'USD', 'USD 45.50', 'USD 45.50'],
    [5, 'USD', 'USD 0.05', 'USD 0.05'],
    [-123_456_789, 'USD', 'USD -1,234,567.89', 'USD -1,234,567.89'],
    [1234, 'KWD', 'KWD 1.234', 'KWD 1.234'],
  ])('%d %s', (amount, currency, ja, en) => {
    expect([moneyInWords(amount, currency, 'ja'), moneyInWords(amount, currency, 'en')]).toEqual([ja, en]);
  });

  test('is the one that was written', () => {
    const amount = fc.nat({ max: 999_999_999_999 });
    fc.assert(
      fc.property(amount, fc.constantFrom('JPY', 'USD', 'KWD'), (whole, currency) => {
        const [, text = ''] = moneyInWords(whole, currency, 'en').split(' ');
        expect(amountOf(text.replaceAll(',', ''), currency)).toBe(whole);
      }),
    );
  });
});

describe('a share', () => {
  it.each([
    [80_000, 5, 16_000],
    [10, 4, 3],
    [9, 4, 2],
    [10, 3, 3],
    [11, 3, 4],
    [0, 3, 0],
    [80_000, 0, 0],
  ])('of %d for %d is %d', (amount, heads, share) => {
    expect(shareOf(amount, heads)).toBe(share);
  });

  test('is never off by more than half of the smallest unit', () => {
    fc.assert(
      fc.property(fc.nat({ max: 999_999_999_999_999 }), fc.integer({ min: 1, max: 5000 }), (amount, heads) => {
        const off = 2n * (BigInt(shareOf(amount, heads)) * BigInt(heads) - BigInt(amount));
        expect(off <= BigInt(heads) && off > -BigInt(heads)).toBe(true);
      }),
    );
  });
});
