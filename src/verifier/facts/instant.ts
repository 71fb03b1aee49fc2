import { jwkThumbprint, type PublicJwk } from '../../protocol/digest/index.ts';
import { type OnRequest, type OnState, type PaymentFacts, readRequest } from './payment.ts';
import { readQuote } from './quote.ts';
import type { TrustContext } from './signer.ts';

/** What a payment at act:L1 is judged by: as a delegated one, without a mandate. */
export type InstantFacts = Omit<PaymentFacts, 'mandate'>;

export interface InstantInput {
  /** act-payment-request+jwt of level act:L1 */
  readonly payment_request: string;
  /** act-quote+jwt */
  readonly quote: string;
  /** The key that the payment service knows for the agent, from its provider's statement. */
  readonly agentKey: PublicJwk;
}

export interface InstantContext extends TrustContext {
  /** The identifier of the payment service. */
  readonly audience: string;
}

export type InstantParts = OnRequest &
  OnState &
  Pick<InstantFacts, 'now' | 'audience' | 'agentKey' | 'quote'>;

/** @throws as `readRequest`, `readQuote`; schema_mismatch when the agent key is none */
export async function readInstant(
  input: InstantInput,
  context: InstantContext,
  state: OnState['state'],
): Promise<InstantFacts> {
  const [request, quote] = await Promise.all([
    readRequest(input.payment_request),
    readQuote(input.quote, context, undefined),
  ]);
  const { now, audience } = context;
  return instantFacts({ now, audience, agentKey: input.agentKey, request, quote, state });
}

/** @throws schema_mismatch when the agent key is none */
export async function instantFacts(parts: InstantParts): Promise<InstantFacts> {
  const agentJkt = await jwkThumbprint(parts.agentKey);
  // A sub-account pays at act:L3 only: there is no way to hand in its proof here, so it is refused.
  const none = { subAccountProof: undefined, runtimeProof: undefined };
  return { ...parts, ...none, agentJkt, agentId: parts.request.claims.iss };
}
