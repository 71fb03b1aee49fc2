import { describe, expect, test } from 'vitest';
import { CURRENCY_DECIMALS, formatAmount, parseAmount } from '../../src/protocol/money/index.ts';
import { anotherThan, decimalsOf, smallestOf, written } from './amounts.ts';

describe('amounts of a subject', () => {
  test.each([
    ['12.50', 'CNY', 1_250n, '12.50'],
    ['12.5', 'CNY', 1_250n, '12.50'],
    ['0.01', 'KWD', 1n, '0.01'],
    ['1250', 'JPY', 1_250n, '1250'],
    ['1250.00', 'JPY', 1_250n, '1250'],
    ['0', 'KRW', 0n, '0'],
    ['0', 'USD', 0n, '0.00'],
  ])('%s %s', (amount, currency, smallest, text) => {
    expect(smallestOf(amount, currency)).toBe(smallest);
    expect(written(smallest, currency)).toBe(text);
  });

  test.each([
    ['12.50', 'JPY'],
    ['12.505', 'CNY'],
    ['', 'CNY'],
    ['-1', 'CNY'],
    ['1,000', 'JPY'],
    [undefined, 'CNY'],
  ])('%s is none of %s', (amount, currency) => {
    expect(smallestOf('12', currency)).toBeGreaterThan(0n);
    expect(() => smallestOf(amount, currency)).toThrow('is no amount of');
  });

  test('are written as the profile writes them, in every currency', () => {
    for (const currency of CURRENCY_DECIMALS.keys()) {
      const text = written(1_234n, currency);
      expect(formatAmount(parseAmount(text, currency)), currency).toBe(text);
      expect(decimalsOf(currency), currency).toBe(text.includes('.') ? 2 : 0);
      expect(anotherThan(currency)).not.toBe(currency);
    }
  });
});
