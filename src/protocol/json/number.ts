import { ActError } from '../errors/index.ts';
import { AMOUNT_MAX_SIGNIFICANT_DIGITS } from '../limits.ts';
import { isAmountLexeme, significantDigits } from '../money/lexeme.ts';

/** Members of ACT's messages whose JSON number is an amount or a percentage with two decimals. */
export const AMOUNT_MEMBERS: ReadonlySet<string> = new Set([
  'max_total_amount',
  'max_single_amount',
  'min_single_amount',
  'price_deviation_tolerance',
  'price',
  'estimated_amount',
  'reference_price',
  'confirm_above',
]);

const PLAIN_LEXEME = /^-?(?:0|[1-9]\d*)(?:\.\d+)?$/;

/** Below this RFC 8785 writes an exponent, which this profile could not read back. */
const SMALLEST_FRACTION = 1e-6;

function refuse(rule: string): never {
  throw new ActError('json_number_form', { rule });
}

function fractionOf(lexeme: string): number {
  const value = Number(lexeme);
  // "1.0" passes `type: integer` in JSON Schema, so an integral value has to be written as an integer.
  if (Number.isInteger(value)) refuse('integral_fraction');
  if (significantDigits(lexeme) > AMOUNT_MAX_SIGNIFICANT_DIGITS) refuse('significant_digits');
  if (Math.abs(value) < SMALLEST_FRACTION) refuse('too_small');
  return value;
}

function integerOf(lexeme: string): number {
  const value = Number(lexeme);
  if (Object.is(value, -0)) refuse('negative_zero');
  if (!Number.isSafeInteger(value)) refuse('magnitude');
  return value;
}

/**
 * The value of a JSON number, judged by how it is written: no exponent, magnitude ≤ 2^53−1, no `-0`, no
 * integral fraction, ≤ 15 significant digits in a fraction. In an amount member `500.00` is allowed and a
 * sign or a third decimal is not.
 *
 * @throws json_number_form
 * @see catalogue N3; RFC 7493 2.2
 */
export function numberOf(lexeme: string, isAmount: boolean): number {
  if (!PLAIN_LEXEME.test(lexeme)) refuse('lexeme');
  if (isAmount) return isAmountLexeme(lexeme) ? Number(lexeme) : refuse('amount');
  return lexeme.includes('.') ? fractionOf(lexeme) : integerOf(lexeme);
}
