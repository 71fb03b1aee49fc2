import { traced } from '../../http/traced.ts';
import { digestOfJws } from '../../protocol/digest/index.ts';
import type { PaymentRequestClaims } from '../../protocol/generated/types.ts';
import { readMessage, signMessage } from '../../protocol/messages/index.ts';
import { newOrderedId } from '../../store/index.ts';
import { assertAccepted, verifyInstantRequest } from '../../verifier/index.ts';
import { trustNow } from '../calls.ts';
import type { AgentContext } from '../config.ts';
import { type Across, payerPart } from '../discovery/clearing.ts';
import { clearingOf } from './request.ts';
import type { SentRequest } from './requests.ts';

/** What a payment at act:L1 stands on: the tool, the judged quote, and the intent it serves. */
export interface InstantBasis {
  readonly paymentToolRef: string;
  readonly quote: string;
  readonly methodId: string;
  readonly intentId: string;
  /** Where the payee's account is at another payment service. */
  readonly across?: Across;
  /** What carried the quote to the agent, where something did. */
  readonly trigger?: PaymentRequestClaims['trigger'];
}

/**
 * Forms and signs a payment request at act:L1 and judges it with the payment service's own checks before it is sent.
 * Order, amounts and currency are taken from the quote and never written anew.
 *
 * @throws ActError the first code that the payment service would answer with
 * @see PSD-PAY-INS-05, PSD-PAY-INS-15
 */
export async function prepareInstantRequest(
  context: AgentContext,
  basis: InstantBasis,
): Promise<SentRequest> {
  const { agent_id: agentId, psp_id: audience } = context.config;
  const step = { from: agentId, to: agentId, message: 'self-check', signer: agentId };
  return traced(context.trace, step, async ({ judged }) => {
    const now = context.clock();
    const request = await signRequest(context, basis, now);
    const judgement = await verifyInstantRequest(
      { payment_request: request.paymentRequest, quote: basis.quote, agentKey: context.publicJwk },
      { trustList: await trustNow(context), now, audience },
      clearingOf(basis),
    );
    judged(judgement);
    assertAccepted(judgement);
    return request;
  });
}

async function signRequest(context: AgentContext, basis: InstantBasis, now: number): Promise<SentRequest> {
  const { claims: quote } = readMessage('quote', basis.quote);
  const claims: PaymentRequestClaims = {
    iss: context.config.agent_id,
    aud: context.config.psp_id,
    jti: newOrderedId(context.random, 'req', now),
    iat: now,
    level: 'act:L1',
    quote_digest: await digestOfJws(basis.quote),
    out_trade_no: quote.out_trade_no,
    amount: quote.amount,
    ...payerPart(quote, basis.across),
    currency: quote.currency,
    method_id: basis.methodId,
    ...(basis.trigger === undefined ? {} : { trigger: basis.trigger }),
    payment_tool_ref: basis.paymentToolRef,
    intent_id: basis.intentId,
  };
  const paymentRequest = await signMessage('paymentRequest', claims, context.signer);
  return { requestId: claims.jti, paymentRequest, digest: await digestOfJws(paymentRequest) };
}
