import { ActError } from '../errors/index.ts';
import { hundredths, type Money } from './money.ts';

function checkSameCurrency(left: Money, right: Money): void {
  if (left.currency !== right.currency) {
    throw new ActError('currency_mismatch', { left: left.currency, right: right.currency });
  }
}

/** @throws currency_mismatch */
export function add(left: Money, right: Money): Money {
  checkSameCurrency(left, right);
  return { currency: left.currency, minor: left.minor + right.minor };
}

/** @throws currency_mismatch, amount_form when the result would be negative */
export function subtract(left: Money, right: Money): Money {
  checkSameCurrency(left, right);
  const minor = left.minor - right.minor;
  if (minor < 0n) throw new ActError('amount_form', { rule: 'negative' });
  return { currency: left.currency, minor };
}

/**
 * -1, 0 or 1, as `left` is less than, equal to or greater than `right`.
 *
 * @throws currency_mismatch
 */
export function compare(left: Money, right: Money): -1 | 0 | 1 {
  checkSameCurrency(left, right);
  if (left.minor === right.minor) return 0;
  return left.minor < right.minor ? -1 : 1;
}

/**
 * Whether `actual` deviates from `reference`, in either direction, by at most `percent` of `reference`. `percent` is
 * a number with at most two decimals as `parseStrict` returns it (5 is five percent). Computed without rounding.
 *
 * @throws currency_mismatch, amount_form when `percent` is negative, not finite or has a third decimal
 * @see CID-CART-CFM-06, OA-MNY-05
 */
export function withinTolerance(reference: Money, actual: Money, percent: number): boolean {
  checkSameCurrency(reference, actual);
  if (Object.is(percent, -0)) throw new ActError('amount_form');
  const difference = actual.minor - reference.minor;
  const deviation = difference < 0n ? -difference : difference;
  // percent is in hundredths of a hundredth: both sides are multiplied by 100 · 100.
  return deviation * 10_000n <= reference.minor * hundredths(String(percent));
}
