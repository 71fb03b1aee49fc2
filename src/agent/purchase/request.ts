import { expectText, isOfOrigin } from '../../http/index.ts';
import { traced } from '../../http/traced.ts';
import { digestOfJws } from '../../protocol/digest/index.ts';
import { ActError } from '../../protocol/errors/index.ts';
import type {
  CommandClaims,
  MandateClaims,
  PaymentBody,
  PaymentRequestClaims,
} from '../../protocol/generated/types.ts';
import type { Signer } from '../../protocol/jws/index.ts';
import { readMessage, signMessage } from '../../protocol/messages/index.ts';
import { newOrderedId } from '../../store/index.ts';
import {
  assertAccepted,
  type ListedStatus,
  type TrustList,
  verifyPaymentRequest,
  verifyStatusList,
} from '../../verifier/index.ts';
import { trustedAddress, trustNow } from '../calls.ts';
import type { AgentContext } from '../config.ts';
import type { ConfirmedUse } from '../decision/prechecks.ts';
import { proofBy, statedRuntime } from '../mandate/runtime.ts';
import { type QuotedBasis, quotedClaims } from './quoted.ts';
import type { SentRequest } from './requests.ts';

/** What a payment stands on: the mandate, the tool and the judged quote. */
export interface PaymentBasis extends QuotedBasis {
  readonly mandate: string;
  /** Where it was handed down: those above it, the delegator's own first. */
  readonly mandateChain?: readonly string[];
  /** The key of the sub-account that `paymentToolRef` names. */
  readonly subAccountSigner?: Signer;
}

export interface PreparedRequest {
  readonly request: SentRequest;
  /** The signed status list that was judged. */
  readonly statusList: string;
}

/**
 * Forms and signs a payment request and judges it with the payment service's own checks before anything is sent:
 * the live status, the mandate, the quote and the agent's account of confirmed payments.
 *
 * @throws ActError the first code that the payment service would answer with; status_list_*, peer_*
 * @see PSD-PAY-DEL-01
 */
export async function prepareRequest(
  context: AgentContext,
  basis: PaymentBasis,
  use: ConfirmedUse,
): Promise<PreparedRequest> {
  const { agent_id: agentId, psp_id: psp } = context.config;
  const step = { from: agentId, to: agentId, message: 'self-check', signer: agentId };
  return traced(context.trace, step, async ({ judged }) => {
    const now = context.clock();
    const trustList = await trustNow(context);
    const { claims: mandate } = readMessage('mandate', basis.mandate);
    const { compact, status } = await liveStatus(context, mandate, trustList, now);
    const above = await Promise.all(
      (basis.mandateChain ?? []).map(async (one) => {
        const found = await liveStatus(context, readMessage('mandate', one).claims, trustList, now);
        return { status: found.status };
      }),
    );
    const request = await signRequest(context, basis, mandate, now);
    const judgement = await verifyPaymentRequest(
      {
        payment_request: request.paymentRequest,
        ...authorityOf(basis),
        quote: basis.quote,
        ...proofsOf(request),
        agentKey: context.publicJwk,
      },
      { trustList, now, audience: psp },
      {
        status,
        above,
        usage: { spentMinor: use.spentMinor, heldMinor: 0n, count: use.count },
        ...clearingOf(basis),
      },
    );
    judged(judgement);
    assertAccepted(judgement);
    return { request, statusList: compact };
  });
}

/** The list is fetched only from the issuer's own address, whatever the mandate says. */
async function liveStatus(
  context: AgentContext,
  mandate: MandateClaims,
  trustList: TrustList,
  now: number,
): Promise<{ readonly compact: string; readonly status: ListedStatus }> {
  const { idx, uri } = mandate.status.status_list;
  const { baseUrl } = trustedAddress(trustList, mandate.iss, 'IAC_ISSUER');
  // Of several issuers at one origin each signs its own list, which names its address.
  if (!isOfOrigin(uri, baseUrl)) {
    throw new ActError('mandate_status_mismatch', { rule: 'origin' });
  }
  const compact = expectText(await context.http.get(uri));
  const judgement = await verifyStatusList(compact, { trustList, now, issuer: mandate.iss, uri });
  assertAccepted(judgement);
  return { compact, status: judgement.facts.statusAt(idx) };
}

async function signRequest(
  context: AgentContext,
  basis: PaymentBasis,
  mandate: MandateClaims,
  now: number,
): Promise<SentRequest> {
  const level = mandate.iac.delegation_mode === 'BOUNDED' ? 'act:L3' : 'act:L2';
  const claims: PaymentRequestClaims = {
    ...(await quotedClaims(context, basis, level, now)),
    delegation_id: mandate.iac.delegation_id,
    mandate_digest: await digestOfJws(basis.mandate),
    ...statedRuntime(context, mandate.iac),
  };
  const paymentRequest = await signMessage('paymentRequest', claims, context.signer);
  const digest = await digestOfJws(paymentRequest);
  const order = { aud: claims.aud, target: claims.jti, digest };
  const runtimeProof = claims.runtime === undefined ? undefined : await proofBy(context, order);
  const request = {
    requestId: claims.jti,
    paymentRequest,
    digest,
    ...(runtimeProof === undefined ? {} : { runtimeProof }),
  };
  const { subAccountSigner: signer } = basis;
  if (signer === undefined) return request;
  return { ...request, subAccountProof: await proveRequest(context, claims, request.digest, signer) };
}

/** What the agent's own judgement takes for granted: the payment service has said with whom it clears. */
export function clearingOf({ across }: Pick<PaymentBasis, 'across'>): {
  readonly partners?: readonly string[];
} {
  return across === undefined ? {} : { partners: [across.psp_id] };
}

/** The mandate, with all above it where it was handed down [OA-DLG-01]. */
export function authorityOf({
  mandate,
  mandateChain,
}: Pick<PaymentBasis, 'mandate' | 'mandateChain'>): Pick<PaymentBody, 'mandate' | 'mandate_chain'> {
  return { mandate, ...(mandateChain === undefined ? {} : { mandate_chain: [...mandateChain] }) };
}

/** What goes beside a request. */
export function proofsOf({
  subAccountProof,
  runtimeProof,
}: SentRequest): Pick<PaymentBody, 'sub_account_proof' | 'runtime_proof'> {
  return {
    ...(subAccountProof === undefined ? {} : { sub_account_proof: subAccountProof }),
    ...(runtimeProof === undefined ? {} : { runtime_proof: runtimeProof }),
  };
}

/** The key of the sub-account says that this very request may be paid from it. @see PSD-AGT-SUB-06 */
function proveRequest(
  context: AgentContext,
  request: PaymentRequestClaims,
  digest: string,
  signer: Signer,
): Promise<string> {
  const claims: CommandClaims = {
    iss: request.payment_tool_ref,
    aud: request.aud,
    jti: newOrderedId(context.random, 'cmd', request.iat),
    iat: request.iat,
    action: 'sub_account.pay',
    target: request.jti,
    params: { digest },
  };
  return signMessage('command', claims, signer);
}
