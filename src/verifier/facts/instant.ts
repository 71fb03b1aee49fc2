import { jwkThumbprint, type PublicJwk, statedJwkFrom } from '../../protocol/digest/index.ts';
import {
  type OnRequest,
  type OnState,
  type OnSubAccount,
  type PaymentFacts,
  readRequest,
  readRequestProof,
} from './payment.ts';
import { assertKnownState } from './payment-state.ts';
import { readQuote } from './quote.ts';
import { sentObject } from './sent.ts';
import { assertContext, type TrustContext } from './signer.ts';

/** What a payment at act:L1 is judged by: as a delegated one, without a mandate. */
export type InstantFacts = Omit<PaymentFacts, 'mandate' | 'chain'>;

export interface InstantInput {
  /** act-payment-request+jwt of level act:L1 */
  readonly payment_request: string;
  /** act-quote+jwt */
  readonly quote: string;
  /** act-command+jwt, action sub_account.pay; where the tool is a sub-account. */
  readonly sub_account_proof?: string;
  /** The key that the payment service knows for the agent, from its provider's statement. */
  readonly agentKey: PublicJwk;
}

export interface InstantContext extends TrustContext {
  /** The identifier of the payment service. */
  readonly audience: string;
}

export type InstantParts = OnRequest &
  OnSubAccount &
  Pick<InstantFacts, 'now' | 'audience' | 'agentKey' | 'quote'>;

/** @throws as `readRequest`, `readQuote`; schema_mismatch when the agent key is none; TypeError for a private one, or none at all */
export async function readInstant(
  input: InstantInput,
  context: InstantContext,
  state: OnState['state'],
): Promise<InstantFacts> {
  assertContext(context, 'audience');
  assertKnownState(state);
  const { payment_request, quote: offer, sub_account_proof } = sentObject(input);
  const [request, quote] = await Promise.all([
    readRequest(payment_request),
    readQuote(offer, context, undefined),
  ]);
  const { now, audience } = context;
  const subAccountProof = readRequestProof(sub_account_proof);
  return instantFacts({ now, audience, agentKey: input.agentKey, request, quote, subAccountProof, state });
}

/** @throws schema_mismatch when the agent key is none; TypeError for a private one, or none at all */
export async function instantFacts(parts: InstantParts): Promise<InstantFacts> {
  const agentKey = statedJwkFrom(parts.agentKey, 'key of the agent');
  const agentJkt = await jwkThumbprint(agentKey);
  return { ...parts, agentKey, runtimeProof: undefined, agentJkt, agentId: parts.request.claims.iss };
}
