import { ActError } from '../../../protocol/errors/index.ts';
import type { ReceiptClaims } from '../../../protocol/generated/types.ts';
import type { Money } from '../../../protocol/money/index.ts';
import { formatUtcSeconds } from '../../../protocol/time/index.ts';
import { type Queries, together } from '../../../store/index.ts';
import type { InstantFacts, MandateFacts } from '../../../verifier/index.ts';
import { writeCompleted } from '../events.ts';
import { legsBetween } from '../ledger.ts';
import type { PspPolicy } from '../policy.ts';
import type { Ledger } from '../ports.ts';
import { type ReceiptSeed, writeReceipts } from '../receipts.ts';
import { destination, settlementOf, stateAfterCharge } from '../settlement.ts';
import { useSubAccount } from '../sub-accounts/index.ts';
import { type Tool, useTool } from '../tools.ts';
import { insertTrade, type Trade } from '../trades.ts';
import { spend } from '../usage.ts';

/** What allows a charge: a mandate, or at act:L1 what the user confirmed at the cashier. */
export type Authority =
  | {
      readonly mandate: MandateFacts;
      readonly chain: readonly MandateFacts[];
      readonly mandateDigest: string;
    }
  | { readonly mandate?: undefined; readonly confirmationDigest: string };

/** Everything that a charge needs and that could not be made inside the transaction. */
export interface ChargePlan {
  readonly pspId: string;
  readonly tradeNo: string;
  readonly facts: InstantFacts;
  readonly authority: Authority;
  readonly tool: Tool;
  readonly agentReceipt: ReceiptSeed;
  readonly sellerReceipt: ReceiptSeed;
}

/**
 * Moves the money for a request that was judged: limits from the root to the leaf (mandates, tool, sub-account,
 * accounts), always in this order; and the trade, the claims of both receipts and the event. All of it or nothing. The
 * rows that many payments have in common come last, because they are held until the commit.
 *
 * The money leaves the account of the tool, which for a sub-account is its own [PSD-PAY-AUP-05].
 *
 * @param now Unix seconds: the time of the charge, paid_at of the receipts
 * @see PSD-PAY-INS-14, PSD-PAY-DEL-15, PSD-PAY-DEL-21
 * @throws ActError amount_over_total_limit, times_limit_reached, parent_limit_reached, tool_invalid, sub_account_key_invalid,
 *   balance_insufficient
 */
export async function charge(
  tx: Queries,
  ledger: Ledger,
  policy: PspPolicy,
  plan: ChargePlan,
  now: number,
): Promise<void> {
  const { facts, authority, tool, tradeNo } = plan;
  const { quote, request } = facts;
  const { mandate } = authority;
  if (now >= quote.payBefore) throw new ActError('quote_expired');
  if (mandate !== undefined) await spendUnder(tx, authority, request.amount);
  const to = await destination(tx, ledger, quote.claims, now);
  await together(
    insertTrade(tx, tradeOf(plan, policy, now)),
    writeReceipts(tx, tradeNo, receiptsOf(plan, policy, now)),
    writeCompleted(tx, plan, now),
    useTool(tx, {
      paymentToolRef: tool.paymentToolRef,
      agentJkt: facts.agentJkt,
      amountMinor: request.amount.minor,
      now,
    }),
    useProof(tx, plan),
    ledger.post(tx, {
      transferId: tradeNo,
      kind: 'payment',
      reference: tradeNo,
      currency: request.payerAmount.currency,
      legs: legsBetween(tool.accountId, to, request.payerAmount.minor),
      now,
    }),
  );
}

async function useProof(tx: Queries, { facts, tool }: ChargePlan): Promise<void> {
  const proof = facts.subAccountProof;
  if (!proof) return;
  await useSubAccount(tx, { subAccountId: tool.paymentToolRef, keyJkt: proof.decoded.header.kid });
}

function receiptsOf(plan: ChargePlan, policy: PspPolicy, now: number) {
  const { facts, authority, agentReceipt, sellerReceipt } = plan;
  const { mandate } = authority;
  return {
    agent: {
      ...receiptClaims(plan, agentReceipt, now, policy),
      aud: facts.agentId,
      ...(mandate === undefined ? {} : { delegation_id: mandate.claims.jti }),
    },
    // Neither the payer's account nor the mandate, and nothing of what is left of it [OA-PRV-01].
    seller: { ...receiptClaims(plan, sellerReceipt, now, policy), aud: facts.quote.claims.iss },
  };
}

/** What is paid under a mandate that was handed down is spent of every mandate above it too [OA-DLG-06]. */
async function spendUnder(
  tx: Queries,
  { mandate, chain }: Extract<Authority, { readonly chain: unknown }>,
  amount: Money,
): Promise<void> {
  for (const [at, parent] of chain.entries()) {
    await spendOf(tx, parent, amount).catch((error: unknown) => {
      throw isLimit(error) ? new ActError('parent_limit_reached', { at }) : error;
    });
  }
  await spendOf(tx, mandate, amount);
}

function isLimit(error: unknown): boolean {
  return error instanceof ActError && ['amount_over_total_limit', 'times_limit_reached'].includes(error.code);
}

function spendOf(tx: Queries, { claims, terms }: MandateFacts, amount: Money): Promise<void> {
  return spend(tx, {
    issuer: claims.iss,
    delegationId: claims.jti,
    currency: amount.currency,
    amountMinor: amount.minor,
    capMinor: terms.total.minor,
    timesLimit: terms.iac.ext?.openact?.times_limit,
  });
}

function authorityOf(authority: Authority) {
  if (authority.mandate === undefined) {
    const { confirmationDigest } = authority;
    return { issuer: '', delegationId: '', mandateDigest: '', confirmationDigest };
  }
  const { iss: issuer, jti: delegationId } = authority.mandate.claims;
  return { issuer, delegationId, mandateDigest: authority.mandateDigest };
}

function tradeOf(
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
