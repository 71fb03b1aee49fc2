import { traced } from '../../http/traced.ts';
import { digestOfJws } from '../../protocol/digest/index.ts';
import type { PaymentRequestClaims } from '../../protocol/generated/types.ts';
import { signMessage } from '../../protocol/messages/index.ts';
import { assertAccepted, verifyInstantRequest } from '../../verifier/index.ts';
import { trustNow } from '../calls.ts';
import type { AgentContext } from '../config.ts';
import { type QuotedBasis, quotedClaims } from './quoted.ts';
import { clearingOf } from './request.ts';
import type { SentRequest } from './requests.ts';

/** What a payment at act:L1 stands on: the tool, the judged quote, and the intent it serves. */
export interface InstantBasis extends QuotedBasis {
  readonly intentId: string;
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
  const claims: PaymentRequestClaims = {
    ...(await quotedClaims(context, basis, 'act:L1', now)),
    intent_id: basis.intentId,
  };
  const paymentRequest = await signMessage('paymentRequest', claims, context.signer);
  return { requestId: claims.jti, paymentRequest, digest: await digestOfJws(paymentRequest) };
}
