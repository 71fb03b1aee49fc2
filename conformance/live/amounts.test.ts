import { describe, expect, test } from 'vitest';
import { CURRENCY_DECIMALS, formatAmount, parseAmount } from '../../src/protocol/money/index.ts';
import { ANOTHER, anotherThan, decimalsOf, inCurrency, saidIn, smallestOf, written } from './amounts.ts';

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

  test('said with cents are as many of the smallest, and nothing else is changed', () => {
    const said = {
      ...{
        amount: '1.50',
        owed: ['1.00', '0.00'],
        discounts: [{ funder: 'did:act:x.example', amount: '0.50' }],
      },
      ...{ currency: 'JPY', categories: ['1.50'], times_limit: 2, price_deviation_tolerance: 5 },
      ext: { commerce: { max_single_amount: 1.49, min_single_amount: 0.29 } },
    };
    expect(inCurrency(said, 'CNY')).toEqual(said);
    expect(inCurrency(said, 'KWD')).toEqual(said);
    const yen = {
      ...{ amount: '150', owed: ['100', '0'], discounts: [{ funder: 'did:act:x.example', amount: '50' }] },
      ...{ currency: 'JPY', categories: ['1.50'], times_limit: 2, price_deviation_tolerance: 5 },
      ext: { commerce: { max_single_amount: 149, min_single_amount: 29 } },
    };
    expect(inCurrency(said, 'JPY')).toEqual(yen);
    expect(inCurrency({ amount: '150', payer_amount: 'none' }, 'JPY')).toEqual({
      amount: '150',
      payer_amount: 'none',
    });
  });

  test('said in CNY are said in another currency, once and for all', () => {
    const said = {
      ...{
        utterance: 'At most 150.00 CNY each, by 2026.11.30.',
        currency: 'CNY',
        price: '0.50',
        other: ANOTHER,
      },
      ...{
        total: 90.5,
        version: '1.0',
        time: '08:00:00.30Z',
        content: '["for 7.05 CNY"]',
        signed: 'eyJ.12.CNY',
      },
    };
    const in_ = (currency: string): unknown => JSON.parse(saidIn(JSON.stringify(said), currency));
    expect(in_('CNY')).toEqual({ ...said, other: 'EUR' });
    const kept = { total: 90.5, version: '1.0', time: '08:00:00.30Z', signed: 'eyJ.12.CNY' };
    const yen = {
      ...{ utterance: 'At most 15000 JPY each, by 2026.11.30.', currency: 'JPY', price: '50', other: 'EUR' },
      ...{ content: '["for 705 JPY"]', ...kept },
    };
    expect(in_('JPY')).toEqual(yen);
    expect(JSON.parse(saidIn(JSON.stringify(yen), 'JPY'))).toEqual(yen);
    const euro = {
      ...{
        utterance: 'At most 150.00 EUR each, by 2026.11.30.',
        currency: 'EUR',
        price: '0.50',
        other: 'USD',
      },
      ...{ content: '["for 7.05 EUR"]', ...kept },
    };
    expect(in_('EUR')).toEqual(euro);
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
