import type { Discount, PaymentRequestClaims, QuoteClaims } from '../../protocol/generated/types.ts';

/** Everything that is taken off for the payer, as it is shown to the user: by the seller, and by the payment service. */
export function discountsFor(
  { discounts }: Pick<QuoteClaims, 'discounts'>,
  { discounts: own = [] }: Pick<PaymentRequestClaims, 'discounts'>,
): Discount[] {
  return [...discounts, ...own.map(({ funder, amount, promotion_id: label }) => ({ funder, amount, label }))];
}
