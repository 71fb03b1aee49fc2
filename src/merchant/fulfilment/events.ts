import { digestOfJws } from '../../protocol/digest/index.ts';
import type { ReceiptClaims } from '../../protocol/generated/types.ts';
import { readKept } from '../../protocol/messages/index.ts';
import type { Happening } from '../../records/index.ts';

/** An order that was delivered. */
export interface Delivered {
  readonly agentId: string;
  readonly quote: string;
  /** As the buyer said with the order; absent: the order is all that is known of the process [OA-REC-03]. */
  readonly intentId?: string;
  readonly receipt: ReceiptClaims;
  readonly receiptDigest: string;
  readonly deliveredDigest: string;
  readonly now: number;
}

/**
 * The goods are out of the house. It follows from the payment, which the receipt names. The mandate is not named: no
 * seller is told of it [OA-PRV-01].
 *
 * @see TSD-ATT-EVT-16, TSD-ATT-OFF-13
 */
export async function fulfilled(
  delivered: Delivered,
): Promise<Happening<'act:commerce:fulfillment-completed'>> {
  const { agentId, quote, intentId, receipt, now } = delivered;
  const claims = readKept('quote', quote);
  const { out_trade_no: orderNo } = claims;
  const { iss: psp, trade_no: tradeNo } = receipt;
  return {
    event_type: 'act:commerce:fulfillment-completed',
    at: now,
    subject: [orderNo, psp, tradeNo],
    correlation: { intent_id: intentId ?? orderNo, order_no: orderNo, trade_no: tradeNo },
    participants: [
      { id: claims.iss, role: 'MERCHANT' },
      { id: agentId, role: 'PAYER_AGENT' },
      { id: psp, role: 'PSP' },
    ],
    upstream: { event_type: 'act:payment:transaction-completed', recorder: psp, subject: [tradeNo] },
    event_body: {
      psp_id: psp,
      agent_id: agentId,
      quote_digest: await digestOfJws(quote),
      receipt_digest: delivered.receiptDigest,
      delivered_digest: delivered.deliveredDigest,
      amount: claims.amount,
      currency: claims.currency,
      ...(claims.resource_id === undefined ? {} : { resource_id: claims.resource_id }),
    },
  };
}
