import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ActError } from '../errors/index.ts';
import { add, compare, type Money, subtract, withinTolerance } from './index.ts';

const cny = (minor: bigint): Money => ({ currency: 'CNY', minor });
const usd = (minor: bigint): Money => ({ currency: 'USD', minor });

function codeOf(run: () => unknown): string {
  try {
    run();
  } catch (error) {
    if (error instanceof ActError) return error.code;
    throw error;
  }
  return 'accepted';
}

describe('add, subtract, compare', () => {
  it('add and subtract exactly, past 2^53 too', () => {
    expect(add(cny(9_007_199_254_740_993n), cny(2n))).toEqual(cny(9_007_199_254_740_995n));
    expect(subtract(cny(100n), cny(100n))).toEqual(cny(0n));
    expect([compare(cny(1n), cny(2n)), compare(cny(2n), cny(2n)), compare(cny(3n), cny(2n))]).toEqual([
      -1, 0, 1,
    ]);
  });

  it('refuse two currencies (P5)', () => {
    for (const operation of [add, subtract, compare]) {
      expect(codeOf(() => operation(cny(2n), cny(1n)))).toBe('accepted');
      expect(codeOf(() => operation(cny(2n), usd(1n)))).toBe('currency_mismatch');
    }
  });

  it('subtract refuses to go below zero', () => {
    expect(codeOf(() => subtract(cny(1n), cny(1n)))).toBe('accepted');
    expect(codeOf(() => subtract(cny(1n), cny(2n)))).toBe('amount_form');
  });
});

describe('withinTolerance (CID-CART-CFM-06)', () => {
  it.each([
    [10_000n, 10_500n, 5, true],
    [10_000n, 10_501n, 5, false],
    [10_000n, 9_500n, 5, true],
    [10_000n, 9_499n, 5, false],
    [10_000n, 10_001n, 0, false],
    [10_000n, 10_000n, 0, true],
    [10_000n, 10_001n, 0.01, true],
    [10_000n, 10_002n, 0.01, false],
    [333n, 349n, 5, true],
    [333n, 350n, 5, false],
    [0n, 0n, 5, true],
    [0n, 1n, 100, false],
    [100n, 250n, 150, true],
  ])('%s → %s at %d%%: %s', (reference, actual, percent, expected) => {
    expect(withinTolerance(cny(reference), cny(actual), percent)).toBe(expected);
  });

  it.each([-1, -0, 1.234, Number.NaN, Number.POSITIVE_INFINITY, 1e-7])(
    'refuses a tolerance of %d',
    (percent) => {
      expect(codeOf(() => withinTolerance(cny(1n), cny(1n), 1.23))).toBe('accepted');
      expect(codeOf(() => withinTolerance(cny(1n), cny(1n), percent))).toBe('amount_form');
    },
  );

  it('refuses two currencies', () => {
    expect(codeOf(() => withinTolerance(cny(1n), usd(1n), 5))).toBe('currency_mismatch');
    expect(codeOf(() => withinTolerance(cny(1n), cny(1n), 5))).toBe('accepted');
  });

  it('OA-MNY-05 is exact at the border for every reference and percentage', () => {
    const reference = fc.bigInt(0n, 999_999_999_999_999n);
    fc.assert(
      fc.property(reference, fc.integer({ min: 0, max: 100_00 }), (minor, hundredths) => {
        const percent = hundredths / 100;
        const allowed = (minor * BigInt(hundredths)) / 10_000n;
        expect(withinTolerance(cny(minor), cny(minor + allowed), percent)).toBe(true);
        expect(withinTolerance(cny(minor), cny(minor + allowed + 1n), percent)).toBe(false);
      }),
    );
  });
});
