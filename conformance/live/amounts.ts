/** Amounts as subjects write them, in the currency that their vendor has chosen. */
import { SubjectFault } from '../run/case.ts';

/** Currencies without a minor unit; of every other one two decimals are written at most. */
const WHOLE: ReadonlySet<string> = new Set(
  'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX VND VUV XAF XOF XPF'.split(' '),
);

export const decimalsOf = (currency: string): 0 | 2 => (WHOLE.has(currency) ? 0 : 2);

/**
 * An amount in the smallest that can be written of its currency: `"12.50"` CNY and `"1250"` JPY are both 1250.
 *
 * @throws SubjectFault where it is no amount of this currency
 */
export function smallestOf(amount: unknown, currency: string): bigint {
  const decimals = decimalsOf(currency);
  const [, whole = '', rest = ''] = /^(\d+)(?:\.(\d{1,2}))?$/.exec(String(amount)) ?? [];
  const finer = rest.slice(decimals);
  if (whole === '' || /[^0]/.test(finer))
    throw new SubjectFault(`${String(amount)} is no amount of ${currency}.`);
  return BigInt(whole + rest.slice(0, decimals).padEnd(decimals, '0'));
}

/** So many of the smallest, as an amount is written. */
export function written(smallest: bigint, currency: string): string {
  const decimals = decimalsOf(currency);
  const digits = String(smallest).padStart(decimals + 1, '0');
  const at = digits.length - decimals;
  return decimals === 0 ? digits : `${digits.slice(0, at)}.${digits.slice(at)}`;
}

/** Members of messages that are amounts, or lists of them: texts, or numbers in mandates. */
const AMOUNTS: ReadonlySet<string> = new Set(
  `amount payer_amount max_amount min_amount max_total_amount max_single_amount min_single_amount confirm_above
   reference_price owed`.split(/\s+/),
);

/**
 * What is said with cents, in a currency that may have none: every amount within is as many of the smallest. `1.50` is 1.50 CNY,
 * 1.50 KWD and 150 JPY. What is no amount stays as it is.
 */
export function inCurrency<T>(said: T, currency: string): T {
  return decimalsOf(currency) === 0 ? (withoutCents(said) as T) : said;
}

function withoutCents(said: unknown, name = ''): unknown {
  if (Array.isArray(said)) return said.map((one) => withoutCents(one, name));
  if (typeof said === 'object' && said !== null)
    return Object.fromEntries(Object.entries(said).map(([key, value]) => [key, withoutCents(value, key)]));
  if (!AMOUNTS.has(name)) return said;
  if (typeof said === 'number') return Math.round(said * 100);
  return typeof said === 'string' && /^\d+\.\d\d$/.test(said) ? String(Number(said.replace('.', ''))) : said;
}

/** Stands, in what a case says, for a currency that is not the subject's: the code for none. */
export const ANOTHER = 'XXX';

/**
 * JSON as a case says it in CNY, in this currency: codes, and amounts that are texts or stand in a sentence. It can be done twice, so
 * that it is done wherever something leaves; numbers, which could not, stay.
 */
export function saidIn(json: string, currency: string): string {
  return json
    .replace(/(\d+)\.(\d\d)(?="| CNY)/g, (_, whole, cents) => written(BigInt(whole + cents), currency))
    .replace(/(?<="|\d )CNY\b/g, currency)
    .replaceAll(`"${ANOTHER}"`, `"${anotherThan(currency)}"`);
}

/** A currency that is not this one, in which the same figure can be written. */
export const anotherThan = (currency: string): string => (currency === 'EUR' ? 'USD' : 'EUR');
