import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ActError } from '../errors/index.ts';
import {
  amountFromNumber,
  CURRENCY_DECIMALS,
  currencyDecimals,
  formatAmount,
  formatSum,
  parseAmount,
  parseSum,
  writtenStep,
} from './index.ts';

function codeOf(run: () => unknown): string {
  try {
    run();
  } catch (error) {
    if (error instanceof ActError) return error.code;
    throw error;
  }
  return 'accepted';
}

describe('OA-MNY-04 parseAmount', () => {
  it.each([
    ['4.35', 'CNY', 435n],
    ['500.00', 'CNY', 50_000n],
    ['500', 'CNY', 50_000n],
    ['0.1', 'CNY', 10n],
    ['0', 'CNY', 0n],
    ['0.00', 'CNY', 0n],
    ['9999999999999.99', 'CNY', 999_999_999_999_999n],
    ['500', 'JPY', 500n],
    ['500.0', 'JPY', 500n],
    ['500.00', 'JPY', 500n],
    ['1.5', 'KWD', 1_500n],
    ['1.55', 'KWD', 1_550n],
    ['2', 'KWD', 2_000n],
  ])('reads %s %s as %s minor units', (lexeme, currency, minor) => {
    expect(parseAmount(lexeme, currency)).toEqual({ currency, minor });
  });

  it.each([
    ['', 'CNY', 'amount_form'],
    ['1.234', 'CNY', 'amount_form'],
    ['1.234', 'KWD', 'amount_form'],
    ['-1', 'CNY', 'amount_form'],
    ['+1', 'CNY', 'amount_form'],
    ['1e2', 'CNY', 'amount_form'],
    ['01', 'CNY', 'amount_form'],
    ['00', 'CNY', 'amount_form'],
    ['.5', 'CNY', 'amount_form'],
    ['5.', 'CNY', 'amount_form'],
    [' 5', 'CNY', 'amount_form'],
    ['5\n', 'CNY', 'amount_form'],
    ['1,000', 'CNY', 'amount_form'],
    ['٥', 'CNY', 'amount_form'],
    ['0x10', 'CNY', 'amount_form'],
    ['99999999999999.99', 'CNY', 'amount_form'],
    ['90071992547409.93', 'CNY', 'amount_form'],
    ['1000000000000000', 'JPY', 'amount_form'],
    ['500.50', 'JPY', 'amount_precision'],
    ['0.01', 'JPY', 'amount_precision'],
    ['500', 'XAU', 'currency_unknown'],
    ['500', 'XTS', 'currency_unknown'],
    ['500', 'XXX', 'currency_unknown'],
    ['500', 'XDR', 'currency_unknown'],
    ['500', 'CLF', 'currency_unknown'],
    ['500', 'DEM', 'currency_unknown'],
    ['500', 'cny', 'currency_unknown'],
    ['500', 'CN', 'currency_unknown'],
    ['500', '', 'currency_unknown'],
    ['500', 'constructor', 'currency_unknown'],
  ])('refuses %j %j with %s', (lexeme, currency, code) => {
    expect(codeOf(() => parseAmount('500', 'CNY'))).toBe('accepted');
    expect(codeOf(() => parseAmount(lexeme, currency))).toBe(code);
  });
});

describe('amountFromNumber', () => {
  it.each([
    [4.35, 435n],
    [500, 50_000n],
    [0, 0n],
    [9999999999999.99, 999_999_999_999_999n],
  ])('reads %d exactly', (value, minor) => {
    expect(amountFromNumber(value, 'CNY')).toEqual({ currency: 'CNY', minor });
  });

  it.each([-1, -0, -0.01, 0.1 + 0.2, 1e21, 1e-7, Number.NaN, Number.POSITIVE_INFINITY])(
    'refuses %d',
    (value) => {
      expect(codeOf(() => amountFromNumber(0.3, 'CNY'))).toBe('accepted');
      expect(codeOf(() => amountFromNumber(value, 'CNY'))).toBe('amount_form');
    },
  );

  it('refuses a number finer than the currency, and a currency that is none', () => {
    expect(codeOf(() => amountFromNumber(1, 'JPY'))).toBe('accepted');
    expect(codeOf(() => amountFromNumber(1.5, 'JPY'))).toBe('amount_precision');
    expect(codeOf(() => amountFromNumber(1, 'ABC'))).toBe('currency_unknown');
  });
});

describe('formatAmount', () => {
  it.each([
    ['CNY', 55_350n, '553.50'],
    ['CNY', 5n, '0.05'],
    ['CNY', 0n, '0.00'],
    ['CNY', 999_999_999_999_999n, '9999999999999.99'],
    ['JPY', 500n, '500'],
    ['JPY', 0n, '0'],
    ['KWD', 1_500n, '1.50'],
    ['KWD', 10n, '0.01'],
  ])('writes %s %s as %s', (currency, minor, text) => {
    expect(formatAmount({ currency, minor })).toBe(text);
  });

  it.each([
    ['KWD', 1_501n, 'amount_precision'],
    ['KWD', 1n, 'amount_precision'],
    ['CNY', -1n, 'amount_form'],
    ['JPY', -1n, 'amount_form'],
    ['CNY', 1_000_000_000_000_000n, 'amount_form'],
    ['XAU', 1n, 'currency_unknown'],
  ])('refuses %s %s with %s', (currency, minor, code) => {
    expect(codeOf(() => formatAmount({ currency: 'KWD', minor: 1_510n }))).toBe('accepted');
    expect(codeOf(() => formatAmount({ currency, minor }))).toBe(code);
  });
});

describe('OA-MNY-04 formatSum and parseSum', () => {
  it.each([
    ['CNY', 55_350n, '553.50'],
    ['CNY', 0n, '0.00'],
    ['CNY', 1_000_000_000_000_000n, '10000000000000.00'],
    ['CNY', 2n ** 63n - 1n, '92233720368547758.07'],
    ['JPY', 2n ** 63n - 1n, '9223372036854775807'],
    ['KWD', 9_223_372_036_854_775_800n, '9223372036854775.80'],
  ])('tell %s %s as %s', (currency, minor, text) => {
    expect(formatSum({ currency, minor })).toBe(text);
    expect(parseSum(text, currency)).toEqual({ currency, minor });
  });

  it.each([
    ['92233720368547758.08', 'CNY', 'amount_form'],
    ['9223372036854775808', 'JPY', 'amount_form'],
    ['1.234', 'CNY', 'amount_form'],
    ['-1', 'CNY', 'amount_form'],
    ['01', 'CNY', 'amount_form'],
    ['0.5', 'JPY', 'amount_precision'],
    ['1', 'XAU', 'currency_unknown'],
  ])('refuse %s %s with %s', (text, currency, code) => {
    expect(codeOf(() => parseSum('1', 'CNY'))).toBe('accepted');
    expect(codeOf(() => parseSum(text, currency))).toBe(code);
  });

  it('refuse what is below zero, and what nobody can write', () => {
    expect(codeOf(() => formatSum({ currency: 'JPY', minor: 1n }))).toBe('accepted');
    expect(codeOf(() => formatSum({ currency: 'JPY', minor: -1n }))).toBe('amount_form');
    expect(codeOf(() => formatSum({ currency: 'KWD', minor: 1n }))).toBe('amount_precision');
  });
});

describe('amounts, properties', () => {
  const writable = fc
    .record({
      currency: fc.constantFrom(...CURRENCY_DECIMALS.keys()),
      units: fc.bigInt(0n, 999_999_999_999_999n),
    })
    .map(({ currency, units }) => ({
      currency,
      minor: currencyDecimals(currency) === 3 ? units * 10n : units,
    }));

  it('parse ∘ format is the identity on every writable amount', () => {
    fc.assert(
      fc.property(writable, (money) => {
        expect(parseAmount(formatAmount(money), money.currency)).toEqual(money);
      }),
    );
  });

  it('takes the JSON number of an amount to the same money as its text', () => {
    fc.assert(
      fc.property(writable, (money) => {
        expect(amountFromNumber(Number(formatAmount(money)), money.currency)).toEqual(money);
      }),
    );
  });

  it('adds 4.35 up without drift, where doubles do not', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2_000_000 }), (times) => {
        const one = parseAmount('4.35', 'CNY');
        expect(formatAmount({ ...one, minor: one.minor * BigInt(times) })).toBe(
          `${Math.floor((435 * times) / 100)}.${String((435 * times) % 100).padStart(2, '0')}`,
        );
      }),
    );
    expect(4.35 * 100).not.toBe(435);
  });

  it('takes or refuses any text with a code, and what it takes is written back alike', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'0123456789.-+eE ') }), (text) => {
        const code = codeOf(() => parseAmount(text, 'CNY'));
        expect(['accepted', 'amount_form']).toContain(code);
        if (code === 'accepted') expect(Number(formatAmount(parseAmount(text, 'CNY')))).toBe(Number(text));
      }),
    );
  });
});

describe('CURRENCY_DECIMALS', () => {
  it('holds the 155 currencies of list one that are neither funds nor X codes without a minor unit', () => {
    const counts = [...CURRENCY_DECIMALS.values()].map(String);
    expect(CURRENCY_DECIMALS.size).toBe(155);
    expect(['0', '2', '3'].map((decimals) => counts.filter((count) => count === decimals).length)).toEqual([
      16, 132, 7,
    ]);
    expect([...CURRENCY_DECIMALS.keys()].every((code) => /^[A-Z]{3}$/.test(code))).toBe(true);
  });

  it.each([
    ['CNY', 2],
    ['JPY', 0],
    ['KRW', 0],
    ['KWD', 3],
    ['XOF', 0],
    ['XCD', 2],
    ['XCG', 2],
    ['ISK', 0],
    ['MRU', 2],
  ])('%s has %d decimals', (currency, decimals) => {
    expect(currencyDecimals(currency)).toBe(decimals);
  });
});

describe('writtenStep (OA-MNY-04)', () => {
  it.each([
    ['JPY', 1n],
    ['CNY', 1n],
    ['KWD', 10n],
  ])('of %s is %d: whatever is a multiple of it can be written, and nothing between', (currency, step) => {
    expect(writtenStep(currency)).toBe(step);
    for (const minor of [0n, step, 7n * step])
      expect(parseAmount(formatAmount({ currency, minor }), currency)).toEqual({ currency, minor });
    if (step > 1n)
      expect(codeOf(() => formatAmount({ currency, minor: step - 1n }))).toBe('amount_precision');
    expect(codeOf(() => writtenStep('XXX'))).toBe('currency_unknown');
  });
});
