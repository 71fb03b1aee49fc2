import { AMOUNT_MAX_SIGNIFICANT_DIGITS } from '../limits.ts';

const SUM_LEXEME = /^(?:0|[1-9]\d*)(?:\.\d{1,2})?$/;

/** Digits from the first non-zero one on; trailing zeros count, because they were written. */
export function significantDigits(lexeme: string): number {
  return lexeme.replace(/^-?[0.]*/, '').replace('.', '').length;
}

/** A text that is no longer than that has no more digits. */
function hasTooManyDigits(lexeme: string): boolean {
  const max = AMOUNT_MAX_SIGNIFICANT_DIGITS;
  return lexeme.length > max && significantDigits(lexeme) > max;
}

/**
 * Whether a text is an amount as this profile writes it: no sign, no exponent, no leading zero, at most two
 * decimals, at most 15 significant digits. With 15 digits, `String(Number(lexeme))` names the same decimal as
 * the lexeme, so an amount that came as a JSON number is still exact after it was parsed.
 *
 * @see catalogue N3
 */
export function isAmountLexeme(lexeme: string): boolean {
  return isSumLexeme(lexeme) && !hasTooManyDigits(lexeme);
}

/** As an amount, with any number of digits before the point. */
export function isSumLexeme(lexeme: string): boolean {
  return SUM_LEXEME.test(lexeme);
}
