import { readFileSync } from 'node:fs';
import { StartError } from '../http/index.ts';
import { ActError } from '../protocol/errors/index.ts';
import { isJsonObject, type JsonObject, type JsonValue, parseStrict } from '../protocol/json/index.ts';
import { parseAmount } from '../protocol/money/index.ts';
import { parseUtcSeconds } from '../protocol/time/index.ts';
import type { Promotion } from './psp/index.ts';

const LIMITS = { maxBytes: 65_536, maxDepth: 4 };
const MEMBERS = ['promotion_id', 'currency', 'amount', 'min_amount', 'budget', 'valid_until'] as const;

/**
 * Reads what the payment service takes off for its users, out of its own money: a JSON array of objects with
 * promotion_id, currency, amount, min_amount, budget (decimal strings in major units) and valid_until (UTC).
 *
 * @throws StartError that names what is wrong
 */
export function readPromotions(path: string | undefined): readonly Promotion[] {
  if (path === undefined || path === '') return [];
  try {
    const value = parseStrict(new Uint8Array(readFileSync(path)), LIMITS);
    if (!Array.isArray(value)) throw new StartError('it is no array');
    const promotions = value.map(promotionOf);
    const names = new Set(promotions.map(({ promotionId }) => promotionId));
    if (names.size < promotions.length) throw new StartError('a promotion_id stands twice');
    return promotions;
  } catch (error) {
    const why = error instanceof ActError ? `${error.code} ${JSON.stringify(error.evidence)}` : error;
    throw new StartError(`OPENACT_PROMOTIONS: ${path}: ${why instanceof Error ? why.message : String(why)}`);
  }
}

function promotionOf(value: JsonValue): Promotion {
  if (!isJsonObject(value)) throw new StartError('a promotion is no object');
  const surplus = Object.keys(value).find((name) => !(MEMBERS as readonly string[]).includes(name));
  if (surplus !== undefined) throw new StartError(`${surplus} is no member of a promotion`);
  const currency = textOf(value, 'currency');
  const minor = (member: (typeof MEMBERS)[number]): bigint =>
    parseAmount(textOf(value, member), currency).minor;
  const promotion = {
    promotionId: textOf(value, 'promotion_id'),
    currency,
    amountMinor: minor('amount'),
    minAmountMinor: minor('min_amount'),
    budgetMinor: minor('budget'),
    validUntil: parseUtcSeconds(textOf(value, 'valid_until')),
  };
  if (promotion.amountMinor === 0n) throw new StartError('a promotion takes nothing off');
  return promotion;
}

function textOf(value: JsonObject, member: (typeof MEMBERS)[number]): string {
  const text = value[member];
  if (typeof text !== 'string' || text === '') throw new StartError(`${member} is missing`);
  return text;
}
