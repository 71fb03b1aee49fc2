import { type Happening, writeEvent } from '../../records/index.ts';
import type { Queries } from '../../store/index.ts';
import type { ChargePlan } from './payment/records.ts';
import { stateAfterCharge } from './settlement.ts';

/**
 * Tells of a payment in the transaction that makes it: the agent, the seller, what was paid and what let it, without
 * account numbers. It follows from the cart that the agent confirmed, whose quote is paid here.
 *
 * @see PSD-PAY-DEL-21, PSD-PAY-INS-14, TSD-ATT-EVT-15
 */
export function writeCompleted(tx: Queries, plan: ChargePlan, now: number): Promise<void> {
  return writeEvent(tx, completedEvent(plan, now));
}

/** What is told, once the money has moved. */
export function completedEvent(
  { pspId, tradeNo, facts, authority }: ChargePlan,
  now: number,
): Happening<'act:payment:transaction-completed'> {
  const { agentId, quote, request } = facts;
  const { mandate } = authority;
  const delegator = mandate === undefined ? {} : { represented: mandate.claims.sub };
  return {
    event_type: 'act:payment:transaction-completed',
    at: now,
    subject: [tradeNo],
    correlation: {
      ...processOf(authority, request.claims.intent_id),
      order_no: quote.claims.out_trade_no,
      trade_no: tradeNo,
    },
    participants: [
      { id: pspId, role: 'PSP' },
      { id: agentId, role: 'PAYER_AGENT', ...delegator },
      { id: quote.claims.iss, role: 'MERCHANT' },
    ],
    upstream: { event_type: 'act:commerce:cart-confirmed', recorder: agentId, subject: [quote.digest] },
    event_body: {
      merchant: quote.claims.iss,
      agent_id: agentId,
      quote_digest: quote.digest,
      request_digest: request.digest,
      ...(authority.mandate === undefined
        ? { confirmation_digest: authority.confirmationDigest }
        : { mandate_digest: authority.mandateDigest }),
      amount: request.claims.amount,
      payer_amount: request.claims.payer_amount,
      currency: request.claims.currency,
      state: stateAfterCharge(quote.claims),
    },
  };
}

/** A mandate that was made from no intent with an id is a process of its own [OA-REC-03]. */
function processOf({ mandate }: ChargePlan['authority'], intentId: string | undefined) {
  if (mandate === undefined) return { intent_id: String(intentId) };
  const { jti, iac } = mandate.claims;
  return { intent_id: iac.intent_id ?? jti, delegation_id: jti };
}
