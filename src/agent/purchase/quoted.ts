import { digestOfJws } from '../../protocol/digest/index.ts';
import type { PaymentRequestClaims } from '../../protocol/generated/types.ts';
import { readMessage } from '../../protocol/messages/index.ts';
import { newOrderedId } from '../../store/index.ts';
import type { AgentContext } from '../config.ts';
import { type Across, payerPart } from '../discovery/clearing.ts';

/** What a payment stands on at every level: the tool and the judged quote. */
export interface QuotedBasis {
  readonly paymentToolRef: string;
  readonly quote: string;
  readonly methodId: string;
  /** Where the payee's account is at another payment service. */
  readonly across?: Across;
  /** What carried the quote to the agent, where something did. */
  readonly trigger?: PaymentRequestClaims['trigger'];
}

/**
 * The claims of a payment request that are the same at every level: from whom, to whom, and what the quote says, which is
 * never written anew.
 *
 * @param now Unix seconds
 */
export async function quotedClaims(
  { config, random }: AgentContext,
  { paymentToolRef, quote: compact, methodId, across, trigger }: QuotedBasis,
  level: PaymentRequestClaims['level'],
  now: number,
): Promise<PaymentRequestClaims> {
  const { claims: quote } = readMessage('quote', compact);
  return {
    iss: config.agent_id,
    aud: config.psp_id,
    jti: newOrderedId(random, 'req', now),
    iat: now,
    level,
    quote_digest: await digestOfJws(compact),
    out_trade_no: quote.out_trade_no,
    amount: quote.amount,
    ...payerPart(quote, across),
    currency: quote.currency,
    method_id: methodId,
    ...(trigger === undefined ? {} : { trigger }),
    payment_tool_ref: paymentToolRef,
  };
}
