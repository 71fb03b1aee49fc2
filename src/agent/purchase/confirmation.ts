import { digestOfJws } from '../../protocol/digest/index.ts';
import type { Cart, TransactionConfirmation } from '../../protocol/generated/types.ts';
import { readMessage } from '../../protocol/messages/index.ts';
import { formatUtcSeconds } from '../../protocol/time/index.ts';

/** What ties a confirmation to the rest of its purchase. */
export type Correlation = Omit<TransactionConfirmation['correlation'], 'quote_digest'>;

/**
 * The transaction confirmation: what exactly is bought from whom for how much, under which order number, and what it
 * came from. Formed from a quote that has passed every check, never from what was asked for.
 *
 * @param now Unix seconds
 * @see CID-CART-CFM-16, CID-CART-CFM-17, CID-CART-CFM-19
 */
export async function confirmationOf(
  quote: string,
  cart: Cart,
  correlation: Correlation,
  now: number,
): Promise<TransactionConfirmation> {
  const { claims } = readMessage('quote', quote);
  return {
    confirmed_at: formatUtcSeconds(now),
    counterparty: claims.iss,
    out_trade_no: claims.out_trade_no,
    lines: cart.lines,
    amount: claims.amount,
    discounts: claims.discounts,
    payer_amount: claims.payer_amount,
    currency: claims.currency,
    ...(claims.deliver_by === undefined ? {} : { deliver_by: claims.deliver_by }),
    pay_before: claims.pay_before,
    correlation: { ...correlation, quote_digest: await digestOfJws(quote) },
  };
}
