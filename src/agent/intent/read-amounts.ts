import { ActError } from '../../protocol/errors/index.ts';
import { CURRENCY_DECIMALS, formatAmount, parseAmount } from '../../protocol/money/index.ts';
import type { Finding } from './reader.ts';

const CURRENCY_OF: Readonly<Record<string, string>> = {
  ...{ '¥': 'CNY', yuan: 'CNY', rmb: 'CNY', cny: 'CNY', 元: 'CNY', 块: 'CNY', 块钱: 'CNY', 人民币: 'CNY' },
  ...{ $: 'USD', us$: 'USD', usd: 'USD', dollar: 'USD', dollars: 'USD', 美元: 'USD' },
  ...{ '€': 'EUR', eur: 'EUR', euro: 'EUR', euros: 'EUR', 欧元: 'EUR' },
  ...{ yen: 'JPY', jpy: 'JPY', 日元: 'JPY', 円: 'JPY' },
};

/** Digits, in threes where a comma stands between them: another comma may be that of decimals, and is not guessed at. */
export const AMOUNT_DIGITS = '(?:\\d{1,3}(?:,\\d{3})+|\\d+)';
/** With a letter before it the sign is that of another country. */
export const CURRENCY_SIGN = '\\bus\\$|(?<![a-z$])[¥$€]|\\b(?:cny|rmb|usd|eur|jpy)\\s?|人民币';

const UNIT =
  'yuan\\b|rmb\\b|cny\\b|元|块钱|块|usd\\b|dollars?\\b|美元|eur\\b|euros?\\b|欧元|yen\\b|jpy\\b|日元|円';
const PART_BEFORE = '(?<!\\d|\\d,|\\.|\\de)';
const PART_AFTER = '(?!\\d|[.,]\\d|e\\d|\\s?(?:万|千|百|亿|[km]\\b|thousand|million))';
/** What is a part of another number, or is told in thousands and more, is not the amount that was meant. */
const AMOUNT = new RegExp(
  `(?<sign>${CURRENCY_SIGN})?\\s?${PART_BEFORE}(?<number>${AMOUNT_DIGITS}(?:\\.\\d+)?)${PART_AFTER}\\s?(?<unit>${UNIT})?`,
  'gi',
);
const CODE_BEHIND = /^\s?([A-Z]{3})\b/;

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
 * for the limit of one payment and marked ambiguous.
 */
export function readAmounts(text: string): Finding[] {
  const amounts = findAmounts(text);
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

function findAmounts(text: string): FoundAmount[] {
  const found: FoundAmount[] = [];
  for (const match of text.matchAll(AMOUNT)) {
    const { sign, number, unit } = match.groups ?? {};
    const behind = CODE_BEHIND.exec(text.slice(match.index + match[0].length))?.[1] ?? '';
    const currency = CURRENCY_DECIMALS.has(behind) ? undefined : currencyIn(sign, unit);
    const lexeme = currency === undefined ? undefined : normalAmount(number ?? '', currency);
    if (currency === undefined || lexeme === undefined) continue;
    found.push({ start: match.index, end: match.index + match[0].length, lexeme, currency });
  }
  return found;
}

/**
 * The currency that stands before an amount, after it, or both. ¥ is yuan and yen: what follows it says which.
 *
 * @returns undefined where none is known, or the two are not of one
 */
export function currencyIn(sign: string | undefined, unit: string | undefined): string | undefined {
  const [before, after] = [sign, unit].map((mark) => {
    const name = mark?.trim().toLowerCase() ?? '';
    return Object.hasOwn(CURRENCY_OF, name) ? CURRENCY_OF[name] : undefined;
  });
  if (before === undefined || after === undefined) return after ?? before;
  return before === after || (sign === '¥' && after === 'JPY') ? after : undefined;
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
