import { ActError } from '../../protocol/errors/index.ts';
import type { Cart, Discount, QuoteRequestBody } from '../../protocol/generated/types.ts';
import { add, compare, formatAmount, type Money, parseAmount, subtract } from '../../protocol/money/index.ts';
import { formatUtcSeconds, parseUtcSeconds } from '../../protocol/time/index.ts';
import type { CatalogueItem, MerchantSettings } from '../config.ts';

export type Order = QuoteRequestBody['order'];

/** An order with its prices, before it is locked. */
export interface PricedOrder {
  readonly lines: Cart['lines'];
  readonly categories: string[];
  readonly amount: Money;
  readonly discounts: Discount[];
  readonly payerAmount: Money;
  /** The latest of the lines, in ISO 8601; absent when a line states none. */
  readonly deliverBy?: string;
}

/** One code is handed over for each unit, and a release answer holds so many. */
const MAX_UNITS = 100;

/**
 * Prices an order from the catalogue and holds it to what the agent expects to pay (after discounts).
 *
 * @throws ActError item_unknown, currency_mismatch, delivery_too_late, price_changed, schema_mismatch (too many units)
 * @see CID-CART-CFM-15
 */
export function priceOrder(
  config: MerchantSettings,
  items: readonly CatalogueItem[],
  order: Order,
): PricedOrder {
  const chosen = order.lines.map((line) => ({ ...line, item: findItem(items, line.item_id) }));
  const units = chosen.reduce((sum, line) => sum + line.quantity, 0);
  if (units > MAX_UNITS) throw new ActError('schema_mismatch', { rule: 'units', max_units: MAX_UNITS });
  const lines = chosen.map(({ item, quantity }) => pricedLine(item, quantity, order.currency));
  const amount = lines
    .map((line) => parseAmount(line.amount, order.currency))
    .reduce(add, { currency: order.currency, minor: 0n });
  const discounts = discountsFor(config, order, amount);
  const payerAmount = discounts
    .map((discount) => parseAmount(discount.amount, order.currency))
    .reduce(subtract, amount);
  if (compare(payerAmount, parseAmount(order.expected_amount, order.currency)) !== 0) {
    throw new ActError('price_changed', {
      amount: formatAmount(payerAmount),
      expected: order.expected_amount,
    });
  }
  return {
    lines,
    categories: lines.map((line) => line.category),
    amount,
    discounts,
    payerAmount,
    ...deliveryOf(
      chosen.map(({ item }) => item),
      order.deliver_by,
    ),
  };
}

function findItem(items: readonly CatalogueItem[], itemId: string): CatalogueItem {
  const item = items.find((candidate) => candidate.item_id === itemId);
  if (item === undefined) throw new ActError('item_unknown', { item_id: itemId });
  return item;
}

function pricedLine(item: CatalogueItem, quantity: number, currency: string): Cart['lines'][number] {
  if (item.currency !== currency) {
    throw new ActError('currency_mismatch', { item: item.currency, order: currency });
  }
  const unit = parseAmount(item.price, currency);
  return {
    item_id: item.item_id,
    name: item.name,
    category: item.category,
    quantity,
    unit_price: formatAmount(unit),
    amount: formatAmount({ currency, minor: unit.minor * BigInt(quantity) }),
  };
}

/** A coupon that is not offered, or is worth more than the order, takes nothing off. */
function discountsFor(config: MerchantSettings, order: Order, amount: Money): Discount[] {
  const coupon = config.coupons.find(
    ({ code, currency }) => code === order.coupon && currency === order.currency,
  );
  if (coupon === undefined) return [];
  const value = parseAmount(coupon.amount, coupon.currency);
  if (value.minor === 0n || compare(value, amount) > 0) return [];
  return [
    {
      funder: config.merchant,
      amount: formatAmount(value),
      ...(coupon.label === undefined ? {} : { label: coupon.label }),
    },
  ];
}

function deliveryOf(
  items: readonly CatalogueItem[],
  required: string | undefined,
): { readonly deliverBy?: string } {
  const times = items.map((item) => item.deliver_by);
  const stated = times.filter((time) => time !== undefined).map(parseUtcSeconds);
  const latest = stated.length === times.length ? Math.max(...stated) : undefined;
  if (required !== undefined && (latest === undefined || latest > parseUtcSeconds(required))) {
    throw new ActError('delivery_too_late', { required });
  }
  return latest === undefined ? {} : { deliverBy: formatUtcSeconds(latest) };
}
