export { add, compare, subtract, withinTolerance } from './arithmetic.ts';
export { CURRENCY_DECIMALS } from './currencies.ts';
export { isAmountLexeme } from './lexeme.ts';
export {
  amountFromNumber,
  currencyDecimals,
  formatAmount,
  formatSum,
  type Money,
  parseAmount,
  parseSum,
  writtenStep,
} from './money.ts';
