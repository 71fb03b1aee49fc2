import { ActError } from '../../protocol/errors/index.ts';
import { CURRENCY_DECIMALS, formatAmount, parseAmount } from '../../protocol/money/index.ts';
import {
  COUNTRY_BEFORE,
  COUNTRY_BEHIND,
  CURRENCY_SIGN,
  CURRENCY_UNIT,
  currencyIn,
} from './currency-words.ts';
import type { Finding } from './reader.ts';

/** Digits, in threes where a comma stands between them: another comma may be that of decimals, and is not guessed at. */
export const AMOUNT_DIGITS = '(?:\\d{1,3}(?:,\\d{3})+|\\d+)';
const PART_BEFORE = '(?<!\\d|\\d,|\\.|\\de)';
const PART_AFTER = '(?!\\d|[.,]\\d|e\\d|\\s?(?:万|千|百|亿|[km]\\b|thousand|million))';
/** What is a part of another number, or is told in thousands and more, is not the amount that was meant. */
const AMOUNT = new RegExp(
  `(?<sign>${CURRENCY_SIGN})?\\s?${PART_BEFORE}(?<number>${AMOUNT_DIGITS}(?:\\.\\d+)?)${PART_AFTER}\\s?(?<unit>${CURRENCY_UNIT})?`,
  'gi',
);
const CODE_BEHIND = /^\s?([A-Z]{3})\b/;
/** As far as what names a currency may stand away. */
const NEAR_CHARS = 8;
const CODE_BEFORE = /\b([A-Z]{3})\s?$/;

const SINGLE =
  /\b(?:each|per (?:ticket|payment|purchase|order|item|time)|apiece|single|a time|every time)\b|单笔|每笔|每次|每张|每单|单次|单价/i;
const TOTAL =
  /\b(?:total|in all|altogether|overall|budget|all together|in sum)\b|总共|合计|一共|总额|总计|总预算|预算|共计/i;
const REFERENCE =
  /\b(?:around|about|usual(?:ly)?|reference|normally|normal price|costs?|listed)\b|左右|大约|参考价|原价|票价/i;
const MINIMUM = /\b(?:at least|no less than|minimum|not under)\b|至少|不低于|最低/i;

interface FoundAmount {
  readonly start: number;
  readonly end: number;
  readonly lexeme: string;
  readonly currency: string;
}

type AmountField = 'max_single_amount' | 'max_total_amount' | 'min_single_amount' | 'reference_price';

/**
 * Amounts with a currency, and what limit each is. An amount that says neither "each" nor "in total" is taken
 * for the limit of one payment and marked ambiguous. `own` is the currency that the user is taken to pay in.
 */
export function readAmounts(text: string, own: string): Finding[] {
  const amounts = findAmounts(text, own);
  return amounts.flatMap((amount, index) => {
    const before = text.slice(amounts[index - 1]?.end ?? 0, amount.start);
    const after = text.slice(amount.end, amounts[index + 1]?.start ?? text.length);
    const field = meaningOf(lastClause(before), firstClause(after));
    return [
      { field: 'currency', value: amount.currency } as const,
      { field: field ?? 'max_single_amount', value: amount.lexeme, ambiguous: field === undefined } as const,
    ];
  });
}

function findAmounts(text: string, own: string): FoundAmount[] {
  const found: FoundAmount[] = [];
  for (const match of text.matchAll(AMOUNT)) {
    const { sign, number = '', unit } = match.groups ?? {};
    const [start, end] = [match.index, match.index + match[0].length];
    const before = text.slice(Math.max(found.at(-1)?.end ?? 0, start - NEAR_CHARS), start);
    const behind = text.slice(end, end + NEAR_CHARS);
    const currency = currencyOf({ before, sign, unit, behind }, own);
    const lexeme = currency === undefined ? undefined : normalAmount(number, currency);
    if (currency === undefined || lexeme === undefined) continue;
    const [code = '', name] = CODE_BEHIND.exec(behind) ?? [];
    found.push({ start, end: name === own ? end + code.length : end, lexeme, currency });
  }
  return found;
}

/** What stands around a number. */
interface Around {
  readonly before: string;
  readonly sign: string | undefined;
  readonly unit: string | undefined;
  readonly behind: string;
}

/** By its code only the user's own currency is known: of others, and of countries, no amount is guessed at. */
function currencyOf({ before, sign, unit, behind }: Around, own: string): string | undefined {
  if (COUNTRY_BEFORE.test(before) || COUNTRY_BEHIND.test(behind)) return undefined;
  const codes = [CODE_BEFORE.exec(before)?.[1], CODE_BEHIND.exec(behind)?.[1]].filter(
    (code) => code !== undefined && CURRENCY_DECIMALS.has(code),
  );
  const named = sign === undefined && unit === undefined ? undefined : currencyIn(sign, unit, own);
  if (codes.length === 0) return named;
  const isOwn = codes.every((code) => code === own) && (named ?? own) === own;
  return isOwn ? own : undefined;
}

/** The amount as this profile writes it, or undefined when it is none (a third decimal, too large). */
export function normalAmount(text: string, currency: string): string | undefined {
  try {
    return formatAmount(parseAmount(text.replaceAll(',', ''), currency));
  } catch (error) {
    if (error instanceof ActError) return undefined;
    throw error;
  }
}

/** What follows an amount in its own clause says more than what stands before it. */
function meaningOf(before: string, after: string): AmountField | undefined {
  if (TOTAL.test(after)) return 'max_total_amount';
  if (SINGLE.test(after)) return 'max_single_amount';
  if (MINIMUM.test(before)) return 'min_single_amount';
  if (TOTAL.test(before)) return 'max_total_amount';
  if (SINGLE.test(before)) return 'max_single_amount';
  if (REFERENCE.test(before) || /^\s*左右/.test(after)) return 'reference_price';
  return undefined;
}

const CLAUSE_END = /[,，;；。!！?？\n]|\.(?=\s|$)|\band\b|\bbut\b/i;

function firstClause(text: string): string {
  return text.split(CLAUSE_END, 1)[0] ?? '';
}

function lastClause(text: string): string {
  return text.split(CLAUSE_END).at(-1) ?? '';
}
