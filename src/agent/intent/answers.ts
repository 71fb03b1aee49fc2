import { ActError } from '../../protocol/errors/index.ts';
import { isJsonObject, type JsonValue } from '../../protocol/json/index.ts';
import { currencyDecimals } from '../../protocol/money/index.ts';
import { parseUtcSeconds } from '../../protocol/time/index.ts';
import { CURRENCY_SIGN, currencyIn } from './currency-words.ts';
import type { PartialIntent } from './draft.ts';
import { isIntentField } from './questions.ts';
import { AMOUNT_DIGITS, normalAmount } from './read-amounts.ts';
import { readTimes } from './read-times.ts';
import type { IntentField, IntentValues, ReadingContext } from './reader.ts';

type Read<T> = (value: JsonValue, context: ReadingContext) => T | undefined;

const DID = /^did:act:[A-Za-z0-9.-]{1,100}\/[A-Za-z0-9._:~-]{1,120}$/;
const CATEGORY = /^[a-z0-9][a-z0-9._/-]{0,63}$/;
const MAX_ITEMS = 64;
const MAX_COUNT = 10_000;
const MAX_DEPTH = 3;
const MAX_RETRIES = 100;
const MAX_ADDRESS_CHARS = 200;
/** As long as an utterance: what reads it searches, and no search may hold everybody else up. */
const MAX_ANSWER_CHARS = 4_000;

const AMOUNT = new RegExp(
  `^\\s*(?<sign>${CURRENCY_SIGN}|[a-z]{3}(?=[\\s\\d]))?\\s*(?<number>${AMOUNT_DIGITS}(?:\\.\\d{1,2})?)\\s*(?<unit>[a-z]+|\\p{Script=Han}+|円)?\\s*$`,
  'iu',
);

/** Whoever names a currency with an amount means that one, and no other. */
const amount: Read<string> = (value, { currency }) => {
  const text = typeof value === 'number' ? String(value) : typeof value === 'string' ? value : '';
  const { sign, number, unit } = AMOUNT.exec(text)?.groups ?? {};
  const isNamed = sign !== undefined || unit !== undefined;
  const isMeant = !isNamed || currencyIn(sign, unit, currency) === currency;
  return number !== undefined && isMeant ? normalAmount(number, currency) : undefined;
};

const count: Read<number> = (value) => {
  const number = typeof value === 'string' && /^\d{1,5}$/.test(value) ? Number(value) : value;
  return Number.isSafeInteger(number) && Number(number) >= 1 && Number(number) <= MAX_COUNT
    ? Number(number)
    : undefined;
};

const retries: Read<number> = (value) => {
  const number = typeof value === 'string' && /^\d{1,3}$/.test(value) ? Number(value) : value;
  return typeof number === 'number' && Number.isSafeInteger(number) && number >= 0 && number <= MAX_RETRIES
    ? number
    : undefined;
};

const percent: Read<number> = (value) => {
  if (typeof value !== 'string' && typeof value !== 'number') return undefined;
  const text = String(value).replace(/\s*%$/, '');
  return /^\d{1,3}(?:\.\d{1,2})?$/.test(text) ? Number(text) : undefined;
};

/** The exact form, or a date in words, on the user's clock. */
function time(field: 'validity_end_time' | 'delivery_time_requirement'): Read<string> {
  return (value, context) => {
    if (typeof value !== 'string') return undefined;
    if (/T.*Z$/.test(value)) {
      parseUtcSeconds(value);
      return value;
    }
    const prefix = field === 'validity_end_time' ? 'valid until ' : '';
    const read = [...readTimes(`${prefix}${value}`, context), ...readTimes(`valid for ${value}`, context)];
    const found = read.find((finding) => finding.field === field);
    return typeof found?.value === 'string' ? found.value : undefined;
  };
}

function list(one: (text: string, context: ReadingContext) => string | undefined): Read<readonly string[]> {
  return (value, context) => {
    const items = typeof value === 'string' ? value.split(/[,，]/) : Array.isArray(value) ? value : [];
    const read = items.map((item) => (typeof item === 'string' ? one(item.trim(), context) : undefined));
    const known = read.filter((item) => item !== undefined);
    const isWhole = known.length === read.length && known.length > 0 && known.length <= MAX_ITEMS;
    return isWhole ? [...new Set(known)] : undefined;
  };
}

const merchants = list((text, context) => {
  if (DID.test(text)) return text;
  return context.merchants.find(({ names }) =>
    names.some((name) => name.toLowerCase() === text.toLowerCase()),
  )?.merchant;
});

const categories = list((text, context) => {
  const named = context.categories.find(({ words }) => words.includes(text.toLowerCase()))?.category;
  return named ?? (CATEGORY.test(text) ? text : undefined);
});

const READERS: { readonly [F in IntentField]: Read<IntentValues[F]> } = {
  need: list((text) => (text.length > 0 && text.length <= 80 ? text : undefined)),
  grade: (value) => (typeof value === 'string' && value.length <= 80 ? value : undefined),
  quantity: count,
  allowed_categories: categories,
  forbidden_categories: categories,
  currency: (value) => {
    if (typeof value !== 'string') return undefined;
    currencyDecimals(value);
    return value;
  },
  max_single_amount: amount,
  min_single_amount: amount,
  max_total_amount: amount,
  times_limit: count,
  delegation_depth: (value, context) => {
    const depth = count(value, context);
    return depth !== undefined && depth <= MAX_DEPTH ? depth : undefined;
  },
  allowed_merchants: (value, context) =>
    value === 'any' || value === '不限' ? 'any' : merchants(value, context),
  forbidden_merchants: merchants,
  delivery_time_requirement: time('delivery_time_requirement'),
  delivery_address: (value) => {
    const text = typeof value === 'string' ? value.trim() : '';
    return text.length > 0 && text.length <= MAX_ADDRESS_CHARS ? text : undefined;
  },
  validity_end_time: time('validity_end_time'),
  reference_price: amount,
  price_deviation_tolerance: percent,
  price_deviation_action: (value) =>
    value === 'PAUSE_AND_NOTIFY' || value === 'AUTO_CANCEL' ? value : undefined,
  on_payment_failure: (value) => (value === 'AUTO_RETRY' || value === 'CANCEL' ? value : undefined),
  max_retry_count: retries,
  delegator_identity: (value) => (typeof value === 'string' && DID.test(value) ? value : undefined),
};

/**
 * Reads answers `{field: value}` of the user. Lists may be given as text with commas, sellers and categories by the
 * names people use, amounts with or without their currency.
 *
 * @throws ActError schema_mismatch (unknown field or a value that does not fit), currency_unknown
 */
export function readAnswers(answers: JsonValue, context: ReadingContext): PartialIntent {
  if (!isJsonObject(answers)) throw new ActError('schema_mismatch', { rule: 'answers' });
  const currency = typeof answers.currency === 'string' ? answers.currency : context.currency;
  const read: Record<string, unknown> = {};
  for (const [field, value] of Object.entries(answers)) {
    if (!isIntentField(field)) throw new ActError('schema_mismatch', { rule: 'unknown_field', field });
    const isTooLong = typeof value === 'string' && value.length > MAX_ANSWER_CHARS;
    const found = isTooLong ? undefined : READERS[field](value, { ...context, currency });
    if (found === undefined) throw new ActError('schema_mismatch', { rule: 'answer', field });
    read[field] = found;
  }
  return read as PartialIntent;
}
