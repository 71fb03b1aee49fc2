import type { Code } from '../../protocol/errors/index.ts';
import type { IacPayload } from '../../protocol/generated/types.ts';
import { amountFromNumber, formatAmount, type Money, withinTolerance } from '../../protocol/money/index.ts';
import { parseUtcSeconds } from '../../protocol/time/index.ts';

/** What is about to be bought. */
export interface Offer {
  readonly merchant: string;
  readonly categories: readonly string[];
  /** Gross, of the whole order. */
  readonly amount: Money;
  /** Unix seconds; absent: the seller states none. */
  readonly deliverBy?: number;
}

/** What the payment service has confirmed under the mandate so far. */
export interface ConfirmedUse {
  /** Minor units of the mandate's currency, gross. */
  readonly spentMinor: bigint;
  readonly count: number;
}

/** Why an offer may not be bought. */
export interface Objection {
  readonly code: Code;
  readonly requirement: string;
  readonly reason: string;
}

type PreCheck = (offer: Offer, iac: IacPayload, use: ConfirmedUse) => readonly [Code, string] | undefined;

const DEFAULT_CURRENCY = 'CNY';

const shown = (value: number, currency: string): string =>
  `${formatAmount(amountFromNumber(value, currency))} ${currency}`;

const amount: PreCheck = (offer, iac, use) => {
  const currency = iac.currency ?? DEFAULT_CURRENCY;
  if (offer.amount.currency !== currency) return ['currency_mismatch', 'the currency is not the mandate’s'];
  const { max_single_amount: single, min_single_amount: minimum } = iac.ext?.commerce ?? {};
  const { minor } = offer.amount;
  if (single !== undefined && minor > amountFromNumber(single, currency).minor) {
    return ['amount_over_single_limit', `over ${shown(single, currency)} for one payment`];
  }
  if (minimum !== undefined && minor < amountFromNumber(minimum, currency).minor) {
    return ['amount_under_single_minimum', `under ${shown(minimum, currency)} for one payment`];
  }
  if (use.spentMinor + minor > amountFromNumber(iac.max_total_amount, currency).minor) {
    return ['amount_over_total_limit', `over what is left of ${shown(iac.max_total_amount, currency)}`];
  }
  const times = iac.ext?.openact?.times_limit;
  if (times !== undefined && use.count >= times) return ['times_limit_reached', `used ${times} times`];
  return undefined;
};

const category: PreCheck = (offer, iac) => {
  const { allowed_categories: allowed, forbidden_categories: forbidden = [] } = iac.ext?.commerce ?? {};
  const isOut = (name: string) =>
    forbidden.includes(name) || (allowed !== undefined && !allowed.includes(name));
  const outside = offer.categories.find(isOut);
  return outside === undefined ? undefined : ['category_not_allowed', `category ${outside}`];
};

const merchant: PreCheck = (offer, iac) => {
  const { allowed_merchants: allowed, forbidden_merchants: forbidden = [] } = iac.ext?.commerce ?? {};
  const isOut =
    forbidden.includes(offer.merchant) || (allowed !== undefined && !allowed.includes(offer.merchant));
  return isOut ? ['merchant_not_allowed', 'the seller is not on the user’s list'] : undefined;
};

const delivery: PreCheck = (offer, iac) => {
  const required = iac.ext?.fulfillment?.delivery_time_requirement;
  if (required === undefined) return undefined;
  const isLate = offer.deliverBy === undefined || offer.deliverBy > parseUtcSeconds(required);
  return isLate ? ['delivery_too_late', `needed by ${required}`] : undefined;
};

const price: PreCheck = (offer, iac) => {
  const tolerance = iac.ext?.agent_behavior?.price_deviation_tolerance;
  if (tolerance === undefined) return undefined;
  const reference = iac.ext?.openact?.reference_price;
  if (reference === undefined) return ['price_reference_missing', 'no price to count the tolerance from'];
  const expected = amountFromNumber(reference, iac.currency ?? DEFAULT_CURRENCY);
  // Another currency is objected to as an amount.
  if (offer.amount.currency !== expected.currency) return undefined;
  const isWithin = withinTolerance(expected, offer.amount, tolerance);
  return isWithin
    ? undefined
    : ['price_out_of_tolerance', `more than ${tolerance}% away from ${shown(reference, expected.currency)}`];
};

/** The five checks of the cart confirmation, in ACT's order. */
export const PRE_CHECKS: readonly { readonly requirement: string; readonly run: PreCheck }[] = [
  { requirement: 'CID-CART-CFM-02', run: amount },
  { requirement: 'CID-CART-CFM-03', run: category },
  { requirement: 'CID-CART-CFM-04', run: merchant },
  { requirement: 'CID-CART-CFM-05', run: delivery },
  { requirement: 'CID-CART-CFM-06', run: price },
];

/**
 * Everything that stands against buying an offer under a mandate, before the seller or the payment service is asked.
 * Nothing else goes in: what somebody says about an agent's credit could not change the outcome.
 *
 * @throws ActError amount_*, currency_unknown for a mandate that cannot be read
 * @see CID-CART-CFM-01 to CID-CART-CFM-06, CID-CART-CFM-20
 */
export function objectionsTo(offer: Offer, iac: IacPayload, use: ConfirmedUse): Objection[] {
  return PRE_CHECKS.flatMap(({ requirement, run }) => {
    const found = run(offer, iac, use);
    return found === undefined ? [] : [{ code: found[0], requirement, reason: found[1] }];
  });
}
