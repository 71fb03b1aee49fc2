import { ActError } from '../errors/index.ts';
import { AMOUNT_MAX_DECIMALS, SUM_MAX_MINOR } from '../limits.ts';
import { CURRENCY_DECIMALS } from './currencies.ts';
import { isAmountLexeme, isSumLexeme } from './lexeme.ts';

/** An exact amount: `minor` counts minor units of `currency` (fen for CNY, yen for JPY) and is not negative [OA-MNY-04]. */
export interface Money {
  readonly currency: string;
  readonly minor: bigint;
}

/**
 * Decimals of a currency's minor unit.
 *
 * @throws currency_unknown for anything but an active ISO 4217 currency
 */
export function currencyDecimals(currency: string): number {
  const decimals = CURRENCY_DECIMALS.get(currency);
  if (decimals === undefined) throw new ActError('currency_unknown');
  return decimals;
}

/**
 * The value of an amount lexeme in hundredths, exactly.
 *
 * @throws amount_form
 */
export function hundredths(lexeme: string): bigint {
  if (!isAmountLexeme(lexeme)) throw new ActError('amount_form');
  return hundredthsOf(lexeme);
}

function hundredthsOf(lexeme: string): bigint {
  const [whole = '', decimals = ''] = lexeme.split('.');
  return BigInt(whole + decimals.padEnd(AMOUNT_MAX_DECIMALS, '0'));
}

/**
 * Reads an amount written as a decimal string in major units: `"4.35"` CNY is 435 fen, `"500.00"` JPY is 500 yen.
 *
 * @throws amount_form (sign, exponent, leading zero, third decimal, empty, over 15 significant digits),
 *   amount_precision (finer than the minor unit), currency_unknown
 * @see OA-MNY-04, catalogue N3
 */
export function parseAmount(lexeme: string, currency: string): Money {
  const decimals = currencyDecimals(currency);
  return moneyOf(hundredths(lexeme), currency, decimals);
}

function moneyOf(value: bigint, currency: string, decimals: number): Money {
  if (decimals >= AMOUNT_MAX_DECIMALS) {
    return { currency, minor: value * 10n ** BigInt(decimals - AMOUNT_MAX_DECIMALS) };
  }
  const divisor = 10n ** BigInt(AMOUNT_MAX_DECIMALS - decimals);
  if (value % divisor !== 0n) throw new ActError('amount_precision', { currency, decimals });
  return { currency, minor: value / divisor };
}

/**
 * Reads what `formatSum` writes.
 *
 * @throws amount_form (as an amount, but for its digits; more minor units than the books hold), amount_precision,
 *   currency_unknown
 */
export function parseSum(lexeme: string, currency: string): Money {
  const decimals = currencyDecimals(currency);
  if (!isSumLexeme(lexeme)) throw new ActError('amount_form');
  const sum = moneyOf(hundredthsOf(lexeme), currency, decimals);
  if (sum.minor > SUM_MAX_MINOR) throw new ActError('amount_form', { rule: 'sum' });
  return sum;
}

/**
 * Reads an amount that ACT carries as a JSON number. Exact only for numbers that came through `parseStrict`, which
 * has refused the lexemes that a double cannot reproduce.
 *
 * @throws as `parseAmount`; amount_form also for a negative number, NaN and infinity
 */
export function amountFromNumber(value: number, currency: string): Money {
  // String(-0) is "0".
  if (Object.is(value, -0)) throw new ActError('amount_form');
  return parseAmount(String(value), currency);
}

/**
 * Writes an amount in major units with the decimals of its currency, at most two: 55350 fen is `"553.50"`, 500 yen
 * is `"500"`. An amount that needs the third decimal of its currency has no written form in this profile.
 *
 * @throws amount_precision (third decimal needed), amount_form (negative, over 15 digits), currency_unknown
 */
export function formatAmount(money: Money): string {
  const text = formatSum(money);
  if (!isAmountLexeme(text)) throw new ActError('amount_form');
  return text;
}

/**
 * Writes what amounts add up to (a balance, what is owed for a span): as an amount, and with as many digits as it needs.
 *
 * @throws amount_precision (third decimal needed), amount_form (negative), currency_unknown
 */
export function formatSum(money: Money): string {
  const decimals = currencyDecimals(money.currency);
  const written = Math.min(decimals, AMOUNT_MAX_DECIMALS);
  const divisor = 10n ** BigInt(decimals - written);
  if (money.minor % divisor !== 0n) {
    throw new ActError('amount_precision', { currency: money.currency, decimals: written });
  }
  if (money.minor < 0n) throw new ActError('amount_form', { rule: 'negative' });
  return decimalText(money.minor / divisor, written);
}

/**
 * The smallest step in which amounts of a currency can be written, in minor units: 1, and 10 where the currency has a third
 * decimal. What is shared out is shared out in such steps, or nobody could say how much it is.
 *
 * @throws currency_unknown
 * @see OA-MNY-04
 */
export function writtenStep(currency: string): bigint {
  return 10n ** BigInt(Math.max(currencyDecimals(currency) - AMOUNT_MAX_DECIMALS, 0));
}

function decimalText(units: bigint, decimals: number): string {
  if (decimals === 0) return String(units);
  const digits = String(units).padStart(decimals + 1, '0');
  return `${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`;
}
