import type { ReceiptClaims } from '../../../protocol/generated/types.ts';
import { formatUtcSeconds } from '../../../protocol/time/index.ts';
import type { InstantFacts } from '../../../verifier/index.ts';
import type { Crossing } from '../interconnect/crossing.ts';
import type { PspPolicy } from '../policy.ts';
import type { ReceiptSeed } from '../receipts.ts';
import { settlementOf, stateAfterCharge } from '../settlement.ts';
import type { Tool } from '../tools.ts';
import type { Trade } from '../trades.ts';
import type { Authority } from './authority.ts';

/** Everything that a charge needs and that could not be made inside the transaction. */
export interface ChargePlan {
  readonly pspId: string;
  readonly tradeNo: string;
  readonly facts: InstantFacts;
  readonly authority: Authority;
  readonly tool: Tool;
  readonly agentReceipt: ReceiptSeed;
  readonly sellerReceipt: ReceiptSeed;
  /** Where the payee's account is at another payment service. */
  readonly crossing?: Crossing;
}

/** The claims of both receipts. */
export function receiptsOf(
  plan: ChargePlan,
  now: number,
  policy: PspPolicy,
): Readonly<Record<'agent' | 'seller', ReceiptClaims>> {
  const { facts, authority } = plan;
  const { mandate } = authority;
  return {
    agent: {
      ...receiptClaims(plan, plan.agentReceipt, now, policy),
      aud: facts.agentId,
      ...(mandate === undefined ? {} : { delegation_id: mandate.claims.jti }),
    },
    // Neither the payer's account nor the mandate, and nothing of what is left of it [OA-PRV-01].
    seller: { ...receiptClaims(plan, plan.sellerReceipt, now, policy), aud: facts.quote.claims.iss },
  };
}

function authorityOf(authority: Authority) {
  if (authority.mandate === undefined) {
    const { confirmationDigest } = authority;
    return { issuer: '', delegationId: '', mandateDigest: '', confirmationDigest };
  }
  const { iss: issuer, jti: delegationId } = authority.mandate.claims;
  return { issuer, delegationId, mandateDigest: authority.mandateDigest };
}

export function tradeOf(
  { tradeNo, facts, authority, tool, agentReceipt }: ChargePlan,
  policy: PspPolicy,
  now: number,
): Trade {
  const { claims } = facts.quote;
  return {
    tradeNo,
    merchant: facts.quote.claims.iss,
    outTradeNo: facts.quote.claims.out_trade_no,
    agentId: facts.agentId,
    requestId: facts.request.claims.jti,
    requestDigest: facts.request.digest,
    ...authorityOf(authority),
    quoteDigest: facts.quote.digest,
    paymentToolRef: tool.paymentToolRef,
    payerAccount: tool.accountId,
    payeeAccount: facts.quote.claims.payee.account,
    currency: facts.request.amount.currency,
    amountMinor: facts.request.amount.minor,
    capturedMinor: facts.request.payerAmount.minor,
    refundedMinor: 0n,
    state: stateAfterCharge(claims),
    ...settlementOf(claims, policy, now),
    paidAt: now,
    authorizationSalt: agentReceipt.salt,
  };
}

function receiptClaims(
  { pspId, tradeNo, facts, authority }: ChargePlan,
  seed: ReceiptSeed,
  now: number,
  policy: PspPolicy,
): Omit<ReceiptClaims, 'aud'> {
  const { quote, request } = facts;
  return {
    iss: pspId,
    jti: seed.receiptId,
    iat: now,
    exp: now + policy.receiptLifetimeSeconds,
    trade_no: tradeNo,
    out_trade_no: quote.claims.out_trade_no,
    merchant: quote.claims.iss,
    state: stateAfterCharge(quote.claims),
    amount: request.claims.amount,
    payer_amount: request.claims.payer_amount,
    currency: request.claims.currency,
    payee: quote.claims.payee,
    quote_digest: quote.digest,
    request_digest: request.digest,
    agent_jkt: facts.agentJkt,
    authorization_digest: seed.authorizationDigest,
    paid_at: formatUtcSeconds(now),
    ...(quote.claims.resource_id === undefined ? {} : { resource_id: quote.claims.resource_id }),
    ...(authority.mandate === undefined ? { confirmation_digest: authority.confirmationDigest } : {}),
  };
}
